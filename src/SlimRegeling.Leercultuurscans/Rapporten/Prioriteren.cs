using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Interventies;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>What to do first, and what is strong (specification §9, rules 9 and 10). What is strong is no priority, and a priority is not told as strong.</summary>
internal static class Prioriteren
{
    private const int Meeste = 3;
    private const string VanScore = "score";
    private const string VanMensen = "mensen";
    private const string VanLeiding = "leiding";

    private sealed record Weging(string Code, decimal Score, decimal Marge, decimal Wil, decimal Urgentie);

    /// <summary>At most three, the most urgent first; of what is shown one at least is left to be called strong.</summary>
    /// <param name="personen">Who count.</param>
    public static List<Prioriteit> Kies(List<Gemeten> kern, List<Antwoordblad> personen, Scanuitslag uitslag)
    {
        var volgorde = uitslag.Leiding?.Volgorde ?? [];
        var getoond = kern.FindAll(g => g.Genoeg);
        var gewogen = getoond
            .Select(g => Weeg(g, personen, uitslag, volgorde))
            .Where(w => Berekening.Band(w.Score) != Berekening.Sterk)
            .OrderByDescending(w => w.Urgentie)
            .ThenBy(w => w.Code, StringComparer.Ordinal)
            .Take(Math.Clamp(getoond.Count - 1, 1, Meeste))
            .ToList();
        var prioriteiten = new List<Prioriteit>();
        for (var i = 0; i < gewogen.Count; i++)
        {
            var (code, score, marge, wil, _) = gewogen[i];
            // Scores closer to each other than the margin share a rank.
            var gelijk = i > 0 && Math.Abs(score - gewogen[i - 1].Score) < marge;
            var genoeg = personen.Count >= uitslag.Drempels.Aandelen;
            IReadOnlyList<string> redenen = [.. Redenen(wil, genoeg, volgorde, code)];
            prioriteiten.Add(
                new(
                    gelijk ? prioriteiten[i - 1].Rang : i + 1,
                    code,
                    Waarom(score, redenen),
                    Advies.Handvatten(
                        uitslag.Interventies ?? [],
                        code,
                        uitslag.Leiding?.Fase,
                        uitslag.Grootte,
                        uitslag.Sector,
                        uitslag.Leiding?.Doelgroepen,
                        uitslag.Leiding?.Belemmeringen
                    ),
                    redenen
                )
            );
        }
        return prioriteiten;
    }

    /// <summary>The highest of those that are no priority.</summary>
    public static string? Sterkste(List<Gemeten> kern, List<Prioriteit> prioriteiten) =>
        kern.Where(g => g.Genoeg && prioriteiten.TrueForAll(p => p.Dimensie != g.Maat.Code))
            .OrderByDescending(g => Berekening.Gemiddelde(g.Gegeven))
            .ThenByDescending(g => g.Maat.Code, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Maat.Code;

    private static Weging Weeg(Gemeten gemeten, List<Antwoordblad> personen, Scanuitslag uitslag, IReadOnlyList<string> volgorde)
    {
        var (code, gemiddelde) = (gemeten.Maat.Code, Berekening.Gemiddelde(gemeten.Gegeven));
        var wil = (decimal)personen.Count(p => p.WilBeter?.Contains(code) == true) / personen.Count;
        return new(
            code,
            gemiddelde,
            (decimal)Berekening.Marge(gemeten.Gegeven, uitslag.Gevraagd),
            wil,
            Berekening.Urgentie(gemiddelde, gemeten.Maat.Schaal, wil, code, volgorde)
        );
    }

    // How many chose it is told in halves only, and from ten people on: it is a count of who wants what.
    private static IEnumerable<string> Redenen(decimal wil, bool genoeg, IReadOnlyList<string> volgorde, string dimensie)
    {
        yield return VanScore;
        if (genoeg && wil >= 0.5m)
        {
            yield return VanMensen;
        }
        if (volgorde.Take(Meeste).Contains(dimensie))
        {
            yield return VanLeiding;
        }
    }

    private static string Waarom(decimal score, IReadOnlyList<string> redenen) =>
        $"De score is {Berekening.Band(score)}"
        + (redenen.Contains(VanMensen) ? ", ten minste de helft van uw mensen wil dit beter" : "")
        + (redenen.Contains(VanLeiding) ? " en u vindt dit belangrijk voor uw bedrijf" : "")
        + ".";
}
