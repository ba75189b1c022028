using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>
/// The application lost its place (2.10, third paragraph): nothing is set apart any more, so an award lies no longer ready and the budget is given
/// back. When it was awarded before this was heard, the award stands: Tijdvakken counted the budget until here.
/// </summary>
public sealed class BijBudgetVrijgegeven(Stroom<Verlening> verleningen) : IVerwerker<BudgetVrijgegevenBericht>
{
    public Task Verwerk(BudgetVrijgegevenBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, BudgetVrijgegevenBericht bericht)
    {
        var stand = verlening ?? new Verlening();
        if (stand.Verleend is not null)
        {
            return Beslissing.Geen;
        }
        var terug = Teruggave.Van(bericht.Tijdvak, bericht.Terug, bericht.Op);
        return new Zegmoment(bericht.Op, bericht.Versie).Na(stand.Budget)
            ? Beslissing.Van([new VrijgaveOntvangen(bericht.Reden, bericht.Op, bericht.Versie), .. terug])
            : Beslissing.Van(terug);
    }
}
