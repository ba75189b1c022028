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
/// attribute at a time, and only attributes of which nobody can compute together what fewer than thirty answered. Pure.
/// </summary>
public static class Openresultaten
{
    public const string Samengevoegd = "samengevoegd";

    private static readonly Tweetalig Opmerking = new(
        "Wie de QuickScan invulde, koos daar zelf voor en gaf één blik op een bedrijf. De cijfers zijn geen steekproef en niet te vergelijken met scans van bedrijven.",
        "Who filled in the QuickScan chose to do so and gave one view of a firm. The figures are no sample and cannot be compared with scans of firms."
    );

    /// <summary>
    /// The month up to which figures are told: the last one at which thirty had come since the one before it that was told. What stands between two
    /// publications is their difference, for who kept the first; of one with fewer it would be of those few.
    /// </summary>
    /// <returns>Null when there is none yet.</returns>
    public static string? TotEnMet(IEnumerable<(string Maand, int Aantal)> maanden)
    {
        string? totEnMet = null;
        var erbij = 0;
        foreach (var (maand, aantal) in maanden.OrderBy(m => m.Maand, StringComparer.Ordinal))
        {
            erbij += aantal;
            if (erbij >= Drempels.QuickScans)
            {
                (totEnMet, erbij) = (maand, 0);
            }
        }
        return totEnMet;
    }

    public static QuickScanresultaten Maak(Instrument kern, IReadOnlyList<Getelde> getelden)
    {
        if (getelden.Count < Drempels.QuickScans)
        {
            return new(null, 0, [], [], Opmerking);
        }
        return new(
            getelden.Max(g => g.Maand),
            Drempels.OpVijf(getelden.Count),
            Gemiddelden(kern, getelden),
            [.. Splits(kern, getelden)],
            Opmerking
        );
    }

    /// <summary>Of every split that can be told beside the others its groups; of each the dimensions that can be.</summary>
    private static IEnumerable<QuickScangroep> Splits(Instrument kern, IReadOnlyList<Getelde> getelden)
    {
        List<Indeling> indelingen =
        [
            Deel("rol", g => g.Rol),
            Deel("fase", g => g.Fase),
            Deel("grootte", g => g.Grootte ?? ""),
            Deel("sector", g => g.Sector ?? ""),
        ];
        var getoond = Opensplits.Kies(indelingen, [.. getelden.Select(_ => true)]);
        // Those that are hidden are at least thirty together, or there are none.
        List<Indeling> samen =
        [
            .. from indeling in indelingen
            where getoond.ContainsKey(indeling.Kenmerk)
            let namen = getoond[indeling.Kenmerk]
            select indeling with
            {
                Groepen = [.. indeling.Groepen.Select(g => namen.Contains(g) ? g : Samengevoegd)],
            },
        ];
        var dimensies = kern.Onderdelen.Select(o => Meet(kern, o, getelden)).ToList();
        var perDimensie = dimensies.ConvertAll(d => Opensplits.Kies(samen, [.. d.Scores.Select(s => s is not null)]));
        return from indeling in samen
            from groep in (string[])[.. getoond[indeling.Kenmerk], Samengevoegd]
            let leden = Enumerable.Range(0, getelden.Count).Where(i => indeling.Groepen[i] == groep).ToList()
            where leden.Count > 0
            select new QuickScangroep(
                indeling.Kenmerk,
                groep,
                Drempels.OpVijf(leden.Count),
                [
                    .. dimensies
                        .Zip(perDimensie)
                        .Where(d => d.Second.TryGetValue(indeling.Kenmerk, out var groepen) && groepen.Contains(groep))
                        .Select(d => Gemiddelde(d.First.Onderdeel, leden.Select(i => d.First.Scores[i]))),
                ]
            );

        Indeling Deel(string kenmerk, Func<Getelde, string> groep) =>
            new(kenmerk, [.. getelden.Select(groep)], new Dictionary<string, int>(), Drempels.QuickScans);
    }

    private static (Onderdeel Onderdeel, List<decimal?> Scores) Meet(
        Instrument kern,
        Onderdeel onderdeel,
        IReadOnlyList<Getelde> getelden
    ) => (onderdeel, [.. getelden.Select(g => Berekening.Score(new(onderdeel, kern.Schaal), new Antwoordblad(g.Antwoorden)))]);

    private static List<QuickScangemiddelde> Gemiddelden(Instrument kern, IReadOnlyList<Getelde> getelden) =>
        [
            .. from onderdeel in kern.Onderdelen
            let scores = Meet(kern, onderdeel, getelden).Scores
            where scores.Count(s => s is not null) >= Drempels.QuickScans
            select Gemiddelde(onderdeel, scores),
        ];

    private static QuickScangemiddelde Gemiddelde(Onderdeel onderdeel, IEnumerable<decimal?> scores) =>
        new(onderdeel.Code, onderdeel.Naam, Berekening.Rond(Berekening.Gemiddelde([.. scores.OfType<decimal>()]), 1));
}
