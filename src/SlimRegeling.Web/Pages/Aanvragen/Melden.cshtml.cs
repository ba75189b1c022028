using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>Tells that something changed since the application; it is kept with the case, and read there.</summary>
[ResponseCache(NoStore = true)]
public sealed class MeldenModel(AanvragenApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    public string Zaaknummer { get; private set; } = "";

    [BindProperty(Name = "tekst")]
    public string? Tekst { get; set; }

    /// <summary>What the recipient of a subsidy must tell at once: niet, later or deels; empty for something else.</summary>
    [BindProperty(Name = "soort")]
    public string? Soort { get; set; }

    /// <summary>Letters of the activities that it is about; empty when it is about all of them.</summary>
    [BindProperty(Name = "activiteiten")]
    public List<string> Activiteiten { get; set; } = [];

    /// <summary>Something was awarded that must be carried out.</summary>
    public bool IsVerleend { get; private set; }

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    /// <summary>What is wrong with the text.</summary>
    public string? Fout { get; private set; }

    /// <summary>Why it cannot be told.</summary>
    public string? Bericht { get; private set; }

    public bool Teruggehaald { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    [TempData]
    public string? Gebeurd { get; set; }

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            (Tekst, Soort, Teruggehaald) = (getypt.Velden.GetValueOrDefault("tekst"), getypt.Velden.GetValueOrDefault("soort"), true);
        }
        return Page();
    }

    public async Task<IActionResult> OnPost(string zaaknummer, CancellationToken ct)
    {
        var verzoek = new JsonObject { ["tekst"] = Tekst ?? "" };
        if (!string.IsNullOrEmpty(Soort))
        {
            verzoek["soort"] = Soort;
        }
        if (Activiteiten.Count > 0)
        {
            verzoek["activiteiten"] = new JsonArray([.. Activiteiten.Select(a => JsonValue.Create(a))]);
        }
        var sleutel = Sleutel ?? Guid.NewGuid().ToString();
        var antwoord = await api.Vraag(
            HttpMethod.Post,
            $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/meldingen",
            verzoek,
            sleutel,
            ct: ct
        );
        if (antwoord.Gelukt)
        {
            Gebeurd = t["Wij hebben uw melding ontvangen. Zij staat bij uw zaak."];
            return Redirect($"/zaken/{zaaknummer}");
        }
        Fout = antwoord.Fouten is [var fout, ..] ? fout.Uitleg : null;
        Bericht = Fout is null ? antwoord.Uitleg : null;
        await Laad(zaaknummer, ct);
        return Page();
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        // Whose it is; that of another is not found.
        var aanvraag = await api.GetAanvragenZaaknummerAsync(zaaknummer, ct);
        IsVerleend = aanvraag.Status == Status.Verleend;
        Zaaknummer = zaaknummer;
        Sleutel = Guid.NewGuid().ToString();
        ModelState.Clear();
    }
}
