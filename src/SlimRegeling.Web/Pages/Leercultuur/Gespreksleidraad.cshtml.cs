using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Pages.Leercultuur;

/// <summary>The talk guide, for who has too few people for a scan.</summary>
public sealed class GespreksleidraadModel(LeercultuurscansApi api) : PageModel
{
    public Leidraadblad Leidraad { get; private set; } = null!;

    /// <summary>The PDF could not be made now.</summary>
    public bool NietGedrukt { get; private set; }

    public Task OnGet(CancellationToken ct) => Lees(ct);

    public async Task<IActionResult> OnGetPdf(CancellationToken ct)
    {
        try
        {
            return new Download(await api.Bestand("gespreksleidraad/pdf", ct));
        }
        catch (ApiException e) when (e.StatusCode is StatusCodes.Status429TooManyRequests or >= StatusCodes.Status500InternalServerError)
        {
            NietGedrukt = true;
        }
        await Lees(ct);
        return Page();
    }

    private async Task Lees(CancellationToken ct) => Leidraad = await api.Lees<Leidraadblad>("gespreksleidraad", ct);
}
