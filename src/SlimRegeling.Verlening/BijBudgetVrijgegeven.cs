using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening;

/// <summary>The application lost its place (2.10, third paragraph): nothing is set apart any more, so an award lies no longer ready.</summary>
public sealed class BijBudgetVrijgegeven(Stroom<Verlening> verleningen) : IVerwerker<BudgetVrijgegevenBericht>
{
    public Task Verwerk(BudgetVrijgegevenBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, BudgetVrijgegevenBericht bericht) =>
        verlening switch
        {
            _ when verlening?.GereserveerdOp >= bericht.Op || verlening?.VrijgegevenOp >= bericht.Op => Beslissing.Geen,
            { Verleend: not null } => Weigering.Van(
                "al-verleend",
                "Er is al subsidie verleend; het budget daarvoor kan niet meer vrijvallen."
            ),
            _ => new VrijgaveOntvangen(bericht.Reden, bericht.Op),
        };
}
