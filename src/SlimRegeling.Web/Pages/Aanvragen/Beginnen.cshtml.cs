using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>Begins an application in a window, empty or with what was typed in the check.</summary>
[ResponseCache(NoStore = true)]
public sealed class BeginnenModel(
    AanvragenApi api,
    TijdvakkenApi tijdvakken,
    Concepten concepten,
    Taakopslag opslag,
    Registerlezer register,
    Ondernemingslezer onderneming,
    Typwerk typwerk,
    Persoonlezer lezer,
    Teksten t
) : PageModel
{
    [BindProperty(Name = "tijdvak")]
    public string? Gekozen { get; set; }

    /// <summary>JSON of the parts of a form that the check knows.</summary>
    [BindProperty(Name = "meegenomen")]
    public string? Meegenomen { get; set; }

    /// <summary>Number of the draft of another window of which the form is taken along.</summary>
    [BindProperty(Name = "uit")]
    public string? Uit { get; set; }

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>One application, however often the button is pressed.</summary>
    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    public TonenTijdvakBeeld? Tijdvak { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    /// <summary>Why it cannot be begun.</summary>
    public JsonAntwoord? Weigering { get; private set; }

    /// <summary>Drafts that this enterprise has in the window already.</summary>
    public IReadOnlyList<TonenRegel> Bestaand { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? tijdvak, string? uit, CancellationToken ct)
    {
        if (typwerk.Zie(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            (Gekozen, Meegenomen, Uit) = (
                getypt.Velden.GetValueOrDefault("tijdvak"),
                getypt.Velden.GetValueOrDefault("meegenomen"),
                getypt.Velden.GetValueOrDefault("uit")
            );
        }
        Gekozen ??= tijdvak;
        Uit ??= uit;
        var blad = await Toon(ct);
        // Not before the API answered: when it is away, what was typed is still there the next time.
        typwerk.Neem(HttpContext, lezer.Lees(HttpContext));
        return blad;
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Gekozen is null)
        {
            return Redirect("/");
        }
        if (Sleutel is null)
        {
            // From the check: first shown what will begin.
            return await Toon(ct);
        }
        var verzoek = new JsonObject { ["tijdvak"] = Gekozen };
        if (!string.IsNullOrEmpty(Uit))
        {
            verzoek["uit"] = Uit;
        }
        var begonnen = await api.Vraag(HttpMethod.Post, "aanvragen", verzoek, Sleutel, ct: ct);
        if (!begonnen.Gelukt)
        {
            Weigering = begonnen;
            return await Toon(ct);
        }
        var zaaknummer = (string)begonnen.Inhoud!["zaaknummer"]!;
        var persoon = lezer.Lees(HttpContext);
        var eigen = string.IsNullOrEmpty(Uit) ? await register.Lees(persoon?.KvkNummer, ct) : null;
        // By a machtiging of the portal one is told its end only.
        var iban = string.IsNullOrEmpty(Uit) && persoon is { Omvang: null } ? await onderneming.Iban(persoon, ct) : null;
        var inhoud = Lees(Meegenomen);
        if ((inhoud is not null || eigen is not null || iban is not null) && await concepten.Lees(zaaknummer, ct) is { } concept)
        {
            await Neem(concept, inhoud ?? [], eigen, iban, ct);
        }
        if (!string.IsNullOrEmpty(Uit))
        {
            Gebeurd = t[
                "Wat u in {0} schreef, is overgenomen. Verklaringen maakt u opnieuw. Kijk elke taak na: de regels kunnen anders zijn.",
                Uit
            ];
        }
        return Redirect($"/aanvragen/{zaaknummer}");
    }

    /// <param name="eigen">What the Handelsregister tells of this enterprise; what was typed in the check goes before it.</param>
    /// <param name="iban">The account on which this enterprise is paid.</param>
    private async Task Neem(Conceptbeeld concept, JsonObject inhoud, Registerbeeld? eigen, string? iban, CancellationToken ct)
    {
        foreach (var taak in Taken.Alle)
        {
            if (concept.Deel(taak) is not { } deel)
            {
                continue;
            }
            var invulling = Invulling.Van(deel, inhoud);
            if (eigen is not null && taak.Code == Taken.Onderneming)
            {
                new Registerhulp(eigen, deel, invulling, taak.Code, t).Vul();
            }
            if (iban is not null && taak.Code == Taken.Rekening && invulling.IsLeeg(taak.Code))
            {
                invulling.Zet(Rekeningvergelijking.Plaats, iban);
            }
            if (!invulling.IsLeeg(taak.Code))
            {
                var werk = new Taakwerk(concept, taak, deel, invulling, "{}", concept.Versie);
                concept = (await opslag.Bewaar(werk, ct)).Werk.Concept;
            }
        }
    }

    private async Task<IActionResult> Toon(CancellationToken ct)
    {
        if (Gekozen is null || (Tijdvak = (await tijdvakken.GetTijdvakkenAsync(ct)).FirstOrDefault(v => v.Id == Gekozen)) is null)
        {
            return Redirect("/");
        }
        Bestaand = [.. await api.GetAanvragenAsync(tijdvak: Gekozen, ingediend: false, cancellationToken: ct)];
        ModelState.Clear();
        Sleutel = Guid.NewGuid().ToString();
        return Page();
    }

    private static JsonObject? Lees(string? tekst)
    {
        if (string.IsNullOrEmpty(tekst))
        {
            return null;
        }
        try
        {
            return JsonNode.Parse(tekst) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
