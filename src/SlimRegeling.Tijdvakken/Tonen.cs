using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>Windows and the outcome of a draw, for everyone.</summary>
public static class Tonen
{
    /// <param name="Status"><c>komt</c>, <c>open</c> or <c>gesloten</c>.</param>
    /// <param name="RegistratieVanaf">From when drafts can be made.</param>
    /// <param name="Overschrijding">What happens to the first application that does not fit under the ceiling.</param>
    /// <param name="GewijzigdOp">When it was last changed; absent when it stands as it was published.</param>
    /// <param name="Bezwaarreserve">What of the ceiling is held back for objections, in euro; absent when nothing is.</param>
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
        Overschrijding Overschrijding,
        Instant? GewijzigdOp = null,
        decimal? Bezwaarreserve = null
    );

    /// <param name="Zaad">The seed from which the order of the list follows; absent when all fitted, and by arrival.</param>
    /// <param name="Bron">Where the seed came from.</param>
    /// <param name="Uitspraak">The court's decision by which the draw was done over.</param>
    /// <param name="Lijsthash">SHA-256 of the list of a window with a draw, published before it; absent while there is none.</param>
    /// <param name="Lijsten">Every list that was put in order, in the order of the decisions.</param>
    /// <param name="VervangenDoor">The list that took the place of this order, by order of a court.</param>
    public sealed record Rangordebeeld(
        string Tijdvak,
        string? Zaad,
        string? Bron,
        IReadOnlyList<Plaats> Plaatsen,
        string? Uitspraak = null,
        string? Lijsthash = null,
        IReadOnlyList<Rangordelijst>? Lijsten = null,
        int? VervangenDoor = null
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
                    var besluiten = await Gebeurtenissen(eenheid, id, ct);
                    var lijsten = Rangordelijst.Van(besluiten);
                    var versies = lijsten.Where(l => l.Lijst.Soort != Lijstsoort.Gelijken).ToList();
                    if (versie is { } nummer && (nummer < 1 || nummer > versies.Count))
                    {
                        return Weigering.NietGevonden($"{id}, versie {nummer}");
                    }
                    // Who joined since is behind the order as it holds now.
                    var erbij = versie is null ? await Gebeurtenissen(eenheid, Volgordeboek.Stroom(id), ct) : [];
                    var gevraagd = versies.ElementAtOrDefault((versie ?? versies.Count) - 1);
                    return await tijdvakken.Toon(id, t => Rangorde(t, lijsten, gevraagd, erbij.OfType<InVolgordeGeplaatst>()), ct);
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
            t.Overschrijding,
            t.GewijzigdOp,
            t.Bezwaarreserve
        );

    private static async Task<IReadOnlyList<object>> Gebeurtenissen(
        Werkeenheid<TijdvakkenContext> eenheid,
        string stroom,
        CancellationToken ct
    ) => [.. (await eenheid.Sessie.Events.FetchStreamAsync(stroom, token: ct)).Select(e => e.Data)];

    private static Rangordebeeld Rangorde(
        Tijdvak t,
        IReadOnlyList<Rangordelijst.Geordend> lijsten,
        Rangordelijst.Geordend? gevraagd,
        IEnumerable<InVolgordeGeplaatst> erbij
    )
    {
        var gelijken = t.Volgorde == Volgorde.Binnenkomst ? lijsten.SelectMany(l => l.Plaatsen) : [];
        var achter = erbij.SelectMany(e => Plaats.Van(e.Zaaknummers, e.Vanaf, e.Binnen)).Concat(gelijken).OrderBy(p => p.Rang);
        var lijst = gevraagd?.Lijst;
        return new(
            t.Id,
            lijst?.Zaad,
            lijst?.Bron,
            [.. gevraagd?.Plaatsen ?? [], .. achter],
            lijst?.Uitspraak,
            t.Lijst?.Hash,
            [.. lijsten.Select(l => l.Lijst)],
            lijst?.VervangenDoor
        );
    }
}
