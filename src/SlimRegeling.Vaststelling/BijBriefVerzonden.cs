using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// What a letter asks for can be given within a term that counts from the day on which it was sent: a letter may wait for an address, or for the post. The
/// last day that was said when it was asked never becomes an earlier one. Each letter starts its term once.
/// </summary>
public sealed class BijBriefVerzonden(Stroom<Verantwoording> verantwoordingen, Regelbron<VaststellingContext> regelbron)
    : IVerwerker<BriefVerzondenBericht>
{
    public async Task Verwerk(BriefVerzondenBericht bericht, CancellationToken ct)
    {
        if (!Brieftermijn.Brieven.Contains(bericht.Soort))
        {
            return;
        }
        var regels = await regelbron.Nu(ct);
        await verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht, regels), ct);
    }

    public static Beslissing Beslis(Verantwoording? verantwoording, BriefVerzondenBericht bericht, Regelstanden regels)
    {
        if (
            verantwoording is not { Opening: { } opening }
            || verantwoording.Brieftermijnen.Any(t => t.Brief == bericht.Brief)
            || Brieftermijn.Van(verantwoording).FirstOrDefault(t => t.Brief == bericht.Brief) is not { } termijn
        )
        {
            return Beslissing.Geen;
        }
        var versie = regels.Versie(opening.Regelversie, bericht.Op);
        return new BrieftermijnGestart(
            termijn.Soort,
            bericht.Brief,
            bericht.VerzondenOp,
            Brieftermijn.Uiterlijk(versie, termijn, bericht.VerzondenOp),
            bericht.Op,
            versie.Id,
            versie.Hash
        );
    }
}
