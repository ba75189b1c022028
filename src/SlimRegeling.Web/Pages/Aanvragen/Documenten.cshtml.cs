using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>One kind of document with what was sent of it.</summary>
/// <param name="Titel">Dutch when it comes from the rules.</param>
/// <param name="VanRegels">Whether it does.</param>
public sealed record Stukgroep(string Code, string Titel, bool VanRegels, string? Artikel, IReadOnlyList<Dossierstuk> Stukken);

/// <summary>
/// The documents of a draft or a case: which are asked, what may be sent, how each stands. What is refused is told at its field; nothing else of
/// the draft changes by it.
/// </summary>
[ResponseCache(NoStore = true)]
[RequestSizeLimit(MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MeesteBytes)]
public sealed class DocumentenModel(
    DossiersApi dossiers,
    AanvragenApi api,
    Concepten concepten,
    Stukkenlezer lezing,
    Typwerk typwerk,
    Persoonlezer lezer,
    Teksten t
) : PageModel
{
    // More than any file may be: what is too large is told at its field, and not by a connection that breaks.
    private const long MeesteBytes = 128L * 1024 * 1024;

    public string Zaaknummer { get; private set; } = "";

    public bool IsConcept { get; private set; }

    public Bestandseisen Eisen { get; private set; } = null!;

    public IReadOnlyList<Stukgroep> Groepen { get; private set; } = [];

    /// <summary>The kind of which the file was refused, with why; that is Dutch when the API said it.</summary>
    public (string Soort, string Uitleg, bool VanApi)? Fout { get; private set; }

    /// <summary>Why a document could not be taken away.</summary>
    public string? Bericht { get; private set; }

    /// <summary>The session had ended when a file was sent: it did not come.</summary>
    public bool Kwijt { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    /// <summary>One document, however often a button is pressed.</summary>
    public string Sleutel { get; } = Guid.NewGuid().ToString();

    [TempData]
    public string? Gebeurd { get; set; }

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        Kwijt = typwerk.Neem(HttpContext, lezer.Lees(HttpContext))?.Velden.ContainsKey("soort") == true;
        return await Toon(zaaknummer, ct);
    }

    public async Task<IActionResult> OnPost(string zaaknummer, IFormFile? bestand, CancellationToken ct)
    {
        var gekomen = Request.Form;
        var sleutel = Guid.TryParse(gekomen["sleutel"], out var guid) ? guid.ToString() : Guid.NewGuid().ToString();
        if (gekomen["weg"].ToString() is { Length: > 0 } weg)
        {
            var antwoord = await dossiers.HaalWeg(weg, sleutel, ct);
            if (antwoord.Gelukt)
            {
                Gebeurd = t["Het document is weggehaald."];
                return Redirect($"/aanvragen/{zaaknummer}/documenten");
            }
            Bericht = antwoord.Uitleg;
            return await Toon(zaaknummer, ct);
        }
        var soort = gekomen["soort"].ToString();
        if (await Neem(zaaknummer, soort, bestand, sleutel, ct) is { } fout)
        {
            Fout = (soort, fout.Uitleg, fout.VanApi);
            return await Toon(zaaknummer, ct);
        }
        Gebeurd = t["{0} is ontvangen.", bestand!.FileName];
        return Redirect($"/aanvragen/{zaaknummer}/documenten");
    }

    /// <summary>As it was sent, when it was examined.</summary>
    public async Task<IActionResult> OnGetStuk(string zaaknummer, string id, CancellationToken ct) =>
        (await dossiers.Documenten(zaaknummer, ct)).Any(s => s.Id == id && s.IsTeOpenen)
            ? new Download(await dossiers.Bestand($"documenten/{Uri.EscapeDataString(id)}", ct))
            : NotFound();

    /// <returns>Why it was not taken; null when it was.</returns>
    private async Task<(string Uitleg, bool VanApi)?> Neem(
        string zaaknummer,
        string soort,
        IFormFile? bestand,
        string sleutel,
        CancellationToken ct
    )
    {
        if (bestand is null)
        {
            return (t["Kies eerst een bestand."], false);
        }
        var eisen = await dossiers.Eisen(ct);
        if (bestand.Length > eisen.Grootste)
        {
            return (
                t[
                    "Dit bestand is te groot. Ten hoogste {0} MB is toegestaan. Verklein het of deel het op, en stuur het opnieuw.",
                    eisen.Grootste / 1024 / 1024
                ],
                false
            );
        }
        await using var inhoud = bestand.OpenReadStream();
        var antwoord = await dossiers.Stuur(zaaknummer, soort, inhoud, bestand.FileName, sleutel, ct);
        return antwoord.Gelukt ? null : (antwoord.Fouten is [var fout, ..] ? fout.Uitleg : antwoord.Uitleg, true);
    }

    private async Task<IActionResult> Toon(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        var gevonden = await api.GetAanvragenAsync(zaaknummer: zaaknummer, cancellationToken: ct);
        if (gevonden.FirstOrDefault(z => z.Zaaknummer == zaaknummer) is not { } zaak)
        {
            return NotFound();
        }
        IsConcept = zaak.OntvangenOp is null;
        Eisen = await dossiers.Eisen(ct);
        var stukken = await dossiers.Documenten(zaaknummer, ct);
        var vanTijdvak = (await concepten.Gevraagd(zaak.Tijdvak, ct)).Stukken;
        // A completion can ask for any of them.
        var gevraagd = IsConcept ? lezing.Gevraagd(vanTijdvak) : [.. vanTijdvak.Where(g => g.AlsBestand)];
        var bekend = gevraagd.Select(g => g.Code).ToHashSet();
        Groepen =
        [
            .. gevraagd.Select(g => new Stukgroep(g.Code, g.Titel, true, g.Artikel, [.. stukken.Where(s => s.Soort == g.Code)])),
            new(Gevraagdstuk.Anders, t["Een ander document"], false, null, [.. stukken.Where(s => !bekend.Contains(s.Soort))]),
        ];
        ModelState.Clear();
        return Page();
    }
}
