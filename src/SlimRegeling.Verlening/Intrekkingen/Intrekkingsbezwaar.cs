using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// What can be decided on an objection against a withdrawal, and on any other once something was withdrawn. What was withdrawn is not given back here:
/// the money of it may be someone else's by then, and a claim may have been paid.
/// </summary>
internal static class Intrekkingsbezwaar
{
    private static Weigering HerroepenKanHierNiet { get; } =
        Weigering.Van(
            "intrekking-herroepen-kan-hier-niet",
            "Dit bezwaar is gegrond: dan moet de intrekking lager of weg. Dat kan dit systeem nog niet. Het geld kan al aan een ander zijn verleend, en wat is teruggevorderd kan al zijn betaald. Verdaag de beslissing zo nodig, neem haar samen met de jurist buiten dit systeem, en stuur haar aan de ontvanger.",
            "artikel 7:11, tweede lid, Awb"
        );

    /// <returns>Null when it hangs on what was assessed again.</returns>
    public static (string? Gevolg, Weigering? Weigering)? Gevolg(Bezwaar bezwaar, Verlening verlening, string uitkomst)
    {
        if (uitkomst == Bezwaaruitkomst.NietOntvankelijk)
        {
            return (null, null);
        }
        var gegrond = uitkomst == Bezwaaruitkomst.Gegrond;
        if (bezwaar.Betreft!.Soort == Besluitsoort.Intrekking)
        {
            return (null, gegrond ? HerroepenKanHierNiet : null);
        }
        if (verlening.Intrekking?.Besluiten is not [var eerste, ..])
        {
            return null;
        }
        var meer =
            BeslissingVoorstellen.Herbeoordeling(bezwaar, verlening) is { IsVerlenen: true } opnieuw && opnieuw.Subsidie > eerste.Was;
        var vanAanvrager = bezwaar.Betreft.Indiener == Indiener.Aanvrager;
        if (gegrond || (meer && vanAanvrager))
        {
            return (null, Intrekkingspoort.Verhogen(verlening));
        }
        return vanAanvrager ? (null, null) : null;
    }
}
