using System.Text.Json;
using System.Text.Json.Nodes;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Dossier;

/// <param name="Activiteit">A, B or C.</param>
/// <param name="Titel">What shows that it was done; Dutch, from the rules.</param>
public sealed record Bewijseis(string Activiteit, string Titel, string Artikel);

/// <param name="Documenten">Ids of documents of the case.</param>
public sealed record Bewijsstuk(string Activiteit, IReadOnlyList<string> Documenten);

/// <param name="Toelichting">By activity; null when it was destroyed.</param>
/// <param name="Gemachtigde">KVK number of the adviser who sent it; null when the enterprise did it itself.</param>
public sealed record Bewijsgift(
    IReadOnlyList<Bewijsstuk> Stukken,
    IReadOnlyDictionary<string, string>? Toelichting,
    DateTimeOffset Op,
    bool TeLaat,
    string? Gemachtigde = null
);

/// <param name="Soort">A, B or C.</param>
/// <param name="Argument">What the assessor wrote; null when it was destroyed.</param>
public sealed record Activiteitoordeel(string Soort, bool Uitgevoerd, string? Argument = null);

/// <param name="Oordelen">By activity; null where none are told.</param>
public sealed record Vaststellingsbesluit(string Nummer, IReadOnlyList<Activiteitoordeel>? Oordelen = null);

/// <summary>The accounting of a case, as far as its applicant has to do with it.</summary>
/// <param name="BewijsUiterlijk">The last day to send proof; null while none is asked.</param>
/// <param name="Besluit">The settlement that holds; null until there is one.</param>
public sealed record Verantwoordingsbeeld(
    string Fase,
    IReadOnlyList<string> Activiteiten,
    DateOnly? BewijsUiterlijk = null,
    Bewijsgift? Bewijs = null,
    IReadOnlyList<Bewijseis>? GevraagdBewijs = null,
    Vaststellingsbesluit? Besluit = null
)
{
    /// <summary>The kind under which documents of an activity are sent.</summary>
    public static string Soort(string activiteit) => $"bewijs-activiteit-{activiteit.ToLowerInvariant()}";

    /// <summary>Asked, and nothing was proposed yet: it can be sent, and sent again.</summary>
    public bool KanBewijzen => Fase is "in-steekproef" or "bewijs-ontvangen";

    public IEnumerable<Bewijseis> Eisen(string activiteit) => (GevraagdBewijs ?? []).Where(e => e.Activiteit == activiteit);
}

/// <summary>The accounting of a case, as the person who looks at the page.</summary>
public sealed class VaststellingApi(HttpClient client)
{
    public async Task<Verantwoordingsbeeld> Lees(string zaaknummer, CancellationToken ct) =>
        (await client.Vraag(HttpMethod.Get, Pad(zaaknummer), ct: ct)).Inhoud.Deserialize<Verantwoordingsbeeld>(Json.Opties)!;

    public Task<JsonAntwoord> Bewijs(string zaaknummer, JsonObject bewijs, string sleutel, CancellationToken ct) =>
        client.Vraag(HttpMethod.Post, $"{Pad(zaaknummer)}/bewijs", bewijs, sleutel, ct: ct);

    /// <inheritdoc cref="Vragen.Lees{T}"/>
    public Task<(T Inhoud, long? Versie)> Lees<T>(string pad, CancellationToken ct) => client.Lees<T>(pad, ct);

    private static string Pad(string zaaknummer) => $"verantwoordingen/{Uri.EscapeDataString(zaaknummer)}";
}
