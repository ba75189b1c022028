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

/// <summary>A beheerder looks up the machtigingen of one enterprise, and can end one (art. 2:2 Awb).</summary>
[ResponseCache(NoStore = true)]
public sealed class MachtigingenModel(RelatiesApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kvk")]
    public string? Kvk { get; set; }

    [BindProperty(SupportsGet = true, Name = "beeindigd")]
    public bool Beeindigd { get; set; }

    public string? Kvkfout { get; private set; }

    /// <summary>Null until one was looked up.</summary>
    public InzienLijst? Lijst { get; private set; }

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public async Task OnGet(CancellationToken ct)
    {
        // The form says of which enterprise it was: the address to come back to does not.
        var getypt = Vorm is null ? typwerk.Zie(HttpContext, lezer.Lees(HttpContext)) : null;
        Kvk ??= getypt?.Velden.GetValueOrDefault("kvk");
        await Haal(ct);
        if (getypt is not null && Welke(getypt) is { } id && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is not null)
        {
            Vorm = Beheervorm.Terug(id, getypt);
        }
    }

    /// <summary>Which machtiging on the page it was about; null when it is not there, or was ended meanwhile.</summary>
    private string? Welke(Getypt getypt)
    {
        var id = getypt.Velden.GetValueOrDefault("id");
        var gevonden = Lijst is null ? null : Lijst.Gegeven.Concat(Lijst.Ontvangen).FirstOrDefault(m => m.Id == id);
        return gevonden?.Stand is Machtigingsstand.Geldig or Machtigingsstand.GaatLaterIn ? id : null;
    }

    private async Task Haal(CancellationToken ct)
    {
        var kvk = string.Concat((Kvk ?? "").Where(teken => !char.IsWhiteSpace(teken)));
        if (kvk.Length == 0)
        {
            return;
        }
        if (kvk.Length != 8 || !kvk.All(char.IsAsciiDigit))
        {
            Kvkfout = t["Dit is geen KVK-nummer. Een KVK-nummer heeft acht cijfers."];
            return;
        }
        Lijst = await api.GetOndernemingenKvkNummerMachtigingenAsync(kvk, ct);
    }

    public async Task<IActionResult> OnPost(string id, string? grond, string? toelichting, CancellationToken ct)
    {
        ModelState.Clear();
        JsonObject verzoek = new() { ["grond"] = grond ?? "", ["toelichting"] = toelichting ?? "" };
        var antwoord = await api.Doe(HttpMethod.Post, $"machtigingen/{Uri.EscapeDataString(id)}/weigering", verzoek, ct);
        if (antwoord.Gelukt)
        {
            return RedirectToPage(new { kvk = Kvk, beeindigd = true });
        }
        Vorm = new(id, verzoek.ToDictionary(v => v.Key, v => v.Value!.GetValue<string>()), antwoord);
        await OnGet(ct);
        return Page();
    }
}
