using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening;

/// <summary>Notes the decision not to handle an application, so that its objection term can start when its letter is sent.</summary>
public sealed class BijBuitenBehandelingGesteld(Stroom<Verlening> verleningen, Regelbron<VerleningContext> regelbron)
    : IVerwerker<BuitenBehandelingGesteldBericht>
{
    public async Task Verwerk(BuitenBehandelingGesteldBericht bericht, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        await verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht, regels), ct);
    }

    /// <summary>The letter may have been heard of first.</summary>
    public static Beslissing Beslis(Verlening? verlening, BuitenBehandelingGesteldBericht bericht, Regelstanden regels)
    {
        if (verlening?.BuitenBehandeling is not null)
        {
            return Beslissing.Geen;
        }
        var gehoord = new BuitenBehandelingOntvangen(
            bericht.KvkNummer,
            bericht.Regelversie,
            bericht.Besluit,
            bericht.Besluitdatum,
            bericht.Op,
            bericht.Ondertekenaars
        );
        return verlening?.Verzending is { } brief && brief.Besluit == bericht.Besluit
            ? Beslissing.Van(
                gehoord,
                BijBriefVerzonden.Termijn(regels.Versie(bericht.Regelversie, brief.Op), brief.Besluit, brief.VerzondenOp, brief.Op)
            )
            : gehoord;
    }
}
