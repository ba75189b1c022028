using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Tijdvakken;

/// <summary>What was heard of one case before the message that is handled now, for messages that come in another order than they were said.</summary>
internal static class Zaakstand
{
    internal const string Ddl = "alter table {schema}.inschrijving add column if not exists beoordeeld_versie bigint";

    public static async Task<bool> IsAangevuld(IDocumentSession sessie, string zaaknummer, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            "select 1 from tijdvakken.inschrijving where zaaknummer = $1 and aangevuld_op is not null"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        return await rij.ReadAsync(ct);
    }

    /// <summary>Notes what was assessed; false when a later assessment was heard before, then it says nothing any more.</summary>
    public static async Task<bool> Beoordeeld(IDocumentSession sessie, AanvraagBeoordeeldBericht b, CancellationToken ct)
    {
        if (!new Zegmoment(b.Op, b.Versie).Na(await LaatsteBeoordeling(sessie, b.Zaaknummer, ct)))
        {
            return false;
        }
        sessie.QueueSqlCommand(
            """
            insert into tijdvakken.inschrijving (zaaknummer, tijdvak, beoordeeld, beoordeeld_op, beoordeeld_versie) values (?, ?, ?, ?, ?)
            on conflict (zaaknummer) do update set beoordeeld = excluded.beoordeeld, beoordeeld_op = excluded.beoordeeld_op,
              beoordeeld_versie = excluded.beoordeeld_versie
            """,
            b.Zaaknummer,
            b.Tijdvak,
            b.Subsidie,
            b.Op,
            (object?)b.Versie ?? DBNull.Value
        );
        return true;
    }

    private static async Task<Zegmoment> LaatsteBeoordeling(IDocumentSession sessie, string zaaknummer, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            "select beoordeeld_op, beoordeeld_versie from tijdvakken.inschrijving where zaaknummer = $1"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        return await rij.ReadAsync(ct)
            ? new(
                await rij.IsDBNullAsync(0, ct) ? null : await rij.GetFieldValueAsync<Instant>(0, ct),
                await rij.IsDBNullAsync(1, ct) ? null : rij.GetInt64(1)
            )
            : default;
    }
}
