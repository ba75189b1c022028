using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvulling;

/// <summary>The days on which the term to decide stands still for a completion.</summary>
public static class Opschorting
{
    /// <summary>
    /// From the day after the request until the day of completion, or through the last day on which it could come (4:15, first paragraph, under a,
    /// Awb). Null when it was never asked, or came on the day itself.
    /// </summary>
    public static Stilstand? Van(Aanvraag aanvraag)
    {
        if (aanvraag.Aanvulling is not { } gevraagd)
        {
            return null;
        }
        var aangevuld =
            aanvraag.Aangevuld is { } e && Moment.Dag(e.Op) <= gevraagd.Uiterlijk ? Moment.Dag(e.Op) : (NodaTime.LocalDate?)null;
        var stil = Stilstand.Aanvulling(Moment.Dag(gevraagd.Op), gevraagd.Uiterlijk, aangevuld);
        return stil.Van <= stil.TotEnMet ? stil : null;
    }
}
