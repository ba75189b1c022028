using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Verlening;

/// <summary>
/// The ceiling leaves nothing for this application: it is refused (2.12, under i; 4:25, second paragraph, Awb) by the two people whose
/// decision that is, without an assessment. What has lapsed or was decided stays so.
/// </summary>
public sealed class BijBudgetOntoereikend(Stroom<Verlening> verleningen, Regelbron<VerleningContext> regelbron)
    : IVerwerker<BudgetOntoereikendBericht>
{
    private const int TweePersonen = 2;

    public async Task Verwerk(BudgetOntoereikendBericht bericht, CancellationToken ct)
    {
        var regels = await regelbron.Nu(ct);
        await verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht, regels), ct);
    }

    public static Beslissing Beslis(Verlening? verlening, BudgetOntoereikendBericht bericht, Regelstanden regels)
    {
        if (verlening is { Vervallen: not null } or { Besloten: true })
        {
            return Beslissing.Geen;
        }
        if (bericht.Ondertekenaars.Distinct().Count() < TweePersonen)
        {
            return Weigering.Van(
                "onbruikbaar-besluit",
                "Voor een afwijzing op het plafond zijn twee personen nodig; die zijn niet genoemd."
            );
        }
        var gehoord = new OntoereikendOntvangen(Voorstel.Van(bericht), bericht.Reden, bericht.Ondertekenaars, bericht.Volgorde);
        return Beslissing.Van(gehoord, Besluit(bericht.Zaaknummer, gehoord, regels));
    }

    /// <summary>The decision is of the moment at which the two took theirs, whenever it was heard.</summary>
    internal static Afgewezen Besluit(string zaaknummer, OntoereikendOntvangen gehoord, Regelstanden regels)
    {
        var voorstel = gehoord.Voorstel;
        var versie = regels.Versie(voorstel.Regelversie, voorstel.BeoordeeldOp);
        return new(
            voorstel.Hash(zaaknummer),
            voorstel.Tijdvak,
            voorstel.KvkNummer,
            voorstel.Regelversie,
            Ondertekenen.Besluitnummer(zaaknummer),
            Moment.Dag(voorstel.BeoordeeldOp),
            voorstel.Beslistermijn(versie).LaatsteDag,
            voorstel.Gronden,
            gehoord.Ondertekenaars,
            voorstel.BeoordeeldOp,
            versie.Hash,
            gehoord.Volgorde
        );
    }
}
