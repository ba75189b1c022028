using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Opdrachten;

/// <summary>What the bank did not carry out was not received: as with what came back, what would be claimed of it is not paid again.</summary>
public sealed class BijBetalingAfgewezen(Opdragen opdragen, Moment moment) : IVerwerker<BetalingAfgewezenBericht>
{
    public Task Verwerk(BetalingAfgewezenBericht bericht, CancellationToken ct) =>
        opdragen.Voer(bericht.Zaaknummer, new TerugVernomen(bericht.Betaalopdracht, bericht.Bedrag, moment.Nu, bericht.Versie), ct);
}
