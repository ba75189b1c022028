using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Aanvulling;

/// <summary>The term to complete counts from the day on which the letter with the request was sent, of many cases asked together too.</summary>
public sealed class BijBriefVerzonden(Stroom<Aanvraag> aanvragen, Regelbron<AanvragenContext> regelbron) : IVerwerker<BriefVerzondenBericht>
{
    private const string Verzoek = "aanvulling";

    public async Task Verwerk(BriefVerzondenBericht bericht, CancellationToken ct)
    {
        if (bericht.Soort != Verzoek)
        {
            return;
        }
        var regels = await regelbron.Nu(ct);
        await aanvragen.Schrijf(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht, regels), ct);
    }

    /// <summary>Sent on the day of the request, it ends on the day that was said then.</summary>
    public static Beslissing Beslis(Aanvraag aanvraag, BriefVerzondenBericht bericht, Regelstanden regels)
    {
        if (aanvraag is not { Ingediend: { } ingediend, Aanvulling: { } gevraagd, Hersteltermijn: null })
        {
            return Beslissing.Geen;
        }
        var versie = regels.Versie(ingediend.Regelversie, bericht.Op);
        var uiterlijk =
            bericht.VerzondenOp == Moment.Dag(gevraagd.Op)
                ? gevraagd.Uiterlijk
                : Termijnen.Einde(versie, Termijncode.Hersteltermijn, bericht.VerzondenOp);
        return new HersteltermijnGestart(ingediend.Tijdvak, bericht.VerzondenOp, uiterlijk, versie.Id, versie.Hash, bericht.Op);
    }
}
