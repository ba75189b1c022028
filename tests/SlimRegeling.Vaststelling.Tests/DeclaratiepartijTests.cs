using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Voortgang;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>
/// The school leaves the partnership on 2 December 2024 and a second one joins on 3 March 2025: what each made while it took part is paid within the award
/// as a whole (2.11, fourth paragraph; 4:46, first paragraph, Awb).
/// </summary>
public sealed class DeclaratiepartijTests
{
    private const string Opvolger = "10000004";

    private static readonly VerleningAangepastBericht Uit = Aangepast(
        2,
        "2024-12-02T10:00:00",
        ("10000001", 61_000.00m),
        ("10000002", 80_000.00m)
    );

    private static readonly VerleningAangepastBericht Toe = Aangepast(
        3,
        "2025-03-03T10:00:00",
        ("10000001", 61_000.00m),
        ("10000002", 40_000.00m),
        (Opvolger, 40_000.00m)
    );

    private static readonly VerleningAangepastBericht Terug = Aangepast(
        4,
        "2025-04-07T10:00:00",
        ("10000001", 61_000.00m),
        ("10000002", 40_000.00m),
        (School, 40_000.00m)
    );

    [Theory]
    [InlineData("2024-12-01", null)]
    [InlineData("2024-12-02", "regels[2].partij")]
    [InlineData(null, "regels[2].factuurdatum")]
    public void Wat_een_partij_maakte_voor_zij_vertrok_kan_worden_gedeclareerd(string? factuurdatum, string? fout)
    {
        var declaratie = Met(School, factuurdatum);

        var beslissing = DienIn(Stand(Uit), declaratie);

        Assert.Equal(fout, beslissing.Weigering?.Fouten.Single().Veld);
        if (fout is null)
        {
            var beeld = DeclaratieNagaan.Van(Stand(Uit), declaratie, Regelboek.Versie("slim-2025"), Dag("2025-07-01"));
            var school = beeld.Partijen.Single(p => p.KvkNummer == School);
            Assert.Equal((1, 40_000.00m, 0m), (school.Regels, school.Kosten, school.Subsidie));
            Assert.Equal((null, Dag("2024-12-02")), (school.Vanaf, school.Vertrokken));
        }
    }

    [Fact]
    public void Wie_vertrok_krijgt_zijn_deel_binnen_de_verlening_als_geheel()
    {
        var ingediend = Stand(Uit).Dan(s => DienIn(s, Met(School, "2024-11-04")));
        var zonder = Open(Verband).Dan(s => DienIn(s, Met(School, "2024-11-04")));

        var (na, voor) = (Voorstel(ingediend), Voorstel(zonder));

        Assert.Equal(voor, na);
        Assert.True(na <= Verband.Bedrag);
    }

    [Fact]
    public void Wat_een_partij_maakte_voor_zij_toetrad_valt_de_beoordelaar_op()
    {
        var versie = Regelboek.Versie("slim-2025");
        var stand = Stand(Uit, Toe);

        var vroeg = Signaleren.Van(stand, Met(Opvolger, "2025-03-02"), versie).Where(s => s.Regel == "c").ToList();
        Assert.Equal((Kostenreden.Periode, Regeluitkomst.Afgewezen), (vroeg.Single().Code, vroeg.Single().Uitkomst));
        Assert.Equal(Verleningsartikel.Verdeling(versie), vroeg.Single().Artikel);
        Assert.DoesNotContain(Signaleren.Van(stand, Met(Opvolger, "2025-03-03"), versie), s => s.Regel == "c");
        Assert.Null(DienIn(stand, Met(Opvolger, "2025-03-02")).Weigering);
    }

    [Fact]
    public void De_dagen_hangen_niet_af_van_wat_eerst_werd_gehoord_en_wie_terugkomt_ging_nooit_weg()
    {
        var verwacht = Stand(Uit, Toe).Deelnames;
        Assert.Equal(new Deelname(Opvolger, Dag("2025-03-03")), verwacht[Opvolger]);
        Assert.Equal(new Deelname(School, Vertrokken: Dag("2024-12-02")), verwacht[School]);
        var omgekeerd = Volg(Volg(null, BijVerleningAangepast.Beslis(null, Toe)), BijVerleningAangepast.Beslis(null, Uit));
        Assert.Equal(verwacht, Volg(omgekeerd, BijSubsidieVerleend.Beslis(omgekeerd, Verband))!.Deelnames);

        var terug = Stand(Uit, Toe, Terug).Deelnames;
        Assert.Equal(new Deelname(School), terug[School]);
        Assert.Equal(new Deelname(Opvolger, Dag("2025-03-03"), Dag("2025-04-07")), terug[Opvolger]);
    }

    /// <summary>By hand: of 103,050.00 the parts 40,000.00 of 141,000.00 are 29,234.04 each, and 61,000.00 is the rest, 44,581.92.</summary>
    [Fact]
    public void Wie_lager_wordt_vastgesteld_heeft_minder_steun_naar_zijn_deel_van_de_verlening()
    {
        var stand = Ingediend(Verband, VanVerband).Dan(s => Oordeel(s, AllesGoed(VanVerband), VanVerband)).Vastgesteld();
        var vastgesteld = stand.Vaststelling!;

        var steun = vastgesteld.Steun!;
        Assert.Equal(vastgesteld.Bedrag - vastgesteld.Verleend, steun.Values.Sum());
        Assert.Equal((-16_418.08m, -10_765.96m, -10_765.96m), (steun["10000001"], steun["10000002"], steun[School]));
        Assert.Equal(Dag("2024-06-24"), vastgesteld.VerleendOp);
    }

    private static decimal Voorstel(Verantwoording ingediend)
    {
        var declaratie = Met(School, "2024-11-04");
        return ingediend.Dan(s => Oordeel(s, AllesGoed(declaratie), declaratie)).Voorstel!.Vastgesteld;
    }

    /// <summary>As the partnership declares, with the third line of a party, of a day and of a supplier that needs no quotes.</summary>
    private static Declaratie Met(string partij, string? factuurdatum) =>
        VanVerband with
        {
            Regels =
            [
                .. VanVerband.Regels.Take(2),
                VanVerband.Regels[2] with
                {
                    Partij = partij,
                    Leverancier = "Leermiddelen B.V.",
                    Factuurdatum = factuurdatum is null ? null : Dag(factuurdatum),
                    Betaaldatum = factuurdatum is null ? VanVerband.Regels[2].Betaaldatum : Dag(factuurdatum),
                },
            ],
        };

    private static Verantwoording Stand(params VerleningAangepastBericht[] wijzigingen) =>
        wijzigingen.Aggregate(Open(Verband), (stand, b) => stand.Dan(s => BijVerleningAangepast.Beslis(s, b)));

    private static VerleningAangepastBericht Aangepast(int versie, string op, params (string KvkNummer, decimal Deel)[] partijen) =>
        new(
            Zaak,
            Verband.Tijdvak,
            Kvk,
            Verband.Regelversie,
            $"{Zaak}-W{versie}",
            Verband.Besluit,
            Dag(op[..10]),
            Verband.Besluitdatum,
            "partij-treedt-uit",
            versie,
            Verband.Bedrag,
            Verband.Voorschot,
            Verband.Verantwoording,
            Verband.PeriodeVan,
            Verband.PeriodeTot,
            Verband.PeriodeTot,
            Verband.Activiteiten,
            ["bo", "mo"],
            Op(op),
            partijen.ToDictionary(p => p.KvkNummer, p => p.Deel)
        );
}
