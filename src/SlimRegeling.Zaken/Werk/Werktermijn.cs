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
        Regelversie versie,
        LocalDate vandaag
    )
    {
        if (Werkfasen.IsVerleend(status))
        {
            return Vaststellen(status, gehoord, project.Declaratie, versie, vandaag);
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

    /// <summary>
    /// On request from that request, and the last day to complete it while that is waited for. Who did not ask in time is work from the day after: they are
    /// given a last term (4:44, third paragraph, Awb).
    /// </summary>
    private static Werktermijn? Vaststellen(
        Zaakstatus status,
        Laatstedagen.Gehoord gehoord,
        Declaratiewerk? declaratie,
        Regelversie versie,
        LocalDate vandaag
    )
    {
        var termijn = TeVaststellen(gehoord, declaratie, versie);
        if (termijn?.Code == Termijncode.VaststellingOpVerzoek && declaratie?.WachtTot is { } laatste)
        {
            return new(Termijncode.Hersteltermijn, laatste);
        }
        if (termijn is not null || status != Zaakstatus.Verleend || gehoord is not { PeriodeTot: { } tot, Wijze: { } wijze })
        {
            return termijn;
        }
        var verantwoorden = Tot(versie, Verantwoordingswijze.Termijn(versie, wijze), tot);
        return verantwoorden.Uiterlijk < vandaag ? verantwoorden : null;
    }

    /// <summary>For us, to settle: without being asked, or from the request on; null while it must be asked and was not, or nothing was awarded.</summary>
    public static Werktermijn? TeVaststellen(Laatstedagen.Gehoord gehoord, Declaratiewerk? declaratie, Regelversie versie) =>
        gehoord is { PeriodeTot: { } tot, Wijze: Verantwoordingswijze.Ambtshalve }
            ? Tot(versie, Verantwoordingswijze.Termijn(versie, Verantwoordingswijze.Ambtshalve), tot)
        : declaratie is { } op
            ? new(
                Termijncode.VaststellingOpVerzoek,
                Termijnen.Einde(versie, Termijncode.VaststellingOpVerzoek, op.GevraagdOp, op.Stilstand is { } stil ? [stil] : null)
            )
        : null;

    private static Werktermijn? Op(string code, LocalDate? dag) => dag is { } uiterlijk ? new(code, uiterlijk) : null;

    private static Werktermijn Tot(Regelversie versie, string code, LocalDate gebeurtenis) =>
        new(code, Termijnen.Einde(versie, code, gebeurtenis));
}
