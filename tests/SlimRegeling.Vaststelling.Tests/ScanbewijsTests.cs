using SlimRegeling.Regelstand;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>Who settles sees that a scan was done, by the recipient or by another party of the partnership, and nothing of what it found.</summary>
public sealed class ScanbewijsTests
{
    [Fact]
    public void Wie_vaststelt_ziet_het_bewijs_dat_een_scan_is_gedaan()
    {
        var stand = Na(Verleend, Scan with { Vragenlijst = "Kernvragen, versie 1", Bron = "Eigen vragen" })!;

        var scan = Assert.Single(Scans(stand));

        Assert.Equal(
            new Bekijken.Scanbeeld(
                "scan-1",
                "slim-kern",
                Dag("2026-05-01"),
                Dag("2026-05-20"),
                "hash",
                Kvk,
                12,
                "ruim voldoende",
                "Kernvragen, versie 1",
                "Eigen vragen"
            ),
            scan
        );
        Assert.Empty(Scans(Na(Verleend)!));
    }

    [Fact]
    public void Het_bewijs_zegt_waarop_het_rust_en_hoeveel_mensen_meededen()
    {
        var gezegd = Scan with
        {
            Instrumentversie = 2,
            Onderbouwing = "Onderzoek in het mkb",
            Validatie = "in-onderzoek",
            Instrumenthash = "instrumenthash",
            Beantwoord = 9,
            Leiding = true,
            RapportOp = Dag("2026-05-20"),
            Dimensies = "D1 D2",
            OnderzoekBedrijven = 24,
            OnderzoekPersonen = 610,
            OnderzoekJaar = 2025,
        };

        var scan = Assert.Single(Scans(Na(Verleend, gezegd)!));

        Assert.Equal(
            (2, "Onderzoek in het mkb", "in-onderzoek", "instrumenthash", 9, true, Dag("2026-05-20")),
            (scan.Instrumentversie, scan.Onderbouwing, scan.Validatie, scan.Instrumenthash, scan.Beantwoord, scan.Leiding, scan.RapportOp)
        );
        Assert.Equal(("D1 D2", 24, 610, 2025), (scan.Dimensies, scan.OnderzoekBedrijven, scan.OnderzoekPersonen, scan.OnderzoekJaar));
    }

    /// <summary>Anyone can name a case number.</summary>
    [Fact]
    public void Een_scan_van_een_ander_telt_voor_niemand()
    {
        var stand = Na(Scan with { KvkNummer = "99999999" }, Verleend)!;

        Assert.Single(stand.Scans);
        Assert.Empty(Scans(stand));
        Assert.Empty(Scans(stand, aanvrager: true));
        Assert.Empty(stand.EigenScans);
    }

    /// <summary>It would make a stranger's event cross what is being decided on.</summary>
    [Fact]
    public void Een_vreemde_schrijft_niets_in_een_verantwoording_die_open_is()
    {
        Assert.Empty(BijScanAfgerond.Beslis(Na(Verleend), Scan with { KvkNummer = "99999999" }).Gebeurtenissen);
        Assert.Empty(BijScanAfgerond.Beslis(Open(Verband), Scan with { KvkNummer = "99999999" }).Gebeurtenissen);
        Assert.Single(BijScanAfgerond.Beslis(Na(Verleend), Scan).Gebeurtenissen);
        Assert.Single(BijScanAfgerond.Beslis(Open(Verband), Scan with { KvkNummer = School }).Gebeurtenissen);
        // It may be heard before the award.
        Assert.Single(BijScanAfgerond.Beslis(null, Scan with { KvkNummer = "99999999" }).Gebeurtenissen);
    }

    /// <summary>A firm can become a party later; its scan is heard once.</summary>
    [Fact]
    public void Een_scan_van_wie_later_partij_wordt_is_bewaard_en_telt_dan()
    {
        var bericht = Scan with { KvkNummer = School };
        // Of an award without partners it is a stranger's: beside the case.
        var ernaast = BijScanAfgerond.Ernaast(Na(Verleend), bericht);
        Assert.Equal(School, ernaast!.Scan.KvkNummer);
        Assert.Empty(Scans(Vreemdescan.Erbij(Na(Verleend)!, [ernaast])));

        var verband = Vreemdescan.Erbij(Open(Verband), [ernaast]);
        Assert.Equal(School, Assert.Single(Scans(verband)).KvkNummer);
        Assert.Empty(Scans(verband, aanvrager: true));
        Assert.Single(Scans(Vreemdescan.Erbij(verband, [ernaast])));
        Assert.Null(BijScanAfgerond.Ernaast(Open(Verband), bericht));
        Assert.Null(BijScanAfgerond.Ernaast(null, bericht));
    }

    [Fact]
    public void Een_scan_van_een_andere_partij_ziet_alleen_wie_vaststelt()
    {
        var stand = Open(Verband).Dan(s => BijScanAfgerond.Beslis(s, Scan with { KvkNummer = School }));

        Assert.Equal(School, Assert.Single(Scans(stand)).KvkNummer);
        Assert.Empty(Scans(stand, aanvrager: true));
    }

    /// <summary>Of what was heard before it was told only that it was done is known.</summary>
    [Fact]
    public void Een_scan_van_voor_dat_meer_werd_verteld_is_er_nog()
    {
        var stand = Na(Verleend)!.Apply(new ScanAfgerond("scan-0", "slim-kern", Dag("2026-05-01"), Dag("2026-05-20"), "hash", Kvk));

        var scan = Assert.Single(Scans(stand));
        Assert.Equal(("scan-0", (int?)null, (string?)null), (scan.Scan, scan.Gevraagd, scan.Beeld));
    }

    private static IReadOnlyList<Bekijken.Scanbeeld> Scans(Verantwoording stand, bool aanvrager = false) =>
        Bekijken.Van(stand, stand.Opening!, Bekijken.Teksten.Geen, aanvrager, Regelstanden.Ongewijzigd, Op("2027-07-06T12:00:00")).Scans;
}
