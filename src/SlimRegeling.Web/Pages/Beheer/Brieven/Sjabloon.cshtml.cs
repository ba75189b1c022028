using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Beheer.Brieven;

/// <summary>
/// The text of one kind of letter: a scheme manager changes it, looks at it in a real case and proposes it; another signs it or sends it back.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class SjabloonModel(DossiersApi api, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    /// <summary>The form in which the text is written.</summary>
    public const string Tekstvorm = "tekst";

    /// <summary>The form in which one looks at what was proposed.</summary>
    public const string Bekijkvorm = "bekijk";

    /// <summary>The form in which one says why it goes back.</summary>
    public const string Terugvorm = "terug";

    public Sjabloonbeeld Beeld { get; private set; } = null!;

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    /// <summary>The letter as it would be; null when nobody asked.</summary>
    public Leesbrief? Voorbeeld { get; private set; }

    [BindProperty(SupportsGet = true, Name = "gedaan")]
    public string? Gedaan { get; set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public string? Gebeurd =>
        Gedaan switch
        {
            "voorgelegd" => "Uw voorstel ligt klaar. Vraag een collega om het te ondertekenen.",
            "ondertekend" => "De tekst geldt vanaf nu. Brieven die al zijn verzonden, blijven zoals ze waren.",
            "teruggezonden" => "Het voorstel is teruggezonden.",
            _ => null,
        };

    /// <summary>What stands in a field of the form of the text.</summary>
    /// <param name="anders">When nothing was typed.</param>
    public string Waarde(string veld, string anders = "") => Vorm?.Waarde(Tekstvorm, veld) ?? anders;

    public async Task OnGet(string soort, CancellationToken ct)
    {
        Beeld = await api.Sjabloon(soort, ct);
        if (
            Vorm is null
            && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt
            && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm)
        )
        {
            Vorm = Beheervorm.Terug(vorm, getypt);
        }
    }

    public async Task<IActionResult> OnPost(
        string soort,
        int versie,
        string? onderwerp,
        string? tekst,
        string? toelichting,
        string? zaaknummer,
        CancellationToken ct
    )
    {
        JsonObject verzoek = new()
        {
            ["versie"] = versie,
            ["onderwerp"] = onderwerp ?? "",
            ["tekst"] = tekst ?? "",
            ["toelichting"] = toelichting ?? "",
        };
        var antwoord = await api.Doe($"{Pad(soort)}/voorstellen", verzoek, ct);
        return antwoord.Gelukt
            ? Redirect($"/beheer/brieven/{Uri.EscapeDataString(soort)}?gedaan=voorgelegd")
            : await Toon(soort, new(Tekstvorm, Getypt(onderwerp, tekst, toelichting, zaaknummer), antwoord), ct);
    }

    public async Task<IActionResult> OnPostVoorbeeld(
        string soort,
        string? vorm,
        string? onderwerp,
        string? tekst,
        string? toelichting,
        string? zaaknummer,
        CancellationToken ct
    )
    {
        var zaak = zaaknummer?.Trim() ?? "";
        var antwoord = await api.Doe(
            $"{Pad(soort)}/voorbeeld{(zaak.Length == 0 ? "" : $"/{Uri.EscapeDataString(zaak)}")}",
            new JsonObject { ["onderwerp"] = onderwerp ?? "", ["tekst"] = tekst ?? "" },
            ct
        );
        Voorbeeld = antwoord.Gelukt ? antwoord.Inhoud.Deserialize<Leesbrief>(Json.Opties)! with { Kopniveau = 3 } : null;
        var welke = vorm == Bekijkvorm ? Bekijkvorm : Tekstvorm;
        return await Toon(soort, new(welke, Getypt(onderwerp, tekst, toelichting, zaaknummer), antwoord), ct);
    }

    public async Task<IActionResult> OnPostOndertekenen(string soort, int voorstel, string? hash, CancellationToken ct)
    {
        var antwoord = await api.Doe($"{Pad(soort)}/voorstellen/{voorstel}/ondertekening", new JsonObject { ["hash"] = hash ?? "" }, ct);
        return antwoord.Gelukt
            ? Redirect($"/beheer/brieven/{Uri.EscapeDataString(soort)}?gedaan=ondertekend")
            : await Toon(soort, new("ondertekenen", new Dictionary<string, string>(), antwoord), ct);
    }

    public async Task<IActionResult> OnPostTerugzenden(string soort, int voorstel, string? reden, CancellationToken ct)
    {
        var antwoord = await api.Doe($"{Pad(soort)}/voorstellen/{voorstel}/terugzending", new JsonObject { ["reden"] = reden ?? "" }, ct);
        return antwoord.Gelukt
            ? Redirect($"/beheer/brieven/{Uri.EscapeDataString(soort)}?gedaan=teruggezonden")
            : await Toon(soort, new(Terugvorm, new Dictionary<string, string> { ["reden"] = reden ?? "" }, antwoord), ct);
    }

    private async Task<IActionResult> Toon(string soort, Beheervorm vorm, CancellationToken ct)
    {
        ModelState.Clear();
        Vorm = vorm;
        await OnGet(soort, ct);
        return Page();
    }

    private static Dictionary<string, string> Getypt(string? onderwerp, string? tekst, string? toelichting, string? zaaknummer) =>
        new()
        {
            ["onderwerp"] = onderwerp ?? "",
            ["tekst"] = tekst ?? "",
            ["toelichting"] = toelichting ?? "",
            ["zaaknummer"] = zaaknummer ?? "",
        };

    private static string Pad(string soort) => $"briefsjablonen/{Uri.EscapeDataString(soort)}";
}
