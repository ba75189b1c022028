using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Beheer;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Beoordelen;

/// <summary>What was done in a case, the oldest first.</summary>
/// <param name="Ontbreekt">The parts of it that cannot be seen now, in words.</param>
public sealed record Verloopbeeld(IReadOnlyList<Verloopstap> Stappen, IReadOnlyList<string> Ontbreekt)
{
    public static readonly Verloopbeeld Leeg = new([], []);
}

/// <summary>
/// The history of a case as one: each part of the program tells what it did itself, and they are asked side by side. One that does not answer is
/// missing, and then what others heard of it stands in its place.
/// </summary>
public sealed class Verlooplezer(AanvragenApi aanvragen, VerleningApi verlening, VaststellingApi vaststelling, ILogger<Verlooplezer> log)
{
    private const string Verlening = "verlening";
    private const string Vaststelling = "vaststelling";

    /// <param name="op">The moment as of which, as the API takes it; null for all that was done.</param>
    public async Task<Verloopbeeld> Lees(string zaaknummer, string? op, CancellationToken ct)
    {
        var zaak = Uri.EscapeDataString(zaaknummer);
        var vraag = op is null ? "" : $"?op={Uri.EscapeDataString(op)}";
        var eigen = aanvragen.Lees<IReadOnlyList<Verloopstap>>($"aanvragen/{zaak}/verloop{vraag}", ct);
        var besluit = Deel(verlening.Lees<IReadOnlyList<Verloopstap>>($"verleningen/{zaak}/verloop{vraag}", ct), ct);
        var verantwoording = Deel(vaststelling.Lees<IReadOnlyList<Verloopstap>>($"verantwoordingen/{zaak}/verloop{vraag}", ct), ct);
        await Task.WhenAll(eigen, besluit, verantwoording);
        return Van((await eigen).Inhoud, await besluit, await verantwoording);
    }

    /// <param name="verlening">Null when it does not answer, like the next.</param>
    internal static Verloopbeeld Van(
        IReadOnlyList<Verloopstap> aanvraag,
        IReadOnlyList<Verloopstap>? verlening,
        IReadOnlyList<Verloopstap>? vaststelling
    )
    {
        var zelfVerteld = new Dictionary<string, bool> { [Verlening] = verlening is not null, [Vaststelling] = vaststelling is not null };
        return new(
            [
                .. aanvraag
                    .Where(s => s.Bij is null || !zelfVerteld.GetValueOrDefault(s.Bij))
                    .Concat(verlening ?? [])
                    .Concat(vaststelling ?? [])
                    // Of one moment in the order in which the parts follow on each other.
                    .OrderBy(s => s.Op),
            ],
            [
                .. verlening is null ? (string[])["het besluit en de bezwaren"] : [],
                .. vaststelling is null ? (string[])["de vaststelling"] : [],
            ]
        );
    }

    /// <returns>Null when there is no answer; empty when nothing of the case is there yet.</returns>
    private Task<IReadOnlyList<Verloopstap>?> Deel(Task<(IReadOnlyList<Verloopstap> Inhoud, long? Versie)> vraag, CancellationToken ct) =>
        Zicht.Op(OfLeeg(vraag), log, ct);

    private static async Task<IReadOnlyList<Verloopstap>> OfLeeg(Task<(IReadOnlyList<Verloopstap> Inhoud, long? Versie)> vraag)
    {
        try
        {
            return (await vraag).Inhoud;
        }
        catch (Api.Aanvragen.ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            return [];
        }
    }
}
