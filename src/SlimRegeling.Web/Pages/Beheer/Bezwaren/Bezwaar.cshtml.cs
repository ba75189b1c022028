using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Pages.Medewerkers;
using SlimRegeling.Web.Pages.Werkblad;
using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Pages.Beheer.Bezwaren;

/// <summary>
/// One objection with its days and texts, the letter that its proposal would become, and a form for each step that this employee can do now. Each step
/// goes by what was seen: what another did meanwhile is told first, and what was typed stays.
/// </summary>
[ResponseCache(NoStore = true)]
[RequestFormLimits(ValueCountLimit = 8000)]
public sealed class BezwaarModel(
    VerleningApi api,
    AanvragenApi aanvragen,
    DossiersApi dossiers,
    RelatiesApi relaties,
    Typwerk typwerk,
    Persoonlezer lezer
) : PageModel
{
    public BezwaarTonenBeeld Bezwaar { get; private set; } = null!;

    /// <summary>Null when this employee cannot assess the application again, or there is nothing to assess.</summary>
    public Herbeoordeelvorm? Herbeoordeling { get; private set; }

    /// <summary>What is wrong in it.</summary>
    public IReadOnlyList<Foutregel> Fouten => Herbeoordeling?.Fouten ?? [];

    public IReadOnlyList<Stapvorm> Stappen { get; private set; } = [];

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    public long Versie { get; private set; }

    /// <summary>The version that was seen by who sent a form, until they were told of a later one.</summary>
    [BindProperty(Name = Werkpagina.Gezienveld)]
    public long? Gezien { get; set; }

    /// <summary>What happened in the objection since it was seen, when that stands in the way.</summary>
    public IReadOnlyList<Verloopstap> Tussentijds { get; private set; } = [];

    /// <summary>What was written for a step that can be done no more.</summary>
    public IReadOnlyList<string> Achtergebleven { get; private set; } = [];

    public Briefbeeld? Brief { get; private set; }

    /// <summary>Why there is no letter to show.</summary>
    public string? GeenBrief { get; private set; }

    [BindProperty(SupportsGet = true, Name = "gedaan")]
    public string? Gedaan { get; set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    /// <summary>They took the decision that it is against, so a colleague judges it.</summary>
    public bool NamBesluit => lezer.Lees(HttpContext) is { } persoon && Bezwaarstappen.NamBesluit(Bezwaar, persoon);

    public string? Gebeurd =>
        Gedaan switch
        {
            null => null,
            "ondertekening" => "De beslissing is genomen. De brief gaat uit.",
            "terugzending" => "Het voorstel is teruggezonden.",
            "invoer" => "Het bezwaar is vastgelegd. De indiener krijgt een brief.",
            "voorstel" => "Het voorstel ligt klaar om te worden ondertekend.",
            Beslisstappen.Herbeoordeling => "De herbeoordeling is vastgelegd. Zij staat hier over een ogenblik.",
            _ => "Uw stap is vastgelegd.",
        };

    /// <summary>Who, in words: a pseudonym, or that it is the reader.</summary>
    public string Door(Verloopstap stap) => stap.Wie == Ik ? "u" : stap.Door;

    public bool IsOpen(Stapvorm stap) =>
        Vorm?.Naam == stap.Naam || (stap.Naam == Beslisstappen.Herbeoordeling && Herbeoordeling is { IsGetypt: true });

    public async Task<IActionResult> OnGet(string bezwaar, CancellationToken ct)
    {
        await Laad(bezwaar, ct);
        if (
            typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt
            && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm)
            && Stappen.Any(s => s.Naam == vorm)
        )
        {
            Vorm = Stapvorm.Terug(vorm, getypt);
            if (vorm == Beslisstappen.Herbeoordeling)
            {
                Herbeoordeling = Herbeoordeling!.Met(getypt.Velden.Where(v => !v.Key.StartsWith('_')));
            }
        }
        if (Herbeoordeling is { IsGetypt: false } zoalsBesloten)
        {
            var proef = await Herbeoordeelvorm.ZoalsBesloten(aanvragen, Herbeoordeelpad, Bezwaar.Bezwaar, ct);
            Herbeoordeling = proef.Gelukt ? zoalsBesloten.Met(proef.Als<Proefbeeld>()) : zoalsBesloten;
        }
        return await Blad(ct);
    }

    /// <param name="doe">What the button asked; null for the step itself.</param>
    public async Task<IActionResult> OnPostStap(
        string bezwaar,
        string? vorm,
        string? sleutel,
        [FromForm(Name = "_doe")] string? doe,
        CancellationToken ct
    )
    {
        await Laad(bezwaar, ct);
        if (Stappen.FirstOrDefault(s => s.Naam == vorm) is not { } stap)
        {
            await Zie(vorm, ct);
            // Of one's own doing it is a button that was pressed twice.
            return Tussentijds.Any(s => s.Wie != Ik && !s.IsAutomatisch)
                ? await Blad(ct)
                : Redirect($"/beheer/bezwaren/{Uri.EscapeDataString(bezwaar)}");
        }
        if (stap.Naam == Beslisstappen.Herbeoordeling)
        {
            return await Herbeoordeel(Herbeoordeling!.Met(Invulling.Velden(Request.Form)), doe, sleutel ?? Sleutel, ct);
        }
        var (verzoek, onleesbaar) = stap.Lees(Request.Form);
        var gezien = Bezwaarstappen.GaatUitVanGezien(stap) ? Gezien : null;
        var antwoord = onleesbaar ?? await api.Werk(HttpMethod.Post, stap.Pad, verzoek, sleutel ?? Sleutel, gezien, ct);
        if (antwoord.Gelukt)
        {
            return stap.Naam == Bezwaarstappen.Belangstap ? Redirect("/beheer/bezwaren") : Klaar(stap.Naam);
        }
        ModelState.Clear();
        Vorm = new(stap.Naam, Request.Form.ToDictionary(v => v.Key, v => v.Value.ToString()), antwoord);
        if (antwoord.Status == StatusCodes.Status412PreconditionFailed)
        {
            await Laad(bezwaar, ct);
            await Zie(vorm, ct);
        }
        return await Blad(ct);
    }

    private string Ik => lezer.Lees(HttpContext)!.Onderwerp;

    private string Pad => $"bezwaren/{Uri.EscapeDataString(Bezwaar.Bezwaar)}";

    /// <summary>Looks who was first; from now on that is seen.</summary>
    private async Task Zie(string? vorm, CancellationToken ct)
    {
        if (Gezien is { } gezien)
        {
            var (verloop, _) = await api.Lees<IReadOnlyList<Verloopstap>>($"{Pad}/verloop", ct);
            Tussentijds = [.. verloop.Where(s => s.Versie > gezien && s.Versie <= Versie)];
        }
        Achtergebleven = Stappen.Any(s => s.Naam == vorm) ? [] : Stapvorm.Geschreven(Request.Form);
        Gezien = null;
    }

    /// <summary>The page, with the letter that the proposal would become.</summary>
    private async Task<IActionResult> Blad(CancellationToken ct)
    {
        if (Bezwaar.Voorstel is not null)
        {
            var brief = await dossiers.Bezwaarbriefvoorbeeld(Bezwaar.Zaaknummer, Bezwaar.Bezwaar, ct);
            (Brief, GeenBrief) = brief.Gelukt ? (brief.Als<Briefbeeld>(), null) : ((Briefbeeld?)null, brief.Uitleg);
        }
        return Page();
    }

    /// <summary>Where the application is assessed again, below <c>/v1</c>.</summary>
    private string Herbeoordeelpad => Stappen.Single(s => s.Naam == Beslisstappen.Herbeoordeling).Pad;

    private async Task<IActionResult> Herbeoordeel(Herbeoordeelvorm vorm, string? doe, string sleutel, CancellationToken ct)
    {
        ModelState.Clear();
        (Herbeoordeling, var antwoord) = await vorm.Doe(aanvragen, Herbeoordeelpad, Bezwaar.Bezwaar, doe, sleutel, ct);
        if (antwoord is { Gelukt: true })
        {
            return Klaar(Beslisstappen.Herbeoordeling);
        }
        if (antwoord is not null)
        {
            Vorm = new(Beslisstappen.Herbeoordeling, new Dictionary<string, string>(), antwoord);
        }
        return await Blad(ct);
    }

    private RedirectResult Klaar(string stap) =>
        Redirect($"/beheer/bezwaren/{Uri.EscapeDataString(Bezwaar.Bezwaar)}?gedaan={Uri.EscapeDataString(stap)}");

    private async Task Laad(string bezwaar, CancellationToken ct)
    {
        (Bezwaar, var versie) = await api.Lees<BezwaarTonenBeeld>($"bezwaren/{Uri.EscapeDataString(bezwaar)}", ct);
        Versie = versie ?? throw new InvalidOperationException($"The API gave no version of {bezwaar}.");
        var persoon = lezer.Lees(HttpContext)!;
        var oordeelt = persoon.Heeft(Rol.Beoordelaar) && Bezwaar.Fase != Bezwaarfase.Ingetrokken && !NamBesluit;
        if (oordeelt && Bezwaar.Soort is not ("vaststelling" or Beslisstappen.Intrekking))
        {
            // When the application was destroyed there is nothing to assess again.
            var beoordeling = $"aanvragen/{Uri.EscapeDataString(Bezwaar.Zaaknummer)}/beoordeling";
            var antwoord = await aanvragen.Werk(HttpMethod.Get, beoordeling, ct: ct);
            Herbeoordeling = antwoord.Gelukt ? Herbeoordeelvorm.Van(antwoord.Als<Beoordelingsbeeld>()) : null;
        }
        var delen = oordeelt && Bezwaar.Soort == Beslisstappen.Intrekking ? await Delen(ct) : [];
        var steun = oordeelt ? await Toetredingsvelden.Steun(relaties, (Bezwaar.Groeit ?? []).Select(g => g.Code), ct) : null;
        Stappen = Bezwaarstappen.Van(Bezwaar, persoon, Herbeoordeling is not null, delen, steun);
    }

    /// <summary>What each party of a partnership has now.</summary>
    private async Task<IReadOnlyList<Partijbedrag>> Delen(CancellationToken ct)
    {
        var (toekenning, _) = await api.Lees<Toekenning>($"verleningen/{Uri.EscapeDataString(Bezwaar.Zaaknummer)}", ct);
        return toekenning.Besluit?.Partijen ?? [];
    }
}
