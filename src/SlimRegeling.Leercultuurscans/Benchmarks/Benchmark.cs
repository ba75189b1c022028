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
/// left out. Where too few firms are alike, more are taken together: first the sector, then the size class, then all.
/// </summary>
public static class Benchmark
{
    /// <summary>How far back it looks.</summary>
    public const int Maanden = 36;

    /// <param name="cijfers">Of each firm one.</param>
    /// <param name="zonder">KVK number of who looks.</param>
    /// <returns>Null when all firms together are too few.</returns>
    public static Benchmarkbeeld? Bereken(IReadOnlyList<Rapportcijfer> cijfers, string? sector, string? grootte, string? zonder)
    {
        var anderen = cijfers.Where(c => c.KvkNummer != zonder).ToList();
        (string Kring, string? Sector, string? Grootte)[] kringen =
        [
            ("sector-en-grootte", sector, grootte),
            ("sector", sector, null),
            ("grootte", null, grootte),
            ("alle", null, null),
        ];
        foreach (var kring in kringen.Where(k => k.Kring == "alle" || Past(k, sector, grootte)))
        {
            var cel = anderen
                .Where(c => (kring.Sector is null || c.Sector == kring.Sector) && (kring.Grootte is null || c.Grootte == kring.Grootte))
                .ToList();
            if (MagGetoond(cel))
            {
                return new(kring.Kring, kring.Sector, kring.Grootte, Drempels.Afgerond(cel.Count), PerDimensie(cel));
            }
        }
        return null;
    }

    /// <summary>Whether enough firms and people are in it, and no firm is too much of it.</summary>
    public static bool MagGetoond(IReadOnlyCollection<Rapportcijfer> cel)
    {
        var mensen = cel.Sum(c => c.Antwoorden);
        return cel.Count >= Drempels.Bedrijven
            && mensen >= Drempels.Respondenten
            && cel.Max(c => c.Antwoorden) * 100 <= mensen * Drempels.GrootsteAandeel;
    }

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

    // A narrower circle is one only where it is narrower.
    private static bool Past((string Kring, string? Sector, string? Grootte) kring, string? sector, string? grootte) =>
        kring.Kring switch
        {
            "sector-en-grootte" => sector is not null && grootte is not null,
            "sector" => sector is not null,
            _ => grootte is not null,
        };

    private static Benchmarkcijfer Cijfer(string code, IReadOnlyList<decimal> gesorteerd) =>
        new(
            code,
            Berekening.Rond(Berekening.Gemiddelde(gesorteerd), 1),
            Berekening.Rond(Kwantiel(gesorteerd, 0.25m), 1),
            Berekening.Rond(Kwantiel(gesorteerd, 0.50m), 1),
            Berekening.Rond(Kwantiel(gesorteerd, 0.75m), 1)
        );
}
