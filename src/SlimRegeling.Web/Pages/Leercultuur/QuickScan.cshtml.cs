using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Leercultuur;

/// <summary>What all QuickScans say together, of months that are over.</summary>
public sealed class QuickScanModel(LeercultuurscansApi api, Teksten t) : PageModel
{
    public QuickScancijfers Cijfers { get; private set; } = null!;

    public Keuzeboek Keuzes { get; private set; } = null!;

    public Tellingen Samen =>
        new(
            "samen",
            t["Gemiddelde per onderwerp"],
            t["Onderwerp"],
            t["Gemiddelde (1 tot 5)"],
            [.. Cijfers.Dimensies.Select(d => (d.Naam.In(t), d.Gemiddelde))],
            Leernamen.Kern
        );

    public IEnumerable<IGrouping<string, QuickScangroep>> Groepen => Cijfers.Groepen.GroupBy(g => g.Kenmerk);

    public string Kenmerk(string kenmerk) =>
        kenmerk switch
        {
            "rol" => t["Naar wie invulde"],
            "fase" => t["Naar waar het bedrijf staat"],
            "grootte" => t["Naar grootte van het bedrijf"],
            "sector" => t["Naar sector"],
            _ => kenmerk,
        };

    public string Groep(QuickScangroep groep) =>
        groep.Groep switch
        {
            "" => t["niet ingevuld"],
            "samengevoegd" => t["Kleinere groepen samen"],
            "ondernemer" => t["Ondernemers"],
            "leidinggevende" => t["Leidinggevenden"],
            "werknemer" => t["Mensen die er werken"],
            var code => Leerwoorden.Naam(
                groep.Kenmerk switch
                {
                    "fase" => Keuzes.Fasen,
                    "grootte" => Keuzes.Groottes,
                    _ => Keuzes.Sectoren,
                },
                code,
                t
            ),
        };

    public async Task OnGet(CancellationToken ct)
    {
        Cijfers = await api.Lees<QuickScancijfers>("quickscans/resultaten", ct);
        Keuzes = await api.Lees<Keuzeboek>("scankeuzes", ct);
    }
}
