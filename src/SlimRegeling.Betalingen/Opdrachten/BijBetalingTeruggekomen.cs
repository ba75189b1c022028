using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>
/// What came back was not received: what would be claimed back of it is not paid again either. The obligation hears it after the order, as a statement can
/// have many of one case; meanwhile, where something is claimed, the order is in no round (<see cref="Uitbetalen.Betaalbaarheid.IsTeVeelBetaald"/>).
/// </summary>
public sealed class BijBetalingTeruggekomen(Opdragen opdragen, Moment moment) : IVerwerker<BetalingTeruggekomenBericht>
{
    public Task Verwerk(BetalingTeruggekomenBericht bericht, CancellationToken ct) =>
        opdragen.Voer(bericht.Zaaknummer, new TerugVernomen(bericht.Betaalopdracht, bericht.Bedrag, moment.Nu, bericht.Versie), ct);
}
