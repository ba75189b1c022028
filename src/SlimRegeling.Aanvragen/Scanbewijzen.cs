using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Leercultuurscans;

namespace SlimRegeling.Aanvragen;

/// <summary>Evidence that a scan was done, never its scores.</summary>
public sealed record Scanbewijs(
    string Scan,
    string Instrument,
    LocalDate Van,
    LocalDate Tot,
    int Gevraagd,
    string Beeld,
    string Rapporthash
);

/// <summary>
/// Evidence by case. It may come before the application, and anyone can name a case number: only what the applicant's own enterprise had done
/// counts.
/// </summary>
internal static class Scanbewijzen
{
    internal const string Ddl = """
        create table if not exists {schema}.scanbewijs (
          scan text primary key,
          zaaknummer text not null,
          kvk_nummer text not null,
          instrument text not null,
          van date not null,
          tot date not null,
          gevraagd int not null,
          beeld text not null,
          rapporthash text not null
        );
        create index if not exists scanbewijs_zaaknummer on {schema}.scanbewijs (zaaknummer)
        """;

    public static void Bewaar(IDocumentSession sessie, ScanAfgerondBericht bericht) =>
        sessie.QueueSqlCommand(
            """
            insert into aanvragen.scanbewijs (scan, zaaknummer, kvk_nummer, instrument, van, tot, gevraagd, beeld, rapporthash)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (scan) do nothing
            """,
            bericht.Scan,
            bericht.Zaaknummer,
            bericht.KvkNummer,
            bericht.Instrument,
            bericht.Van,
            bericht.Tot,
            bericht.Gevraagd,
            bericht.Beeld,
            bericht.Rapporthash
        );

    public static async Task<IReadOnlyList<Scanbewijs>> Van(NpgsqlDataSource bron, Aanvraag aanvraag, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select scan, instrument, van, tot, gevraagd, beeld, rapporthash from aanvragen.scanbewijs
            where zaaknummer = $1 and kvk_nummer = $2 order by scan
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = aanvraag.Id });
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = aanvraag.KvkNummer });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var bewijzen = new List<Scanbewijs>();
        while (await rij.ReadAsync(ct))
        {
            bewijzen.Add(
                new Scanbewijs(
                    rij.GetString(0),
                    rij.GetString(1),
                    rij.GetFieldValue<LocalDate>(2),
                    rij.GetFieldValue<LocalDate>(3),
                    rij.GetInt32(4),
                    rij.GetString(5),
                    rij.GetString(6)
                )
            );
        }
        return bewijzen;
    }
}
