using NodaTime;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Intrekkingen;

namespace SlimRegeling.Verlening;

/// <summary>
/// Sending a decision to the applicant starts its objection term (AWB 3:41, 6:7, 6:8): for the award, the refusal and, since objections
/// against any decision are dealt with here, the settlement and the decision not to handle an application. Sending it once more does not
/// start it again.
/// </summary>
public sealed class BijBriefVerzonden(Stroom<Verlening> verleningen, Bezwaarpost bezwaarpost, Regelbron<VerleningContext> regelbron)
    : IVerwerker<BriefVerzondenBericht>
{
    // The end of the number of a decision not to handle an application. Who sends its letter may be heard before who took it.
    private const string BuitenBehandeling = "-N1";

    public async Task Verwerk(BriefVerzondenBericht bericht, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        if (await bezwaarpost.Hoort(bericht, regels, ct))
        {
            return;
        }
        BezwaartermijnGestart? gestart = null;
        await verleningen.SchrijfOfBegin(
            bericht.Zaaknummer,
            verlening =>
            {
                var beslissing = Beslis(verlening, bericht, regels);
                gestart = beslissing.Gebeurtenissen.OfType<BezwaartermijnGestart>().FirstOrDefault();
                return beslissing;
            },
            ct
        );
        if (gestart is not null)
        {
            await bezwaarpost.Bekend(bericht.Zaaknummer, gestart, regels, ct);
        }
    }

    public static Beslissing Beslis(Verlening? verlening, BriefVerzondenBericht bericht, Regelstanden regels)
    {
        if (bericht.Besluit is not { } besluit)
        {
            return Zienswijzetermijn.Hoor(verlening, bericht, regels);
        }
        if (verlening?.Bezwaartermijnen.Any(t => t.Besluit == besluit) == true || verlening?.Verzending?.Besluit == besluit)
        {
            return Beslissing.Geen;
        }
        if (verlening is not null && Regelversie(verlening, besluit) is { } regelversie)
        {
            return Termijn(regels.Versie(regelversie, bericht.Op), besluit, bericht.VerzondenOp, bericht.Op);
        }
        return besluit == $"{bericht.Zaaknummer}{BuitenBehandeling}"
            ? new VerzendingOntvangen(besluit, bericht.VerzondenOp, bericht.Op)
            : Weigering.Van("onbekend-besluit", $"Besluit {besluit} is verzonden, maar over deze aanvraag is hier nog niet besloten.");
    }

    /// <summary>By which the decision was taken; null when it was not heard of.</summary>
    internal static string? Regelversie(Verlening verlening, string besluit) =>
        verlening.Herstel?.Besluiten.FirstOrDefault(b => b.Besluit == besluit) is { } hersteld ? hersteld.Regelversie
        : verlening.BuitenBehandeling is { } buiten && buiten.Besluit == besluit ? buiten.Regelversie
        : verlening.Verleend?.Regelversie ?? verlening.Afgewezen?.Regelversie;

    internal static BezwaartermijnGestart Termijn(Regelversie versie, string besluit, LocalDate verzondenOp, Instant op)
    {
        var termijn = Termijnen.Loop(versie, Termijncode.Bezwaar, verzondenOp);
        return new(besluit, verzondenOp, termijn.EersteDag, termijn.LaatsteDag, op, versie.Id, versie.Hash);
    }
}
