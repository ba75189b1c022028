using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>
/// What is proposed with the letter that it would become; a second person signs it, or sends it back with a reason. After it was decided, a mistake in it
/// is mended here in the same way.
/// </summary>
[RequestFormLimits(ValueCountLimit = 8000)]
public sealed class BesluitModel(
    AanvragenApi api,
    VerleningApi verlening,
    DossiersApi dossiers,
    Collegas collegas,
    Typwerk typwerk,
    Persoonlezer lezer
) : Werkpagina(api, collegas, typwerk, lezer)
{
    public const string Terugvorm = "terug";
    public const string Tekenvorm = "teken";

    private long _versie;

    /// <summary>Null while nothing was proposed, or it was not heard yet.</summary>
    public Verleningbeeld? Beeld { get; private set; }

    /// <summary>Of the decision on its way: by it a step says what was seen, until who sends a form was told of a later one.</summary>
    public override long Gezienversie => Gezien ?? _versie;

    public Briefbeeld? Brief { get; private set; }

    /// <summary>Why there is no letter to show.</summary>
    public string? GeenBrief { get; private set; }

    /// <summary>Mistakes in the decision, and what mends them; null while nothing was decided.</summary>
    public Herstelbeeld? Herstel { get; private set; }

    /// <summary>What this employee can do about them.</summary>
    public IReadOnlyList<Stapvorm> Stappen { get; private set; } = [];

    /// <summary>Null when this employee has nothing to assess again here, or cannot now.</summary>
    public Herbeoordeelvorm? Herbeoordeling { get; private set; }

    /// <summary>Why the application cannot be assessed again now; null when it can, or nothing asks it.</summary>
    public string? GeenHerbeoordeling { get; private set; }

    /// <summary>What is wrong in the form to assess again.</summary>
    public IReadOnlyList<Foutregel> Fouten => Herbeoordeling?.Fouten ?? [];

    public override bool IsGetypt => Vorm?.Naam is not (null or Tekenvorm or Herstelstappen.Ondertekenen);

    public Voorstelbeeld? Voorstel => Beeld is { Besluit: null } ? Beeld.Voorstel : null;

    public bool KanTekenen => MagOndertekenen && Voorstel is { Hash: not null, WaaromNiet: null };

    /// <summary>What nobody can sign goes back too, and what one proposed oneself can be taken back; what went back lies there no more.</summary>
    public bool KanTerugzenden => MagOndertekenen && Voorstel is not null && Beeld?.Fase is not ("teruggezonden" or "vervallen");

    /// <summary>Whether sending it back is taking it back.</summary>
    public bool IsEigenVoorstel => Voorstel?.Beoordelaar == Persoon.Onderwerp;

    public bool IsOpen(Stapvorm stap) =>
        Vorm?.Naam == stap.Naam || (stap.Naam == Beslisstappen.Herbeoordeling && Herbeoordeling is { IsGetypt: true });

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        await Toon(zaaknummer, ct);
        if (Neem() is { } getypt && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm))
        {
            Vorm = Beheervorm.Terug(vorm, getypt);
            Herbeoordeling =
                vorm == Beslisstappen.Herbeoordeling
                    ? Herbeoordeling?.Met(getypt.Velden.Where(v => !v.Key.StartsWith('_')))
                    : Herbeoordeling;
            Achtergebleven = KanNog(vorm) ? [] : Stapvorm.Geschreven(getypt.Gekomen);
        }
        return Page();
    }

    /// <param name="brief">With which template the letter was read; null when there was none to read.</param>
    public Task<IActionResult> OnPostTeken(string zaaknummer, string? hash, string? brief, CancellationToken ct) =>
        Af(
            zaaknummer,
            Tekenvorm,
            "ondertekening",
            new() { ["hash"] = hash ?? "", ["brief"] = brief },
            "U hebt het besluit ondertekend.",
            ct
        );

    public Task<IActionResult> OnPostTerug(string zaaknummer, string? reden, CancellationToken ct) =>
        Af(zaaknummer, Terugvorm, "terugzending", new() { ["reden"] = reden ?? "" }, "Het voorstel is teruggezonden.", ct);

    /// <param name="doe">What the button asked; null for the step itself.</param>
    public async Task<IActionResult> OnPostHerstel(
        string zaaknummer,
        string? vorm,
        [FromForm(Name = "_doe")] string? doe,
        CancellationToken ct
    )
    {
        await Toon(zaaknummer, ct);
        if (Stappen.FirstOrDefault(s => s.Naam == vorm) is not { } stap)
        {
            return await Voorbij(zaaknummer, ct);
        }
        if (stap.Naam == Beslisstappen.Herbeoordeling)
        {
            return await Herbeoordeel(zaaknummer, stap, doe, ct);
        }
        var (verzoek, onleesbaar) = stap.Lees(Request.Form);
        var antwoord = onleesbaar ?? await Vraag(zaaknummer, stap.Pad, verzoek, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = Herstelstappen.Gebeurd(stap.Naam);
            return Klaar(zaaknummer);
        }
        var getypt = new JsonObject(Request.Form.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value.ToString())));
        return await Geweigerd(zaaknummer, stap.Naam, getypt, antwoord, ct);
    }

    /// <summary>The step was there when the form was made and is not now: who did it is told, and what was written stays in sight.</summary>
    private async Task<IActionResult> Voorbij(string zaaknummer, CancellationToken ct)
    {
        await Zie(zaaknummer, ct);
        // Of one's own doing it is a button that was pressed twice.
        var doorU = Tussentijds.Any(s => s.Wie == Persoon.Onderwerp) && Tussentijds.All(s => s.IsAutomatisch || s.Wie == Persoon.Onderwerp);
        if (doorU)
        {
            return Klaar(zaaknummer);
        }
        await LeesNamen(ct);
        (Achtergebleven, Gezien) = (Stapvorm.Geschreven(Request.Form), null);
        ModelState.Clear();
        return IsVeranderd ? Page() : Klaar(zaaknummer);
    }

    /// <summary>A step in the application, of which this page saw no version.</summary>
    private async Task<IActionResult> Herbeoordeel(string zaaknummer, Stapvorm stap, string? doe, CancellationToken ct)
    {
        ModelState.Clear();
        var vorm = Herbeoordeling!.Met(Invulling.Velden(Request.Form));
        (Herbeoordeling, var antwoord) = await vorm.Doe(Klant, stap.Pad, Herstel!.Voorstel!.Herstel, doe, Gestuurd ?? Sleutel, ct);
        if (antwoord is { Gelukt: true })
        {
            Gebeurd = Herstelstappen.Gebeurd(stap.Naam);
            return Klaar(zaaknummer);
        }
        if (antwoord is not null)
        {
            await Onthoud(zaaknummer, stap.Naam, [], antwoord, ct);
        }
        return Page();
    }

    private RedirectResult Klaar(string zaaknummer) => Redirect(Adres(zaaknummer, "/besluit"));

    private async Task<IActionResult> Af(
        string zaaknummer,
        string vorm,
        string waar,
        JsonObject verzoek,
        string gebeurd,
        CancellationToken ct
    )
    {
        var antwoord = await Vraag(zaaknummer, $"{Verleningpad(zaaknummer)}/{waar}", verzoek, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = gebeurd;
            return Redirect(Adres(zaaknummer, "/besluit"));
        }
        return await Geweigerd(zaaknummer, vorm, verzoek, antwoord, ct);
    }

    /// <summary>Asks for a step by what was seen of the decision.</summary>
    private Task<JsonAntwoord> Vraag(string zaaknummer, string pad, JsonObject verzoek, CancellationToken ct) =>
        MetTussentijds(
            Gezien,
            versie => verlening.Werk(HttpMethod.Post, pad, verzoek, Gestuurd ?? Sleutel, versie, ct),
            async () => (await verlening.Lees<Verleningbeeld>(Verleningpad(zaaknummer), ct)).Versie,
            gezien => Sinds(zaaknummer, gezien, ct)
        );

    /// <summary>The page as it is now, with what was typed: in its form, or beside it when that is gone.</summary>
    private async Task<IActionResult> Geweigerd(
        string zaaknummer,
        string vorm,
        JsonObject getypt,
        JsonAntwoord antwoord,
        CancellationToken ct
    )
    {
        await Onthoud(zaaknummer, vorm, getypt, antwoord, ct);
        await Toon(zaaknummer, ct);
        Achtergebleven = KanNog(vorm) ? [] : Stapvorm.Geschreven(Request.Form);
        if (antwoord.Status == StatusCodes.Status412PreconditionFailed)
        {
            // They were told of it: the next time they send, they have seen it.
            Gezien = null;
        }
        return Page();
    }

    /// <summary>Whether this form is on the page.</summary>
    private bool KanNog(string vorm) =>
        vorm switch
        {
            Tekenvorm => KanTekenen,
            Terugvorm => KanTerugzenden,
            _ => Stappen.Any(s => s.Naam == vorm),
        };

    /// <summary>The steps here go by the version of the decision, of which Verlening tells what happened.</summary>
    private protected override async Task<IReadOnlyList<Verloopstap>> Sinds(string zaaknummer, long gezien, CancellationToken ct)
    {
        var (verloop, _) = await verlening.Lees<IReadOnlyList<Verloopstap>>($"{Verleningpad(zaaknummer)}/verloop", ct);
        return [.. verloop.Where(s => s.Bezwaar is null && s.Versie > gezien)];
    }

    private async Task Toon(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        try
        {
            (Beeld, var versie) = await verlening.Lees<Verleningbeeld>(Verleningpad(zaaknummer), ct);
            _versie = versie ?? 0;
        }
        catch (Api.Aanvragen.ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            return;
        }
        (Herstel, _) = await verlening.Lees<Herstelbeeld>($"{Verleningpad(zaaknummer)}/herstelvoorstellen", ct);
        if (MagBeoordelen && Herstel.Voorstel is { IsTekst: false } voorstel)
        {
            await ToonHerbeoordeling(zaaknummer, voorstel.Herstel, ct);
        }
        Stappen = Herstelstappen.Van(Herstel, Persoon, Herbeoordeling is not null);
        if (Voorstel?.Hash is null && Herstel.Voorstel?.Hash is null)
        {
            return;
        }
        var brief = await dossiers.Briefvoorbeeld(zaaknummer, null, ct);
        if (brief.Gelukt)
        {
            Brief = brief.Als<Briefbeeld>();
        }
        else
        {
            GeenBrief = brief.Uitleg;
        }
    }

    /// <summary>
    /// Asks first whether the application can be assessed again for this. Until Aanvragen has heard of the proposal it cannot, and the form would not have
    /// the budget as it was judged.
    /// </summary>
    private async Task ToonHerbeoordeling(string zaaknummer, string herstel, CancellationToken ct)
    {
        (Herbeoordeling, GeenHerbeoordeling) = (null, null);
        var proef = await Herbeoordeelvorm.ZoalsBesloten(Klant, Pad(zaaknummer, "/herbeoordeling"), herstel, ct);
        if (proef is { Gelukt: false, Fouten.Count: 0 })
        {
            GeenHerbeoordeling = proef.Uitleg;
            return;
        }
        var antwoord = await Klant.Werk(HttpMethod.Get, Pad(zaaknummer, "/beoordeling"), ct: ct);
        if (!antwoord.Gelukt)
        {
            GeenHerbeoordeling = antwoord.Uitleg;
            return;
        }
        var vorm = Herbeoordeelvorm.Van(antwoord.Als<Beoordelingsbeeld>());
        Herbeoordeling = proef.Gelukt ? vorm.Met(proef.Als<Proefbeeld>()) : vorm;
    }

    private static string Verleningpad(string zaaknummer) => $"verleningen/{Uri.EscapeDataString(zaaknummer)}";
}
