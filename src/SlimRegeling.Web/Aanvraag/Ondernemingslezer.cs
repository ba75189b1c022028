using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Relaties;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>Whether letters and e-mail find the enterprise.</summary>
/// <param name="Zelf">Who looks can give what is missing: not by a machtiging of the portal.</param>
/// <param name="Email">Null to who cannot give it: they are not told either.</param>
public sealed record Bereikbaarheid(bool Zelf, bool Adres, bool? Email)
{
    public bool IsVolledig => Adres && Email != false;
}

/// <summary>The account in an application.</summary>
public sealed record Aanvraagrekening(string Zaaknummer, string Iban);

/// <summary>De-minimis aid that this scheme granted. Euro as the API writes it.</summary>
/// <param name="Vanaf">First day of the period that counts today.</param>
/// <param name="Beschikbaar">What is left under the ceiling, beside aid of others.</param>
public sealed record Steunbeeld(string Meegeteld, string Beschikbaar, DateOnly Vanaf, string Artikel);

/// <summary>
/// What we know of the enterprise for which one applies. It helps and holds up nobody: when it cannot be looked up, pages go on without it.
/// </summary>
public sealed class Ondernemingslezer(RelatiesApi relaties, AanvragenApi aanvragen, ILogger<Ondernemingslezer> log)
{
    private const int MeesteConcepten = 100;

    /// <summary>Null when it cannot be looked up now.</summary>
    public Task<Bereikbaarheid?> Bereik(Persoon? persoon, CancellationToken ct) =>
        OfNiets<Bereikbaarheid>(
            persoon,
            async kvkNummer =>
            {
                var zelf = persoon is { Omvang: null };
                var adres = (await relaties.Lees(kvkNummer, ct))?["gegevens"] is not null;
                return new(zelf, adres, zelf ? (string?)(await relaties.Contact(kvkNummer, ct))?["email"] is not null : null);
            }
        );

    /// <summary>
    /// The account on which is paid; to who acts by a machtiging of the portal its end, after three dots. Null when none was given, or it cannot be
    /// looked up now.
    /// </summary>
    public Task<string?> Iban(Persoon? persoon, CancellationToken ct) =>
        OfNiets<string>(persoon, async kvkNummer => (string?)(await relaties.Lees(kvkNummer, ct))?["rekening"]?["iban"]);

    /// <summary>The account in the draft of the last window, else in what was submitted last; null when none stands there.</summary>
    public Task<Aanvraagrekening?> UitAanvraag(Persoon? persoon, CancellationToken ct) =>
        OfNiets<Aanvraagrekening>(
            persoon,
            async _ =>
            {
                var concepten = await aanvragen.GetAanvragenAsync(ingediend: false, aantal: MeesteConcepten, cancellationToken: ct);
                if (
                    concepten.LastOrDefault()?.Zaaknummer is { } concept
                    && Nummer(await Lees($"aanvragen/{Uri.EscapeDataString(concept)}/concept", ct)) is { } iban
                )
                {
                    return new(concept, iban);
                }
                var ingediend = await aanvragen.GetAanvragenAsync(ingediend: true, aantal: 1, cancellationToken: ct);
                return
                    ingediend.FirstOrDefault()?.Zaaknummer is { } zaak
                    && Nummer((await Lees($"aanvragen/{Uri.EscapeDataString(zaak)}", ct))?["formulier"]) is { } laatste
                    ? new(zaak, laatste)
                    : null;
            }
        );

    /// <summary>Null when there was none in the period, or it cannot be looked up now.</summary>
    public Task<Steunbeeld?> Steun(Persoon? persoon, CancellationToken ct) =>
        OfNiets<Steunbeeld>(
            persoon,
            async kvkNummer =>
                await relaties.Steun(kvkNummer, ct) is { } steun && (string)steun["meegeteld"]! is var meegeteld and not "0.00"
                    ? new(
                        meegeteld,
                        (string)steun["beschikbaar"]!,
                        DateOnly.ParseExact((string)steun["vanaf"]!, "yyyy-MM-dd"),
                        (string)steun["artikel"]!
                    )
                    : null
        );

    private async Task<JsonNode?> Lees(string pad, CancellationToken ct) => (await aanvragen.Vraag(HttpMethod.Get, pad, ct: ct)).Inhoud;

    private static string? Nummer(JsonNode? formulier) => (string?)formulier?["rekening"]?["iban"] is { Length: > 0 } iban ? iban : null;

    private async Task<T?> OfNiets<T>(Persoon? persoon, Func<string, Task<T?>> vraag)
        where T : class
    {
        if (persoon?.KvkNummer is not { } kvkNummer)
        {
            return null;
        }
        try
        {
            return await vraag(kvkNummer);
        }
        catch (Exception e) when (Apifouten.Status(e) >= 500)
        {
            log.LogWarning(e, "What is known of an enterprise cannot be looked up now");
            return null;
        }
    }
}
