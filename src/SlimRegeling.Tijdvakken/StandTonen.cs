using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>How the money of a window stands, for who keeps watch on the day itself.</summary>
public static class StandTonen
{
    /// <param name="Vrij">What can still be reserved, in euro.</param>
    /// <param name="OntvangenTot">Up to this moment Aanvragen has said everything; absent when it said nothing yet.</param>
    /// <param name="Gezegd">How many messages that were.</param>
    /// <param name="Gehoord">How many of those came in: when less, ranking waits for the rest.</param>
    /// <param name="WachtOpLoting">By arrival: how many have one and the same moment and must be drawn (KR 2.3); who came later waits behind them.</param>
    /// <param name="Bezwaarreserve">What is held back for objections, in euro; absent when nothing is.</param>
    /// <param name="UitReserve">What of that is reserved.</param>
    /// <param name="Verleend">What was awarded, as the awards are now; absent while nothing was.</param>
    /// <param name="Vastgesteld">What of that was settled; absent while nothing was awarded.</param>
    /// <param name="LagerVastgesteld">What came free by settling lower than was awarded; it does not go back to the ceiling.</param>
    public sealed record Stand(
        string Tijdvak,
        decimal Plafond,
        decimal Gereserveerd,
        decimal Vrij,
        Instant? OntvangenTot,
        int Gezegd,
        int Gehoord,
        int WachtOpLoting,
        decimal? Bezwaarreserve = null,
        decimal? UitReserve = null,
        decimal? Verleend = null,
        decimal? Vastgesteld = null,
        decimal? LagerVastgesteld = null
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/beheer/tijdvakken/{id}/stand", Voer).Voor(Rol.Beheerder, Rol.Regelbeheerder, Rol.Onderzoeker).Geeft<Stand>();

    private static async Task<Uitkomst> Voer(
        string id,
        Stroom<Tijdvak> tijdvakken,
        Werkeenheid<TijdvakkenContext> eenheid,
        CancellationToken ct
    )
    {
        if (await tijdvakken.Lees(id, ct) is not { } tijdvak)
        {
            return Weigering.NietGevonden(id);
        }
        var gehoord = await Inschrijving.Stand(eenheid.Sessie, id, ct);
        var gelijken =
            tijdvak.Volgorde == Volgorde.Binnenkomst
                ? (await BijBudgetVerdelen.Bezie(eenheid.Sessie, tijdvak, gehoord, ct)).TeLoten.Count
                : 0;
        var vastgesteld = await Vastgesteldstand.Lees(eenheid.Sessie, id, ct);
        var verleend = vastgesteld.Verleend > 0;
        await using var opdracht = new NpgsqlCommand(
            "select plafond, gereserveerd, bezwaarreserve, uit_reserve from tijdvakken.plafondstand where tijdvak = $1"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        await using var rij = await eenheid.Sessie.ExecuteReaderAsync(opdracht, ct);
        if (!await rij.ReadAsync(ct))
        {
            return Weigering.NietGevonden(id);
        }
        var (plafond, gereserveerd) = (rij.GetDecimal(0), rij.GetDecimal(1));
        var (reserve, uitReserve) = (rij.GetDecimal(2), rij.GetDecimal(3));
        return Uitkomst.Ok(
            new Stand(
                id,
                plafond,
                gereserveerd,
                plafond - gereserveerd - (reserve - uitReserve),
                gehoord.Tot == Instant.MinValue ? null : gehoord.Tot,
                gehoord.Gezegd,
                gehoord.Aantal,
                gelijken,
                reserve == 0 ? null : reserve,
                reserve == 0 ? null : uitReserve,
                verleend ? vastgesteld.Verleend : null,
                verleend ? vastgesteld.Vastgesteld : null,
                verleend ? vastgesteld.LagerVastgesteld : null
            )
        );
    }
}
