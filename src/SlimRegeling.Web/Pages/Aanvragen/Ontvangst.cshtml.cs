using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Extensions;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>The receipt: number, moment, and what was received.</summary>
[ResponseCache(NoStore = true)]
public sealed class OntvangstModel(
    AanvragenApi api,
    TijdvakkenApi tijdvakken,
    Concepten concepten,
    DossiersApi dossiers,
    Stukkenlezer lezing
) : PageModel
{
    public JsonObject Aanvraag { get; private set; } = null!;

    public string Zaaknummer { get; private set; } = "";

    public DateTimeOffset OntvangenOp { get; private set; }

    /// <summary>As 14:03:12, in Amsterdam.</summary>
    public string Tijd =>
        OntvangenOp.ToInstant().InZone(Moment.Amsterdam).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    public string Gevraagd => (string)Aanvraag["gevraagd"]!;

    public string Tijdvak => (string)Aanvraag["tijdvak"]!;

    /// <summary>Of the answers, as it stands in the event; null of what was submitted before it was told.</summary>
    public string? Inhoudhash => (string?)Aanvraag["inhoudhash"];

    /// <summary>Whether places go by arrival; else by a draw after the window closed.</summary>
    public bool OpBinnenkomst { get; private set; }

    /// <summary>The documents that were in it; null when they cannot be looked up now.</summary>
    public IReadOnlyList<Dossierstuk>? Stukken { get; private set; }

    /// <summary>Declarations that can be completed yet.</summary>
    public IReadOnlyList<string> Ontbreekt => [.. (Aanvraag["ontbreekt"] as JsonArray ?? []).Select(o => (string)o!)];

    public IReadOnlyList<(Taak Taak, Veld Formulier, Invulling Invulling)> Antwoorden { get; private set; } = [];

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        var antwoord = await api.Vraag(HttpMethod.Get, $"aanvragen/{Uri.EscapeDataString(zaaknummer)}", ct: ct);
        if (antwoord is not { Gelukt: true, Inhoud: JsonObject aanvraag })
        {
            return NotFound();
        }
        (Aanvraag, Zaaknummer) = (aanvraag, zaaknummer);
        OntvangenOp = DateTimeOffset.Parse((string)aanvraag["ontvangenOp"]!, System.Globalization.CultureInfo.InvariantCulture);
        var formulier = await concepten.Formulier(Tijdvak, ct);
        Antwoorden =
        [
            .. from taak in Taken.Alle
            let veld = formulier.Velden.FirstOrDefault(v => v.Naam == taak.Code)
            where veld is not null
            select (taak, veld, Invulling.Van(formulier with { Velden = [veld] }, aanvraag["formulier"])),
        ];
        OpBinnenkomst = (await tijdvakken.GetTijdvakkenIdAsync(Tijdvak, ct)).Volgorde == Volgorde.Binnenkomst;
        Stukken = (await lezing.Lees(zaaknummer, ct))?.Where(Hoort).ToList();
        return Page();
    }

    public async Task<IActionResult> OnGetPdf(string zaaknummer, CancellationToken ct) =>
        new Download(await dossiers.Bestand($"ontvangstbewijzen/{Uri.EscapeDataString(zaaknummer)}", ct));

    /// <summary>Also before it was heard at the documents that the draft was submitted.</summary>
    private bool Hoort(Dossierstuk stuk) => (stuk.IngediendOp is not null || stuk.BijConcept == true) && stuk.OntvangenOp <= OntvangenOp;
}
