using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// The penalty that follows from a written reminder about a change that was asked for (4:17 Awb), as it stands now. Whether it is owed people decide, by a
/// decision of its own (4:18).
/// </summary>
/// <param name="OntvangenOp">The day on which the reminder was received.</param>
/// <param name="Vanaf">The first day over which it is owed.</param>
/// <param name="Laatste">The last day over which it can be owed.</param>
/// <param name="Dagen">Over how many days so far.</param>
/// <param name="Bedrag">So far, in euro.</param>
/// <param name="VaststellenUiterlijk">The last day to set it, if nothing more comes to it; absent when nothing is owed.</param>
public sealed record Wijzigingsdwangsom(
    LocalDate OntvangenOp,
    LocalDate Vanaf,
    LocalDate Laatste,
    int Dagen,
    decimal Bedrag,
    LocalDate? VaststellenUiterlijk = null
)
{
    /// <returns>Null when no reminder holds.</returns>
    internal static Wijzigingsdwangsom? Van(Wijzigingsverzoek verzoek, Regelversie versie, LocalDate vandaag)
    {
        if (verzoek.Ingebreke is not { OntvangenOp: var op })
        {
            return null;
        }
        var dwangsom = Dwangsom.Van(versie, op, NietMeerNodig(verzoek)?.PlusDays(-1) ?? vandaag);
        return new(op, dwangsom.Vanaf, dwangsom.Laatste, dwangsom.Dagen, dwangsom.Bedrag, dwangsom.VaststellenUiterlijk);
    }

    /// <summary>The day of the first decision, or of the withdrawal: from then on none is waited for.</summary>
    private static LocalDate? NietMeerNodig(Wijzigingsverzoek verzoek) =>
        verzoek.Besloten is { Besluitdatum: var besloten } ? besloten
        : verzoek.Ingetrokken is { } ingetrokken ? Moment.Dag(ingetrokken.Op)
        : null;
}
