using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// Notes that a scan was done, which helps to show that activity A was carried out. Anyone can name a case number: once it is known whose the award is,
/// what another had done is no event of it. What is heard before that is kept, and is evidence for nobody but the recipient and its partners.
/// </summary>
public sealed class BijScanAfgerond(Stroom<Verantwoording> verantwoordingen) : IVerwerker<ScanAfgerondBericht>
{
    public Task Verwerk(ScanAfgerondBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(bericht.Zaaknummer, verantwoording => Beslis(verantwoording, bericht), ct);

    public static Beslissing Beslis(Verantwoording? verantwoording, ScanAfgerondBericht bericht) =>
        verantwoording?.Scans.Any(s => s.Scan == bericht.Scan) == true
        || (verantwoording is { Opening: not null } && !verantwoording.NamDeel(bericht.KvkNummer))
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
                bericht.RapportOp,
                bericht.Dimensies,
                bericht.OnderzoekBedrijven,
                bericht.OnderzoekPersonen,
                bericht.OnderzoekJaar
            );
}
