using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// The objector gets one chance to mend what the objection lacks (6:6 Awb). The term runs from the day after the letter that asks it was sent; to
/// someone else than the applicant of whom no address was typed in, that letter goes by hand, on the same day.
/// </summary>
public static class HerstelVragen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/bezwaren/{bezwaar}/herstelverzoek",
                (string bezwaar, Bezwaarstap stap, Persoon persoon, CancellationToken ct) =>
                    stap.Doe(bezwaar, (b, versie, nu) => Beslis(b, persoon.Onderwerp, versie, nu), ct)
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beoordelaar);

    public static Beslissing Beslis(Bezwaar bezwaar, string wie, Regelversie versie, Instant nu)
    {
        if (Bezwaarpoort.Weiger(bezwaar, wie, oordeelt: false) is { } weigering)
        {
            return weigering;
        }
        if (bezwaar.Ontbreekt.Count == 0)
        {
            return Weigering.Van("niets-te-herstellen", "Aan dit bezwaar ontbreekt niets.", "artikel 6:5 Awb");
        }
        if (bezwaar.Herstel is not null)
        {
            return Weigering.Van("herstel-al-gevraagd", "Om herstel is al gevraagd; dat gebeurt één keer.", "artikel 6:6 Awb");
        }
        var gevraagd = new HerstelGevraagd(bezwaar.Betreft!, bezwaar.Ontbreekt, wie, nu);
        return bezwaar.Betreft!.Indiener == Indiener.Aanvrager || bezwaar.PostAanDerde
            ? gevraagd
            : Beslissing.Van(gevraagd, Start(bezwaar.Apply(gevraagd), Moment.Dag(nu), versie, nu));
    }

    /// <summary>The request was sent on this day.</summary>
    internal static HersteltermijnGestart Start(Bezwaar bezwaar, LocalDate verzondenOp, Regelversie versie, Instant op)
    {
        var uiterlijk = Termijnen.Einde(versie, Termijncode.HerstelBezwaar, verzondenOp);
        var gestart = new HersteltermijnGestart(bezwaar.Betreft!, verzondenOp, uiterlijk, null, versie.Hash, op);
        return gestart with { BeslissenUiterlijk = Bezwaardagen.Beslissen(bezwaar.Apply(gestart), versie) };
    }
}
