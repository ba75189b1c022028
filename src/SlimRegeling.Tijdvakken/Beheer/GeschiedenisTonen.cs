using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>For everyone: the dated decisions on a window, in order, each with its source (2.6, second paragraph; 2.7, second and third).</summary>
public static class GeschiedenisTonen
{
    /// <param name="Besluit">
    /// <c>vastgesteld</c>, <c>gewijzigd</c>, <c>budget-verplaatst</c>, <c>lijst-vastgelegd</c>, <c>gerangschikt</c> or <c>wachtlijst-gesloten</c>.
    /// </param>
    /// <param name="Op">From when it holds.</param>
    /// <param name="Bron">The decision of the minister, or where the seed of a draw came from; absent when none was named.</param>
    /// <param name="Inhoud">The window from then on; absent where the decision does not change it.</param>
    /// <param name="Van">The window that gave the money.</param>
    /// <param name="Naar">The window that got it.</param>
    /// <param name="Bedrag">Euro that moved.</param>
    /// <param name="Lijsthash">SHA-256 of the list, published before the draw.</param>
    /// <param name="Zaad">The seed of the draw; absent when everyone fitted.</param>
    public sealed record Besluitbeeld(
        string Besluit,
        Instant Op,
        string? Bron = null,
        Tijdvakinhoud? Inhoud = null,
        string? Van = null,
        string? Naar = null,
        decimal? Bedrag = null,
        string? Lijsthash = null,
        string? Zaad = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/tijdvakken/{id}/geschiedenis",
                async (string id, Stroom<Tijdvak> tijdvakken, Werkeenheid<TijdvakkenContext> eenheid, CancellationToken ct) =>
                {
                    var gebeurtenissen = await eenheid.Sessie.Events.FetchStreamAsync(id, token: ct);
                    return await tijdvakken.Toon(id, _ => gebeurtenissen.Select(e => Van(e.Data)).OfType<Besluitbeeld>().ToList(), ct);
                }
            )
            .Openbaar()
            .Geeft<IReadOnlyList<Besluitbeeld>>();

    internal static Besluitbeeld? Van(object gebeurtenis) =>
        gebeurtenis switch
        {
            TijdvakVastgesteld e => new("vastgesteld", e.Op, e.Bron, Tijdvak.Inhoud(e)),
            TijdvakGewijzigd e => new("gewijzigd", e.Op, e.Bron, e.Wordt),
            BudgetVerplaatst e => new("budget-verplaatst", e.Op, e.Bron, e.Wordt, e.Van, e.Naar, e.Bedrag),
            LijstVastgelegd e => new("lijst-vastgelegd", e.Op, Lijsthash: e.Hash),
            Gerangschikt e => new("gerangschikt", e.Op, e.Bron, Zaad: e.Zaad),
            WachtlijstGesloten e => new("wachtlijst-gesloten", e.Op),
            _ => null,
        };
}
