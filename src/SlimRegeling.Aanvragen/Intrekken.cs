using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>The applicant withdraws an application that was not assessed yet; after that Verlening decides.</summary>
public static class Intrekken
{
    public sealed record Verzoek(string? Reden = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/intrekking", Voer).Voor(Rol.Aanvrager, Rol.Gemachtigde).EigenZaak().Geeft<Bijgewerkt>();

    private static Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Ordewijziging orde,
        CancellationToken ct
    ) =>
        orde.Schrijf(
            zaaknummer,
            (aanvraag, nu) => Beslis(aanvraag, () => verzoek.Reden is null ? null : aanvragen.Bewaar(zaaknummer, verzoek), nu),
            ct
        );

    /// <param name="reden">Keeps the reason; called only when the application is withdrawn.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, Func<Verwijzing?> reden, Instant nu) =>
        aanvraag.Fase switch
        {
            Fase.Ingetrokken => Beslissing.Geen,
            Fase.Beoordeeld => Weigering.Van(
                "al-beoordeeld",
                "Uw aanvraag is al beoordeeld. Dien uw verzoek in bij het besluit.",
                "artikel 2.11"
            ),
            Fase.BuitenBehandeling => Weigering.Van(
                "buiten-behandeling",
                "Wij hebben besloten uw aanvraag niet te behandelen; intrekken is niet meer nodig. Bent u het er niet mee eens, maak dan bezwaar.",
                "artikel 4:5 Awb"
            ),
            _ when aanvraag.Ingediend is { } ingediend => new AanvraagIngetrokken(ingediend.Tijdvak, reden(), nu),
            _ => Weigering.Van("niet-ingediend", "Deze aanvraag is niet ingediend; er is niets om in te trekken.", "artikel 2.8"),
        };
}
