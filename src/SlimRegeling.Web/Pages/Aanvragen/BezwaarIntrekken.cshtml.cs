using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>Withdraws an objection, after one said so twice.</summary>
[ResponseCache(NoStore = true)]
public sealed class BezwaarIntrekkenModel(VerleningApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    public BezwaarTonenBeeld Bezwaar { get; private set; } = null!;

    [BindProperty(Name = "reden")]
    public string? Reden { get; set; }

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    public JsonAntwoord? Weigering { get; private set; }

    public bool Teruggehaald { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    [TempData]
    public string? Gebeurd { get; set; }

    public async Task<IActionResult> OnGet(string zaaknummer, string bezwaar, CancellationToken ct)
    {
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            (Reden, Teruggehaald) = (getypt.Velden.GetValueOrDefault("reden"), true);
        }
        return await Laad(zaaknummer, bezwaar, ct);
    }

    public async Task<IActionResult> OnPost(string zaaknummer, string bezwaar, CancellationToken ct)
    {
        var verzoek = string.IsNullOrWhiteSpace(Reden) ? new JsonObject() : new JsonObject { ["reden"] = Reden };
        var antwoord = await api.Doe(
            $"bezwaren/{Uri.EscapeDataString(bezwaar)}/intrekking",
            verzoek,
            Sleutel ?? Guid.NewGuid().ToString(),
            ct
        );
        if (antwoord.Gelukt)
        {
            Gebeurd = t["Uw bezwaar is ingetrokken."];
            return Redirect($"/aanvragen/{zaaknummer}/bezwaren/{bezwaar}");
        }
        Weigering = antwoord;
        return await Laad(zaaknummer, bezwaar, ct);
    }

    private async Task<IActionResult> Laad(string zaaknummer, string bezwaar, CancellationToken ct)
    {
        Bezwaar = await api.GetBezwarenBezwaarAsync(bezwaar, ct);
        Sleutel = Guid.NewGuid().ToString();
        ModelState.Clear();
        return Bezwaar.Zaaknummer == zaaknummer ? Page() : NotFound();
    }
}
