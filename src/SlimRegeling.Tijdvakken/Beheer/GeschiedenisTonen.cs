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
    /// <c>vastgesteld</c>, <c>gewijzigd</c>, <c>budget-verplaatst</c>, <c>lijst-vastgelegd</c>, <c>gerangschikt</c>, <c>herloot</c>,
    /// <c>gelijken-geloot</c> or <c>wachtlijst-gesloten</c>.
    /// </param>
    /// <param name="Op">From when it holds.</param>
    /// <param name="Bron">The decision of the minister, or where the seed of a draw came from; absent when none was named.</param>
    /// <param name="Inhoud">The window from then on; absent where the decision does not change it.</param>
    /// <param name="Van">The window that gave the money.</param>
    /// <param name="Naar">The window that got it.</param>
    /// <param name="Bedrag">Euro that moved.</param>
    /// <param name="Lijsthash">SHA-256 of the list, published before the draw; of those of one moment with it.</param>
    /// <param name="Zaad">The seed of the draw; absent when everyone fitted.</param>
    /// <param name="Lijst">The number of the list that this decision put in order, as <c>rangorde</c> gives it.</param>
    /// <param name="Uitspraak">The court's decision by which was drawn anew.</param>
    /// <param name="VervangenDoor">The list that took the place of this one by order of a court.</param>
    /// <param name="Aantal">How many places the list has.</param>
    /// <param name="Binnen">For how many of those there was room under the ceiling.</param>
    public sealed record Besluitbeeld(
        string Besluit,
        Instant Op,
        string? Bron = null,
        Tijdvakinhoud? Inhoud = null,
        string? Van = null,
        string? Naar = null,
        decimal? Bedrag = null,
        string? Lijsthash = null,
        string? Zaad = null,
        int? Lijst = null,
        string? Uitspraak = null,
        int? VervangenDoor = null,
        int? Aantal = null,
        int? Binnen = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/tijdvakken/{id}/geschiedenis",
                async (
                    string id,
                    Stroom<Tijdvak> tijdvakken,
                    Werkeenheid<TijdvakkenContext> eenheid,
                    Geschiedenissen geschiedenissen,
                    CancellationToken ct
                ) =>
                {
                    var besluiten = await geschiedenissen.Lees(eenheid.Sessie, id, Besluiten, ct);
                    return await tijdvakken.Toon(id, _ => besluiten!, ct);
                }
            )
            .Openbaar()
            .Geeft<IReadOnlyList<Besluitbeeld>>();

    internal static IReadOnlyList<Besluitbeeld> Besluiten(IReadOnlyList<object> gebeurtenissen)
    {
        var lijsten = Rangordelijst.Van(gebeurtenissen).ToDictionary(g => g.Besluit, ReferenceEqualityComparer.Instance);
        return [.. gebeurtenissen.Select(e => Besluit(e, lijsten.GetValueOrDefault(e))).OfType<Besluitbeeld>()];
    }

    private static Besluitbeeld? Besluit(object gebeurtenis, Rangordelijst.Geordend? geordend) =>
        gebeurtenis switch
        {
            TijdvakVastgesteld e => new("vastgesteld", e.Op, e.Bron, Tijdvak.Inhoud(e)),
            TijdvakGewijzigd e => new("gewijzigd", e.Op, e.Bron, e.Wordt),
            BudgetVerplaatst e => new("budget-verplaatst", e.Op, e.Bron, e.Wordt, e.Van, e.Naar, e.Bedrag),
            LijstVastgelegd e => new("lijst-vastgelegd", e.Op, Lijsthash: e.Hash),
            Gerangschikt => Geordend("gerangschikt", geordend!),
            Herloot => Geordend("herloot", geordend!),
            GelijkenGeloot => Geordend("gelijken-geloot", geordend!),
            WachtlijstGesloten e => new("wachtlijst-gesloten", e.Op),
            _ => null,
        };

    private static Besluitbeeld Geordend(string besluit, Rangordelijst.Geordend geordend) =>
        new(
            besluit,
            geordend.Lijst.Op,
            geordend.Lijst.Bron,
            Lijsthash: geordend.Lijst.Hash,
            Zaad: geordend.Lijst.Zaad,
            Lijst: geordend.Lijst.Lijst,
            Uitspraak: geordend.Lijst.Uitspraak,
            VervangenDoor: geordend.Lijst.VervangenDoor,
            Aantal: geordend.Lijst.Aantal,
            Binnen: geordend.Plaatsen.Count(p => p.BinnenPlafond)
        );
}
