using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>The hoofdaanvrager of a partnership invites parties to confirm, takes invitations back, and sees who confirmed.</summary>
[ResponseCache(NoStore = true)]
public sealed class UitnodigenModel(Concepten concepten, AanvragenApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    public Conceptbeeld Concept { get; private set; } = null!;

    public IReadOnlyList<Partijstand> Partijen { get; private set; } = [];

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    [BindProperty(Name = "kvkNummer")]
    public string? KvkNummer { get; set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public JsonAntwoord? Weigering { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public bool MagSchrijven => Concept.Tijdvak.Status != "gesloten";

    /// <summary>Where a party looks; it gives no right by itself.</summary>
    public string Link => $"{Request.Scheme}://{Request.Host}/aanvragen/uitnodigingen/{Concept.Zaaknummer}";

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        if (await concepten.Lees(zaaknummer, ct) is not { } concept)
        {
            return Redirect($"/aanvragen/{zaaknummer}/ontvangst");
        }
        if (!concept.IsSamenwerkingsverband)
        {
            return NotFound();
        }
        Concept = concept;
        Partijen = await concepten.Partijen(zaaknummer, ct);
        ModelState.Clear();
        return Page();
    }

    public Task<IActionResult> OnPostNodig(string zaaknummer, CancellationToken ct) =>
        Doe(zaaknummer, "", t["De partij is uitgenodigd. Stuur haar de link hieronder."], ct);

    public Task<IActionResult> OnPostTrek(string zaaknummer, CancellationToken ct) =>
        Doe(zaaknummer, "/intrekking", t["De uitnodiging is ingetrokken. De partij ziet de aanvraag niet meer."], ct);

    private async Task<IActionResult> Doe(string zaaknummer, string wat, string gelukt, CancellationToken ct)
    {
        var antwoord = await api.Vraag(
            HttpMethod.Post,
            $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/uitnodigingen{wat}",
            new JsonObject { ["kvkNummer"] = KvkNummer ?? "" },
            Sleutel ?? Guid.NewGuid().ToString(),
            ct: ct
        );
        if (antwoord.Gelukt)
        {
            Gebeurd = gelukt;
            return Redirect($"/aanvragen/{zaaknummer}/uitnodigen");
        }
        Weigering = antwoord;
        return await OnGet(zaaknummer, ct);
    }
}
