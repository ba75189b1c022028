using SlimRegeling.Platform.Stromen;
using SlimRegeling.Verlening.Bezwaren;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>
/// What can be decided on an objection against a withdrawal, and on any other while something is withdrawn: what was withdrawn is given back by the
/// objection against that, and by no other.
/// </summary>
internal static class Intrekkingsbezwaar
{
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
            return !gegrond ? (null, null)
                : Herroeping.Weiger(bezwaar, verlening) is { } weigering ? (null, weigering)
                : (Bezwaargevolg.Herroepen, null);
        }
        if (verlening.Intrekking?.Staande is not [var eerste, ..])
        {
            return null;
        }
        var opnieuw = BeslissingVoorstellen.Herbeoordeling(bezwaar, verlening);
        var vanAanvrager = bezwaar.Betreft.Indiener == Indiener.Aanvrager;
        var beter = vanAanvrager
            ? opnieuw is { IsVerlenen: true } && opnieuw.Subsidie > eerste.Was
            : opnieuw is not null && (!opnieuw.IsVerlenen || opnieuw.Subsidie < eerste.Was);
        return (gegrond, Besluitsoort.OpAanvraag(bezwaar.Betreft.Soort)) switch
        {
            // It changes no amount.
            (true, false) when bezwaar.Betreft.Soort is Besluitsoort.Wijziging or Besluitsoort.Terugvordering => null,
            (true, false) => (null, Intrekkingspoort.Verhogen(verlening)),
            (true, true) when opnieuw is null => (null, BeslissingVoorstellen.HerbeoordelingOntbreekt),
            // What was withdrawn took away what the award was too much; the rest of it has no way here.
            (_, true) when !vanAanvrager && beter && verlening.Verleend!.Bedrag > Subsidie(opnieuw!) => null,
            (true, true) => beter ? (Bezwaargevolg.BlijftIngetrokken, null) : (null, GeeftNiets),
            (false, true) when beter => (null, GeeftMeer),
            _ => (null, null),
        };
    }

    private static decimal Subsidie(Voorstel voorstel) => voorstel.IsVerlenen ? voorstel.Subsidie : 0;

    private static Weigering GeeftMeer { get; } =
        Weigering.Van(
            "past-niet-bij-herbeoordeling",
            "Na de herbeoordeling was het besluit niet goed. Kies gegrond: de brief zegt dat de subsidie daarna is ingetrokken en dat dit zo blijft. Of beoordeel opnieuw.",
            "artikel 7:11 Awb"
        );

    private static Weigering GeeftNiets { get; } =
        Weigering.Van(
            "past-niet-bij-herbeoordeling",
            "De herbeoordeling geeft de indiener geen gelijk. Kies ongegrond, of beoordeel opnieuw.",
            "artikel 7:11 Awb"
        );
}
