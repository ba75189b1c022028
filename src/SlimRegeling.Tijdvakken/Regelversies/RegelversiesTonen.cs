using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Tijdvakken.Regelversies;

/// <summary>The rule versions, for everyone: every figure with its article and source, and what differs between two.</summary>
public static class RegelversiesTonen
{
    /// <param name="Van">The version that the differences are seen from.</param>
    /// <param name="Naar">The version in which they hold.</param>
    public sealed record Vergelijking(string Van, string Naar, IReadOnlyList<Verschil> Verschillen);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(
                "/regelversies",
                (Werkeenheid<TijdvakkenContext> eenheid, Moment moment, CancellationToken ct, string? op = null) =>
                    Toon(
                        [],
                        op,
                        eenheid,
                        moment,
                        (standen, op) => Regelboek.Laad().Select(v => Regelversieregel.Van(standen.Versie(v.Id, op))).ToList(),
                        ct
                    )
            )
            .Openbaar()
            .Geeft<IReadOnlyList<Regelversieregel>>();
        api.MapGet(
                "/regelversies/{id}",
                (string id, Werkeenheid<TijdvakkenContext> eenheid, Moment moment, CancellationToken ct, string? op = null) =>
                    Toon([id], op, eenheid, moment, (standen, op) => Regelversiebeeld.Van(standen.Versie(id, op)), ct)
            )
            .Openbaar()
            .Geeft<Regelversiebeeld>();
        api.MapGet(
                "/regelversies/{id}/verschil/{ander}",
                (string id, string ander, Werkeenheid<TijdvakkenContext> eenheid, Moment moment, CancellationToken ct, string? op = null) =>
                    Toon(
                        [id, ander],
                        op,
                        eenheid,
                        moment,
                        (standen, op) =>
                            new Vergelijking(id, ander, Regelverschil.Tussen(standen.Versie(id, op), standen.Versie(ander, op))),
                        ct
                    )
            )
            .Openbaar()
            .Geeft<Vergelijking>();
    }

    /// <param name="op">A moment; also one to come, for what is signed and does not hold yet.</param>
    private static async Task<Uitkomst> Toon(
        string[] ids,
        string? op,
        Werkeenheid<TijdvakkenContext> eenheid,
        Moment moment,
        Func<Regelstanden, Instant, object> toon,
        CancellationToken ct
    )
    {
        if (ids.FirstOrDefault(id => !Regelboek.Kent(id)) is { } onbekend)
        {
            return Onbekend(onbekend);
        }
        return Peilmoment.Lees(op, moment.Nu) is { } gevraagd
            ? Uitkomst.Ok(toon(await Standen(eenheid, ct), gevraagd))
            : Peilmoment.Onleesbaar;
    }

    /// <summary>All that was signed about all versions.</summary>
    internal static async Task<Regelstanden> Standen(Werkeenheid<TijdvakkenContext> eenheid, CancellationToken ct)
    {
        var beheer = await eenheid.Sessie.LoadManyAsync<Regelbeheer>(ct, Regelboek.Laad().Select(v => Regelbeheer.Stroom(v.Id)));
        return new Regelstanden([.. beheer.SelectMany(b => b.Stappen)]);
    }

    internal static Weigering Onbekend(string id) =>
        Weigering.NietGevonden(id) with
        {
            Uitleg = $"Regelversie '{id}' bestaat niet. Kies uit {string.Join(", ", Regelboek.Laad().Select(v => v.Id))}.",
        };
}
