using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Benchmarks;

/// <summary>With which firms one is compared.</summary>
/// <param name="Kring"><c>sector-en-grootte</c>, <c>sector</c>, <c>grootte</c> or <c>alle</c>.</param>
/// <param name="Dimensies">Those of which enough can be told.</param>
public sealed record Benchmarkbeeld(string Kring, string? Sector, string? Grootte, int Bedrijven, IReadOnlyList<Benchmarkcijfer> Dimensies);

/// <summary>Of the firms, not of people: their mean, and the score below which a quarter, a half and three quarters of them are. One decimal.</summary>
public sealed record Benchmarkcijfer(
    string Code,
    [property: JsonConverter(typeof(AantalConverter))] decimal Gemiddelde,
    [property: JsonConverter(typeof(AantalConverter))] decimal P25,
    [property: JsonConverter(typeof(AantalConverter))] decimal P50,
    [property: JsonConverter(typeof(AantalConverter))] decimal P75
);

/// <summary>
/// The comparison with other firms (specification §9, rule 11, and §10). Of each firm the latest report of the last 36 months counts; who looks is
/// left out. Where too few firms are alike, or fewer would follow from what is shown together (<see cref="Celkeuze"/>), more are taken together: first the
/// sector, then the size class, then all.
/// </summary>
public static class Benchmark
{
    /// <summary>How far back it looks.</summary>
    public const int Maanden = 36;

    /// <param name="cijfers">Of each firm one, also of who looks: what may be shown is the same for everyone.</param>
    /// <param name="zonder">KVK number of who looks.</param>
    /// <returns>Null when all firms together are too few.</returns>
    public static Benchmarkbeeld? Bereken(IReadOnlyList<Rapportcijfer> cijfers, string? sector, string? grootte, string? zonder)
    {
        var keuze = Celkeuze.Van(cijfers);
        foreach (var cel in Kringen(sector, grootte).Where(c => keuze.Getoond.Contains(c)))
        {
            var anderen = cijfers.Where(c => c.KvkNummer != zonder && cel.Heeft(c)).ToList();
            if (MagGetoond(anderen))
            {
                return Beeld(cel, anderen, keuze);
            }
        }
        return null;
    }

    /// <param name="cijfers">Of the firms in a cell that may be shown.</param>
    public static Benchmarkbeeld Beeld(Benchmarkcel cel, IReadOnlyCollection<Rapportcijfer> cijfers, Celkeuze keuze) =>
        new(
            cel.Kring,
            cel.Sector,
            cel.Grootte,
            Drempels.Afgerond(cijfers.Count),
            [.. PerDimensie(cijfers).Where(d => keuze.Toont(cel, d.Code))]
        );

    /// <summary>Firms that have something else in common than their sector or size, as those of a campaign.</summary>
    /// <param name="keuze">What of the same questions is shown of all firms.</param>
    /// <returns>Null when they are too few.</returns>
    public static Benchmarkbeeld? Samen(IReadOnlyCollection<Rapportcijfer> groep, Celkeuze keuze) =>
        MagGetoond(groep)
            ? new(
                Benchmarkcel.Alle.Kring,
                null,
                null,
                Drempels.Afgerond(groep.Count),
                [.. PerDimensie(groep).Where(d => keuze.Verdraagt(groep, d.Code))]
            )
            : null;

    /// <summary>Whether enough firms and people are in it, and no firm is too much of it.</summary>
    public static bool MagGetoond(IReadOnlyCollection<Rapportcijfer> cel) => Celomvang.Van(cel).MagGetoond;

    /// <summary>Of each code that enough firms show; each must be enough by itself.</summary>
    public static IReadOnlyList<Benchmarkcijfer> PerDimensie(IReadOnlyCollection<Rapportcijfer> cel) =>
        [
            .. cel.SelectMany(c => c.Scores.Keys)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(code => (Code: code, Cel: cel.Where(c => c.Scores.ContainsKey(code)).ToList()))
                .Where(d => MagGetoond(d.Cel))
                .Select(d => Cijfer(d.Code, [.. d.Cel.Select(c => c.Scores[d.Code]).Order()])),
        ];

    /// <summary>The value below which a part of the sorted values lies, between two of them in proportion.</summary>
    /// <param name="gesorteerd">The lowest first; at least one.</param>
    /// <param name="deel">From 0 to 1.</param>
    public static decimal Kwantiel(IReadOnlyList<decimal> gesorteerd, decimal deel)
    {
        var plek = (gesorteerd.Count - 1) * deel;
        var onder = (int)decimal.Floor(plek);
        var boven = Math.Min(onder + 1, gesorteerd.Count - 1);
        return gesorteerd[onder] + ((plek - onder) * (gesorteerd[boven] - gesorteerd[onder]));
    }

    /// <summary>The first day of which reports count, seen from a day.</summary>
    public static LocalDate Vanaf(LocalDate dag) => dag.PlusMonths(-Maanden);

    // The narrowest first; of what a firm did not say there is none.
    private static IEnumerable<Benchmarkcel> Kringen(string? sector, string? grootte) =>
        ((Benchmarkcel[])[new(sector, grootte), new(sector, null), new(null, grootte), Benchmarkcel.Alle]).Distinct();

    private static Benchmarkcijfer Cijfer(string code, IReadOnlyList<decimal> gesorteerd) =>
        new(
            code,
            Berekening.Rond(Berekening.Gemiddelde(gesorteerd), 1),
            Berekening.Rond(Kwantiel(gesorteerd, 0.25m), 1),
            Berekening.Rond(Kwantiel(gesorteerd, 0.50m), 1),
            Berekening.Rond(Kwantiel(gesorteerd, 0.75m), 1)
        );
}
