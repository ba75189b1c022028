using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Beheer;
using SlimRegeling.Web.Beheer;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>Somebody's looks at a case on one day, as one.</summary>
/// <param name="Wie">A pseudonym.</param>
public sealed record Kijkdag(
    DateOnly Dag,
    string Wie,
    IReadOnlyList<string> Rollen,
    IReadOnlyList<string> Wat,
    int Aantal,
    DateTimeOffset Eerst,
    DateTimeOffset Laatst
);

/// <summary>Who looked at a case, for colleagues who work in it: of all contexts together, the newest day first.</summary>
public sealed class InzagenModel(Hosts hosts, AanvragenApi api, Collegas collegas, Typwerk typwerk, Persoonlezer lezer)
    : Werkpagina(api, collegas, typwerk, lezer)
{
    private const int DagenPerBladzijde = 14;

    /// <summary>The last day that is shown; null: up to now.</summary>
    [BindProperty(SupportsGet = true, Name = "tot")]
    public DateOnly? Tot { get; set; }

    public IReadOnlyList<Kijkdag> Dagen { get; private set; } = [];

    /// <summary>The last day before these on which somebody looked; null when there is none.</summary>
    public DateOnly? Eerder { get; private set; }

    /// <summary>Contexts whose log cannot be seen now.</summary>
    public IReadOnlyList<string> Ongezien { get; private set; } = [];

    /// <summary>As an address and a field take it.</summary>
    public static string? Dagtekst(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        // Who may not come to the case is refused by this.
        await Laad(zaaknummer, ct);
        var gezien = await hosts.Inzagen(
            beheer => beheer.GetInzagenZaaknummerAsync(zaaknummer, tot: Dagtekst(Tot), dagen: DagenPerBladzijde, cancellationToken: ct),
            lijst => lijst.Elders,
            ct
        );
        Ongezien = [.. gezien.SelectMany(g => g.Ongezien).Order(StringComparer.Ordinal)];
        (Dagen, Eerder) = Samen([.. gezien.Select(g => g.Lijst).OfType<ZaakinzagenTonenLijst>()], DagenPerBladzijde);
    }

    /// <summary>
    /// What several processes told, as one page. Each told of whole days, of so many as a page has: a day that is among the newest of all was told
    /// of by each that has it. A context that runs in two of them tells the same twice.
    /// </summary>
    internal static (IReadOnlyList<Kijkdag> Dagen, DateOnly? Eerder) Samen(IReadOnlyList<ZaakinzagenTonenLijst> lijsten, int hoeveel)
    {
        var regels = lijsten.SelectMany(l => l.Regels).DistinctBy(r => (r.Context, r.Dag, r.Wie)).ToList();
        var dagen = regels.Select(r => r.Dag).Distinct().OrderDescending().ToList();
        var getoond = dagen.Take(hoeveel).ToHashSet();
        var eerder = dagen.Skip(hoeveel).Concat(lijsten.Select(l => l.Eerder).OfType<DateOnly>()).ToList();
        return (
            [
                .. regels
                    .Where(r => getoond.Contains(r.Dag))
                    .GroupBy(r => (r.Dag, r.Wie))
                    .Select(g => new Kijkdag(
                        g.Key.Dag,
                        g.Key.Wie,
                        Elk(g.SelectMany(r => r.Rollen)),
                        Elk(g.SelectMany(r => r.Wat)),
                        g.Sum(r => r.Aantal),
                        g.Min(r => r.Eerst),
                        g.Max(r => r.Laatst)
                    ))
                    .OrderByDescending(d => d.Dag)
                    .ThenByDescending(d => d.Laatst)
                    .ThenBy(d => d.Wie, StringComparer.Ordinal),
            ],
            eerder.Count == 0 ? null : eerder.Max()
        );
    }

    private static List<string> Elk(IEnumerable<string> teksten) => [.. teksten.Distinct().Order(StringComparer.Ordinal)];
}
