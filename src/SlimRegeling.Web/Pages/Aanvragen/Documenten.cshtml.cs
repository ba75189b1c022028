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
[RequestSizeLimit(Bestandspost.MeesteBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = Bestandspost.MeesteBytes)]
public sealed class DocumentenModel(
    DossiersApi dossiers,
    Bestandspost post,
    Concepten concepten,
    Typwerk typwerk,
    Persoonlezer lezer,
    Teksten t
) : PageModel
{
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

    /// <summary>A machtiging is on record, so no proof of it is asked.</summary>
    public bool IsGemachtigd => Persoon?.Heeft(Rol.Gemachtigde) == true;

    public string Zegel => typwerk.Zegel(Persoon);

    /// <summary>One document, however often a button is pressed.</summary>
    public string Sleutel { get; } = Guid.NewGuid().ToString();

    [TempData]
    public string? Gebeurd { get; set; }

    private Persoon? Persoon => lezer.Lees(HttpContext);

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        Kwijt = typwerk.Neem(HttpContext, Persoon)?.Velden.ContainsKey("soort") == true;
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
        if (await post.Stuur(zaaknummer, soort, bestand, sleutel, ct) is { } fout)
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

    private async Task<IActionResult> Toon(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        if (await concepten.Vind(zaaknummer, Persoon?.Mag(Machtigingsomvang.Aanvragen) == true, ct) is not { } zaak)
        {
            return NotFound();
        }
        IsConcept = zaak.IsConcept;
        Eisen = await dossiers.Eisen(ct);
        var stukken = await dossiers.Documenten(zaaknummer, ct);
        var vanTijdvak = (await concepten.Gevraagd(zaak.Tijdvak, ct)).Stukken;
        var gevraagd = vanTijdvak
            .Where(g => g.VanTevoren || (g.AlsBestand && (zaak.Gevraagd.Contains(g.Code) || stukken.Any(s => s.Soort == g.Code))))
            .ToList();
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
