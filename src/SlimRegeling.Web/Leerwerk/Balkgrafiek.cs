using System.Globalization;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Leerwerk;

/// <summary>Scores as a table and as bars with their margins, on one scale. What is not shown has no bar, and its words in the table.</summary>
/// <param name="Id">Begins the ids in it: one page has several.</param>
/// <param name="Titel">What it is of.</param>
/// <param name="MetLeiding">Whether what management gave stands beside.</param>
/// <param name="MetAnderen">Whether other firms do.</param>
public sealed record Scoreblad(
    string Id,
    string Titel,
    Schaal Schaal,
    IReadOnlyList<Scoreregel> Regels,
    bool MetLeiding = false,
    bool MetAnderen = false
)
{
    private const decimal Breedte = 1000;

    public IEnumerable<Scoreregel> Balken => Regels.Where(r => r.Score.Score is not null);

    /// <param name="anderen">By code; what is not in it has nothing beside it.</param>
    public static Scoreblad Van(
        string id,
        string titel,
        Schaal schaal,
        IEnumerable<Dimensiescore> scores,
        Func<Dimensiescore, string> naam,
        Benchmarkbeeld? anderen = null
    )
    {
        List<Scoreregel> regels =
        [
            .. scores.Select(s => new Scoreregel(s, naam(s), anderen?.Dimensies.FirstOrDefault(d => d.Code == s.Code))),
        ];
        return new(id, titel, schaal, regels, regels.Any(r => r.Score.Leiding is not null), regels.Any(r => r.Anderen is not null));
    }

    /// <summary>Where a score is in the chart.</summary>
    public string Plek(decimal score) => Getal(Punt(score));

    /// <summary>Where a mark of some width begins, so that it is around a score and not beside the chart.</summary>
    public string Begin(decimal score, int breed) => Getal(Math.Clamp(Punt(score) - breed / 2m, 0, Breedte - breed));

    public string Lengte(decimal van, decimal tot) => Getal(Math.Max(0, Punt(tot) - Punt(van)));

    /// <summary>The same in words, for who does not see it.</summary>
    public string Beschrijving(Scoreregel regel, Teksten t)
    {
        var score = regel.Score;
        List<string> zinnen =
        [
            t[
                "Score {0} op een schaal van {1} tot {2}: {3}.",
                Leerwoorden.Score(score.Score),
                Schaal.Laagste,
                Schaal.Hoogste,
                t[score.Beeld]
            ],
        ];
        if (score.Marge is { } marge)
        {
            zinnen.Add(t["De marge is {0}.", Leerwoorden.Score(marge)]);
        }
        if (regel.Anderen is { } anderen)
        {
            zinnen.Add(
                t["De helft van de andere bedrijven zit tussen {0} en {1}.", Leerwoorden.Score(anderen.P25), Leerwoorden.Score(anderen.P75)]
            );
        }
        if (score.Leiding is { } leiding)
        {
            zinnen.Add(t["De leiding gaf {0}.", Leerwoorden.Score(leiding)]);
        }
        return string.Join(' ', zinnen);
    }

    private decimal Punt(decimal score) =>
        (Math.Clamp(score, Schaal.Laagste, Schaal.Hoogste) - Schaal.Laagste) / Math.Max(1, Schaal.Hoogste - Schaal.Laagste) * Breedte;

    private static string Getal(decimal getal) => getal.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <param name="Naam">In the language of the page.</param>
/// <param name="Anderen">Null when there are too few other firms.</param>
public sealed record Scoreregel(Dimensiescore Score, string Naam, Benchmarkcijfer? Anderen);
