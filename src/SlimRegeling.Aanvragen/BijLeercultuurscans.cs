using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

public sealed class BijScanAfgerond(Werkeenheid<AanvragenContext> eenheid) : IVerwerker<ScanAfgerondBericht>
{
    public Task Verwerk(ScanAfgerondBericht bericht, CancellationToken ct)
    {
        Scanbewijzen.Bewaar(eenheid.Sessie, bericht);
        return Task.CompletedTask;
    }
}
