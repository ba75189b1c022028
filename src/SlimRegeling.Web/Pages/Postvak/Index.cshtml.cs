using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Pages.Postvak;

/// <summary>The letters to the enterprise over all its cases, the last that was sent first, and which of them one did not open.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(DossiersApi dossiers) : PageModel
{
    private const int PerBladzijde = 25;

    [BindProperty(SupportsGet = true, Name = "na")]
    public string? Na { get; set; }

    public Berichtenlijst Lijst { get; private set; } = null!;

    /// <summary>Nothing at all, and not only nothing more.</summary>
    public bool HeeftNiets => Lijst.Berichten.Count == 0 && Na is null;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        try
        {
            Lijst = await dossiers.Berichten(Na, PerBladzijde, ct);
            return Page();
        }
        catch (Api.Aanvragen.ApiException e) when (e.StatusCode == StatusCodes.Status422UnprocessableEntity)
        {
            // A place in the list that was written by hand.
            return NotFound();
        }
    }
}
