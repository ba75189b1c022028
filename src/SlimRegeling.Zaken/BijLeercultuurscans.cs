using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijScanAfgerond(Bijhouden bij) : IVerwerker<ScanAfgerondBericht>
{
    public Task Verwerk(ScanAfgerondBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.ScanAfgerond, b.Op)
            {
                Uitleg = $"Instrument {b.Instrument}, van {Datum.Voluit(b.Van)} tot en met {Datum.Voluit(b.Tot)}",
            }
        );
}
