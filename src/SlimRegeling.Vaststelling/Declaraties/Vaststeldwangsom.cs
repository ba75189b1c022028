using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>
/// The penalty that follows from a written reminder about a settlement that was asked for (4:17 Awb), as it stands now. Whether it is owed people decide,
/// by a decision of its own (4:18).
/// </summary>
/// <param name="OntvangenOp">The day on which the reminder was received.</param>
/// <param name="Vanaf">The first day over which it is owed.</param>
/// <param name="Laatste">The last day over which it can be owed.</param>
/// <param name="Dagen">Over how many days so far.</param>
/// <param name="Bedrag">So far, in euro.</param>
/// <param name="VaststellenUiterlijk">The last day to set it, if nothing more comes to it; absent when nothing is owed.</param>
public sealed record Vaststeldwangsom(
    LocalDate OntvangenOp,
    LocalDate Vanaf,
    LocalDate Laatste,
    int Dagen,
    decimal Bedrag,
    LocalDate? VaststellenUiterlijk = null
)
{
    /// <returns>Null when no reminder holds.</returns>
    internal static Vaststeldwangsom? Van(Verantwoording verantwoording, Regelversie versie, LocalDate vandaag)
    {
        if (verantwoording.Ingebreke is not { } ingebreke)
        {
            return null;
        }
        var dwangsom = Dwangsom.Van(versie, ingebreke.OntvangenOp, verantwoording.NietMeerNodig?.PlusDays(-1) ?? vandaag);
        return new(ingebreke.OntvangenOp, dwangsom.Vanaf, dwangsom.Laatste, dwangsom.Dagen, dwangsom.Bedrag, dwangsom.VaststellenUiterlijk);
    }
}
