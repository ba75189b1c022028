using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Dashboard;

/// <summary>Hears of awards, for the figures of the scheme beside those of scans.</summary>
public sealed class BijSubsidieVerleend(Werkeenheid<LeercultuurscansContext> eenheid) : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct)
    {
        Verleend.Bewaar(eenheid.Sessie, bericht);
        return Task.CompletedTask;
    }
}

/// <summary>Of a year how many awards there were, and in how many of them stood each activity.</summary>
/// <param name="Activiteiten">By A, B, C and D.</param>
public sealed record Verleningsjaar(int Jaar, int Aantal, IReadOnlyDictionary<string, int> Activiteiten);

/// <summary>Awards by case, as they were said first.</summary>
internal static class Verleend
{
    internal const string Ddl = """
        create table if not exists {schema}.verleend (
          zaaknummer text primary key,
          kvk_nummer text not null,
          besluitdatum date not null,
          activiteiten text not null
        )
        """;

    public static void Bewaar(IDocumentSession sessie, SubsidieVerleendBericht bericht) =>
        sessie.QueueSqlCommand(
            """
            insert into leercultuurscans.verleend (zaaknummer, kvk_nummer, besluitdatum, activiteiten) values (?, ?, ?, ?)
            on conflict (zaaknummer) do nothing
            """,
            bericht.Zaaknummer,
            bericht.KvkNummer,
            bericht.Besluitdatum,
            string.Join(' ', bericht.Activiteiten.Distinct().Order(StringComparer.Ordinal))
        );

    /// <summary>Of each enterprise the days of its awards.</summary>
    public static async Task<ILookup<string, LocalDate>> PerOnderneming(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand("select kvk_nummer, besluitdatum from leercultuurscans.verleend");
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var verleend = new List<(string KvkNummer, LocalDate Dag)>();
        while (await rij.ReadAsync(ct))
        {
            verleend.Add((rij.GetString(0), rij.GetFieldValue<LocalDate>(1)));
        }
        return verleend.ToLookup(v => v.KvkNummer, v => v.Dag, StringComparer.Ordinal);
    }

    public static async Task<IReadOnlyList<Verleningsjaar>> PerJaar(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            "select besluitdatum, activiteiten from leercultuurscans.verleend order by besluitdatum, zaaknummer"
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var zaken = new List<(int Jaar, string[] Activiteiten)>();
        while (await rij.ReadAsync(ct))
        {
            zaken.Add((rij.GetFieldValue<LocalDate>(0).Year, rij.GetString(1).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }
        return
        [
            .. zaken
                .GroupBy(z => z.Jaar)
                .Select(j => new Verleningsjaar(
                    j.Key,
                    j.Count(),
                    j.SelectMany(z => z.Activiteiten).GroupBy(a => a).ToDictionary(a => a.Key, a => a.Count(), StringComparer.Ordinal)
                )),
        ];
    }
}
