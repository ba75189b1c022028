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

    /// <summary>The earlier case that stands in the way, when this applicant can withdraw it (2.8, fourth paragraph).</summary>
    public string? Eerdere { get; private set; }

    /// <summary>Once the window is closed: where what was written can still be used.</summary>
    public TonenTijdvakBeeld? Volgende { get; private set; }

    /// <summary>The documents that go with it; null when they cannot be looked up now.</summary>
    public IReadOnlyList<Dossierstuk>? Stukken { get; private set; }

    /// <summary>What is asked as a file and was not sent.</summary>
    public IEnumerable<Gevraagdstuk> NogTeSturen =>
        Stukken is null ? [] : lezing.Gevraagd(Concept.Stukken).Where(g => !Stukken.Any(s => s.Soort == g.Code && !s.IsGeweigerd));

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public bool MagIndienen => Concept.Tijdvak.Status == "open" && !Controle.Fouten.Any(f => f.Pad != Taken.Waarheid);

    public IEnumerable<(Taak Taak, Veld Formulier, Invulling Invulling)> Antwoorden =>
        from taak in Taken.Alle
        let deel = Concept.Deel(taak)
        where deel is not null
        select (taak, deel, Invulling.Van(deel, Concept.Inhoud));

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct) => await Laad(zaaknummer, ct) ?? await Toon(ct);

    public async Task<IActionResult> OnPost(string zaaknummer, CancellationToken ct)
    {
        if (await Laad(zaaknummer, ct) is { } elders)
        {
            return elders;
        }
        if (Akkoord != "ja")
        {
            Fouten.Add(("#akkoord", t["Ondertekening"], t["Verklaar dat u alles naar waarheid heeft ingevuld."], null));
            return await Toon(ct);
        }
        if (Sleutel is null || Gezien != Afdruk(Concept.Inhoud))
        {
            Bericht = t["Uw aanvraag is gewijzigd sinds u deze pagina opende. Kijk alles nog eens na en onderteken dan."];
            return await Toon(ct);
        }
        if (!await Teken(ct))
        {
            return await Laad(zaaknummer, ct) ?? await Toon(ct);
        }
        var ingediend = await api.Vraag(HttpMethod.Post, $"aanvragen/{zaaknummer}/indiening", new JsonObject(), Sleutel, ct: ct);
        if (ingediend.Gelukt || ingediend.Code == "al-ingediend")
        {
            return Redirect($"/aanvragen/{zaaknummer}/ontvangst");
        }
        Eerdere =
            ingediend.Inhoud?["eerdere"] is JsonObject { } eerdere && eerdere["intrekking"] is not null
                ? (string?)eerdere["zaaknummer"]
                : null;
        Bericht = ingediend.Fouten.Count == 0 ? $"{ingediend.Uitleg} {(ingediend.Artikel is { } artikel ? $"({artikel})" : "")}" : null;
        return await Toon(ct);
    }

    /// <summary>Writes the signature under what was shown; another click may have done so already.</summary>
    private async Task<bool> Teken(CancellationToken ct)
    {
        for (var poging = 1; poging <= Pogingen; poging++)
        {
            if ((bool?)Concept.Inhoud[Verklaringen]?[Waarheid] == true)
            {
                return true;
            }
            var geheel = Concept.Inhoud.DeepClone().AsObject();
            var verklaringen = geheel[Verklaringen] as JsonObject ?? [];
            verklaringen[Waarheid] = true;
            geheel.Remove(Verklaringen);
            geheel[Verklaringen] = verklaringen;
            var antwoord = await concepten.Schrijf(Concept.Zaaknummer, geheel, Concept.Versie, Guid.NewGuid().ToString(), ct);
            if (antwoord.Gelukt || antwoord.Code == "al-ingediend")
            {
                return true;
            }
            if (antwoord.Status != 412)
            {
                Bericht = antwoord.Uitleg;
                return false;
            }
            if (await concepten.Lees(Concept.Zaaknummer, ct) is not { } nieuw)
            {
                return true;
            }
            Concept = nieuw;
            if (Gezien != Afdruk(Concept.Inhoud))
            {
                Bericht = t["Uw aanvraag is gewijzigd sinds u deze pagina opende. Kijk alles nog eens na en onderteken dan."];
                return false;
            }
        }
        Bericht = t["Iemand anders schrijft tegelijk in dit formulier. Probeer het nog eens."];
        return false;
    }

    private async Task<IActionResult?> Laad(string zaaknummer, CancellationToken ct)
    {
        if (await concepten.Lees(zaaknummer, ct) is not { } concept)
        {
            return Redirect($"/aanvragen/{zaaknummer}/ontvangst");
        }
        Concept = concept;
        return null;
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
        Gezien = Afdruk(Concept.Inhoud);
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
