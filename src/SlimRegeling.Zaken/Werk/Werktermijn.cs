using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Werk;

/// <summary>The first term that we have to keep in a case that is work.</summary>
/// <param name="Code">Of the term in the rule version.</param>
internal sealed record Werktermijn(string Code, LocalDate Uiterlijk)
{
    /// <summary>Of a case that is not finished; null where none runs: the window has not been heard of, or it is the recipient's turn.</summary>
    public static Werktermijn? Van(
        Zaakstatus status,
        Beslisdag beslisdag,
        Laatstedagen.Gehoord gehoord,
        Projectwerk project,
        Regelversie versie
    )
    {
        if (Werkfasen.IsVerleend(status))
        {
            return gehoord is { PeriodeTot: { } tot, Wijze: Verantwoordingswijze.Ambtshalve and var wijze }
                    ? Tot(versie, Verantwoordingswijze.Termijn(versie, wijze), tot)
                : project.Declaratie is { } op ? Tot(versie, Termijncode.VaststellingOpVerzoek, op)
                : null;
        }
        var beslissen = beslisdag.Van(versie) is { } dag ? new Werktermijn(Termijncode.Beslistermijn(beslisdag.Aanvragertype!), dag) : null;
        // That it is not handled must be told soon after the last day to complete (4:5, fourth paragraph, Awb).
        var mededelen =
            status == Zaakstatus.AanvullingGevraagd && gehoord.Aanvullen is { } laatste
                ? Tot(versie, Termijncode.MededelingBuitenBehandeling, laatste)
                : null;
        return mededelen is not null && (beslissen is null || mededelen.Uiterlijk < beslissen.Uiterlijk) ? mededelen : beslissen;
    }

    /// <summary>With an objection that runs (it suspends nothing: 6:16 Awb), or a change that is asked, the first of all.</summary>
    /// <param name="eigen">Of the case; null where none runs.</param>
    public static Werktermijn? Eerste(Werktermijn? eigen, Bezwaarbeeld? bezwaar, Projectwerk project) =>
        (
            (Werktermijn?[])
                [
                    eigen,
                    Op(Termijncode.BeslissingOpBezwaar, bezwaar?.BeslissenUiterlijk),
                    Op(Termijncode.BeslistermijnWijziging, project.BeslissenUiterlijk),
                ]
        )
            .OfType<Werktermijn>()
            .MinBy(t => t.Uiterlijk);

    private static Werktermijn? Op(string code, LocalDate? dag) => dag is { } uiterlijk ? new(code, uiterlijk) : null;

    private static Werktermijn Tot(Regelversie versie, string code, LocalDate gebeurtenis) =>
        new(code, Termijnen.Einde(versie, code, gebeurtenis));
}
