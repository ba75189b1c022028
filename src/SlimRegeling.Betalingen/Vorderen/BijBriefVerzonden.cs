using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>
/// Sending the letter with a decision to claim back starts the term to pay (3:41, 4:87 Awb), and sending a reminder the term of that (4:112 Awb). Sending one
/// once more does not start it again. The ledger hears of every letter.
/// </summary>
public sealed class BijBriefVerzonden(
    Werkeenheid<BetalingenContext> eenheid,
    Stroom<Vordering> vorderingen,
    Regelbron<BetalingenContext> regelbron
) : IVerwerker<BriefVerzondenBericht>
{
    /// <summary>As Dossiers calls the letters.</summary>
    private const string Terugvordering = "terugvordering";
    private const string Aanmaning = "aanmaning";

    public async Task Verwerk(BriefVerzondenBericht bericht, CancellationToken ct)
    {
        Besluitbrieven.Bewaar(eenheid.Sessie, bericht);
        if (bericht.Soort is not (Terugvordering or Aanmaning) || bericht.Ontvanger is not null)
        {
            return;
        }
        var versie = Geldschuldregels.Op(await regelbron.Nu(ct), bericht.Op);
        // The id of both letters is the number of the claim with the kind behind it.
        await vorderingen.SchrijfOfBegin(bericht.Brief[..^(bericht.Soort.Length + 1)], vordering => Beslis(vordering, bericht, versie), ct);
    }

    public static Beslissing Beslis(Vordering? vordering, BriefVerzondenBericht bericht, Regelversie versie) =>
        (vordering, bericht.Soort) switch
        {
            ({ Besloten: not null, Termijn: null }, Terugvordering) => new BetaaltermijnGestart(
                bericht.VerzondenOp,
                Termijnen.Einde(versie, Termijncode.Betaling, bericht.VerzondenOp),
                versie.Id,
                versie.Hash,
                bericht.Op
            ),
            ({ Aangemaand: not null, Aanmaningstermijn: null }, Aanmaning) => new AanmaningstermijnGestart(
                bericht.VerzondenOp,
                Termijnen.Einde(versie, Termijncode.Aanmaning, bericht.VerzondenOp),
                versie.Id,
                versie.Hash,
                bericht.Op
            ),
            ({ Besloten: not null }, _) => Beslissing.Geen,
            _ => Weigering.Van("onbekend-besluit", $"Brief {bericht.Brief} is verzonden, maar over die vordering is niet zo besloten."),
        };
}
