using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Tijdvakken.Regelversies;

/// <summary>The rule versions, for everyone: every figure with its article and source, and what differs between two.</summary>
public static class RegelversiesTonen
{
    /// <param name="Van">The version that the differences are seen from.</param>
    /// <param name="Naar">The version in which they hold.</param>
    public sealed record Vergelijking(string Van, string Naar, IReadOnlyList<Verschil> Verschillen);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/regelversies", () => Uitkomst.Ok(Regelboek.Laad().Select(Regelversieregel.Van).ToList()))
            .Openbaar()
            .Geeft<IReadOnlyList<Regelversieregel>>();
        api.MapGet(
                "/regelversies/{id}",
                (string id) => Regelboek.Kent(id) ? Uitkomst.Ok(Regelversiebeeld.Van(Regelboek.Versie(id))) : Onbekend(id)
            )
            .Openbaar()
            .Geeft<Regelversiebeeld>();
        api.MapGet("/regelversies/{id}/verschil/{ander}", Vergelijk).Openbaar().Geeft<Vergelijking>();
    }

    private static Uitkomst Vergelijk(string id, string ander)
    {
        if (!Regelboek.Kent(id) || !Regelboek.Kent(ander))
        {
            return Onbekend(Regelboek.Kent(id) ? ander : id);
        }
        return Uitkomst.Ok(new Vergelijking(id, ander, Regelverschil.Tussen(Regelboek.Versie(id), Regelboek.Versie(ander))));
    }

    internal static Weigering Onbekend(string id) =>
        Weigering.NietGevonden(id) with
        {
            Uitleg = $"Regelversie '{id}' bestaat niet. Kies uit {string.Join(", ", Regelboek.Laad().Select(v => v.Id))}.",
        };
}
