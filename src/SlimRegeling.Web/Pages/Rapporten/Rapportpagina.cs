using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Pages.Rapporten;

/// <summary>A page on the report of one scan, for the firm that did it. While there is no report, the page says so in the words of the API.</summary>
[ResponseCache(NoStore = true)]
public abstract class Rapportpagina(LeercultuurscansApi api) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "scan")]
    public string Scan { get; set; } = "";

    /// <summary>Why there is nothing to show yet; null when there is.</summary>
    public JsonAntwoord? NogNiet { get; private set; }

    private protected LeercultuurscansApi Api => api;

    /// <summary>Where something of this scan is, on the site and below <c>/v1</c> alike.</summary>
    public string Pad(string deel = "") => $"/scans/{Uri.EscapeDataString(Scan)}{deel}";

    /// <summary>What the API has of this scan; null when that is not there yet, and <see cref="NogNiet"/> says why.</summary>
    private protected async Task<T?> Haal<T>(string deel, CancellationToken ct)
        where T : class
    {
        var antwoord = await api.Vraag(HttpMethod.Get, Pad(deel)[1..], null, null, ct);
        if (antwoord.Gelukt)
        {
            return antwoord.Als<T>();
        }
        NogNiet ??= antwoord;
        return null;
    }

    /// <summary>What stands beside it, which a page does without: a refusal of it hides nothing else.</summary>
    private protected async Task<T?> Naast<T>(string deel, CancellationToken ct)
        where T : class
    {
        var antwoord = await api.Vraag(HttpMethod.Get, Pad(deel)[1..], null, null, ct);
        return antwoord.Gelukt ? antwoord.Als<T>() : null;
    }

    /// <summary>A file of this scan; while it is not there, the page it belongs to, which says why.</summary>
    private protected async Task<IActionResult> Bestand(string pagina, string deel, CancellationToken ct)
    {
        try
        {
            return new Download(await api.Bestand(Pad(deel)[1..], ct));
        }
        catch (ApiException e) when (e.StatusCode == StatusCodes.Status409Conflict)
        {
            return Redirect(Pad(pagina));
        }
    }
}
