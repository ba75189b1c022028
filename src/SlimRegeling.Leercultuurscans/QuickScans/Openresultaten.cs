using System.Text.Json.Serialization;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>What all QuickScans say together, for everyone.</summary>
/// <param name="TotEnMet">The last month that is in it: <c>2026-11</c>; absent when there is none.</param>
/// <param name="Aantal">To the nearest five.</param>
/// <param name="Let">How it came about, for who quotes it.</param>
public sealed record QuickScanresultaten(
    string? TotEnMet,
    int Aantal,
    IReadOnlyList<QuickScangemiddelde> Dimensies,
    IReadOnlyList<QuickScangroep> Groepen,
    Tweetalig Let
);

/// <param name="Gemiddelde">Of people, on the scale of the questions, one decimal.</param>
public sealed record QuickScangemiddelde(
    string Code,
    Tweetalig Naam,
    [property: JsonConverter(typeof(AantalConverter))] decimal Gemiddelde
);

/// <param name="Kenmerk"><c>rol</c>, <c>fase</c>, <c>grootte</c> or <c>sector</c>.</param>
/// <param name="Groep">The code of a choice; <c>samengevoegd</c> for all that are too small apart; empty for who did not say.</param>
public sealed record QuickScangroep(string Kenmerk, string Groep, int Aantal, IReadOnlyList<QuickScangemiddelde> Dimensies);

/// <summary>
/// The open figures (specification §10): a group of fewer than thirty is merged with the next, counts are to five, means to one decimal, one
/// attribute at a time. Pure.
/// </summary>
public static class Openresultaten
{
    public const string Samengevoegd = "samengevoegd";

    private static readonly Tweetalig Opmerking = new(
        "Wie de QuickScan invulde, koos daar zelf voor en gaf één blik op een bedrijf. De cijfers zijn geen steekproef en niet te vergelijken met scans van bedrijven.",
        "Who filled in the QuickScan chose to do so and gave one view of a firm. The figures are no sample and cannot be compared with scans of firms."
    );

    public static QuickScanresultaten Maak(Instrument kern, IReadOnlyList<Getelde> getelden)
    {
        if (getelden.Count < Drempels.QuickScans)
        {
            return new(null, 0, [], [], Opmerking);
        }
        return new(
            getelden.Max(g => g.Maand),
            Drempels.OpVijf(getelden.Count),
            Gemiddelden(kern, [.. getelden]),
            [
                .. Splits(kern, getelden, "rol", g => g.Rol),
                .. Splits(kern, getelden, "fase", g => g.Fase),
                .. Splits(kern, getelden, "grootte", g => g.Grootte ?? ""),
                .. Splits(kern, getelden, "sector", g => g.Sector ?? ""),
            ],
            Opmerking
        );
    }

    private static IEnumerable<QuickScangroep> Splits(
        Instrument kern,
        IReadOnlyList<Getelde> getelden,
        string kenmerk,
        Func<Getelde, string> groep
    )
    {
        var groepen = getelden.Select(groep).ToList();
        var indeling = new Indeling(kenmerk, groepen, new Dictionary<string, int>(), Drempels.QuickScans);
        if (Onderdrukking.Verberg(indeling, [.. groepen.Select(_ => true)], []) is not { } getoond)
        {
            yield break;
        }
        foreach (var code in getoond)
        {
            yield return Groep(kern, kenmerk, code, [.. getelden.Where(g => groep(g) == code)]);
        }
        // Those that are hidden are at least thirty together, or there are none.
        if (getelden.Where(g => !getoond.Contains(groep(g))).ToList() is { Count: > 0 } kleine)
        {
            yield return Groep(kern, kenmerk, Samengevoegd, kleine);
        }
    }

    private static QuickScangroep Groep(Instrument kern, string kenmerk, string code, List<Getelde> getelden) =>
        new(kenmerk, code, Drempels.OpVijf(getelden.Count), Gemiddelden(kern, getelden));

    private static List<QuickScangemiddelde> Gemiddelden(Instrument kern, List<Getelde> getelden) =>
        [
            .. from onderdeel in kern.Onderdelen
            let scores = getelden
                .Select(g => Berekening.Score(new(onderdeel, kern.Schaal), new Antwoordblad(g.Antwoorden)))
                .OfType<decimal>()
                .ToList()
            where scores.Count >= Drempels.QuickScans
            select new QuickScangemiddelde(onderdeel.Code, onderdeel.Naam, Berekening.Rond(Berekening.Gemiddelde(scores), 1)),
        ];
}
