using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>For scheme managers: what was proposed about a window.</summary>
public static class TijdvakvoorstellenTonen
{
    /// <param name="Hash">What is signed.</param>
    /// <param name="Vaststelling">The window as it would be published; one of these three is there.</param>
    /// <param name="Wijziging">What would change of it.</param>
    /// <param name="Verplaatsing">The money that another window would give it.</param>
    /// <param name="Bron">The decision of the minister that it follows from; absent when none was named.</param>
    /// <param name="Door">Pseudonym of who proposed it.</param>
    /// <param name="Reden">Why it went back; absent when it did not, and when the reason was destroyed.</param>
    public sealed record Tijdvakvoorstelbeeld(
        int Voorstel,
        string Hash,
        Voorstelstatus Status,
        string Door,
        Instant Op,
        Vaststellingsbeeld? Vaststelling = null,
        Wijzigingsbeeld? Wijziging = null,
        Verplaatsingsbeeld? Verplaatsing = null,
        string? Bron = null,
        string? Ondertekenaar = null,
        string? Reden = null
    );

    public sealed record Vaststellingsbeeld(
        string Aanvragertype,
        Instant Opent,
        Instant Sluit,
        Instant RegistratieVanaf,
        decimal Plafond,
        Volgorde Volgorde,
        Overschrijding Overschrijding,
        string Regelversie,
        decimal? Bezwaarreserve = null
    );

    public sealed record Wijzigingsbeeld(Tijdvakinhoud Was, Tijdvakinhoud Wordt);

    /// <param name="Van">The window that would give it.</param>
    /// <param name="Bedrag">Euro.</param>
    public sealed record Verplaatsingsbeeld(string Van, decimal Bedrag);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tijdvakken/{id}/voorstellen", Lijst).Voor(Rol.Regelbeheerder).Geeft<IReadOnlyList<Tijdvakvoorstelbeeld>>();
        api.MapGet(
                "/tijdvakken/{id}/voorstellen/{voorstel}",
                async (
                    string id,
                    int voorstel,
                    Stroom<Tijdvakbeheer> stroom,
                    Werkeenheid<TijdvakkenContext> eenheid,
                    CancellationToken ct
                ) =>
                    (await stroom.Lees(Tijdvakbeheer.Stroom(id), ct))?.Met(voorstel) is { } gevonden
                        ? Uitkomst.Ok(await Van(gevonden, eenheid, ct))
                        : Voorstel.Onbekend(voorstel)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Tijdvakvoorstelbeeld>();
    }

    private static async Task<Uitkomst> Lijst(
        string id,
        Stroom<Tijdvakbeheer> stroom,
        Stroom<Tijdvak> tijdvakken,
        Werkeenheid<TijdvakkenContext> eenheid,
        CancellationToken ct
    )
    {
        var beheer = await stroom.Lees(Tijdvakbeheer.Stroom(id), ct);
        if (beheer is null && await tijdvakken.Lees(id, ct) is null)
        {
            return Weigering.NietGevonden(id);
        }
        var beelden = new List<Tijdvakvoorstelbeeld>();
        foreach (var voorstel in beheer?.Voorstellen ?? [])
        {
            beelden.Add(await Van(voorstel, eenheid, ct));
        }
        return Uitkomst.Ok(beelden);
    }

    private static async Task<Tijdvakvoorstelbeeld> Van(
        Tijdvakvoorstel voorstel,
        Werkeenheid<TijdvakkenContext> eenheid,
        CancellationToken ct
    ) =>
        new(
            voorstel.Nummer,
            voorstel.Hash,
            voorstel.Status,
            voorstel.Door,
            voorstel.Op,
            voorstel.Vaststelling is { } v
                ? new(
                    v.Aanvragertype,
                    v.Opent,
                    v.Sluit,
                    v.RegistratieVanaf,
                    v.Plafond,
                    v.Volgorde,
                    v.Overschrijding,
                    v.Regelversie,
                    v.Bezwaarreserve
                )
                : null,
            voorstel.Wijziging is { } w ? new(w.Was, w.Wordt) : null,
            voorstel.Verplaatsing is { } b ? new(b.Van, b.Bedrag) : null,
            voorstel.Bron,
            voorstel.Ondertekenaar,
            voorstel.Terugzending is { } terug ? (await eenheid.Lees<Reden>(terug.Reden, ct))?.Tekst : null
        );
}
