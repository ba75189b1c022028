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

    /// <summary>Null while nothing was proposed, or it was not heard yet.</summary>
    public Verleningbeeld? Beeld { get; private set; }

    /// <summary>Of the proposal: by it a signature says what was seen.</summary>
    public long Voorstelversie { get; private set; }

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

    /// <summary>What was written for a step that can be done no more.</summary>
    public IReadOnlyList<string> Achtergebleven { get; private set; } = [];

    public Voorstelbeeld? Voorstel => Beeld is { Besluit: null } ? Beeld.Voorstel : null;

    public bool KanTekenen => MagOndertekenen && Voorstel is { Hash: not null, WaaromNiet: null };

    /// <summary>Also who may not sign can send back what they did not propose; what nobody can sign goes back too.</summary>
    public bool KanTerugzenden => MagOndertekenen && Voorstel is not null;

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
        }
        return Page();
    }

    public Task<IActionResult> OnPostTeken(string zaaknummer, string? hash, CancellationToken ct) =>
        Af(zaaknummer, Tekenvorm, "ondertekening", new() { ["hash"] = hash ?? "" }, "U hebt het besluit ondertekend.", ct);

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
            // It was done meanwhile. Who assessed again did not do that: what they wrote stays in sight.
            Achtergebleven = vorm == Beslisstappen.Herbeoordeling ? Stapvorm.Geschreven(Request.Form) : [];
            return Achtergebleven.Count > 0 ? Page() : Klaar(zaaknummer);
        }
        if (stap.Naam == Beslisstappen.Herbeoordeling)
        {
            return await Herbeoordeel(zaaknummer, stap, doe, ct);
        }
        var (verzoek, onleesbaar) = stap.Lees(Request.Form);
        var antwoord = onleesbaar ?? await verlening.Werk(HttpMethod.Post, stap.Pad, verzoek, Gestuurd ?? Sleutel, Gezien, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = Herstelstappen.Gebeurd(stap.Naam);
            return Klaar(zaaknummer);
        }
        // What stands in the way is another version of the proposal, which the answer tells.
        Gezien = null;
        var getypt = new JsonObject(Request.Form.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value.ToString())));
        await Onthoud(zaaknummer, stap.Naam, getypt, antwoord, ct);
        await Toon(zaaknummer, ct);
        return Page();
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
        var pad = $"{Verleningpad(zaaknummer)}/{waar}";
        var antwoord = await verlening.Werk(HttpMethod.Post, pad, verzoek, Gestuurd ?? Sleutel, Gezien, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = gebeurd;
            return Redirect(Adres(zaaknummer, "/besluit"));
        }
        // What stands in the way here is another version of the proposal, which the answer tells.
        Gezien = null;
        await Onthoud(zaaknummer, vorm, verzoek, antwoord, ct);
        await Toon(zaaknummer, ct);
        return Page();
    }

    private async Task Toon(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        try
        {
            (Beeld, var versie) = await verlening.Lees<Verleningbeeld>(Verleningpad(zaaknummer), ct);
            Voorstelversie = versie ?? 0;
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
