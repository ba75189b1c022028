using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Aanvulling;

/// <summary>The days on which the term to decide stands still for a completion.</summary>
public static class Opschorting
{
    /// <summary>
    /// From the day after the request was sent until the day of completion, or through the last day on which it could come (4:15, first
    /// paragraph, under a, Awb). Null when it was never sent, or the completion came before the term could stand still.
    /// </summary>
    public static Stilstand? Van(Aanvraag aanvraag)
    {
        if (aanvraag.Hersteltermijn is not { } termijn)
        {
            return null;
        }
        var aangevuld = aanvraag.Aangevuld is { } e && Moment.Dag(e.Op) <= termijn.Uiterlijk ? Moment.Dag(e.Op) : (NodaTime.LocalDate?)null;
        var stil = Stilstand.Aanvulling(termijn.VerzondenOp, termijn.Uiterlijk, aangevuld);
        return stil.Van <= stil.TotEnMet ? stil : null;
    }
}
