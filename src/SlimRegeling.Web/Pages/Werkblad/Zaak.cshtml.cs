using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>
/// The case as its assessor has it: the answers with the documents beside them, the tests, what came before, and what was done when.
/// </summary>
public sealed partial class ZaakModel(
    AanvragenApi api,
    Concepten concepten,
    DossiersApi dossiers,
    Zaakbladlezer bladlezer,
    Stukkenkijker kijker,
    Verlooplezer verlooplezer,
    Collegas collegas,
    Typwerk typwerk,
    Persoonlezer lezer
) : Werkpagina(api, collegas, typwerk, lezer)
{
    public const string Belangvorm = "belang";

    private Veld _formulier = null!;

    private static readonly string[] Wandklok = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFF"];

    /// <summary>A moment as the API has it, or the wall clock in Amsterdam as a browser gives it.</summary>
    [BindProperty(SupportsGet = true, Name = "op")]
    public string? Op { get; set; }

    /// <summary>Id of the document that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "stuk")]
    public string? Stuk { get; set; }

    /// <summary>Which page of it, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "bladzijde")]
    public int? Bladzijde { get; set; }

    public IReadOnlyList<Taakantwoord> Antwoorden { get; private set; } = [];

    public Stukkenblad Stukken { get; private set; } = null!;

    public IReadOnlyList<Verwantezaak> Verwant { get; private set; } = [];

    public Verloopbeeld Verloop { get; private set; } = Verloopbeeld.Leeg;

    /// <summary>The case as of a moment; null when none was asked.</summary>
    public Uitlegbeeld? Toen { get; private set; }

    /// <summary>What the applicant had answered by then.</summary>
    public IReadOnlyList<Taakantwoord> AntwoordenToen => Toen?.Formulier is { } toen ? Taakantwoord.Van(_formulier, toen) : [];

    /// <summary>The moment that was asked, as a browser takes it: wall clock in Amsterdam.</summary>
    public string? Klok => Toen?.Op.ToInstant().InZone(Moment.Amsterdam).ToString("uuuu-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    public string? Momentfout { get; private set; }

    public IReadOnlyList<Belangbeeld> Belangen { get; private set; } = [];

    public Brievenblad Brieven { get; private set; } = null!;

    public bool KanNemen => MagBeoordelen && Zaak is { Beoordelaar: null, IsTeNemen: true };

    public static string Opheffingvorm(int rij) => string.Create(CultureInfo.InvariantCulture, $"opheffing-{rij}");

    /// <summary>As the API takes a moment, to the nanosecond: a step is in what stood at its own moment.</summary>
    public static string Tijdstip(DateTimeOffset op) => InstantPattern.ExtendedIso.Format(op.ToInstant());

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        await Toon(zaaknummer, ct);
        if (Neem() is { } getypt && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm))
        {
            Vorm = Beheervorm.Terug(vorm, getypt);
        }
        return Page();
    }

    /// <summary>A document, to be saved.</summary>
    public Task<IActionResult> OnGetStuk(string zaaknummer, string id, CancellationToken ct) => Geef(zaaknummer, id, false, ct);

    /// <summary>A picture, as a picture.</summary>
    public Task<IActionResult> OnGetBeeld(string zaaknummer, string id, CancellationToken ct) => Geef(zaaknummer, id, true, ct);

    /// <summary>Takes the case.</summary>
    public async Task<IActionResult> OnPostNeem(string zaaknummer, CancellationToken ct) =>
        await Af(zaaknummer, "neem", [], await Doe(zaaknummer, "/toewijzing", [], ct), "U behandelt deze zaak.", ct);

    /// <summary>Declares an interest of one's own; from then on the case is closed to this person.</summary>
    public async Task<IActionResult> OnPostBelang(string zaaknummer, string? toelichting, CancellationToken ct)
    {
        JsonObject verzoek = new() { ["toelichting"] = toelichting ?? "" };
        return await Af(zaaknummer, Belangvorm, verzoek, await Doe(zaaknummer, "/belang", verzoek, ct), "", ct);
    }

    /// <summary>Opens the case again to a colleague who declared an interest.</summary>
    public async Task<IActionResult> OnPostOpheffen(
        string zaaknummer,
        string? vorm,
        string? medewerker,
        string? reden,
        CancellationToken ct
    )
    {
        JsonObject verzoek = new() { ["medewerker"] = medewerker ?? "", ["reden"] = reden ?? "" };
        var antwoord = await Doe(zaaknummer, "/belang/opheffing", verzoek, ct);
        await LeesNamen(ct);
        return await Af(zaaknummer, vorm ?? "", verzoek, antwoord, $"De zaak is weer open voor {Wie(medewerker)}.", ct);
    }

    private async Task<IActionResult> Af(
        string zaaknummer,
        string vorm,
        JsonObject verzoek,
        JsonAntwoord antwoord,
        string gebeurd,
        CancellationToken ct
    )
    {
        if (antwoord.Gelukt)
        {
            Gebeurd = gebeurd.Length > 0 ? gebeurd : null;
            return Redirect(Adres(zaaknummer));
        }
        await Onthoud(zaaknummer, vorm, verzoek, antwoord, ct);
        await Toon(zaaknummer, ct);
        return Page();
    }

    private async Task Toon(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        (_formulier, var gevraagd) = await concepten.Gevraagd(Zaak.Tijdvak, ct);
        Antwoorden = Taakantwoord.Van(_formulier, Zaak.Formulier);
        Stukken = await kijker.Lees(zaaknummer, Adres(zaaknummer), gevraagd, Stuk, Bladzijde, ct);
        Brieven = await bladlezer.Brieven(zaaknummer, metEmails: true, magPosten: true, ct);
        (Verwant, _) = await Klant.Lees<IReadOnlyList<Verwantezaak>>(Pad(zaaknummer, "/verwant"), ct);
        (Belangen, _) = await Klant.Lees<IReadOnlyList<Belangbeeld>>(Pad(zaaknummer, "/belangen"), ct);
        await ToonToen(zaaknummer, ct);
    }

    private async Task ToonToen(string zaaknummer, CancellationToken ct)
    {
        var peil = Peil(Op);
        if (peil is not null)
        {
            var uitleg = await Klant.Werk(HttpMethod.Get, Pad(zaaknummer, $"/uitleg?op={Uri.EscapeDataString(peil)}"), ct: ct);
            if (uitleg.Gelukt)
            {
                Toen = uitleg.Als<Uitlegbeeld>();
            }
            else
            {
                (Momentfout, peil) = (uitleg.Fouten is [var fout, ..] ? fout.Uitleg : uitleg.Uitleg, null);
            }
        }
        Verloop = await verlooplezer.Lees(zaaknummer, peil, ct);
    }

    /// <returns>Null when no moment was asked.</returns>
    private static string? Peil(string? op) =>
        string.IsNullOrWhiteSpace(op) ? null
        : DateTime.TryParseExact(op, Wandklok, CultureInfo.InvariantCulture, DateTimeStyles.None, out var klok)
            ? InstantPattern.ExtendedIso.Format(Moment.Op(LocalDateTime.FromDateTime(klok)))
        : op;

    private async Task<IActionResult> Geef(string zaaknummer, string id, bool alsBeeld, CancellationToken ct) =>
        (await dossiers.Documenten(zaaknummer, ct)).Any(s => s.Id == id && s.IsTeOpenen)
            ? new Download(await dossiers.Bestand($"documenten/{Uri.EscapeDataString(id)}", ct), alsBeeld)
            : NotFound();
}
