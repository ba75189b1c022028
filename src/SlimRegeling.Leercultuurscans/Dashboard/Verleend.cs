using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Vaststelling;
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

/// <summary>Hears of settlements: how many cases were settled is shown beside how many were granted, and no amount.</summary>
public sealed class BijSubsidieVastgesteld(Werkeenheid<LeercultuurscansContext> eenheid) : IVerwerker<SubsidieVastgesteldBericht>
{
    public Task Verwerk(SubsidieVastgesteldBericht bericht, CancellationToken ct)
    {
        Verleend.Bewaar(eenheid.Sessie, bericht);
        return Task.CompletedTask;
    }
}

/// <summary>Of a year how many awards there were, in how many of them stood each activity, and how many cases were settled for the first time.</summary>
/// <param name="Activiteiten">By A, B, C and D.</param>
public sealed record Verleningsjaar(int Jaar, int Aantal, IReadOnlyDictionary<string, int> Activiteiten, int Vastgesteld);

/// <summary>Awards by case, as they were said first, and which of those were settled.</summary>
internal static class Verleend
{
    internal const string Ddl = """
        create table if not exists {schema}.verleend (
          zaaknummer text primary key,
          kvk_nummer text not null,
          besluitdatum date not null,
          activiteiten text not null
        );
        create table if not exists {schema}.vastgesteld (
          zaaknummer text primary key,
          besluitdatum date not null
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

    // One in its place may be heard before it: a case counts in the year of its first settlement.
    public static void Bewaar(IDocumentSession sessie, SubsidieVastgesteldBericht bericht) =>
        sessie.QueueSqlCommand(
            """
            insert into leercultuurscans.vastgesteld as v (zaaknummer, besluitdatum) values (?, ?)
            on conflict (zaaknummer) do update set besluitdatum = least(v.besluitdatum, excluded.besluitdatum)
            """,
            bericht.Zaaknummer,
            bericht.Besluitdatum
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
            """
            select besluitdatum, activiteiten from leercultuurscans.verleend
            union all
            select besluitdatum, null from leercultuurscans.vastgesteld
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var (verleend, vastgesteld) = (new List<(int Jaar, string[] Activiteiten)>(), new List<int>());
        while (await rij.ReadAsync(ct))
        {
            var jaar = rij.GetFieldValue<LocalDate>(0).Year;
            if (await rij.IsDBNullAsync(1, ct))
            {
                vastgesteld.Add(jaar);
            }
            else
            {
                verleend.Add((jaar, rij.GetString(1).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            }
        }
        return PerJaar(verleend, vastgesteld);
    }

    /// <param name="vastgesteld">Of each case that was settled the year in which it first was.</param>
    public static IReadOnlyList<Verleningsjaar> PerJaar(
        IReadOnlyCollection<(int Jaar, string[] Activiteiten)> verleend,
        IReadOnlyCollection<int> vastgesteld
    ) =>
        [
            .. verleend
                .Select(z => z.Jaar)
                .Concat(vastgesteld)
                .Distinct()
                .Order()
                .Select(jaar => new Verleningsjaar(
                    jaar,
                    verleend.Count(z => z.Jaar == jaar),
                    verleend
                        .Where(z => z.Jaar == jaar)
                        .SelectMany(z => z.Activiteiten)
                        .GroupBy(a => a)
                        .ToDictionary(a => a.Key, a => a.Count(), StringComparer.Ordinal),
                    vastgesteld.Count(j => j == jaar)
                )),
        ];
}
