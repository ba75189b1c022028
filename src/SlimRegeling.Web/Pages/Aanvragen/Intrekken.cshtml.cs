using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Bewaren;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>Withdraws an application, after one said so twice: until the assessment with Aanvragen, from then on with who decides.</summary>
[ResponseCache(NoStore = true)]
public sealed class IntrekkenModel(AanvragenApi api, VerleningApi verleningen, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    public TonenOverzicht Aanvraag { get; private set; } = null!;

    [BindProperty(Name = "reden")]
    public string? Reden { get; set; }

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    public JsonAntwoord? Weigering { get; private set; }

    /// <summary>Why what was typed before is given back here; null when there was nothing.</summary>
    public Bewaarreden? Teruggehaald { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        Aanvraag = await api.GetAanvragenZaaknummerAsync(zaaknummer, ct);
        if (Weigering is null && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Reden = getypt.Velden.GetValueOrDefault("reden");
            Teruggehaald = Aanvraag.Status == Status.Ingetrokken ? null : getypt.Reden;
        }
        Sleutel = Guid.NewGuid().ToString();
        ModelState.Clear();
    }

    public async Task<IActionResult> OnPost(string zaaknummer, CancellationToken ct)
    {
        var reden = string.IsNullOrWhiteSpace(Reden) ? null : Reden.Trim();
        var verzoek = reden is null ? new JsonObject() : new JsonObject { ["reden"] = reden };
        var sleutel = Sleutel ?? Guid.NewGuid().ToString();
        Aanvraag = await api.GetAanvragenZaaknummerAsync(zaaknummer, ct);
        var antwoord =
            Aanvraag.Status == Status.Beoordeeld
                ? await verleningen.TrekIn(zaaknummer, verzoek, sleutel, ct)
                : await api.Vraag(HttpMethod.Post, $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/intrekking", verzoek, sleutel, ct: ct);
        if (antwoord.Gelukt)
        {
            return Redirect($"/zaken/{zaaknummer}");
        }
        Weigering = antwoord;
        await OnGet(zaaknummer, ct);
        return Page();
    }
}
