using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

/// <summary>
/// Anyone can name a case number, and whose the case is may be heard after this: whether the step is of this case is asked where its steps are read.
/// </summary>
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
