using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Pages.Medewerkers;
using SlimRegeling.Web.Pages.Werkblad;
using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Pages.Beheer;

/// <summary>
/// The draws of cases that are settled without a request: the list fixed first, the seed typed by two people, and what the faults that were found say of
/// all cases.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class SteekproevenModel(VaststellingApi api, Collegas collegas, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    private const string Blad = "/beheer/steekproeven";

    public IReadOnlyList<Steekproefregel> Lijst { get; private set; } = [];

    /// <summary>The one that is looked at; null for none.</summary>
    public Steekproefbeeld? Beeld { get; private set; }

    public IReadOnlyList<Stapvorm> Stappen { get; private set; } = [];

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    public long? Versie { get; private set; }

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>Which draw.</summary>
    [BindProperty(SupportsGet = true, Name = "nummer")]
    public string? Nummer { get; set; }

    [BindProperty(Name = Werkpagina.Gezienveld)]
    public long? Gezien { get; set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(Persoon);

    /// <summary>Where the forms go.</summary>
    public string Hier => Pad(Blad, "handler=Stap");

    public bool IsVeranderd => Vorm?.Antwoord?.Status == StatusCodes.Status412PreconditionFailed;

    private Persoon Persoon => lezer.Lees(HttpContext)!;

    public string Wie(string kenmerk) => kenmerk == Persoon.Onderwerp ? "u" : collegas.Naam(kenmerk);

    public bool IsOpen(Stapvorm stap) => Vorm?.Naam == stap.Naam;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        await Toon(ct);
        if (typwerk.Neem(HttpContext, Persoon) is { } getypt && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm))
        {
            Vorm = Stapvorm.Terug(vorm, getypt);
        }
        return Page();
    }

    /// <summary>The list with which anyone can draw again.</summary>
    public async Task<IActionResult> OnGetLijst(CancellationToken ct) =>
        new Download(await api.Bestand($"steekproeven/{Uri.EscapeDataString(Nummer ?? "")}/lijst.csv", ct));

    /// <param name="vorm">Which step.</param>
    public async Task<IActionResult> OnPostStap(string? vorm, string? sleutel, CancellationToken ct)
    {
        await Toon(ct);
        if (Stappen.FirstOrDefault(s => s.Naam == vorm) is not { } stap)
        {
            // Pressed twice, or a colleague was first: the page says how it stands.
            return Redirect(Pad(Blad));
        }
        var (verzoek, onleesbaar) = stap.Lees(Request.Form);
        var weg = Steekproefstappen.IsWeg(stap.Naam);
        var methode = weg ? HttpMethod.Delete : HttpMethod.Post;
        // What is proposed is of many cases: the version of the draw says nothing of theirs.
        var samen = stap.Naam == Steekproefstappen.Voorleggen;
        var gezien = samen ? null : Gezien;
        var antwoord = onleesbaar ?? await api.Werk(methode, stap.Pad, weg ? null : verzoek, sleutel ?? Sleutel, gezien, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = samen
                ? Steekproefstappen.Voorgelegd(antwoord.Als<IReadOnlyList<Voorgelegdezaak>>())
                : Steekproefstappen.Gedaan(stap.Naam);
            Nummer = (antwoord.Inhoud as JsonObject)?["nummer"]?.GetValue<string>() ?? Nummer;
            return Redirect(Pad(Blad));
        }
        ModelState.Clear();
        Vorm = new(stap.Naam, Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString()), antwoord);
        await Toon(ct);
        return Page();
    }

    /// <summary>Of this page, about the draw that is looked at.</summary>
    private string Pad(string blad, string? vraag = null)
    {
        var delen = ((string?[])[vraag, string.IsNullOrEmpty(Nummer) ? null : $"nummer={Uri.EscapeDataString(Nummer)}"]).OfType<string>();
        return string.Join('?', ((string[])[blad, string.Join('&', delen)]).Where(deel => deel.Length > 0));
    }

    private async Task Toon(CancellationToken ct)
    {
        (Lijst, _) = await api.Lees<IReadOnlyList<Steekproefregel>>("steekproeven", ct);
        if (!string.IsNullOrEmpty(Nummer))
        {
            (Beeld, Versie) = await api.Lees<Steekproefbeeld>($"steekproeven/{Uri.EscapeDataString(Nummer)}", ct);
        }
        // The names of colleagues are for who assesses or signs.
        if (Persoon.Heeft(Rol.Beoordelaar) || Persoon.Heeft(Rol.Medeondertekenaar))
        {
            await collegas.Lees(ct);
        }
        Stappen = Steekproefstappen.Van(Beeld, Persoon);
    }
}
