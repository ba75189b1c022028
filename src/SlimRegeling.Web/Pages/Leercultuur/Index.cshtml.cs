using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Leercultuur;

/// <summary>The public dashboard: what others measure, beside what scans and the scheme's own cases show. All of it can be had as a file.</summary>
public sealed class IndexModel(LeercultuurscansApi api, Teksten t) : PageModel
{
    public Dashboardbeeld Beeld { get; private set; } = null!;

    public Leernamen Namen { get; private set; } = null!;

    /// <summary>In the order of the groups; one that nobody knows comes last.</summary>
    public IEnumerable<IGrouping<string, Indicator>> Groepen =>
        Beeld
            .Indicatoren.Select(i => i.Indicator)
            .GroupBy(i => i.Groep)
            .OrderBy(g =>
                Leerwoorden.Indicatorgroepen.Select(k => k.Code).ToList().IndexOf(g.Key) is >= 0 and var plek ? plek : int.MaxValue
            );

    public IReadOnlyList<Tellingen> Ondernemers =>
        Beeld.Ondernemers is not { } telling
            ? []
            :
            [
                Tel("fasen", t["Waar bedrijven staan"], telling.Fasen, Namen.Keuzes.Fasen),
                Tel("belemmeringen", t["Wat bedrijven tegenhoudt"], telling.Belemmeringen, Namen.Keuzes.Belemmeringen),
                Tel("drijfveren", t["Wat bedrijven in beweging brengt"], telling.Drijfveren, Namen.Keuzes.Drijfveren),
            ];

    /// <summary>Of which any sector shows something.</summary>
    public IReadOnlyList<string> Sectordimensies =>
        [.. Beeld.Sectoren.SelectMany(s => s.Dimensies).Select(d => d.Code).Distinct().Order(StringComparer.Ordinal)];

    public Tellingen Verleningen =>
        new(
            "verleningen",
            t["Verleende subsidies per jaar"],
            t["Jaar"],
            t["Verleningen"],
            [.. Beeld.Verleningen.Select(v => (Lijngrafiek.Jaar(v.Jaar), v.Aantal))]
        );

    public async Task OnGet(CancellationToken ct)
    {
        Beeld = await api.Lees<Dashboardbeeld>("dashboard", ct);
        Namen = await Leernamen.Lees(api, null, ct);
    }

    /// <summary>The last value of each series: series are not added, and none stands for another.</summary>
    public static IEnumerable<(Reeks Reeks, Punt Punt)> Laatste(Indicator indicator) =>
        indicator.Reeksen.Where(r => r.Punten.Count > 0).Select(r => (r, r.Punten.MaxBy(p => p.Jaar)!));

    private Tellingen Tel(string id, string titel, IReadOnlyDictionary<string, int> aantallen, IReadOnlyList<Leerkeuze> keuzes) =>
        new(
            id,
            titel,
            t["Antwoord"],
            t["Bedrijven"],
            [.. aantallen.OrderByDescending(a => a.Value).Select(a => (Leerwoorden.Naam(keuzes, a.Key, t), a.Value))]
        );
}
