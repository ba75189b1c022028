using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Api.Tijdvakken;

namespace SlimRegeling.Web.Pages.Tijdvakken;

/// <summary>The outcome of a draw as the API gives it, at the address of the site.</summary>
public sealed class RangordeModel(TijdvakkenApi api) : PageModel
{
    public async Task<IActionResult> OnGet(string id, CancellationToken ct)
    {
        var bestand = await api.GetTijdvakkenIdRangorde_csvAsync(id, ct);
        HttpContext.Response.RegisterForDispose(bestand);
        return File(bestand.Stream, "text/csv", $"rangorde-{id}.csv");
    }
}
