using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// An employee types in that the objector reminded us in writing that no decision was taken in time (4:17, third paragraph, Awb, which 7:14 leaves for a
/// decision on objection), with the day on which that was received; from two weeks later on a penalty runs. What was typed in by mistake, or was taken
/// back, is declared void. It judges nothing, so also who took the decision that the objection is against can note it.
/// </summary>
public static class BezwaarInGebrekeStellen
{
    public sealed record Verzoek(
        [property: Description("De dag waarop de brief is ontvangen, niet die waarop hij is geschreven.")] LocalDate OntvangenOp
    );

    public sealed record Vervallenverklaring([property: Description("Waarom de ingebrekestelling niet (meer) geldt.")] string Reden);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/bezwaren/{bezwaar}/ingebrekestelling",
                (string bezwaar, Verzoek verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(bezwaar, (b, versie, nu) => Beslis(b, verzoek.OntvangenOp, persoon.Onderwerp, versie, nu), ct)
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
        api.MapPost(
                "/bezwaren/{bezwaar}/ingebrekestelling/vervallenverklaring",
                (string bezwaar, Vervallenverklaring verzoek, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(
                        bezwaar,
                        (b, _, nu) =>
                            BeslisVerval(b, verzoek.Reden, tekst => stap.Bewaar(bezwaar, new Reden(tekst)), persoon.Onderwerp, nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);
    }

    public static Beslissing Beslis(Bezwaar bezwaar, LocalDate ontvangenOp, string wie, Regelversie versie, Instant nu)
    {
        if (Bezwaarpoort.Persoon(bezwaar, wie, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        var eerder = bezwaar.Ingebreke?.OntvangenOp;
        if (eerder == ontvangenOp)
        {
            return Beslissing.Geen;
        }
        if (Bezwaarpoort.Ingetrokken(bezwaar) is { } ingetrokken)
        {
            return ingetrokken;
        }
        if (Bezwaardagen.Beslissen(bezwaar, versie) is not { } uiterlijk)
        {
            return Weigering.Van(
                "te-vroeg",
                "De termijn om te beslissen loopt nog niet: het besluit waartegen het bezwaar is, is nog niet verzonden. Een ingebrekestelling telt pas als die termijn voorbij is. Laat dat weten aan wie de brief schreef.",
                Ingebrekestelling.Artikel
            );
        }
        // The first: one that came in its place was not waited for.
        LocalDate? besloten = bezwaar.Beslissingen is [{ Besluitdatum: var eerste }, ..] ? eerste : null;
        return Ingebrekestelling.Weiger(ontvangenOp, eerder, besloten, uiterlijk, Moment.Dag(nu)) is { } teltNiet
            ? teltNiet
            : new IngebrekestellingOntvangen(ontvangenOp, wie, nu);
    }

    /// <param name="bewaar">Keeps the reason; called only when it is declared void.</param>
    public static Beslissing BeslisVerval(Bezwaar bezwaar, string reden, Func<string, Verwijzing> bewaar, string wie, Instant nu)
    {
        if (Bezwaarpoort.Persoon(bezwaar, wie, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        return Ingebrekestelling.WeigerVerval(bezwaar.Ingebreke is not null, reden) is { } vervaltNiet
            ? vervaltNiet
            : new IngebrekestellingVervallen(bezwaar.Ingebreke!.OntvangenOp, bewaar(reden.Trim()), wie, nu);
    }
}
