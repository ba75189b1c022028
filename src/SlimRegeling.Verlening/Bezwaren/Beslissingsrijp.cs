using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>Whether what must come before a decision on an objection is there, and fits it.</summary>
internal static class Beslissingsrijp
{
    public static Weigering? Weiger(Bezwaar bezwaar, string uitkomst) =>
        bezwaar.Oordeel is not { } oordeel
            ? Weigering.Van("ontvankelijkheid-ontbreekt", "Beoordeel eerst of dit bezwaar kan worden behandeld.", "artikel 6:6 Awb")
        : oordeel.Ontvankelijk == (uitkomst == Bezwaaruitkomst.NietOntvankelijk)
            ? Weigering.Van(
                "past-niet-bij-oordeel",
                oordeel.Ontvankelijk
                    ? "Er is geoordeeld dat het bezwaar kan worden behandeld. Kies gegrond of ongegrond, of beoordeel dat opnieuw."
                    : "Er is geoordeeld dat het bezwaar niet kan worden behandeld. Kies niet-ontvankelijk, of beoordeel dat opnieuw.",
                "artikel 7:11 Awb"
            )
        : bezwaar is { Commissie: not null, Advies: null }
            ? Weigering.Van("advies-ontbreekt", "Een commissie adviseert over dit bezwaar. Wacht op haar advies.", "artikel 7:13 Awb")
        : bezwaar is { Gehoord: null, NietGehoord: null }
            ? Weigering.Van(
                "niet-gehoord",
                "De indiener is nog niet gehoord. Hoor eerst, of leg vast waarom dat niet hoeft.",
                "artikel 7:2 Awb"
            )
        : bezwaar is { Gehoord: null, NietGehoord: { } niet } && Hoorgrond.Uitkomst(niet.Grond) is { } hoort && hoort != uitkomst
            ? Weigering.Van(
                "hoorgrond-past-niet",
                $"Er is niet gehoord omdat het bezwaar {hoort} zou zijn. Bij {uitkomst} moet de indiener wel worden gehoord.",
                "artikel 7:3 Awb"
            )
        : Horen.SlaatAnderenOver(bezwaar)
            ? Weigering.Van(
                "anderen-niet-gehoord",
                "Ook andere belanghebbenden kunnen worden gehoord. Hoor hen, of leg opnieuw vast waarom niet wordt gehoord, ook voor hen.",
                "artikel 7:3 Awb"
            )
        : null;
}
