using Marten;
using Npgsql;
using SlimRegeling.Berichten.Vaststelling;

namespace SlimRegeling.Tijdvakken;

/// <summary>What a window awarded, as the awards are now, and what of it was settled.</summary>
/// <param name="Verleend">Euro, like the next.</param>
/// <param name="Vastgesteld">By the settlements that hold.</param>
/// <param name="LagerVastgesteld">By how much those are together less than their awards.</param>
internal sealed record Vastgesteldstand(decimal Verleend, decimal Vastgesteld, decimal LagerVastgesteld)
{
    public const string Ddl = """
        alter table {schema}.inschrijving add column if not exists vastgesteld numeric(15,2);
        alter table {schema}.inschrijving add column if not exists vastgesteld_op timestamptz;
        alter table {schema}.inschrijving add column if not exists vastgesteld_versie bigint
        """;

    /// <summary>The settlement that was said last holds; it may be heard before the award, and before the one in whose place it comes.</summary>
    public static void Noteer(IDocumentSession sessie, SubsidieVastgesteldBericht b) =>
        sessie.QueueSqlCommand(
            """
            insert into tijdvakken.inschrijving as i (zaaknummer, tijdvak, vastgesteld, vastgesteld_op, vastgesteld_versie) values (?, ?, ?, ?, ?)
            on conflict (zaaknummer) do update set vastgesteld = excluded.vastgesteld, vastgesteld_op = excluded.vastgesteld_op,
              vastgesteld_versie = excluded.vastgesteld_versie
            where i.vastgesteld is null
              or (coalesce(i.vastgesteld_versie, 0), i.vastgesteld_op) < (coalesce(excluded.vastgesteld_versie, 0), excluded.vastgesteld_op)
            """,
            b.Zaaknummer,
            b.Tijdvak,
            b.Vastgesteld,
            b.Op,
            b.Versie ?? 0L
        );

    // A withdrawal leaves no more of a settlement than of the award. `least` passes over what is absent.
    public static async Task<Vastgesteldstand> Lees(IDocumentSession sessie, string tijdvak, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            """
            select coalesce(sum(gereserveerd), 0.00), coalesce(sum(least(vastgesteld, gereserveerd)) filter (where vastgesteld is not null), 0.00),
              coalesce(sum(gereserveerd - least(vastgesteld, gereserveerd)) filter (where vastgesteld is not null), 0.00)
            from tijdvakken.inschrijving where tijdvak = $1 and staat = 'vastgelegd'
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        await rij.ReadAsync(ct);
        return new(rij.GetDecimal(0), rij.GetDecimal(1), rij.GetDecimal(2));
    }
}
