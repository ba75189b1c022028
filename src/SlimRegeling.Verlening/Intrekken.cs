using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Verlening.Intrekkingen;

namespace SlimRegeling.Verlening;

/// <summary>
/// The applicant withdraws what was assessed, until the decision is signed; before the assessment Aanvragen decides. Signing writes to the same
/// stream: of the two at one moment the first counts, and the other is decided again and told why not.
/// </summary>
public static class Intrekken
{
    internal const string Grond = "ingetrokken";

    public sealed record Verzoek(string? Reden = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verleningen/{zaaknummer}/intrekking",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Stroom<Verlening> verleningen,
                    Beoordelingsnavraag navraag,
                    Aanroep aanroep,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var uitkomst = await verleningen.Schrijf(
                        zaaknummer,
                        verlening =>
                            Beslis(
                                verlening,
                                () => verzoek.Reden is { } reden ? verleningen.Bewaar(zaaknummer, new Reden(reden)) : null,
                                moment.Nu
                            ),
                        ct
                    );
                    return uitkomst.Weigering?.Status == StatusCodes.Status404NotFound
                        ? await navraag.Vraag(zaaknummer, aanroep.AlleenVan, ct)
                        : uitkomst;
                }
            )
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Bijgewerkt>();

    /// <param name="reden">Keeps the reason; called only when the application is withdrawn.</param>
    public static Beslissing Beslis(Verlening verlening, Func<Verwijzing?> reden, Instant nu) =>
        verlening switch
        {
            { Vervallen.Grond: Grond } => Beslissing.Geen,
            { BuitenBehandeling: { } buiten } => Weigering.Van(
                "buiten-behandeling",
                $"Wij hebben besloten uw aanvraag niet te behandelen (besluit {buiten.Besluit}); intrekken is niet meer nodig. Bent u het er niet mee eens, maak dan bezwaar.",
                "artikel 4:5 Awb"
            ),
            { Vervallen: not null } => Weigering.Van("vervallen", "Uw aanvraag is vervallen. Er is niets meer om in te trekken."),
            { Verleend: { } verleend } => Weigering.Van(
                "al-verleend",
                $"Wij hebben u al subsidie verleend (besluit {verleend.Besluit} van {Datumtekst.Van(verleend.Besluitdatum)}); uw aanvraag intrekken kan niet meer. Wilt u dat wij de verlening intrekken, {Uitvoerder.Schrijf(verleend.Besluit)}",
                Intrekkingspoort.Artikel(verlening)
            ),
            { Afgewezen: { } afgewezen } => Weigering.Van(
                "al-afgewezen",
                $"Wij hebben uw aanvraag afgewezen (besluit {afgewezen.Besluit} van {Datumtekst.Van(afgewezen.Besluitdatum)}); er is niets meer om in te trekken. Bent u het er niet mee eens, maak dan bezwaar.",
                "artikel 2.12"
            ),
            { Voorstel: { } voorstel } => new IngetrokkenDoorAanvrager(voorstel.Tijdvak, voorstel.KvkNummer, reden(), nu),
            _ => NogNietBeoordeeld(verlening.Id),
        };

    internal static Weigering NogNietBeoordeeld(string zaaknummer) =>
        Weigering.Van(
            "nog-niet-beoordeeld",
            $"Uw aanvraag is hier nog niet beoordeeld. Trek haar in bij /v1/aanvragen/{zaaknummer}/intrekking.",
            "artikel 2.8"
        );
}
