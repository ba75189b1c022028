using NodaTime;

namespace SlimRegeling.Regels;

/// <summary>
/// The penalty for deciding late (4:17 Awb), which runs from two weeks after a written reminder. A reminder counts only when the term to decide
/// was over when it came; whether it came unreasonably late, or the application obviously has no ground (4:17, sixth paragraph), people judge.
/// </summary>
/// <param name="Vanaf">The first day over which it is owed.</param>
/// <param name="Laatste">The last day over which it can be owed.</param>
/// <param name="Dagen">Over how many days it is owed so far.</param>
/// <param name="Bedrag">Euro, so far.</param>
/// <param name="VaststellenUiterlijk">The last day to set it by a decision of its own (4:18 Awb); null when nothing is owed.</param>
public sealed record Dwangsom(LocalDate Vanaf, LocalDate Laatste, int Dagen, decimal Bedrag, LocalDate? VaststellenUiterlijk)
{
    /// <param name="ontvangen">The day on which the reminder was received; its amounts hold for all of the penalty.</param>
    /// <param name="totEnMet">The last day that counts: today, or the day before that of the decision.</param>
    public static Dwangsom Van(Regelversie versie, LocalDate ontvangen, LocalDate totEnMet)
    {
        var vanaf = Termijnen.Einde(versie, Termijncode.Ingebrekestelling, ontvangen).PlusDays(1);
        var laatste = vanaf.PlusDays((int)versie.Op(Parameters.DwangsomMeesteDagen, ontvangen) - 1);
        var dagen = Math.Max(0, Period.DaysBetween(vanaf, LocalDate.Min(totEnMet, laatste)) + 1);
        var perDeel = (int)versie.Op(Parameters.DwangsomDagenPerDeel, ontvangen);
        var bedrag =
            Math.Min(dagen, perDeel) * versie.Op(Parameters.DwangsomEersteDeel, ontvangen)
            + Math.Clamp(dagen - perDeel, 0, perDeel) * versie.Op(Parameters.DwangsomTweedeDeel, ontvangen)
            + Math.Max(0, dagen - 2 * perDeel) * versie.Op(Parameters.DwangsomDerdeDeel, ontvangen);
        return new(
            vanaf,
            laatste,
            dagen,
            bedrag,
            dagen == 0 ? null : Termijnen.Einde(versie, Termijncode.VaststellingDwangsom, vanaf.PlusDays(dagen - 1))
        );
    }
}
