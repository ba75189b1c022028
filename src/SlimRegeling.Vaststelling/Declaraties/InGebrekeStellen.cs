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

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// An employee types in that the recipient reminded us in writing that the settlement they asked for did not come in time (4:17, third paragraph, Awb),
/// with the day on which that was received; from two weeks later on a penalty runs. What was typed in by mistake, or was taken back, is declared void. It
/// judges nothing, so also who took the settlement that an objection is against can note it.
/// </summary>
public static class InGebrekeStellen
{
    public sealed record Verzoek(
        [property: Description("De dag waarop de brief is ontvangen, niet die waarop hij is geschreven.")] LocalDate OntvangenOp
    );

    public sealed record Vervallenverklaring([property: Description("Waarom de ingebrekestelling niet (meer) geldt.")] string Reden);

    /// <summary>The reason as it is kept beside the stream.</summary>
    public sealed record Vervalreden(string Tekst);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/ingebrekestelling",
                async (
                    Zaaknummer zaaknummer,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Regelbron<VaststellingContext> regelbron,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var (regels, nu) = (await regelbron.Nu(ct), moment.Nu);
                    return await verantwoordingen.Schrijf(
                        zaaknummer,
                        verantwoording => Beslis(verantwoording, verzoek.OntvangenOp, persoon.Onderwerp, regels, nu),
                        ct
                    );
                }
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/ingebrekestelling/vervallenverklaring",
                (
                    Zaaknummer zaaknummer,
                    Vervallenverklaring verzoek,
                    Persoon persoon,
                    Stroom<Verantwoording> verantwoordingen,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    verantwoordingen.Schrijf(
                        zaaknummer,
                        verantwoording =>
                            BeslisVerval(
                                verantwoording,
                                verzoek.Reden,
                                reden => verantwoordingen.Bewaar(zaaknummer, new Vervalreden(reden)),
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
    public static Beslissing Beslis(Verantwoording verantwoording, LocalDate ontvangenOp, string wie, Regelstanden regels, Instant nu)
    {
        if (Vaststeltermijn.NietGevraagd(verantwoording, Ingebrekestelling.Artikel) is { } nietGevraagd)
        {
            return nietGevraagd;
        }
        if (verantwoording.Ingebreke?.OntvangenOp == ontvangenOp)
        {
            return Beslissing.Geen;
        }
        var versie = regels.Versie(verantwoording.Opening!.Regelversie, nu);
        var uiterlijk = Vaststeltermijn.Uiterlijk(verantwoording, verantwoording.Declaratie!, versie);
        var (eerder, besloten) = (verantwoording.Ingebreke?.OntvangenOp, verantwoording.NietMeerNodig);
        return Ingebrekestelling.Weiger(ontvangenOp, eerder, besloten, uiterlijk, Moment.Dag(nu)) is { } weigering
            ? weigering
            : new IngebrekestellingOntvangen(ontvangenOp, wie, nu);
    }

    /// <param name="bewaar">Keeps the reason; called only when it is declared void.</param>
    /// <param name="wie">Pseudonym.</param>
    public static Beslissing BeslisVerval(
        Verantwoording verantwoording,
        string reden,
        Func<string, Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        if (Ingebrekestelling.WeigerVerval(verantwoording.Ingebreke is not null, reden) is { } weigering)
        {
            return weigering;
        }
        return new IngebrekestellingVervallen(verantwoording.Ingebreke!.OntvangenOp, bewaar(reden.Trim()), wie, nu);
    }
}
