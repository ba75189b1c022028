using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen;

/// <summary>The applicant withdraws an application that was not assessed yet; after that it is asked of Verlening, until the decision is signed.</summary>
public static class Intrekken
{
    public sealed record Verzoek(string? Reden = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/intrekking", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Bijgewerkt>();

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
        aanvraag switch
        {
            { Fase: Fase.Ingetrokken } => Beslissing.Geen,
            { Fase: Fase.BuitenBehandeling } => Weigering.Van(
                "buiten-behandeling",
                "Wij hebben besloten uw aanvraag niet te behandelen; intrekken is niet meer nodig. Bent u het er niet mee eens, maak dan bezwaar.",
                "artikel 4:5 Awb"
            ),
            { Besluiten: [.., var besluit] } => Weigering.Van(
                "al-besloten",
                $"Wij hebben al op uw aanvraag beslist (besluit {besluit.Nummer} van {Datumtekst.Van(besluit.Datum)}); intrekken kan niet meer. {NaBesluit(besluit)}",
                "artikel 2.11"
            ),
            { Fase: Fase.Beoordeeld } => Weigering.Van(
                "al-beoordeeld",
                $"Uw aanvraag is beoordeeld en er wordt over besloten. Tot het besluit is ondertekend, trekt u haar in bij {BijBesluit(aanvraag.Id)}.",
                "artikel 2.11"
            ),
            { Ingediend: { } ingediend } => new AanvraagIngetrokken(ingediend.Tijdvak, reden(), nu),
            _ => Weigering.Van("niet-ingediend", "Deze aanvraag is niet ingediend; er is niets om in te trekken.", "artikel 2.8"),
        };

    /// <summary>Where an application in this phase can be withdrawn while nothing was decided on it.</summary>
    internal static string Waar(string zaaknummer, Fase fase) =>
        fase == Fase.Beoordeeld ? BijBesluit(zaaknummer) : $"/v1/aanvragen/{zaaknummer}/intrekking";

    /// <summary>What can be done instead once it was decided on.</summary>
    internal static string NaBesluit(Besluit besluit) =>
        besluit.Soort switch
        {
            Besluitsoort.Afwijzing => "Bent u het niet eens met het besluit, maak dan bezwaar.",
            Besluitsoort.Verlening => $"Wilt u dat wij de verlening intrekken, {Uitvoerder.Schrijf(besluit.Nummer)}",
            _ => $"Bent u het niet eens met het besluit, maak dan bezwaar; hebt u een andere vraag, {Uitvoerder.Schrijf(besluit.Nummer)}",
        };

    private static string BijBesluit(string zaaknummer) => $"/v1/verleningen/{zaaknummer}/intrekking";
}
