using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>What is computed from answers (specification §9). Decimal, and rounded only where it is shown, half away from zero.</summary>
public static class Berekening
{
    /// <summary>Of the answers of a person to a part at least so many, and at least half, for a score.</summary>
    public const int MinsteAntwoorden = 2;

    /// <summary>A person with fewer dimensions of the kernvragen does not count.</summary>
    public const int MinsteDimensies = 4;

    /// <summary>The normal distribution: 95% lies within so many times the standard error.</summary>
    public const double Betrouwbaarheid = 1.96;

    /// <summary>Points that management and workers must differ before it is a signal.</summary>
    public const decimal Signaal = 1.0m;

    /// <summary>The highest band.</summary>
    public const string Sterk = "sterk";

    /// <summary>So much two scores of one decimal can differ that were the same before they were rounded.</summary>
    public const decimal Afronding = 0.1m;

    private const decimal VasteSpreiding = 0.8m;
    private const decimal GrensGunstig = 3.5m;
    private const decimal LichtsteWeging = 1.0m;
    private const decimal StapWeging = 0.1m;

    /// <summary>One answer: turned round where agreeing says less.</summary>
    public static int Antwoord(Vraag vraag, Schaal schaal, int gegeven) =>
        vraag.Omgekeerd ? schaal.Laagste + schaal.Hoogste - gegeven : gegeven;

    /// <summary>The score of one person on a part; null when they answered too little of it.</summary>
    public static decimal? Score(Lijstdeel deel, Antwoordblad blad)
    {
        if (!blad.Antwoorden.TryGetValue(deel.Onderdeel.Code, out var waarden))
        {
            return null;
        }
        var gegeven = deel
            .Onderdeel.Vragen.Zip(waarden, (vraag, waarde) => waarde is { } w ? Antwoord(vraag, deel.Schaal, w) : (int?)null)
            .OfType<int>()
            .ToList();
        return gegeven.Count >= MinsteAntwoorden && 2 * gegeven.Count >= deel.Onderdeel.Vragen.Count
            ? (decimal)gegeven.Sum() / gegeven.Count
            : null;
    }

    /// <summary>The same on the scale of the instrument, also of a part with answers of its own.</summary>
    public static decimal? Score(Instrument instrument, Onderdeel onderdeel, Antwoordblad blad) =>
        Score(new Lijstdeel(onderdeel, instrument.SchaalVan(onderdeel)), blad) is not { } score ? null
        : onderdeel.Schaal is { } eigen ? instrument.Schaal.Van(eigen, score)
        : score;

    /// <summary>Whether a person tells enough to count.</summary>
    public static bool TeltMee(Vragenlijst lijst, Antwoordblad blad) =>
        lijst.Kern.Onderdelen.Count(o => Score(new(o, lijst.Kern.Schaal), blad) is not null) >= MinsteDimensies;

    /// <summary>Each person counts the same.</summary>
    public static decimal Gemiddelde(IReadOnlyCollection<decimal> scores) => scores.Sum() / scores.Count;

    /// <summary>Standard deviation of a sample.</summary>
    public static double Spreiding(IReadOnlyCollection<decimal> scores)
    {
        var gemiddelde = Gemiddelde(scores);
        return Math.Sqrt((double)(scores.Sum(x => (x - gemiddelde) * (x - gemiddelde)) / (scores.Count - 1)));
    }

    /// <summary>
    /// How far the mean of all who were asked may lie from that of who answered. Among few people the spread is a fixed one: their own would tell of them.
    /// </summary>
    /// <param name="gevraagd">Null when it is not known: then as of very many.</param>
    public static double Marge(IReadOnlyCollection<decimal> scores, int? gevraagd) =>
        Marge(scores.Count < Drempels.EigenSpreiding ? (double)VasteSpreiding : Spreiding(scores), scores.Count, gevraagd);

    /// <inheritdoc cref="Marge(IReadOnlyCollection{decimal}, int?)"/>
    public static double Marge(double spreiding, int antwoorden, int? gevraagd)
    {
        var eindig = gevraagd is { } alle && alle > 1 ? Math.Sqrt((double)Math.Max(0, alle - antwoorden) / (alle - 1)) : 1;
        return Betrouwbaarheid * spreiding / Math.Sqrt(antwoorden) * eindig;
    }

    /// <summary>
    /// Percentage of people at 3.5 or higher, in steps of 5; null below ten people, and where it is all of them or none: then it tells of each (specification
    /// §10, rule 7).
    /// </summary>
    public static int? Gunstig(IReadOnlyCollection<decimal> scores)
    {
        if (scores.Count < Drempels.Aandelen)
        {
            return null;
        }
        var aandeel = (int)Rond(20m * scores.Count(s => s >= GrensGunstig) / scores.Count, 0) * 5;
        return aandeel is 0 or 100 ? null : aandeel;
    }

    /// <summary>From 0 to 100.</summary>
    public static int Schaal100(decimal score, Schaal schaal) =>
        (int)Rond(100m * (score - schaal.Laagste) / (schaal.Hoogste - schaal.Laagste), 0);

    /// <summary>The band in words, by the score before it is rounded.</summary>
    public static string Band(decimal score) =>
        score switch
        {
            < 2.5m => "aandacht",
            < 3.5m => "kan sterker",
            < 4.2m => "op orde",
            _ => Sterk,
        };

    /// <summary>The response in words.</summary>
    public static string Beeldwoord(int antwoorden, int gevraagd) =>
        (100m * antwoorden / gevraagd) switch
        {
            >= 60m => "beeld",
            >= 40m => "voorlopig beeld",
            _ => "richtinggevend",
        };

    /// <summary>
    /// How urgent it is to work on a dimension: how far it is from the best, how many people want it better, how much it matters to the firm.
    /// </summary>
    /// <param name="wil">The part of the people who chose it, from 0 to 1.</param>
    /// <param name="volgorde">Dimensions by how much they matter to management, the most first; empty when that was not said.</param>
    public static decimal Urgentie(decimal score, Schaal schaal, decimal wil, string dimensie, IReadOnlyList<string> volgorde)
    {
        var plek = volgorde.ToList().IndexOf(dimensie);
        var weging = plek < 0 ? LichtsteWeging : LichtsteWeging + (StapWeging * Math.Max(0, Dimensies.Kern.Count - 1 - plek));
        return (schaal.Hoogste - score) / (schaal.Hoogste - schaal.Laagste) * (0.5m + wil) * weging;
    }

    /// <summary>
    /// Whether a second scan shows a change: when it is larger than what chance does to both (specification §9, rule 12). Margins are those of the reports.
    /// </summary>
    /// <returns><c>hoger</c>, <c>lager</c>, or <c>geen aantoonbare verandering</c>.</returns>
    public static string Verandering(decimal was, decimal margeWas, decimal nu, decimal margeNu)
    {
        var grens = Grens(margeWas, margeNu);
        return nu - was > grens ? "hoger"
            : was - nu > grens ? "lager"
            : "geen aantoonbare verandering";
    }

    /// <summary>The change up to which there is none to speak of; where all answered there is no margin, and still scores are rounded.</summary>
    public static decimal Grens(decimal margeWas, decimal margeNu) =>
        Math.Max(Afronding, (decimal)Math.Sqrt((double)((margeWas * margeWas) + (margeNu * margeNu))));

    public static decimal Rond(decimal getal, int cijfers) => Math.Round(getal, cijfers, MidpointRounding.AwayFromZero);
}
