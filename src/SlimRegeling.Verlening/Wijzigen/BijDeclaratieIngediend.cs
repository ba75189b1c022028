using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>
/// A settlement can be asked before the last day of the period. An advance that is signed beside it would cross it, so no second one is given from here on,
/// and Vaststelling is told which was. Heard once: a completion closes nothing more.
/// </summary>
public sealed class BijDeclaratieIngediend(Stroom<Verlening> verleningen) : IVerwerker<DeclaratieIngediendBericht>
{
    public Task Verwerk(DeclaratieIngediendBericht bericht, CancellationToken ct) =>
        verleningen.SchrijfOfBegin(bericht.Zaaknummer, verlening => Beslis(verlening, bericht), ct);

    public static Beslissing Beslis(Verlening? verlening, DeclaratieIngediendBericht bericht) =>
        verlening switch
        {
            { Declaratie: not null } => Beslissing.Geen,
            { Verleend: not null } => new DeclaratieVernomen(bericht.Op, verlening.Voortgang?.Toegekend?.Besluit),
            _ => Weigering.Van("niet-verleend", "Er is om de vaststelling gevraagd, maar hier is geen subsidie verleend."),
        };
}
