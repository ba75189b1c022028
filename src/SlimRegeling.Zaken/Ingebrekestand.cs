using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

/// <summary>
/// The penalty that follows from a written reminder (4:17 Awb), as it stands now. Whether it is owed people decide, by a decision of its own (4:18).
/// </summary>
/// <param name="OntvangenOp">The day on which the reminder was received.</param>
/// <param name="Vanaf">The first day over which it is owed.</param>
/// <param name="Laatste">The last day over which it can be owed.</param>
/// <param name="Dagen">Over how many days so far.</param>
/// <param name="Bedrag">So far.</param>
/// <param name="VaststellenUiterlijk">The last day to set it, if nothing more comes to it; absent when nothing is owed.</param>
/// <param name="Bezwaar">In the list of work the objection that it is about; absent when it is the application or the settlement.</param>
/// <param name="Vaststelling">In the list of work whether it is about the settlement that was asked for; absent when it is not.</param>
/// <param name="Wijziging">The request for a change that it is about; absent when it is about none.</param>
public sealed record Ingebrekestand(
    LocalDate OntvangenOp,
    LocalDate Vanaf,
    LocalDate Laatste,
    int Dagen,
    decimal Bedrag,
    LocalDate? VaststellenUiterlijk = null,
    string? Bezwaar = null,
    bool? Vaststelling = null,
    string? Wijziging = null
)
{
    /// <param name="besloten">The day of the decision, or on which none was needed any more; null while there is none.</param>
    internal static Ingebrekestand Van(Regelversie versie, LocalDate ontvangenOp, LocalDate? besloten, LocalDate vandaag)
    {
        var dwangsom = Dwangsom.Van(versie, ontvangenOp, besloten?.PlusDays(-1) ?? vandaag);
        return new(ontvangenOp, dwangsom.Vanaf, dwangsom.Laatste, dwangsom.Dagen, dwangsom.Bedrag, dwangsom.VaststellenUiterlijk);
    }
}
