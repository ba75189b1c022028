using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>
/// Check your answers, sign and submit. What is signed is what was shown: when something changed meanwhile it is shown again. One key per page,
/// so that any number of clicks is one submission.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class IndienenModel(
    Concepten concepten,
    AanvragenApi api,
    Stukkenlezer lezing,
    Ondernemingslezer onderneming,
    Typwerk typwerk,
    Persoonlezer lezer,
    Teksten t
) : PageModel
{
    private const string Verklaringen = "verklaringen";
    private const string Waarheid = "waarheid";
    private const int Pogingen = 4;

    public Conceptbeeld Concept { get; private set; } = null!;

    public Controle Controle { get; private set; } = null!;

    [BindProperty(Name = "sleutel")]
    public string? Sleutel { get; set; }

    /// <summary>Hash of the answers that were shown.</summary>
    [BindProperty(Name = "gezien")]
    public string? Gezien { get; set; }

    [BindProperty(Name = "akkoord")]
    public string? Akkoord { get; set; }

    /// <summary>Mistakes with the place where they can be repaired.</summary>
    public List<(string? Adres, string Wat, string Uitleg, string? Artikel)> Fouten { get; } = [];

    public string? Bericht { get; private set; }

    /// <summary>The rule by which it was refused.</summary>
    public string? Artikel { get; private set; }

    /// <summary>Why one is back on this page without having submitted; null when one came by oneself.</summary>
    public Bewaarreden? Teruggehaald { get; private set; }

    /// <summary>The earlier case that stands in the way, when this applicant can withdraw it (2.8, fourth paragraph).</summary>
    public string? Eerdere { get; private set; }

    /// <summary>Once the window is closed: where what was written can still be used.</summary>
    public TonenTijdvakBeeld? Volgende { get; private set; }

    /// <summary>The documents that go with it; null when they cannot be looked up now.</summary>
    public IReadOnlyList<Dossierstuk>? Stukken { get; private set; }

    /// <summary>What is asked as a file and was not sent.</summary>
    public IEnumerable<Gevraagdstuk> NogTeSturen =>
        Stukken is null ? [] : Concept.Stukken.Where(g => g.VanTevoren && !Stukken.Any(s => s.Soort == g.Code && !s.IsGeweigerd));

    /// <summary>Where letters and e-mail go; null when it cannot be looked up now.</summary>
    public Bereikbaarheid? Bereik { get; private set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public bool MagIndienen => Concept.Tijdvak.Status == "open" && !Controle.Fouten.Any(f => f.Pad != Taken.Waarheid);

    public IEnumerable<(Taak Taak, Veld Formulier, Invulling Invulling)> Antwoorden =>
        from taak in Taken.Alle
        let deel = Concept.Deel(taak)
        where deel is not null
        select (taak, deel, Invulling.Van(deel, Concept.Inhoud));

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        if (await Laad(zaaknummer, ct) is { } elders)
        {
            return elders;
        }
        if (typwerk.Zie(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            (Akkoord, Gezien) = (getypt.Velden.GetValueOrDefault("akkoord"), getypt.Velden.GetValueOrDefault("gezien"));
            Teruggehaald = getypt.Reden;
        }
        var blad = await Toon(ct);
        // Not before the API answered: when it is away, what was typed is still there the next time.
        typwerk.Neem(HttpContext, lezer.Lees(HttpContext));
        return blad;
    }

    public async Task<IActionResult> OnPost(string zaaknummer, CancellationToken ct)
    {
        if (await Laad(zaaknummer, ct) is { } elders)
        {
            return elders;
        }
        if (Akkoord != "ja")
        {
            Fouten.Add(("#akkoord", t["Ondertekening"], t["Verklaar dat u alles naar waarheid hebt ingevuld."], null));
            return await Toon(ct);
        }
        for (var poging = 1; poging <= Pogingen; poging++)
        {
            if (Sleutel is null || Gezien != Afdruk(Concept.Inhoud))
            {
                Bericht = t["Uw aanvraag is gewijzigd sinds u deze pagina opende. Kijk alles nog eens na en onderteken dan."];
                return await Toon(ct);
            }
            var antwoord = await Teken(ct) ?? await DienIn(Sleutel, ct);
            if (antwoord.Gelukt || antwoord.Code == "al-ingediend")
            {
                return Redirect($"/aanvragen/{zaaknummer}/ontvangst");
            }
            if (antwoord.Status != 412)
            {
                return await Toon(antwoord, ct);
            }
            // Somebody wrote meanwhile, or another click was first: what is there now must be what was shown.
            if (await Laad(zaaknummer, ct) is { } weg)
            {
                return weg;
            }
        }
        Bericht = t["Iemand anders schrijft tegelijk in dit formulier. Probeer het nog eens."];
        return await Toon(ct);
    }

    /// <summary>Writes the signature under what was shown, unless it stands there already.</summary>
    /// <returns>Why it could not be written; null when it stands there.</returns>
    private async Task<JsonAntwoord?> Teken(CancellationToken ct)
    {
        if ((bool?)Concept.Inhoud[Verklaringen]?[Waarheid] == true)
        {
            return null;
        }
        var geheel = Concept.Inhoud.DeepClone().AsObject();
        var verklaringen = geheel[Verklaringen] as JsonObject ?? [];
        verklaringen[Waarheid] = true;
        geheel.Remove(Verklaringen);
        geheel[Verklaringen] = verklaringen;
        var antwoord = await concepten.Schrijf(Concept, geheel, ct);
        if (!antwoord.Gelukt)
        {
            return antwoord;
        }
        Concept = Concept with { Inhoud = geheel, Versie = antwoord.Versie ?? Concept.Versie + 1 };
        return null;
    }

    /// <summary>Submits the version that was shown and signed, and no other.</summary>
    private Task<JsonAntwoord> DienIn(string sleutel, CancellationToken ct) =>
        api.Vraag(HttpMethod.Post, $"aanvragen/{Concept.Zaaknummer}/indiening", new JsonObject(), sleutel, Concept.Versie, ct);

    private async Task<IActionResult?> Laad(string zaaknummer, CancellationToken ct)
    {
        if (await concepten.Lees(zaaknummer, ct) is not { } concept)
        {
            return Redirect($"/aanvragen/{zaaknummer}/ontvangst");
        }
        Concept = concept;
        return null;
    }

    /// <summary>Shows why it was refused; what is wrong with a field is shown at that field.</summary>
    private async Task<IActionResult> Toon(JsonAntwoord weigering, CancellationToken ct)
    {
        Eerdere =
            weigering.Inhoud?["eerdere"] is JsonObject { } eerdere && eerdere["intrekking"] is not null
                ? (string?)eerdere["zaaknummer"]
                : null;
        var blad = await Toon(ct);
        if (weigering.Fouten.Count == 0 || Fouten.Count == 0)
        {
            (Bericht, Artikel) = (weigering.Uitleg, weigering.Artikel);
        }
        return blad;
    }

    private async Task<IActionResult> Toon(CancellationToken ct)
    {
        Controle = await concepten.Controleer(Concept.Zaaknummer, ct);
        foreach (var (taak, formulier, invulling) in Antwoorden)
        {
            invulling.MeldOntbrekend(formulier.Velden[0], taak.Code, Taken.Ontbreekt);
            var bekend = Controle.Fouten.Select(f => f.Pad).ToHashSet();
            Controle = Controle with { Fouten = [.. Controle.Fouten, .. invulling.Fouten.Where(f => !bekend.Contains(f.Pad))] };
        }
        foreach (var fout in Controle.Fouten.Where(f => f.Pad != Taken.Waarheid))
        {
            var taak = Taken.Alle.FirstOrDefault(k => Pad.Onder(fout.Pad, k.Code));
            var deel = taak is null ? null : Concept.Deel(taak);
            var veld = deel?.Zoek(fout.Pad);
            Fouten.Add(
                (
                    taak is null ? null : $"/aanvragen/{Concept.Zaaknummer}/{taak.Code}",
                    veld?.Titel ?? t[taak?.Titel ?? ""],
                    fout.Uitleg,
                    fout.Artikel
                )
            );
        }
        Volgende = Concept.Tijdvak.Status == "gesloten" ? await concepten.Volgende(Concept, ct) : null;
        Stukken = await lezing.Lees(Concept.Zaaknummer, ct);
        Bereik = await onderneming.Bereik(lezer.Lees(HttpContext), ct);
        var afdruk = Afdruk(Concept.Inhoud);
        // A signature is under what was shown; something else must be signed anew.
        if (Gezien != afdruk)
        {
            Akkoord = null;
        }
        Gezien = afdruk;
        Sleutel = Guid.NewGuid().ToString();
        ModelState.Clear();
        return Page();
    }

    /// <summary>Of all answers but the signature itself.</summary>
    private static string Afdruk(JsonObject inhoud)
    {
        var kaal = inhoud.DeepClone().AsObject();
        (kaal[Verklaringen] as JsonObject)?.Remove(Waarheid);
        if (kaal[Verklaringen] is JsonObject { Count: 0 })
        {
            kaal.Remove(Verklaringen);
        }
        var geordend = new JsonObject(
            kaal.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => KeyValuePair.Create(d.Key, d.Value?.DeepClone()))
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(geordend.ToJsonString())));
    }
}
