using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Pages.Werk;

/// <summary>An application at whose receipt something was missing.</summary>
/// <param name="Ontbreekt">Codes of documents.</param>
public sealed record Onvolledigezaak(string Zaaknummer, IReadOnlyList<string> Ontbreekt);

/// <summary>Asks many applicants of a window at once for what was missing at receipt, each with a letter of their own (4:5 Awb).</summary>
[ResponseCache(NoStore = true)]
public sealed class AanvullenModel(AanvragenApi aanvragen, TijdvakkenApi tijdvakken, Concepten concepten) : PageModel
{
    private const int Hoogstens = 200;
    private const char Scheiding = ' ';

    private IReadOnlyList<Gevraagdstuk> _stukken = [];

    [BindProperty(SupportsGet = true, Name = "tijdvak")]
    public string? Tijdvak { get; set; }

    /// <summary>Ticked: a case with the codes that were shown of it.</summary>
    [BindProperty(Name = "zaak")]
    public List<string> Gekozen { get; set; } = [];

    public Filterveld Tijdvakken { get; private set; } = null!;

    public IReadOnlyList<Onvolledigezaak> Regels { get; private set; } = [];

    public IReadOnlyList<Onvolledigezaak> Getoond => [.. Regels.Take(Hoogstens)];

    public IReadOnlyList<Zaakuitkomst> Uitkomsten { get; private set; } = [];

    public string? Fout { get; private set; }

    /// <summary>Pressed twice, the button does its work once.</summary>
    public string Sleutel { get; } = Guid.NewGuid().ToString();

    /// <summary>What a tick sends.</summary>
    public static string Keuze(Onvolledigezaak zaak) => string.Join(Scheiding, zaak.Ontbreekt.Prepend(zaak.Zaaknummer));

    /// <summary>A page begins with all of them ticked; after that what did not go well is.</summary>
    public bool IsGekozen(Onvolledigezaak zaak) => HttpMethods.IsGet(HttpContext.Request.Method) || Gekozen.Contains(Keuze(zaak));

    public string Titel(string code) => _stukken.FirstOrDefault(s => s.Code == code)?.Titel ?? code;

    public Task<IActionResult> OnGet(CancellationToken ct) => Toon(ct);

    public async Task<IActionResult> OnPost(string? sleutel, CancellationToken ct)
    {
        ModelState.Clear();
        if (Gekozen.Count == 0)
        {
            Fout = "Vink eerst aan van welke zaken u wilt vragen wat ontbreekt.";
            return await Toon(ct);
        }
        JsonObject verzoek = new() { ["zaken"] = new JsonArray([.. Gekozen.Select(Zaak)]) };
        var antwoord = await aanvragen.Vraag(HttpMethod.Post, "aanvullingsverzoeken", verzoek, sleutel ?? Sleutel, ct: ct);
        if (antwoord.Gelukt)
        {
            Uitkomsten = antwoord.Als<IReadOnlyList<Zaakuitkomst>>();
            var mislukt = Uitkomsten.Where(u => !u.Gelukt).Select(u => u.Zaaknummer).ToHashSet();
            Gekozen = [.. Gekozen.Where(keuze => mislukt.Contains(keuze.Split(Scheiding)[0]))];
        }
        else
        {
            Fout = antwoord.Fouten is [var fout, ..] ? fout.Uitleg : antwoord.Uitleg;
        }
        return await Toon(ct);
    }

    private static JsonNode Zaak(string keuze)
    {
        var delen = keuze.Split(Scheiding, StringSplitOptions.RemoveEmptyEntries);
        return new JsonObject
        {
            ["zaaknummer"] = delen.FirstOrDefault() ?? "",
            ["ontbreekt"] = new JsonArray([.. delen.Skip(1).Select(code => (JsonNode?)code)]),
        };
    }

    private async Task<IActionResult> Toon(CancellationToken ct)
    {
        var vensters = (await tijdvakken.GetTijdvakkenAsync(ct)).OrderByDescending(t => t.Opent).Select(t => t.Id).ToList();
        Tijdvakken = new("tijdvak", "Tijdvak", "Kies een tijdvak", [.. vensters.Select(id => (id, id))], Tijdvak);
        if (string.IsNullOrEmpty(Tijdvak))
        {
            return Page();
        }
        if (!vensters.Contains(Tijdvak))
        {
            // A window that was written by hand.
            return NotFound();
        }
        (_, _stukken) = await concepten.Gevraagd(Tijdvak, ct);
        (Regels, _) = await aanvragen.Lees<IReadOnlyList<Onvolledigezaak>>(
            $"aanvullingsverzoeken?tijdvak={Uri.EscapeDataString(Tijdvak)}",
            ct
        );
        return Page();
    }
}
