using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening;

/// <summary>
/// Sending a decision to the applicant starts its objection term (AWB 3:41, 6:7, 6:8): for the award, the refusal and, since objections
/// against any decision are dealt with here, the settlement. Sending it once more does not start it again.
/// </summary>
public sealed class BijBriefVerzonden(Stroom<Verlening> verleningen, Regelbron<VerleningContext> regelbron)
    : IVerwerker<BriefVerzondenBericht>
{
    public async Task Verwerk(BriefVerzondenBericht bericht, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        await verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht, regels), ct);
    }

    public static Beslissing Beslis(Verlening? verlening, BriefVerzondenBericht bericht, Regelstanden regels)
    {
        if (bericht.Besluit is not { } besluit)
        {
            return Beslissing.Geen;
        }
        if (verlening is not { Besloten: true, Voorstel: { } voorstel })
        {
            return Weigering.Van("onbekend-besluit", $"Besluit {besluit} is verzonden, maar over deze aanvraag is hier nog niet besloten.");
        }
        if (verlening.Bezwaartermijnen.Any(t => t.Besluit == besluit))
        {
            return Beslissing.Geen;
        }
        return Termijn(regels.Versie(voorstel.Regelversie, bericht.Op), besluit, bericht.VerzondenOp, bericht.Op);
    }

    internal static BezwaartermijnGestart Termijn(Regelversie versie, string besluit, LocalDate verzondenOp, Instant op)
    {
        var termijn = Termijnen.Loop(versie, Termijncode.Bezwaar, verzondenOp);
        return new(besluit, verzondenOp, termijn.EersteDag, termijn.LaatsteDag, op, versie.Id, versie.Hash);
    }
}
