using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Wachtkamer;

namespace SlimRegeling.Web.Pages;

/// <summary>What went wrong in plain words, and what to do. It is shown in place of the page, with the page's own status.</summary>
[IgnoreAntiforgeryToken]
public sealed class FoutModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Status { get; set; }

    /// <summary>Nothing is wrong: it is busy, and they wait for their turn.</summary>
    public Plaats? Plaats => HttpContext.Features.Get<Plaats>();

    public string Titel =>
        Status switch
        {
            _ when Plaats is not null => "U staat in de rij",
            403 => "U hebt hier geen toegang",
            404 => "Deze pagina is er niet",
            503 => "Dit werkt nu even niet",
            >= 500 => "Er ging bij ons iets mis",
            _ => "Dit kan niet",
        };

    public string Uitleg =>
        Status switch
        {
            403 => "Uw rol geeft geen toegang tot deze pagina. Meld u af en meld u aan met een andere rol.",
            404 => "Controleer het adres of het zaaknummer. Een zaak van een andere onderneming ziet u hier niet.",
            503 => "Wij kunnen deze gegevens nu niet ophalen. Probeer het over een minuut opnieuw.",
            >= 500 => "Er is niets opgeslagen. Probeer het over enkele minuten opnieuw.",
            _ => "Ga terug en probeer het opnieuw.",
        };

    /// <summary>By which our people find the failure in the log.</summary>
    public string? Kenmerk => Status >= 500 ? Activity.Current?.TraceId.ToHexString() : null;
}
