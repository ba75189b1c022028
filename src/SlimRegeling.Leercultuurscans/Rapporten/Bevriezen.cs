using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Scans;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>
/// Puts into a report every word that it is told in: names behind codes, the texts around them and what its handles were. A catalogue or a text that changes
/// later makes no other report under the same hash. Pure.
/// </summary>
public static class Bevriezen
{
    private static readonly Dictionary<string, Tweetalig> Nu = Dimensies
        .Alle.Select(d => (Sleutel: d.Code, d.Naam))
        .Concat(Van("fase", Keuzelijsten.Fasen))
        .Concat(Van("belemmering", Keuzelijsten.Belemmeringen))
        .Concat(Van("drijfveer", Keuzelijsten.Drijfveren))
        .Concat(Van("doelgroep", Keuzelijsten.Doelgroepen))
        .Concat(Van("route", Keuzelijsten.Routes))
        .Concat(Keuzelijsten.Richting.Select(r => (Sleutel: $"richting:{r.Code}", Naam: r.Vraag)))
        .Concat(Van("antwoord", Keuzelijsten.Richting[0].Keuzes))
        .Concat(Van("sector", Keuzelijsten.Sectoren))
        .Concat(Van("grootte", Keuzelijsten.Groottes))
        .ToDictionary(n => n.Sleutel, n => n.Naam, StringComparer.Ordinal);

    /// <param name="interventies">The catalogue of the day.</param>
    /// <param name="mensenfase">The phase that most people are in; null when that is not told.</param>
    public static Rapport In(Rapport rapport, Vragenlijst lijst, IReadOnlyList<Interventie> interventies, string? mensenfase)
    {
        IReadOnlyList<Prioriteit> prioriteiten =
        [
            .. rapport.Prioriteiten.Select(p => p with { Hulp = Handvat.Van(p.Handvatten, interventies) }),
        ];
        return rapport with
        {
            Prioriteiten = prioriteiten,
            Namen = Namen(rapport, lijst, prioriteiten),
            Toon = Rapporttekst.VoorWerkgever(rapport.Leiding?.Fase),
            ToonMensen = Rapporttekst.VoorMensen(mensenfase),
        };
    }

    /// <summary>What a code is called: as the report has it, and of one from before it had that, as it is called now.</summary>
    /// <param name="sleutel">Of a dimension or a part its code; else the list and the code: <c>fase:willen</c>.</param>
    public static Tweetalig Naam(Rapport rapport, string sleutel)
    {
        var code = sleutel.Split(':')[^1];
        return rapport.Namen?.GetValueOrDefault(sleutel) ?? Nu.GetValueOrDefault(sleutel) ?? new Tweetalig(code, code);
    }

    private static Dictionary<string, Tweetalig> Namen(Rapport rapport, Vragenlijst lijst, IReadOnlyList<Prioriteit> prioriteiten)
    {
        var namen = Dimensies.Alle.ToDictionary(d => d.Code, d => d.Naam, StringComparer.Ordinal);
        foreach (var deel in lijst.Delen)
        {
            namen[deel.Onderdeel.Code] = deel.Onderdeel.Naam;
        }
        foreach (var sleutel in Sleutels(rapport, prioriteiten).Where(Nu.ContainsKey))
        {
            namen[sleutel] = Nu[sleutel];
        }
        return namen;
    }

    private static IEnumerable<string> Sleutels(Rapport rapport, IReadOnlyList<Prioriteit> prioriteiten) =>
        [
            .. rapport.Leiding is { } leiding
                ? (IEnumerable<string>)
                    [
                        $"fase:{leiding.Fase}",
                        .. leiding.Belemmeringen.Select(b => $"belemmering:{b}"),
                        .. leiding.Drijfveren.Select(d => $"drijfveer:{d}"),
                        .. (leiding.Doelgroepen ?? []).Select(d => $"doelgroep:{d}"),
                        .. (leiding.Richting ?? new Dictionary<string, string>()).SelectMany(r =>
                            (string[])[$"richting:{r.Key}", $"antwoord:{r.Value}"]
                        ),
                    ]
                : [],
            .. prioriteiten.SelectMany(p => p.Hulp ?? []).SelectMany(h => h.Routes).Select(r => $"route:{r}"),
            $"sector:{rapport.Sector}",
            $"grootte:{rapport.Grootte}",
        ];

    private static IEnumerable<(string Sleutel, Tweetalig Naam)> Van(string lijst, IReadOnlyList<Keuze> keuzes) =>
        keuzes.Select(k => ($"{lijst}:{k.Code}", k.Naam));
}
