using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// The penalty that follows from a written reminder (4:17, with 7:14 Awb), as it stands now; it is for who objects. Whether it is owed people decide, by
/// a decision of its own (4:18).
/// </summary>
/// <param name="OntvangenOp">The day on which the reminder was received.</param>
/// <param name="Vanaf">The first day over which it is owed.</param>
/// <param name="Laatste">The last day over which it can be owed.</param>
/// <param name="Dagen">Over how many days so far.</param>
/// <param name="Bedrag">So far, in euro.</param>
/// <param name="VaststellenUiterlijk">The last day to set it, if nothing more comes to it; absent when nothing is owed.</param>
/// <param name="NietVerschuldigd">Why it is not owed after all, as was decided: a code; absent while that was not.</param>
public sealed record Bezwaardwangsom(
    LocalDate OntvangenOp,
    LocalDate Vanaf,
    LocalDate Laatste,
    int Dagen,
    decimal Bedrag,
    LocalDate? VaststellenUiterlijk = null,
    string? NietVerschuldigd = null
)
{
    /// <returns>Null when no reminder holds.</returns>
    internal static Bezwaardwangsom? Van(Bezwaar bezwaar, Regelversie versie, LocalDate vandaag)
    {
        if (bezwaar.Ingebreke is not { } ingebreke)
        {
            return null;
        }
        var dwangsom = Dwangsom.Van(versie, ingebreke.OntvangenOp, NietMeerNodig(bezwaar)?.PlusDays(-1) ?? vandaag);
        return new(
            ingebreke.OntvangenOp,
            dwangsom.Vanaf,
            dwangsom.Laatste,
            dwangsom.Dagen,
            dwangsom.Bedrag,
            dwangsom.VaststellenUiterlijk,
            Uitgezonderd(bezwaar)
        );
    }

    /// <summary>The day of the first decision, or of the withdrawal: from then on none is waited for.</summary>
    private static LocalDate? NietMeerNodig(Bezwaar bezwaar) =>
        bezwaar.Beslissingen is [{ Besluitdatum: var besloten }, ..] ? besloten
        : bezwaar.Ingetrokken is { } ingetrokken ? Moment.Dag(ingetrokken.Op)
        : null;

    /// <summary>
    /// What the decision says that takes the penalty away (4:17, sixth paragraph, under b and c). That the reminder came unreasonably late (under a)
    /// people judge.
    /// </summary>
    private static string? Uitgezonderd(Bezwaar bezwaar)
    {
        if (bezwaar.Beslissing is not { } beslissing)
        {
            return null;
        }
        if (beslissing.Uitkomst == Bezwaaruitkomst.NietOntvankelijk && bezwaar.Oordeel?.Grond == Ontvankelijkheid.GeenBelanghebbende)
        {
            return Ontvankelijkheid.GeenBelanghebbende;
        }
        // A later decision in its place can say otherwise than the ground on which nobody was heard.
        return
            beslissing.NietGehoord is Hoorgrond.KennelijkNietOntvankelijk or Hoorgrond.KennelijkOngegrond
            && Hoorgrond.Uitkomst(beslissing.NietGehoord) == beslissing.Uitkomst
            ? beslissing.NietGehoord
            : null;
    }
}
