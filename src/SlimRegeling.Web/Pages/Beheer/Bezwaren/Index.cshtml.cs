using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Verlening;

namespace SlimRegeling.Web.Pages.Beheer.Bezwaren;

/// <summary>The objections that ask for work, the first to decide on top; or those that are over.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(VerleningApi api, Persoonlezer lezer, Moment klok) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "afgelopen")]
    public bool Afgelopen { get; set; }

    public IReadOnlyList<BezwarenTonenRegel> Bezwaren { get; private set; } = [];

    public bool MagInvoeren => lezer.Lees(HttpContext)?.Heeft(Rol.Beoordelaar) == true;

    public bool IsTeLaat(BezwarenTonenRegel bezwaar) => bezwaar.BeslissenUiterlijk < klok.Vandaag.ToDateOnly();

    public async Task OnGet(CancellationToken ct) => Bezwaren = [.. await api.GetBezwarenAsync(Afgelopen, ct)];
}
