using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>What a partnership and its parties receive (2.22; 20 before 28 February 2025).</summary>
public class SamenwerkingsverbandTests
{
    [Fact]
    public void Een_samenwerkingsverband_krijgt_60_procent_de_controleverklaring_en_een_kwart_voorschot()
    {
        // 200,000 + 15% = 230,000; 60% = 138,000; + 3,000 = 141,000; 25% = 35,250.
        var beoordeling = Beoordeling.Van(Slim2026, Verband(200_000.00m), Feiten.Geen);

        Assert.True(beoordeling.Subsidiabel);
        Assert.Null(beoordeling.Grootteklasse);
        Assert.Equal(60m, beoordeling.Berekening.Percentage);
        Assert.Equal(3_000.00m, beoordeling.Berekening.Controleverklaring);
        Assert.Equal(141_000.00m, beoordeling.Subsidiebedrag);
        Assert.Equal(35_250.00m, beoordeling.Voorschot);
        Assert.False(beoordeling.Berekening.MaximumToegepast);
        Assert.Equal(
            [new("10000001", 70_500.00m), new("10000002", 42_300.00m), new Partijdeel("10000003", 28_200.00m)],
            beoordeling.Berekening.Delen
        );
    }

    [Fact]
    public void Elke_regel_noemt_het_artikel_van_een_samenwerkingsverband()
    {
        var plan = Verband(
            800_000.00m,
            Partij("10000001", 400_000.00m),
            Partij("10000002", 320_000.00m, "0312"),
            Partij("10000003", 80_000.00m)
        );

        var regels = Subsidieberekening.Bereken(Slim2026, plan).Regels;

        Assert.Equal(
            [
                (800_000.00m, "2.14, eerste lid, onderdeel a", "Activiteit C: overige externe kosten"),
                (800_000.00m, "2.14, eerste lid, onderdelen a en b", "Externe kosten en loonkosten samen"),
                (120_000.00m, "2.14, eerste lid, onderdeel c", "Toeslag van 15% voor overige kosten"),
                (920_000.00m, "2.14, eerste lid", "Subsidiabele kosten"),
                (552_000.00m, "2.22, derde lid", "Subsidie: 60% van de subsidiabele kosten"),
                (3_000.00m, "2.14, eerste lid, onderdeel d", "Vast bedrag voor de controleverklaring: uw subsidie is € 125.000,00 of meer"),
                (500_000.00m, "2.22, eerste lid", "Verlaagd van € 555.000,00 tot het maximum"),
                (250_000.00m, "2.11, vierde lid", "Deel van de partij met KVK-nummer 10000001, die € 400.000,00 van de kosten draagt"),
                (199_999.99m, "2.22, eerste lid", "KVK-nummer 10000001: verlaagd van € 250.000,00 tot het meeste voor een partij"),
                (200_000.00m, "2.11, vierde lid", "Deel van de partij met KVK-nummer 10000002, die € 320.000,00 van de kosten draagt"),
                (30_000.00m, "2.22, tweede lid", "KVK-nummer 10000002: verlaagd van € 200.000,00 tot het meeste voor een visserijbedrijf"),
                (50_000.00m, "2.11, vierde lid", "Deel van de partij met KVK-nummer 10000003, die € 80.000,00 van de kosten draagt"),
                (279_999.99m, "2.22, eerste lid", "Subsidie"),
                (70_000.00m, "2.18, tweede lid, onderdeel b", "Voorschot: 25% van de subsidie"),
            ],
            regels.Select(r => (r.Bedrag, r.Artikel, r.Omschrijving))
        );
    }

    [Theory]
    // 181,159.41 + 15% = 208,333.32, of which 60% is 124,999.99; a cent more makes 125,000.00.
    [InlineData("181159.41", "124999.99", "0")]
    [InlineData("181159.42", "128000.00", "3000")]
    public void De_controleverklaring_komt_erbij_vanaf_125000_euro(string kosten, string subsidie, string verklaring)
    {
        foreach (var versie in new[] { "slim-2025", "slim-2026" })
        {
            var berekening = Subsidieberekening.Bereken(Versie(versie), Verband(Getal.Lees(kosten)));

            Assert.Equal(Getal.Lees(verklaring), berekening.Controleverklaring);
            Assert.Equal(Getal.Lees(subsidie), berekening.Subsidiebedrag);
        }
    }

    [Fact]
    public void Loopbaantrajecten_tellen_mee_voor_de_grens_van_de_controleverklaring()
    {
        // 124,999.99 and one trajectory of 700.
        var plan = Verband(181_159.41m);
        plan = plan with { Activiteiten = [.. plan.Activiteiten, new(Activiteitsoort.B) { Trajecten = 1 }] };

        Assert.Equal(128_699.99m, Subsidieberekening.Bereken(Slim2026, plan).Subsidiebedrag);
    }

    [Fact]
    public void Tot_2025_is_er_geen_vast_bedrag_voor_de_controleverklaring_en_geen_voorschot()
    {
        foreach (var versie in Regelboek.Laad().Where(v => v.Vanaf < new NodaTime.LocalDate(2024, 12, 21)))
        {
            var berekening = Subsidieberekening.Bereken(versie, Verband(200_000.00m));

            Assert.Equal((138_000.00m, 0m, 0m), (berekening.Subsidiebedrag, berekening.Controleverklaring, berekening.Voorschot));
            Assert.Equal("Geen voorschot in dit tijdvak", berekening.Regels[^1].Omschrijving);
            Assert.Equal("16", berekening.Regels[^1].Artikel);
        }
    }

    [Theory]
    // 720,289.85 + 15% = 828,333.33; 60% = 497,000.00; + 3,000 is precisely the maximum.
    [InlineData("720289.85", "500000.00", false)]
    [InlineData("720289.87", "500000.00", true)]
    public void Het_maximum_is_500000_euro_met_de_controleverklaring_erbij(string kosten, string subsidie, bool begrensd)
    {
        // Ten parties, so that no part comes near its own limit.
        var deelnemers = Enumerable.Range(1, 10).Select(i => Partij($"1000000{i}", 1m)).ToArray();

        var berekening = Subsidieberekening.Bereken(Slim2026, Verband(Getal.Lees(kosten), deelnemers));

        Assert.Equal(Getal.Lees(subsidie), berekening.Subsidiebedrag);
        Assert.Equal(begrensd, berekening.MaximumToegepast);
    }

    [Theory]
    // Of 500,000: 199,999.99 may be, 200,000 may not; what is cut goes to nobody.
    [InlineData("199999.99", "199999.99", false)]
    [InlineData("200000.00", "199999.99", true)]
    [InlineData("200000.01", "199999.99", true)]
    public void Een_partij_blijft_onder_200000_euro(string aandeel, string deel, bool gekort)
    {
        var bedrag = Getal.Lees(aandeel);
        var plan = Verband(
            900_000.00m,
            Partij("10000001", bedrag),
            Partij("10000002", 150_000.00m),
            Partij("10000003", 350_000.00m - bedrag)
        );

        var berekening = Subsidieberekening.Bereken(Slim2026, plan);

        Assert.Equal(Getal.Lees(deel), berekening.Delen[0].Bedrag);
        Assert.Equal(gekort, berekening.Regels.Any(r => r.Code == Postcode.Partijgrens));
        Assert.Equal(gekort ? 499_999.99m - (bedrag - 200_000.00m) : 500_000.00m, berekening.Subsidiebedrag);
    }

    [Theory]
    [InlineData("0113", "20000.00", "maximum-landbouw-in-samenwerkingsverband")]
    [InlineData("0312", "30000.00", "maximum-visserij-in-samenwerkingsverband")]
    [InlineData("49.41", "100000.00", "maximum-wegvervoer-in-samenwerkingsverband")]
    public void Een_partij_krijgt_niet_meer_dan_haar_sector_mag(string sbi, string grens, string parameter)
    {
        foreach (var versie in Regelboek.Laad())
        {
            var hoogste = Getal.Lees(grens);
            var (net, over) = (Deel(versie, sbi, hoogste), Deel(versie, sbi, hoogste + 0.01m));

            Assert.Equal((hoogste, false), (net.Delen[0].Bedrag, net.Regels.Any(r => r.Code == Postcode.Partijgrens)));
            Assert.Equal((hoogste, true), (over.Delen[0].Bedrag, over.MaximumToegepast));
            var regel = Assert.Single(over.Regels, r => r.Code == Postcode.Partijgrens);
            Assert.Equal(versie.Parameters[parameter].Artikel, regel.Artikel);
        }

        // The subsidy of 500,000 with a party whose part is this amount.
        static Berekening Deel(Regelversie versie, string sbi, decimal deel) =>
            Subsidieberekening.Bereken(
                versie,
                Verband(
                    900_000.00m,
                    Partij("10000001", deel, sbi),
                    Partij("10000002", 190_000.00m),
                    Partij("10000003", 190_000.00m),
                    Partij("10000004", 120_000.00m - deel)
                )
            );
    }

    [Fact]
    public void De_eerste_SBI_code_van_de_partij_bepaalt_haar_sector()
    {
        var bijzaak = Partij("10000001", 250_000.00m);
        bijzaak = bijzaak with { Onderneming = Klein with { SbiCodes = ["4321", "0113"] } };

        var delen = Subsidieberekening.Bereken(Slim2026, Verband(500_000.00m, bijzaak, Partij("10000002", 250_000.00m))).Delen;

        Assert.Equal(174_000.00m, delen[0].Bedrag);
    }

    [Fact]
    public void Delen_in_centen_tellen_op_tot_het_geheel_en_het_laagste_KVK_nummer_krijgt_de_cent()
    {
        // 141,000.01 over three equal parties: 47,000.00 each and a cent over.
        var plan = Verband(200_000.01m, Partij("30000000", 1m), Partij("20000000", 1m), Partij("10000000", 1m));

        var berekening = Subsidieberekening.Bereken(Slim2026, plan);

        Assert.Equal(141_000.01m, berekening.Subsidiebedrag);
        Assert.Equal([47_000.00m, 47_000.00m, 47_000.01m], berekening.Delen.Select(d => d.Bedrag));
    }

    [Fact]
    public void De_cent_gaat_eerst_naar_wie_het_meest_tekortkomt()
    {
        // Of 138,000.01 two thirds is 92,000.0066… and one third 46,000.0033…: the cent goes to the larger remainder.
        var plan = Verband(200_000.01m, Partij("10000001", 1m), Partij("10000002", 2m));

        var delen = Subsidieberekening.Bereken(Versie("slim-2024"), plan).Delen;

        Assert.Equal([46_000.00m, 92_000.01m], delen.Select(d => d.Bedrag));
    }

    [Fact]
    public void Zonder_kosten_om_naar_te_delen_krijgt_elke_partij_een_gelijk_deel()
    {
        var plan = Plan.Voor(
            [Partij("10000003", 0m), Partij("10000002", 0m), Partij("10000001", 0m)],
            [new(Activiteitsoort.B) { Trajecten = 10 }]
        );

        var delen = Subsidieberekening.Bereken(Slim2026, plan).Delen;

        Assert.Equal([2_333.33m, 2_333.33m, 2_333.34m], delen.Select(d => d.Bedrag));
    }

    [Fact]
    public void Zonder_partijen_is_er_niets_te_verdelen() =>
        Assert.Equal(
            (0m, 0),
            Subsidieberekening.Bereken(Slim2026, Verband(200_000.00m, [])) is var b ? (b.Subsidiebedrag, b.Delen.Count) : default
        );

    [Fact]
    public void Naar_hele_euros_omlaag_wordt_elk_deel_apart_afgerond()
    {
        var versie = Slim2026.Met([new("parameters", "afronding-verlening", "hele-euros-omlaag", "BELEID", null)]);

        var berekening = Subsidieberekening.Bereken(
            versie,
            Verband(700_000.00m, Partij("10000001", 500_000.00m), Partij("10000002", 100_000.00m), Partij("10000003", 100_000.00m))
        );

        // 486,000: five sevenths is cut to 199,999.99, a seventh is 69,428.57.
        Assert.Equal([199_999m, 69_428m, 69_428m], berekening.Delen.Select(d => d.Bedrag));
        Assert.Equal(338_855m, berekening.Subsidiebedrag);
    }
}
