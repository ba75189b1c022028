using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>Notes the budget that is set apart; the latest amount counts. A proposal that it does not cover any more lies no longer ready.</summary>
public sealed class BijBudgetGereserveerd(Stroom<Verlening> verleningen) : IVerwerker<BudgetGereserveerdBericht>
{
    public Task Verwerk(BudgetGereserveerdBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, BudgetGereserveerdBericht bericht)
    {
        var stand = verlening ?? new Verlening();
        if (stand.GereserveerdOp >= bericht.Op || stand.VrijgegevenOp >= bericht.Op)
        {
            return Beslissing.Geen;
        }
        var gehoord = new ReserveringOntvangen(bericht.Bedrag, bericht.Op);
        return Voorleggen.Na(bericht.Zaaknummer, stand.Apply(gehoord), gehoord);
    }
}
