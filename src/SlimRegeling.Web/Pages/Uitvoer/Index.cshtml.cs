using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Uitvoer;

/// <summary>The whole dossier of a case as a file: first for whom it is, then the file, for an hour.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ZakenApi zaken, DossiersApi dossiers, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    /// <summary>Names the one form of the page; with it begin the ids of its fields.</summary>
    public const string Formulier = "uitvoer";

    /// <summary>As the API writes them, with what people read.</summary>
    public static readonly IReadOnlyList<(string Code, string Tekst)> Aanleidingen =
    [
        ("inzageverzoek", "Iemand vraagt welke persoonsgegevens wij hebben (artikel 15 AVG)"),
        ("bezwaar", "Iemand die bezwaar maakte, wil de stukken zien (artikel 7:4 Awb)"),
        ("beroep", "De rechter vraagt de stukken (artikel 8:42 Awb)"),
        ("woo-verzoek", "Iemand vraagt om openbare informatie (Woo)"),
        ("controle", "Een controle van de regeling"),
    ];

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    public string Zaaknummer { get; private set; } = "";

    /// <summary>What can be fetched now; null before it was asked.</summary>
    public string? Klaar { get; private set; }

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public async Task OnGet(string zaaknummer, string? klaar, CancellationToken ct)
    {
        Zaaknummer = (await zaken.GetZakenZaaknummerAsync(zaaknummer, ct)).Zaaknummer;
        Klaar = klaar;
        Sleutel ??= Guid.NewGuid().ToString();
        if (Vorm is null && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Vorm = Beheervorm.Terug(Formulier, getypt);
        }
    }

    public async Task<IActionResult> OnPost(string zaaknummer, string? aanleiding, string? toelichting, CancellationToken ct)
    {
        ModelState.Clear();
        JsonObject verzoek = new() { ["aanleiding"] = aanleiding ?? "", ["toelichting"] = toelichting ?? "" };
        var antwoord = await dossiers.VraagUitvoer(zaaknummer, verzoek, Sleutel ?? Guid.NewGuid().ToString(), ct);
        if (antwoord.Gelukt)
        {
            return Redirect(
                $"/beheer/uitvoer/{Uri.EscapeDataString(zaaknummer)}?klaar={Uri.EscapeDataString((string)antwoord.Inhoud!["id"]!)}"
            );
        }
        Vorm = new(Formulier, verzoek.ToDictionary(v => v.Key, v => v.Value!.GetValue<string>()), antwoord);
        await OnGet(zaaknummer, null, ct);
        return Page();
    }

    /// <summary>The file, as it comes.</summary>
    public async Task<IActionResult> OnGetBestand(string zaaknummer, string id, CancellationToken ct) =>
        new Download(await dossiers.Bestand($"dossiers/{Uri.EscapeDataString(zaaknummer)}/uitvoer/{Uri.EscapeDataString(id)}", ct));
}
