using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Relaties;

namespace SlimRegeling.Web.Pages.Steun;

/// <summary>The de-minimis aid of the enterprise by this scheme: each grant with the number of its letter, and the room that is left today.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(RelatiesApi api, Persoonlezer lezer) : PageModel
{
    /// <summary>Null when the enterprise is not known yet: then nothing was granted to it.</summary>
    public SteunBekijkenBeeld? Beeld { get; private set; }

    public async Task OnGet(CancellationToken ct)
    {
        try
        {
            Beeld = await api.GetOndernemingenKvkNummerSteunAsync(lezer.Lees(HttpContext)?.KvkNummer ?? "", ct);
        }
        catch (ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            Beeld = null;
        }
    }
}
