using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// An employee types in that the recipient reminded us in writing that there is no decision on a change they asked for (4:17, third paragraph, Awb), with
/// the day on which that was received; from two weeks later on a penalty runs. What was typed in by mistake, or was taken back, is declared void.
/// </summary>
public static class WijzigingInGebrekeStellen
{
    public sealed record Verzoek(
        [property: Description("De dag waarop de brief is ontvangen, niet die waarop hij is geschreven.")] LocalDate OntvangenOp
    );

    public sealed record Vervallenverklaring([property: Description("Waarom de ingebrekestelling niet (meer) geldt.")] string Reden);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/verleningen/{zaaknummer}/wijzigingen/{nummer}/ingebrekestelling",
                (
                    Zaaknummer zaaknummer,
                    int nummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verlening> verleningen,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    verleningen.Schrijf(
                        zaaknummer,
                        verlening =>
                            Beslis(verlening, Wijzigingsnummer.Van(zaaknummer, nummer), verzoek.OntvangenOp, persoon.Onderwerp, moment.Nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
        api.MapPost(
                "/verleningen/{zaaknummer}/wijzigingen/{nummer}/ingebrekestelling/vervallenverklaring",
                (
                    Zaaknummer zaaknummer,
                    int nummer,
                    Vervallenverklaring verzoek,
                    Persoon persoon,
                    Stroom<Verlening> verleningen,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    verleningen.Schrijf(
                        zaaknummer,
                        verlening =>
                            BeslisVerval(
                                verlening,
                                Wijzigingsnummer.Van(zaaknummer, nummer),
                                verzoek.Reden,
                                reden => verleningen.Bewaar(zaaknummer, new Reden(reden)),
                                persoon.Onderwerp,
                                moment.Nu
                            ),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
    }

    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Verlening verlening, string nummer, LocalDate ontvangenOp, string wie, Instant nu)
    {
        if (verlening.Wijziging(nummer) is not { } verzoek)
        {
            return Weigering.NietGevonden(nummer);
        }
        if (verzoek.Ingetrokken is not null)
        {
            return Weigering.Van(
                "ingetrokken",
                $"Verzoek {nummer} is ingetrokken. Er hoeft niet meer te worden beslist.",
                Ingebrekestelling.Artikel
            );
        }
        var (eerder, besloten) = (verzoek.Ingebreke?.OntvangenOp, verzoek.Besloten?.Besluitdatum);
        if (eerder == ontvangenOp)
        {
            return Beslissing.Geen;
        }
        var uiterlijk = verzoek.BeslissenUiterlijk;
        return Ingebrekestelling.Weiger(ontvangenOp, eerder, besloten, uiterlijk, Moment.Dag(nu)) is { } weigering
            ? weigering
            : new WijzigingIngebreke(nummer, ontvangenOp, wie, nu);
    }

    /// <param name="bewaar">Keeps the reason; called only when it is declared void.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing BeslisVerval(
        Verlening verlening,
        string nummer,
        string reden,
        Func<string, Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        if (verlening.Wijziging(nummer) is not { } verzoek)
        {
            return Weigering.NietGevonden(nummer);
        }
        return Ingebrekestelling.WeigerVerval(verzoek.Ingebreke is not null, reden) is { } weigering
            ? weigering
            : new WijzigingIngebrekeVervallen(nummer, verzoek.Ingebreke!.OntvangenOp, bewaar(reden.Trim()), wie, nu);
    }
}
