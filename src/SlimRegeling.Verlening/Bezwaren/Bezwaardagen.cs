using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>Whether an objection came in time, as far as days can say it; a person judges.</summary>
public enum Tijdigheid
{
    /// <summary>Before its term began: that is no reason not to deal with it (6:10 Awb).</summary>
    Voortijdig,
    OpTijd,

    /// <summary>Posted in time and received within a week after the term (6:9, second paragraph, Awb).</summary>
    OpTijdGepost,
    TeLaat,

    /// <summary>Received just after the term without a postmark: it may have been posted in time, and a person judges whether it was.</summary>
    TeBeoordelen,
}

/// <summary>The days that an objection lives by.</summary>
public static class Bezwaardagen
{
    /// <param name="van">First day of the term to object; null while the decision was not sent.</param>
    /// <param name="tot">Last day of it.</param>
    /// <param name="wijze">One of <see cref="Indienwijze"/>.</param>
    /// <param name="poststempel">The day on which it was posted; null when it was not, or nobody can tell.</param>
    public static Tijdigheid Tijdig(
        Regelversie versie,
        LocalDate? van,
        LocalDate? tot,
        string wijze,
        LocalDate ontvangen,
        LocalDate? poststempel
    ) =>
        van is not { } begin || tot is not { } einde || ontvangen < begin ? Tijdigheid.Voortijdig
        : ontvangen <= einde ? Tijdigheid.OpTijd
        : wijze == Indienwijze.Post && poststempel is null && ontvangen <= Poststempel.OntbreektTot(versie, einde) ? Tijdigheid.TeBeoordelen
        : poststempel <= einde && ontvangen <= Termijnen.Einde(versie, Termijncode.BezwaarPerPost, einde) ? Tijdigheid.OpTijdGepost
        : Tijdigheid.TeLaat;

    /// <summary>As it is now.</summary>
    public static Tijdigheid Tijdig(Bezwaar bezwaar, Regelversie versie) =>
        Tijdig(
            versie,
            bezwaar.TermijnVan,
            bezwaar.TermijnTot,
            bezwaar.Ingediend!.Wijze,
            bezwaar.Ingediend.OntvangenOp,
            bezwaar.Ingediend.Poststempel
        );

    /// <summary>
    /// The last day to decide (7:10 Awb): counted from the end of the term to object, whenever the objection came; it stands still while it is mended,
    /// and is later when it was adjourned or delay was agreed. Null while the term to object is not known.
    /// </summary>
    public static LocalDate? Beslissen(Bezwaar bezwaar, Regelversie versie)
    {
        if (bezwaar.TermijnTot is not { } einde)
        {
            return null;
        }
        var stil = Stilstand(bezwaar);
        var code = bezwaar.Commissie is null ? Termijncode.BeslissingOpBezwaar : Termijncode.BeslissingOpBezwaarCommissie;
        var laatste = Termijnen.Einde(versie, code, einde, stil);
        if (bezwaar.Verdaagd is not null)
        {
            laatste = Termijnen.Einde(versie, Termijncode.VerdagingBezwaar, laatste, stil);
        }
        return bezwaar.Uitstel is { } uitstel ? LocalDate.Max(uitstel.BeslissenUiterlijk, laatste) : laatste;
    }

    /// <summary>From the day after it was asked until the day on which it was mended, or could not be any more (7:10, second paragraph, Awb).</summary>
    private static Stilstand[] Stilstand(Bezwaar bezwaar) =>
        bezwaar.Hersteltermijn is { } termijn
            ?
            [
                Regels.Stilstand.Aanvulling(
                    termijn.VerzondenOp,
                    termijn.Uiterlijk,
                    bezwaar.HersteldOp is { } hersteld && hersteld <= termijn.Uiterlijk ? hersteld : null
                ),
            ]
            : [];
}
