using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans;

/// <summary>One person's answers by dimension; null is "weet ik niet / niet van toepassing".</summary>
public sealed record Antwoordblad(IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden);

/// <summary>How people in the firm experience learning. <c>Antwoorden</c> counts those that tell enough to count.</summary>
/// <param name="Prioriteiten">At most three dimensions, the lowest first.</param>
public sealed record Rapport(
    string Instrument,
    int Gevraagd,
    int Antwoorden,
    string Beeld,
    IReadOnlyList<Dimensiescore> Dimensies,
    IReadOnlyList<Prioriteit> Prioriteiten,
    string? Sterk
)
{
    public const string TeWeinig = "te weinig antwoorden om te tonen";
    private const decimal Gunstig = 3.5m;
    private const decimal VasteSpreiding = 0.8m;
    private const double Betrouwbaarheid = 1.96;

    /// <summary>Null when too few people answered to show anything.</summary>
    public static Rapport? Maak(Instrument instrument, int gevraagd, IReadOnlyList<Antwoordblad> bladen)
    {
        var personen = bladen
            .Select(blad => instrument.Dimensies.ToDictionary(d => d.Code, d => Score(blad, d)))
            .Where(scores => TeltMee(scores))
            .ToList();
        if (personen.Count < Drempels.Antwoorden || gevraagd < Drempels.Gevraagd)
        {
            return null;
        }
        var gemeten = instrument
            .Dimensies.Select(d => (Dimensie: d, Scores: personen.Select(p => p[d.Code]).OfType<decimal>().ToList()))
            .Select(g => (g.Dimensie, Gemiddelde: Gemiddelde(g.Scores), g.Scores))
            .ToList();
        var laagsteEerst = gemeten.Where(g => g.Gemiddelde is not null).OrderBy(g => g.Gemiddelde).ThenBy(g => g.Dimensie.Code).ToList();
        return new Rapport(
            instrument.Id,
            gevraagd,
            personen.Count,
            Beeldwoord(personen.Count, gevraagd),
            [.. gemeten.Select(g => Toon(instrument, g.Dimensie, g.Gemiddelde, g.Scores, gevraagd))],
            Rangen([.. laagsteEerst.Take(3).Select(g => (g.Dimensie.Code, g.Gemiddelde!.Value, Marge(g.Scores, gevraagd)))]),
            laagsteEerst.Count > 0 ? laagsteEerst[^1].Dimensie.Code : null
        );
    }

    /// <summary>The response in words.</summary>
    private static string Beeldwoord(int antwoorden, int gevraagd) =>
        (100m * antwoorden / gevraagd) switch
        {
            >= 60m => "beeld",
            >= 40m => "voorlopig beeld",
            _ => "richtinggevend",
        };

    private static decimal? Score(Antwoordblad blad, Dimensie dimensie)
    {
        var gegeven = blad.Antwoorden.TryGetValue(dimensie.Code, out var waarden) ? waarden.OfType<int>().ToList() : [];
        return gegeven.Count >= 2 && 2 * gegeven.Count >= dimensie.Vragen.Count ? (decimal)gegeven.Sum() / gegeven.Count : null;
    }

    // Two thirds of the dimensions: four of six.
    private static bool TeltMee(Dictionary<string, decimal?> scores) => 3 * scores.Values.Count(s => s is not null) >= 2 * scores.Count;

    private static decimal? Gemiddelde(List<decimal> scores) => scores.Count < Drempels.Antwoorden ? null : scores.Sum() / scores.Count;

    private static Dimensiescore Toon(Instrument instrument, Dimensie dimensie, decimal? gemiddelde, List<decimal> scores, int gevraagd) =>
        gemiddelde is not { } m
            ? new Dimensiescore(dimensie.Code, dimensie.Naam, TeWeinig)
            : new Dimensiescore(
                dimensie.Code,
                dimensie.Naam,
                Band(m),
                Math.Round(m, 1, MidpointRounding.AwayFromZero),
                (int)Math.Round(100m * (m - instrument.Laagste) / (instrument.Hoogste - instrument.Laagste), MidpointRounding.AwayFromZero),
                Marge(scores, gevraagd),
                scores.Count < Drempels.Aandelen
                    ? null
                    : (int)Math.Round(20m * scores.Count(s => s >= Gunstig) / scores.Count, MidpointRounding.AwayFromZero) * 5
            );

    private static string Band(decimal score) =>
        score switch
        {
            < 2.5m => "aandacht",
            < 3.5m => "kan sterker",
            < 4.2m => "op orde",
            _ => "sterk",
        };

    private static decimal Marge(List<decimal> scores, int gevraagd)
    {
        var (n, alle) = (scores.Count, Math.Max(gevraagd, scores.Count));
        var s = n < Drempels.EigenSpreiding ? (double)VasteSpreiding : Spreiding(scores);
        return Math.Round(
            (decimal)(Betrouwbaarheid * s / Math.Sqrt(n) * Math.Sqrt((double)(alle - n) / (alle - 1))),
            2,
            MidpointRounding.AwayFromZero
        );
    }

    private static double Spreiding(List<decimal> scores)
    {
        var gemiddelde = scores.Average();
        return Math.Sqrt((double)(scores.Sum(x => (x - gemiddelde) * (x - gemiddelde)) / (scores.Count - 1)));
    }

    // Scores closer to each other than the margin share a rank.
    private static List<Prioriteit> Rangen(IReadOnlyList<(string Code, decimal Score, decimal Marge)> laagsteEerst)
    {
        var rangen = new List<Prioriteit>();
        for (var i = 0; i < laagsteEerst.Count; i++)
        {
            var gelijk = i > 0 && laagsteEerst[i].Score - laagsteEerst[i - 1].Score < laagsteEerst[i].Marge;
            rangen.Add(new Prioriteit(gelijk ? rangen[i - 1].Rang : i + 1, laagsteEerst[i].Code));
        }
        return rangen;
    }
}

/// <param name="Beeld">The band in words, or that there are too few answers; then there is no number at all.</param>
/// <param name="Score">Mean on the scale of the instrument, one decimal.</param>
/// <param name="Schaal100">The same from 0 to 100.</param>
/// <param name="Gunstig">Percentage of people at 3.5 or higher, in steps of 5; only from ten answers on.</param>
public sealed record Dimensiescore(
    string Code,
    string Naam,
    string Beeld,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Score = null,
    int? Schaal100 = null,
    [property: JsonConverter(typeof(AantalConverter))] decimal? Marge = null,
    int? Gunstig = null
);

public sealed record Prioriteit(int Rang, string Dimensie);
