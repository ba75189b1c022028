using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Pages.Medewerkers;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Beheer;

/// <summary>One machtiging on the page, of the enterprise that was looked up.</summary>
public sealed record Machtigingkaart(InzienBeeld Machtiging, string Kvk, Beheervorm? Vorm, string Zegel);

/// <summary>Why the executor ended a machtiging, as both enterprises may know it.</summary>
public static class Weigeringstekst
{
    /// <summary>As the API writes them.</summary>
    public static readonly IReadOnlyList<string> Gronden = ["ernstige-bezwaren", "onjuist-gegeven", "op-verzoek"];

    /// <summary>Its English is in the texts.</summary>
    public static string Van(string grond) =>
        grond switch
        {
            "ernstige-bezwaren" => "Er zijn ernstige bezwaren tegen de gemachtigde (artikel 2:2 Awb).",
            "onjuist-gegeven" => "De machtiging is gegeven door of aan de verkeerde.",
            _ => "De onderneming vroeg ons om haar te beëindigen.",
        };
}

/// <summary>A beheerder looks up the machtigingen of one enterprise, a page at a time, and can end one (art. 2:2 Awb).</summary>
[ResponseCache(NoStore = true)]
public sealed class MachtigingenModel(RelatiesApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    /// <summary>Of what was given and of what was received, each.</summary>
    private const int PerBladzijde = 25;

    [BindProperty(SupportsGet = true, Name = "kvk")]
    public string? Kvk { get; set; }

    /// <summary>A part of the name of the other enterprise, or the beginning of its KVK number.</summary>
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Zoek { get; set; }

    [BindProperty(SupportsGet = true, Name = "gegeven-na")]
    public string? GegevenNa { get; set; }

    [BindProperty(SupportsGet = true, Name = "ontvangen-na")]
    public string? OntvangenNa { get; set; }

    [BindProperty(SupportsGet = true, Name = "beeindigd")]
    public bool Beeindigd { get; set; }

    public string? Kvkfout { get; private set; }

    /// <summary>Null until one was looked up.</summary>
    public InzienLijst? Lijst { get; private set; }

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public bool Zoekt => !string.IsNullOrWhiteSpace(Zoek);

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        var getypt = Vorm is null ? typwerk.Zie(HttpContext, lezer.Lees(HttpContext)) : null;
        if (Kvk is null && getypt is not null)
        {
            // The form says of which machtiging it was: the address to come back to does not.
            Kvk = getypt.Velden.GetValueOrDefault("kvk");
            Zoek = getypt.Velden.GetValueOrDefault("id")?.Split('-').FirstOrDefault(nummer => nummer != Kvk);
        }
        var blad = await Haal(ct);
        if (getypt is not null && Welke(getypt) is { } id && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is not null)
        {
            Vorm = Beheervorm.Terug(id, getypt);
        }
        return blad;
    }

    /// <summary>Which machtiging on the page it was about; null when it is not there, or was ended meanwhile.</summary>
    private string? Welke(Getypt getypt)
    {
        var id = getypt.Velden.GetValueOrDefault("id");
        var gevonden = Lijst is null ? null : Lijst.Gegeven.Concat(Lijst.Ontvangen).FirstOrDefault(m => m.Id == id);
        return gevonden?.Stand is Machtigingsstand.Geldig or Machtigingsstand.GaatLaterIn ? id : null;
    }

    private async Task<IActionResult> Haal(CancellationToken ct)
    {
        var kvk = string.Concat((Kvk ?? "").Where(teken => !char.IsWhiteSpace(teken)));
        if (kvk.Length == 0)
        {
            return Page();
        }
        if (kvk.Length != 8 || !kvk.All(char.IsAsciiDigit))
        {
            Kvkfout = t["Dit is geen KVK-nummer. Een KVK-nummer heeft acht cijfers."];
            return Page();
        }
        try
        {
            Lijst = await api.GetOndernemingenKvkNummerMachtigingenAsync(
                kvk,
                zoek: Zoek,
                gegevenNa: GegevenNa,
                ontvangenNa: OntvangenNa,
                aantal: PerBladzijde,
                cancellationToken: ct
            );
            return Page();
        }
        catch (ApiException e) when (e.StatusCode == 422)
        {
            // A place in a list that was written by hand.
            return NotFound();
        }
    }

    public async Task<IActionResult> OnPost(string id, string? grond, string? toelichting, CancellationToken ct)
    {
        ModelState.Clear();
        JsonObject verzoek = new() { ["grond"] = grond ?? "", ["toelichting"] = toelichting ?? "" };
        var antwoord = await api.Doe(HttpMethod.Post, $"machtigingen/{Uri.EscapeDataString(id)}/weigering", verzoek, ct);
        if (antwoord.Gelukt)
        {
            return RedirectToPage(
                new
                {
                    kvk = Kvk,
                    zoek = Zoek,
                    beeindigd = true,
                }
            );
        }
        Vorm = new(id, verzoek.ToDictionary(v => v.Key, v => v.Value!.GetValue<string>()), antwoord);
        return await OnGet(ct);
    }
}
