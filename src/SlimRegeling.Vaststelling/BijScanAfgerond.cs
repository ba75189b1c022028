using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling;

/// <summary>
/// Notes that a scan was done, which helps to show that activity A was carried out. Anyone can name a case number: once it is known whose the award is,
/// what another had done is no event of it, and is kept beside it (<see cref="Vreemdescan"/>): a firm can become a party later. What is heard before that is
/// kept, and is evidence for nobody but the recipient and its partners.
/// </summary>
public sealed class BijScanAfgerond(Stroom<Verantwoording> verantwoordingen, Werkeenheid<VaststellingContext> eenheid)
    : IVerwerker<ScanAfgerondBericht>
{
    public Task Verwerk(ScanAfgerondBericht bericht, CancellationToken ct) =>
        verantwoordingen.SchrijfOfBegin(
            bericht.Zaaknummer,
            verantwoording =>
            {
                if (Ernaast(verantwoording, bericht) is { } vreemd)
                {
                    eenheid.Sessie.Store(vreemd);
                }
                return Beslis(verantwoording, bericht);
            },
            ct
        );

    /// <summary>What is kept beside the case; null when it is an event of it.</summary>
    public static Vreemdescan? Ernaast(Verantwoording? verantwoording, ScanAfgerondBericht bericht) =>
        verantwoording is { Opening: not null } && !verantwoording.NamDeel(bericht.KvkNummer)
            ? Vreemdescan.Van(bericht.Zaaknummer, Gedaan(bericht))
            : null;

    public static Beslissing Beslis(Verantwoording? verantwoording, ScanAfgerondBericht bericht) =>
        verantwoording?.Scans.Any(s => s.Scan == bericht.Scan) == true || Ernaast(verantwoording, bericht) is not null
            ? Beslissing.Geen
            : Gedaan(bericht);

    private static ScanAfgerond Gedaan(ScanAfgerondBericht bericht) =>
        new(
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
