using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken;

/// <summary>Windows and the outcome of a draw, for everyone.</summary>
public static class Tonen
{
    /// <param name="Status"><c>komt</c>, <c>open</c> or <c>gesloten</c>.</param>
    /// <param name="RegistratieVanaf">From when drafts can be made.</param>
    /// <param name="Overschrijding">What happens to the first application that does not fit under the ceiling.</param>
    public sealed record TijdvakBeeld(
        string Id,
        string Aanvragertype,
        Instant Opent,
        Instant Sluit,
        decimal Plafond,
        Volgorde Volgorde,
        string Regelversie,
        string Status,
        string? Lijsthash,
        Instant RegistratieVanaf,
        Overschrijding Overschrijding
    );

    /// <param name="Uitspraak">The court's decision by which the draw was done over.</param>
    public sealed record Rangordebeeld(
        string Tijdvak,
        string? Zaad,
        string? Bron,
        IReadOnlyList<Plaats> Plaatsen,
        string? Uitspraak = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(
                "/tijdvakken",
                async (Werkeenheid<TijdvakkenContext> eenheid, Moment moment, CancellationToken ct) =>
                    Uitkomst.Ok(
                        (await eenheid.Sessie.QueryAsync<Tijdvak>("order by data ->> 'opent', id", ct))
                            .Select(t => Beeld(t, moment.Nu))
                            .ToList()
                    )
            )
            .Openbaar()
            .Geeft<IReadOnlyList<TijdvakBeeld>>();
        api.MapGet(
                "/tijdvakken/{id}",
                (string id, Stroom<Tijdvak> tijdvakken, Moment moment, CancellationToken ct) =>
                    tijdvakken.Toon(id, t => Beeld(t, moment.Nu), ct)
            )
            .Openbaar()
            .Geeft<TijdvakBeeld>();
        api.MapGet(
                "/tijdvakken/{id}/rangorde",
                async (string id, int? versie, Stroom<Tijdvak> tijdvakken, Werkeenheid<TijdvakkenContext> eenheid, CancellationToken ct) =>
                {
                    var gebeurtenissen = await eenheid.Sessie.Events.FetchStreamAsync(id, token: ct);
                    var versies = gebeurtenissen.Select(e => e.Data).Where(e => e is Gerangschikt or Herloot).ToList();
                    return versie is { } nummer && (nummer < 1 || nummer > versies.Count)
                        ? Weigering.NietGevonden($"{id}, versie {nummer}")
                        : await tijdvakken.Toon(id, t => Rangorde(t, versies.ElementAtOrDefault((versie ?? versies.Count) - 1)), ct);
                }
            )
            .Openbaar()
            .Geeft<Rangordebeeld>();
    }

    private static TijdvakBeeld Beeld(Tijdvak t, Instant nu) =>
        new(
            t.Id,
            t.Aanvragertype,
            t.Opent,
            t.Sluit,
            t.Plafond,
            t.Volgorde,
            t.Regelversie,
            nu < t.Opent ? "komt"
                : nu < t.Sluit ? "open"
                : "gesloten",
            t.Lijst?.Hash,
            t.RegistratieVanaf,
            t.Overschrijding
        );

    private static Rangordebeeld Rangorde(Tijdvak t, object? rangorde) =>
        rangorde switch
        {
            Gerangschikt e => new(t.Id, e.Zaad, e.Bron, [.. e.Plaatsen()]),
            Herloot e => new(t.Id, e.Zaad, e.Bron, [.. Plaats.Van(e.Zaaknummers, 1, e.Binnen)], e.Uitspraak),
            _ => new(t.Id, null, null, []),
        };
}
