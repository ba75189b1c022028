using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>Notes that a scan was done, which helps to show that activity A was carried out.</summary>
public sealed class BijScanAfgerond(Stroom<Verantwoording> verantwoordingen) : IVerwerker<ScanAfgerondBericht>
{
    public Task Verwerk(ScanAfgerondBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, ScanAfgerondBericht bericht) =>
        verantwoording?.Scans.Any(s => s.Scan == bericht.Scan) == true
            ? Beslissing.Geen
            : new ScanAfgerond(
                bericht.Scan,
                bericht.Instrument,
                bericht.Van,
                bericht.Tot,
                bericht.Rapporthash,
                bericht.KvkNummer,
                bericht.Gevraagd,
                bericht.Beeld,
                bericht.Vragenlijst,
                bericht.Bron,
                bericht.Instrumentversie,
                bericht.Onderbouwing,
                bericht.Validatie,
                bericht.Instrumenthash,
                bericht.Beantwoord,
                bericht.Leiding,
                bericht.RapportOp
            );
}
