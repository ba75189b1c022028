using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>A draft as it stands, with the form of its window.</summary>
/// <param name="Versie">By which a save says what was seen.</param>
public sealed record Conceptbeeld(string Zaaknummer, TonenTijdvakBeeld Tijdvak, Veld Formulier, JsonObject Inhoud, long Versie)
{
    /// <summary>What the window asks.</summary>
    public IReadOnlyList<Gevraagdstuk> Stukken { get; init; } = [];

    /// <summary>What of the form belongs to a task; a form of its own with the same paths.</summary>
    public Veld? Deel(Taak taak) =>
        Formulier.Velden.FirstOrDefault(v => v.Naam == taak.Code) is { } veld
            ? Formulier with
            {
                Velden = [veld with { Velden = [.. veld.Velden.Where(v => v.Sectie != Taken.Ondertekening)] }],
            }
            : null;
}

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
        var zaak = (await api.GetAanvragenAsync(ct)).First(z => z.Zaaknummer.Equals(zaaknummer, StringComparison.OrdinalIgnoreCase));
        var tijdvak = await tijdvakken.GetTijdvakkenIdAsync(zaak.Tijdvak, ct);
        var schema = await Schema(tijdvak.Id, ct);
        return new(zaaknummer, tijdvak, Schemalezer.Lees(schema, t), inhoud, versie) { Stukken = Gevraagdstuk.Lees(schema) };
    }

    /// <summary>Overwrites what belongs to a task, when nobody wrote since that version.</summary>
    public Task<JsonAntwoord> Bewaar(Conceptbeeld concept, string deel, JsonNode? inhoud, CancellationToken ct)
    {
        var geheel = concept.Inhoud.DeepClone().AsObject();
        geheel.Remove(deel);
        if (inhoud is not null)
        {
            geheel[deel] = inhoud.DeepClone();
        }
        return Schrijf(concept.Zaaknummer, geheel, concept.Versie, Guid.NewGuid().ToString(), ct);
    }

    /// <summary>The next window of the same kind, for who is late; null when none is known.</summary>
    public async Task<TonenTijdvakBeeld?> Volgende(Conceptbeeld concept, CancellationToken ct) =>
        (await tijdvakken.GetTijdvakkenAsync(ct))
            .Where(v => v.Aanvragertype == concept.Tijdvak.Aanvragertype && v.Status != "gesloten")
            .MinBy(v => v.Opent);

    public Task<JsonAntwoord> Schrijf(string zaaknummer, JsonObject geheel, long gezien, string sleutel, CancellationToken ct) =>
        api.Vraag(HttpMethod.Put, Pad(zaaknummer), geheel, sleutel, gezien, ct);

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
