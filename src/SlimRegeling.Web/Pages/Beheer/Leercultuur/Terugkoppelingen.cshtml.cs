using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>What firms said of the scan and the scheme, for who can make them better.</summary>
[ResponseCache(NoStore = true)]
public sealed class TerugkoppelingenModel(LeercultuurscansApi api, Teksten t) : PageModel
{
    public Tabel Tabel { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct) =>
        Tabel = Tabel.Van(
            "Wat bedrijven van de scan vinden",
            ["Maand", "Hielp het?", "Wat kan beter"],
            await api.Lees<IReadOnlyList<Scanoordeel>>("terugkoppelingen", ct),
            o => [Leerwoorden.Maand(o.Maand, t), o.Hielp, o.Tekst ?? Leerwoorden.Streep]
        );
}
