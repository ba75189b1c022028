using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijScanAfgerond(Bijhouden bij) : IVerwerker<ScanAfgerondBericht>
{
    public Task Verwerk(ScanAfgerondBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.ScanAfgerond, b.Op)
            {
                Uitleg = $"Instrument {b.Instrument}, van {Datumtekst.Van(b.Van)} tot en met {Datumtekst.Van(b.Tot)}",
            }
        );
}
