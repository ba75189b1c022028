using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// Why a settlement came to its amount: of each activity whether it was done, and what the assessor wrote about it (3:46 Awb). For the letter that tells
/// of it, which has to hold the reasons (3:47).
/// </summary>
public static class Onderbouwen
{
    /// <param name="Soort">A, B or C.</param>
    /// <param name="Argument">What the assessor wrote; absent when it was destroyed.</param>
    public sealed record Oordeel(string Soort, bool Uitgevoerd, string? Argument = null);

    public sealed record Beeld(IReadOnlyList<Oordeel> Oordelen);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verantwoordingen/{zaaknummer}/onderbouwing", Voer).Voor(Rol.Dienst).Geeft<Beeld>();

    /// <param name="besluit">Number of the settlement.</param>
    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        string besluit,
        Werkeenheid<VaststellingContext> eenheid,
        CancellationToken ct
    ) =>
        await Lees(zaaknummer.ToString(), besluit, eenheid, ct) is { Count: > 0 } oordelen
            ? Uitkomst.Ok(new Beeld(oordelen))
            : Weigering.NietGevonden(besluit);

    /// <summary>None when there is no such settlement.</summary>
    internal static async Task<IReadOnlyList<Oordeel>> Lees(
        string zaaknummer,
        string besluit,
        Werkeenheid<VaststellingContext> eenheid,
        CancellationToken ct
    )
    {
        List<object> gebeurd = [.. (await eenheid.Sessie.Events.FetchStreamAsync(zaaknummer, token: ct)).Select(e => e.Data)];
        return Voorstel(gebeurd, besluit) is { } voorstel
            ? Van(voorstel, await eenheid.Lees<Dictionary<string, string>>(voorstel.Argumenten, ct))
            : [];
    }

    /// <summary>The proposal that was signed as this settlement; another can have been made since.</summary>
    public static Voorgesteld? Voorstel(IReadOnlyList<object> gebeurd, string besluit) =>
        gebeurd.OfType<Vastgesteld>().FirstOrDefault(v => v.Besluit == besluit) is { } vastgesteld
            ? gebeurd.OfType<Voorgesteld>().LastOrDefault(v => v.Voorstelhash == vastgesteld.Voorstelhash)
            : null;

    /// <param name="argumenten">By activity; null when they were destroyed.</param>
    public static IReadOnlyList<Oordeel> Van(Voorgesteld voorstel, IReadOnlyDictionary<string, string>? argumenten) =>
        [
            .. voorstel
                .Uitgevoerd.Select(soort => (Soort: soort, Uitgevoerd: true))
                .Concat(voorstel.NietUitgevoerd.Select(soort => (Soort: soort, Uitgevoerd: false)))
                .OrderBy(o => o.Soort, StringComparer.Ordinal)
                .Select(o => new Oordeel(o.Soort, o.Uitgevoerd, argumenten?.GetValueOrDefault(o.Soort))),
        ];
}
