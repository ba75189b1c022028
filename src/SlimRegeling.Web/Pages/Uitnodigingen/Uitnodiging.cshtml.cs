using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Uitnodigingen;

/// <summary>A party reads the common plan and its own part, and confirms with its signature or says that it does not take part.</summary>
[ResponseCache(NoStore = true)]
public sealed class UitnodigingModel(Concepten concepten, AanvragenApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    public Uitnodigingbeeld Beeld { get; private set; } = null!;

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    [BindProperty(Name = "akkoord")]
    public string? Akkoord { get; set; }

    /// <summary>Of what was shown.</summary>
    [BindProperty(Name = "afdruk")]
    public string? Afdruk { get; set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public JsonAntwoord? Weigering { get; private set; }

    /// <summary>Why an answer that was given before did not come: a signature is set anew. Null when there was none.</summary>
    public Bewaarreden? Teruggehaald { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        Teruggehaald = typwerk.Neem(HttpContext, lezer.Lees(HttpContext))?.Reden;
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Beeld = await concepten.LeesUitnodiging(zaaknummer, ct);
        Sleutel = Guid.NewGuid().ToString();
        ModelState.Clear();
    }

    public Task<IActionResult> OnPostBevestig(string zaaknummer, CancellationToken ct) =>
        Doe(
            zaaknummer,
            "bevestiging",
            new JsonObject { ["akkoord"] = Akkoord == "ja", ["afdruk"] = Afdruk ?? "" },
            t["U hebt bevestigd en ondertekend. De hoofdaanvrager ziet dat."],
            ct
        );

    public Task<IActionResult> OnPostWeiger(string zaaknummer, CancellationToken ct) =>
        Doe(zaaknummer, "weigering", new JsonObject(), t["U hebt laten weten dat u niet meedoet."], ct);

    private async Task<IActionResult> Doe(string zaaknummer, string wat, JsonObject verzoek, string gelukt, CancellationToken ct)
    {
        var antwoord = await api.Vraag(
            HttpMethod.Post,
            $"{Uitnodigingbeeld.Pad(zaaknummer)}/{wat}",
            verzoek,
            Sleutel ?? Guid.NewGuid().ToString(),
            ct: ct
        );
        if (antwoord.Gelukt)
        {
            Gebeurd = gelukt;
            return Redirect($"/aanvragen/uitnodigingen/{zaaknummer}");
        }
        if (antwoord.Status == 404)
        {
            return NotFound();
        }
        Weigering = antwoord;
        await Laad(zaaknummer, ct);
        return Page();
    }
}
