using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Beoordelen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Bezwaren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>The letter that a proposal would become, or why there is none to show.</summary>
public sealed record Briefvak(Briefbeeld? Brief, string? Waarom)
{
    public static Briefvak Van(JsonAntwoord antwoord) =>
        antwoord.Gelukt ? new(antwoord.Als<Briefbeeld>(), null) : new(null, antwoord.Uitleg);
}

/// <summary>
/// A page about a case with a form for each step that this employee can do now. The steps go by what was seen of another part than Aanvragen: what
/// another did meanwhile is told first, and what was typed stays.
/// </summary>
public abstract class Stappenpagina(AanvragenApi api, Collegas collegas, Typwerk typwerk, Persoonlezer lezer)
    : Werkpagina(api, collegas, typwerk, lezer)
{
    public IReadOnlyList<Stapvorm> Stappen { get; private protected set; } = [];

    public override bool IsGetypt => Stappen.FirstOrDefault(s => s.Naam == Vorm?.Naam) is { Velden.Count: > 0 };

    public override long Gezienversie => Gezien ?? Standversie;

    /// <summary>Where the forms of the steps go.</summary>
    public string Hier => Adres(Zaak.Zaaknummer, Waar);

    /// <summary>The letter that what lies ready would become; null when nothing does.</summary>
    public Briefvak? Brief { get; private protected set; }

    /// <summary>Of what the steps go by, as it is now.</summary>
    private protected long Standversie { get; set; }

    /// <summary>Of this page, below the case.</summary>
    private protected abstract string Waar { get; }

    public async Task<IActionResult> OnGet(string zaaknummer, CancellationToken ct)
    {
        await Toon(zaaknummer, ct);
        await Herstel(zaaknummer, Neem(), ct);
        return Page();
    }

    /// <param name="vorm">Which step.</param>
    public async Task<IActionResult> OnPostStap(string zaaknummer, string? vorm, CancellationToken ct)
    {
        await Toon(zaaknummer, ct);
        if (Stappen.FirstOrDefault(s => s.Naam == vorm) is not { } stap)
        {
            return await MetHerstel(zaaknummer, await Voorbij(zaaknummer, ct), ct);
        }
        var (gelezen, onleesbaar) = stap.Lees(Request.Form);
        var antwoord = onleesbaar ?? await Vraag(zaaknummer, stap.Pad, Verzoek(stap, gelezen), ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = Gedaan(stap);
            return Redirect(Adres(zaaknummer, Waar));
        }
        var getypt = new JsonObject(Request.Form.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value.ToString())));
        var blad = await Geweigerd(zaaknummer, stap.Naam, getypt, stap.Bij(Plaats(stap, antwoord)), ct);
        return await MetHerstel(zaaknummer, blad, ct);
    }

    public bool IsOpen(Stapvorm stap) => Vorm?.Naam == stap.Naam;

    /// <summary>All that the page shows, as it is now.</summary>
    private protected abstract Task Toon(string zaaknummer, CancellationToken ct);

    /// <summary>What is said when it succeeded.</summary>
    private protected abstract string Gedaan(Stapvorm stap);

    /// <summary>Asks the part of the program by which the steps go.</summary>
    private protected abstract Task<JsonAntwoord> Werk(
        HttpMethod methode,
        string pad,
        JsonObject? verzoek,
        string? sleutel,
        long? gezien,
        CancellationToken ct
    );

    /// <summary>Where that tells its version, below <c>/v1</c>; what happened stands below it.</summary>
    private protected abstract string Stroompad(string zaaknummer);

    /// <summary>What the API gets, when that is more than the fields.</summary>
    private protected virtual JsonObject Verzoek(Stapvorm stap, JsonObject gelezen) => gelezen;

    /// <summary>A refusal with the names of the fields as they stand here.</summary>
    private protected virtual JsonAntwoord Plaats(Stapvorm stap, JsonAntwoord antwoord) => antwoord;

    /// <summary>Whether this form is on the page.</summary>
    private protected virtual bool KanNog(string vorm) => Stappen.Any(s => s.Naam == vorm);

    /// <summary>What was typed and did not arrive comes back in its form, or beside it when that is gone.</summary>
    private protected virtual Task Herstel(string zaaknummer, Getypt? getypt, CancellationToken ct)
    {
        if (getypt is not null && getypt.Velden.TryGetValue(Beheervorm.Naamveld, out var vorm))
        {
            Vorm = Stapvorm.Terug(vorm, getypt);
            Achtergebleven = KanNog(vorm) ? [] : Stapvorm.Geschreven(getypt.Gekomen);
        }
        return Task.CompletedTask;
    }

    /// <summary>Beside the form that was sent another can stand, with what is kept of it.</summary>
    private async Task<IActionResult> MetHerstel(string zaaknummer, IActionResult blad, CancellationToken ct)
    {
        if (blad is PageResult)
        {
            await Herstel(zaaknummer, null, ct);
        }
        return blad;
    }

    /// <summary>The step was there when the form was made and is not now: who did it is told, and what was written stays in sight.</summary>
    private protected async Task<IActionResult> Voorbij(string zaaknummer, CancellationToken ct)
    {
        await Zie(zaaknummer, ct);
        // Of one's own doing it is a button that was pressed twice.
        if (Tussentijds.Any(s => s.Wie == Persoon.Onderwerp) && Tussentijds.All(s => s.IsAutomatisch || s.Wie == Persoon.Onderwerp))
        {
            return Redirect(Adres(zaaknummer, Waar));
        }
        (Achtergebleven, Gezien) = (Stapvorm.Geschreven(Request.Form), null);
        ModelState.Clear();
        return IsVeranderd ? Page() : Redirect(Adres(zaaknummer, Waar));
    }

    /// <summary>Asks for a step by what was seen of what the steps go by.</summary>
    private protected Task<JsonAntwoord> Vraag(string zaaknummer, string pad, JsonObject verzoek, CancellationToken ct) =>
        MetTussentijds(
            Gezien,
            versie => Werk(HttpMethod.Post, pad, verzoek, Gestuurd ?? Sleutel, versie, ct),
            async () => (await Werk(HttpMethod.Get, Stroompad(zaaknummer), null, null, null, ct)).Versie,
            gezien => Sinds(zaaknummer, gezien, ct)
        );

    /// <summary>The page as it is now, with what was typed: in its form, or beside it when that is gone.</summary>
    private protected async Task<IActionResult> Geweigerd(
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

    private protected override async Task<IReadOnlyList<Verloopstap>> Sinds(string zaaknummer, long gezien, CancellationToken ct)
    {
        var antwoord = await Werk(HttpMethod.Get, $"{Stroompad(zaaknummer)}/verloop", null, null, null, ct);
        return antwoord.Gelukt ? [.. antwoord.Als<IReadOnlyList<Verloopstap>>().Where(s => s.Bezwaar is null && s.Versie > gezien)] : [];
    }
}
