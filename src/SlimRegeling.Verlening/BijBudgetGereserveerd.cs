using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>
/// Notes the budget that is set apart; what the reservation said last counts. A proposal that it does not cover any more lies no longer ready, and
/// what was lowered is given back. An award keeps what it was granted from.
/// </summary>
public sealed class BijBudgetGereserveerd(Stroom<Verlening> verleningen) : IVerwerker<BudgetGereserveerdBericht>
{
    public Task Verwerk(BudgetGereserveerdBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, BudgetGereserveerdBericht bericht)
    {
        var stand = verlening ?? new Verlening();
        if (stand.Verleend is not null)
        {
            return Beslissing.Geen;
        }
        var terug = Teruggave.Van(bericht.Tijdvak, bericht.Terug, bericht.Op);
        if (!new Zegmoment(bericht.Op, bericht.Versie).Na(stand.Budget))
        {
            return Beslissing.Van(terug);
        }
        var gehoord = new ReserveringOntvangen(bericht.Bedrag, bericht.Op, bericht.Versie);
        return Beslissing.Van([.. Voorleggen.Na(bericht.Zaaknummer, stand.Apply(gehoord), gehoord).Gebeurtenissen, .. terug]);
    }
}
