using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>A draft as it stands, with the form of its window.</summary>
/// <param name="Versie">By which a save says what was seen.</param>
/// <param name="Adres">Where the API has it, below <c>/v1</c>.</param>
public sealed record Conceptbeeld(
    string Zaaknummer,
    TonenTijdvakBeeld Tijdvak,
    Veld Formulier,
    JsonObject Inhoud,
    long Versie,
    string Adres
)
{
    public bool IsSamenwerkingsverband => Formulier.Velden.Any(v => v.Naam == Taken.Partijen);

    /// <summary>What the window asks.</summary>
    public IReadOnlyList<Gevraagdstuk> Stukken { get; init; } = [];

    /// <summary>What of the form belongs to a task; a form of its own with the same paths. Null when the application does not have the task.</summary>
    public Veld? Deel(Taak taak) =>
        Formulier.Velden.FirstOrDefault(v => v.Naam == taak.Code) is { } veld && !IsElders(veld)
            ? Formulier with
            {
                Velden = [veld with { Velden = [.. veld.Velden.Where(v => v.Sectie != Taken.Ondertekening)] }],
            }
            : null;

    /// <summary>
    /// In a partnership each party declares with its own figures, the hoofdaanvrager too. What software of an adviser wrote beside them is shown.
    /// </summary>
    private bool IsElders(Veld veld) =>
        veld.Naam == Taken.Verklaringen
        && IsSamenwerkingsverband
        && !(
            (Inhoud[Taken.Verklaringen] as JsonObject)?.Any(v => v.Value is not null && Pad.Bij(veld.Naam, v.Key) != Taken.Waarheid)
            ?? false
        );
}

/// <param name="Gevraagd">Codes of the documents that are missing, or asked for.</param>
public sealed record Zaakstand(string Tijdvak, bool IsConcept, IReadOnlyList<string> Gevraagd);

/// <summary>Reads and writes drafts through the API, for the pages of the application.</summary>
public sealed class Concepten(AanvragenApi api, TijdvakkenApi tijdvakken, Teksten t)
{
    /// <summary>Null when it is submitted already; who may not see it gets the answer of the API.</summary>
    public async Task<Conceptbeeld?> Lees(string zaaknummer, CancellationToken ct)
    {
        var antwoord = await api.Vraag(HttpMethod.Get, Pad(zaaknummer), ct: ct);
        if (antwoord is not { Gelukt: true, Inhoud: JsonObject inhoud, Versie: { } versie })
        {
            return antwoord.Status == 409
                ? null
                : throw new Api.Aanvragen.ApiException(
                    "GET concept",
                    antwoord.Status,
                    antwoord.Uitleg,
                    new Dictionary<string, IEnumerable<string>>(),
                    null
                );
        }
        var zaak = (await api.GetAanvragenAsync(zaaknummer: zaaknummer, cancellationToken: ct)).First();
        var tijdvak = await tijdvakken.GetTijdvakkenIdAsync(zaak.Tijdvak, ct);
        var schema = await Schema(tijdvak.Id, ct);
        return new(zaaknummer, tijdvak, Schemalezer.Lees(schema, t), inhoud, versie, Pad(zaaknummer))
        {
            Stukken = Gevraagdstuk.Lees(schema),
        };
    }

    /// <summary>
    /// What a number is, for a page that serves a draft and a case alike. The case is asked first: who may account for it only, has no drafts. Null
    /// when it is neither.
    /// </summary>
    /// <param name="concepten">Whether who looks may see drafts.</param>
    public async Task<Zaakstand?> Vind(string zaaknummer, bool concepten, CancellationToken ct)
    {
        try
        {
            var aanvraag = (await api.Vraag(HttpMethod.Get, $"aanvragen/{Uri.EscapeDataString(zaaknummer)}", ct: ct)).Inhoud!;
            return new((string)aanvraag["tijdvak"]!, false, [.. (aanvraag["ontbreekt"] as JsonArray ?? []).Select(o => (string)o!)]);
        }
        catch (Api.Aanvragen.ApiException e) when (e.StatusCode == 404 && concepten)
        {
            return (await api.GetAanvragenAsync(zaaknummer: zaaknummer, cancellationToken: ct)).FirstOrDefault() is { } zaak
                ? new(zaak.Tijdvak, true, [])
                : null;
        }
    }

    /// <summary>The same as it stands now; null when it can be written no more.</summary>
    public async Task<Conceptbeeld?> Opnieuw(Conceptbeeld concept, CancellationToken ct) =>
        concept.Adres == Pad(concept.Zaaknummer) ? await Lees(concept.Zaaknummer, ct)
        : await LeesUitnodiging(concept.Zaaknummer, ct) is { MagSchrijven: true } uitnodiging ? uitnodiging.Deel
        : null;

    /// <summary>The part of a party in the draft of another; who may not see it gets the answer of the API.</summary>
    public async Task<Uitnodigingbeeld> LeesUitnodiging(string zaaknummer, CancellationToken ct)
    {
        var adres = Uitnodigingbeeld.Pad(zaaknummer);
        var antwoord = await api.Vraag(HttpMethod.Get, adres, ct: ct);
        if (antwoord is not { Gelukt: true, Inhoud: JsonObject inhoud, Versie: { } versie })
        {
            throw new Api.Aanvragen.ApiException(
                "GET uitnodiging",
                antwoord.Status,
                antwoord.Uitleg,
                new Dictionary<string, IEnumerable<string>>(),
                null
            );
        }
        var tijdvak = await tijdvakken.GetTijdvakkenIdAsync((string)inhoud["tijdvak"]!, ct);
        var geheel = await Formulier(tijdvak.Id, ct);
        return new(
            inhoud,
            geheel,
            new(
                zaaknummer,
                tijdvak,
                Uitnodigingbeeld.Formulier(geheel, (string)inhoud["type"]!),
                new JsonObject { [Uitnodigingbeeld.Taak.Code] = inhoud[Uitnodigingbeeld.Taak.Code]?.DeepClone() },
                versie,
                adres
            )
        );
    }

    /// <summary>What one's enterprise was invited to.</summary>
    public async Task<IReadOnlyList<JsonObject>> Uitnodigingen(CancellationToken ct) =>
        [.. ((await api.Vraag(HttpMethod.Get, "uitnodigingen", ct: ct)).Inhoud?["uitnodigingen"] as JsonArray ?? []).OfType<JsonObject>()];

    /// <summary>How it stands with the parties of an own draft.</summary>
    public async Task<IReadOnlyList<Partijstand>> Partijen(string zaaknummer, CancellationToken ct) =>
        Partijstand.Lees((await api.Vraag(HttpMethod.Get, $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/uitnodigingen", ct: ct)).Inhoud);

    /// <summary>Overwrites what belongs to a task, when nobody wrote since that version.</summary>
    public Task<JsonAntwoord> Bewaar(Conceptbeeld concept, string deel, JsonNode? inhoud, CancellationToken ct)
    {
        var geheel = concept.Inhoud.DeepClone().AsObject();
        geheel.Remove(deel);
        if (inhoud is not null)
        {
            geheel[deel] = inhoud.DeepClone();
        }
        return Schrijf(concept, geheel, ct);
    }

    /// <summary>The next window of the same kind, for who is late; null when none is known.</summary>
    public async Task<TonenTijdvakBeeld?> Volgende(Conceptbeeld concept, CancellationToken ct) =>
        (await tijdvakken.GetTijdvakkenAsync(ct))
            .Where(v => v.Aanvragertype == concept.Tijdvak.Aanvragertype && v.Status != "gesloten")
            .MinBy(v => v.Opent);

    public Task<JsonAntwoord> Schrijf(Conceptbeeld concept, JsonObject geheel, CancellationToken ct) =>
        api.Vraag(HttpMethod.Put, concept.Adres, geheel, Guid.NewGuid().ToString(), concept.Versie, ct);

    /// <summary>What is wrong in a draft as it was saved, or missing yet, and what subsidy follows from it.</summary>
    public async Task<Controle> Controleer(string zaaknummer, CancellationToken ct) =>
        Controle.Van(await api.Vraag(HttpMethod.Get, $"{Pad(zaaknummer)}/controle", ct: ct));

    public async Task<Veld> Formulier(string tijdvak, CancellationToken ct) => Schemalezer.Lees(await Schema(tijdvak, ct), t);

    /// <summary>The form of a window with the documents that it asks.</summary>
    public async Task<(Veld Formulier, IReadOnlyList<Gevraagdstuk> Stukken)> Gevraagd(string tijdvak, CancellationToken ct)
    {
        var schema = await Schema(tijdvak, ct);
        return (Schemalezer.Lees(schema, t), Gevraagdstuk.Lees(schema));
    }

    /// <summary>Without a type it is that of the window.</summary>
    private async Task<JsonNode> Schema(string tijdvak, CancellationToken ct) =>
        (await api.Vraag(HttpMethod.Get, $"tijdvakken/{Uri.EscapeDataString(tijdvak)}/aanvraagformulier", ct: ct)).Inhoud
        ?? throw new InvalidOperationException($"The API has no form for window {tijdvak}.");

    private static string Pad(string zaaknummer) => $"aanvragen/{Uri.EscapeDataString(zaaknummer)}/concept";
}
