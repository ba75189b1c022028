using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>Evidence of a scan, also before the application that it belongs to was submitted.</summary>
public sealed class BijScanAfgerond(Stroom<Aanvraag> aanvragen) : IVerwerker<ScanAfgerondBericht>
{
    public Task Verwerk(ScanAfgerondBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, ScanAfgerondBericht bericht) =>
        aanvraag?.Scans.Any(s => s.Scan == bericht.Scan) == true
            ? Beslissing.Geen
            : new ScanVernomen(
                bericht.KvkNummer,
                new Scanbewijs(
                    bericht.Scan,
                    bericht.Instrument,
                    bericht.Van,
                    bericht.Tot,
                    bericht.Gevraagd,
                    bericht.Beeld,
                    bericht.Rapporthash
                )
            );
}
