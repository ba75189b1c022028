using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Extensions;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <param name="Titel">Dutch, from the rules.</param>
/// <param name="Van">The parties that did not make a declaration; empty when that is not asked per party.</param>
/// <param name="SindsOp">When it came after all; null when it did not.</param>
public sealed record Ontbrekend(string Titel, string? Artikel, IReadOnlyList<string> Van, DateTimeOffset? SindsOp);

/// <summary>The receipt: number, moment, what was received and what was not. What came since is told beside it.</summary>
[ResponseCache(NoStore = true)]
public sealed class OntvangstModel(
    AanvragenApi api,
    TijdvakkenApi tijdvakken,
    Concepten concepten,
    DossiersApi dossiers,
    Stukkenlezer lezing,
    Ondernemingslezer onderneming,
    Persoonlezer lezer
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

    /// <summary>Where letters and e-mail go; null when it cannot be looked up now.</summary>
    public Bereikbaarheid? Bereik { get; private set; }

    [TempData]
    public string? Gebeurd { get; set; }

    /// <summary>What was missing at the moment of receipt, in words, with when it came since.</summary>
    public IReadOnlyList<Ontbrekend> Ontbreekt { get; private set; } = [];

    /// <summary>Parties that had not confirmed then.</summary>
    public IReadOnlyList<string> NietBevestigd =>
        [
            .. (Toen?["nietBevestigd"] as JsonArray ?? []).Select(p =>
                (string?)p!["naam"] is { } naam ? $"{naam} (KVK {(string)p["kvkNummer"]!})" : $"KVK {(string)p["kvkNummer"]!}"
            ),
        ];

    /// <summary>When it was completed; null when it was not.</summary>
    public DateTimeOffset? AangevuldOp =>
        (string?)Aanvraag["aangevuldOp"] is { } op ? DateTimeOffset.Parse(op, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>KVK number of the adviser by whom it was submitted; null when the enterprise did it itself.</summary>
    public string? Adviseur => (string?)Toen?["gemachtigde"];

    public string KvkNummer => (string)Aanvraag["kvkNummer"]!;

    private JsonNode? Toen => Aanvraag["bijOntvangst"];

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
        var alle = await lezing.Lees(zaaknummer, ct);
        Stukken = alle?.Where(Hoort).ToList();
        Bereik = await onderneming.Bereik(lezer.Lees(HttpContext), ct);
        Ontbreekt = [.. Verklaringen(), .. alle is null ? [] : Bestanden(alle)];
        return Page();
    }

    public async Task<IActionResult> OnGetPdf(string zaaknummer, CancellationToken ct) =>
        new Download(await dossiers.Bestand($"ontvangstbewijzen/{Uri.EscapeDataString(zaaknummer)}", ct));

    private IEnumerable<Ontbrekend> Verklaringen() =>
        (Toen?["ontbrekend"] as JsonArray ?? []).Select(o => new Ontbrekend(
            (string)o!["titel"]!,
            (string?)o["artikel"],
            [.. (o["van"] as JsonArray ?? []).Select(van => (string)van!)],
            AangevuldOp
        ));

    /// <summary>Of what is asked as a file: what was not there.</summary>
    private IEnumerable<Ontbrekend> Bestanden(IReadOnlyList<Dossierstuk> alle) =>
        from gevraagd in Toen?["gevraagdeBestanden"] as JsonArray ?? []
        let soort = (string)gevraagd["soort"]!
        where !alle.Any(s => s.Soort == soort && Hoort(s))
        select new Ontbrekend(
            (string)gevraagd["titel"]!,
            null,
            [],
            alle.Where(s => s.Soort == soort && !s.IsGeweigerd).Min(s => s.OntvangenOp)
        );

    /// <summary>Also before it was heard at the documents that the draft was submitted.</summary>
    private bool Hoort(Dossierstuk stuk) => (stuk.IngediendOp is not null || stuk.BijConcept == true) && stuk.OntvangenOp <= OntvangenOp;
}
