using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>Objects to a decision on the own case: to which, why, and whether one wants to be heard.</summary>
[ResponseCache(NoStore = true)]
public sealed class BezwaarModel(VerleningApi api, Typwerk typwerk, Persoonlezer lezer, Moment klok, Teksten t) : PageModel
{
    public string Zaaknummer { get; private set; } = "";

    /// <summary>Decisions without an objection of one's own.</summary>
    public IReadOnlyList<BezwarenTonenBesluitregel> Besluiten { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "besluit")]
    public string? Besluit { get; set; }

    [BindProperty(Name = "naam")]
    public string? Naam { get; set; }

    [BindProperty(Name = "gronden")]
    public string? Gronden { get; set; }

    [BindProperty(Name = "grondenVolgen")]
    public string? GrondenVolgen { get; set; }

    [BindProperty(Name = "redenTeLaat")]
    public string? RedenTeLaat { get; set; }

    [BindProperty(Name = "wilHoren")]
    public string? WilHoren { get; set; }

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    public IReadOnlyList<Foutregel> Fouten { get; private set; } = [];

    /// <summary>Why it cannot be, when nothing in the form is wrong.</summary>
    public JsonAntwoord? Weigering { get; private set; }

    public bool Teruggehaald { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>Of one of them the last day is over: then it is asked why.</summary>
    public bool IsLaat => Besluiten.Any(b => b.BezwaarTot < klok.Vandaag.ToDateOnly());

    public string? Fout(string veld) => Fouten.FirstOrDefault(f => f.Id == veld)?.Uitleg;

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Besluit = getypt.Velden.GetValueOrDefault("besluit");
            Naam = getypt.Velden.GetValueOrDefault("naam");
            Gronden = getypt.Velden.GetValueOrDefault("gronden");
            GrondenVolgen = getypt.Velden.GetValueOrDefault("grondenVolgen");
            RedenTeLaat = getypt.Velden.GetValueOrDefault("redenTeLaat");
            WilHoren = getypt.Velden.GetValueOrDefault("wilHoren");
            Teruggehaald = true;
        }
        return Page();
    }

    public async Task<IActionResult> OnPost(string zaaknummer, CancellationToken ct)
    {
        var verzoek = new JsonObject
        {
            ["besluit"] = Besluit ?? "",
            ["naam"] = Naam ?? "",
            ["gronden"] = Gronden,
            ["grondenVolgen"] = GrondenVolgen == "ja",
            ["redenTeLaat"] = RedenTeLaat,
        };
        if (WilHoren is "ja" or "nee")
        {
            verzoek["wilHoren"] = WilHoren == "ja";
        }
        var antwoord = await api.Doe(
            $"verleningen/{Uri.EscapeDataString(zaaknummer)}/bezwaren",
            verzoek,
            Sleutel ?? Guid.NewGuid().ToString(),
            ct
        );
        if (antwoord.Gelukt)
        {
            Gebeurd = t["Wij hebben uw bezwaar ontvangen. U krijgt daarvan een brief."];
            return Redirect($"/aanvragen/{zaaknummer}/bezwaren/{antwoord.Inhoud!["bezwaar"]!.GetValue<string>()}");
        }
        Fouten = [.. antwoord.Fouten.Select(f => new Foutregel(f.Veld, "", f.Uitleg, f.Artikel))];
        Weigering = Fouten.Count == 0 ? antwoord : null;
        await Laad(zaaknummer, ct);
        return Page();
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        // Whose it is; that of another is not found.
        var bezwaren = await api.GetVerleningenZaaknummerBezwarenAsync(zaaknummer, ct);
        Besluiten = [.. bezwaren.Besluiten.Where(b => b.Bezwaar is null)];
        Besluit ??= Besluiten is [var enige] ? enige.Besluit : null;
        Zaaknummer = zaaknummer;
        Sleutel = Guid.NewGuid().ToString();
        ModelState.Clear();
    }
}
