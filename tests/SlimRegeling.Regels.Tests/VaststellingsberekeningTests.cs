using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace SlimRegeling.Regels.Tests;

/// <summary>The settlement on what was really made, on both sides of every boundary.</summary>
public class VaststellingsberekeningTests
{
    private const string Mkb = Aanvragertype.MkbOnderneming;
    private const string Swv = Aanvragertype.Samenwerkingsverband;
    private const string Groot = Aanvragertype.Grootbedrijf;

    private static readonly IReadOnlyList<Regelversie> Versies = [.. Regelboek.Laad()];
    private static readonly string[] Letters = ["A", "B", "C", "D"];

    /// <summary>Every percentage at which a version gives a type a subsidy; that of a mkb-onderneming hangs on its size.</summary>
    private static readonly IReadOnlyList<(Regelversie Versie, string Type, decimal Percentage)> Gegeven =
    [
        .. Versies.SelectMany(v => v.Aanvragertypen.SelectMany(t => Percentages(v, t).Distinct().Select(p => (v, t, p)))),
    ];

    [Fact]
    public void De_declaratie_van_het_voorbeeld_geeft_8_227_74()
    {
        var uitkomst = Bereken(
            "slim-2024",
            Grondslag(Mkb, 80m, 11_500.00m, 9_200.00m, new("A", null, 4_860.00m), new("C", null, 2_851.20m + 1_232.00m))
        );

        Assert.Equal((8_943.20m, 1_341.48m, 10_284.68m), (uitkomst.ExternEnLoon, uitkomst.Toeslag, uitkomst.SubsidiabeleKosten));
        Assert.Equal(8_227.74m, uitkomst.Bedrag);
        Assert.Equal(Realisatiegevolg.Lager, uitkomst.Realisatie.Gevolg);
        Assert.Equal(
            [
                ("Externe kosten en loonkosten samen", 8_943.20m),
                ("Toeslag van 15% voor overige kosten", 1_341.48m),
                ("Subsidiabele kosten", 10_284.68m),
                ("Subsidie: 80% van de subsidiabele kosten", 8_227.74m),
                ("Subsidie", 8_227.74m),
            ],
            uitkomst.Regels.Select(r => (r.Omschrijving, r.Bedrag))
        );
    }

    [Fact]
    public void Het_samenwerkingsverband_van_het_voorbeeld_geeft_103_050_00()
    {
        var uitkomst = Bereken(
            "slim-2025",
            Grondslag(
                Swv,
                60m,
                230_000.00m,
                141_000.00m,
                new("C", "10000001", 60_000.00m),
                new("C", "10000002", 45_000.00m),
                new("C", "10000003", 40_000.00m)
            )
        );

        Assert.Equal((166_750.00m, 3_000.00m, 103_050.00m), (uitkomst.SubsidiabeleKosten, uitkomst.Controleverklaring, uitkomst.Bedrag));
        Assert.Equal(Realisatiegevolg.Lager, uitkomst.Realisatie.Gevolg);
    }

    [Fact]
    public void Het_grote_hotel_krijgt_niet_meer_dan_verleend()
    {
        var uitkomst = Bereken("slim-2024", Grondslag(Groot, 60m, 111_182.00m, 66_709.20m, new Aanvaard("C", null, 120_000.00m)));

        Assert.Equal((138_000.00m, 66_709.20m), (uitkomst.SubsidiabeleKosten, uitkomst.Bedrag));
        var verlaagd = Assert.Single(uitkomst.Regels, r => r.Code == Vaststellingsberekening.TotVerlening);
        Assert.Equal("Verlaagd van € 82.800,00 tot wat is verleend", verlaagd.Omschrijving);
        Assert.Equal("4:46, eerste lid, Awb", verlaagd.Artikel);
    }

    [Theory]
    [InlineData("slim-2022", 5217.39, "2023-07-09", 4800.00)]
    [InlineData("slim-2022", 5217.38, "2023-07-09", 0.00)]
    [InlineData("slim-2022", 5217.38, "2023-07-10", 4799.99)]
    [InlineData("slim-2023-09", 5217.38, "2023-07-09", 4799.99)]
    public void Onder_60_procent_was_het_nul_tot_10_juli_2023(string versie, decimal kosten, string op, decimal bedrag)
    {
        var grondslag = Grondslag(Mkb, 80m, 10_000.00m, 8_000.00m, new Aanvaard("C", null, kosten)) with
        {
            VastgesteldOp = LocalDatePattern.Iso.Parse(op).Value,
        };

        Assert.Equal(bedrag, Bereken(versie, grondslag).Bedrag);
    }

    [Theory]
    [InlineData(120000.00, Realisatiegevolg.Lager, 85800.00, 85800.00)]
    [InlineData(119999.99, Realisatiegevolg.Onderzoek, 85799.99, 0.00)]
    public void Onder_60_procent_van_een_samenwerkingsverband_is_nul_een_keuze(
        decimal kosten,
        Realisatiegevolg gevolg,
        decimal lager,
        decimal nihil
    )
    {
        var grondslag = Grondslag(Swv, 60m, 230_000.00m, 141_000.00m, new Aanvaard("C", "10000001", kosten));

        Assert.Equal((gevolg, lager), (Bereken("slim-2025", grondslag).Realisatie.Gevolg, Bereken("slim-2025", grondslag).Bedrag));
        Assert.Equal(nihil, Bereken("slim-2025", grondslag with { Nihil = true }).Bedrag);
    }

    [Fact]
    public void Vaste_bedragen_tellen_voor_100_procent_en_zonder_toeslag()
    {
        var trajecten = Bereken("slim-2024", Grondslag(Mkb, 80m, 0.00m, 5_000.00m, new Aanvaard("B", null, 0m, Trajecten: 3)));
        var plaatsen = Bereken("slim-2024", Grondslag(Mkb, 80m, 0.00m, 5_000.00m, new Aanvaard("D", null, 0m, Weken: 60m)));

        Assert.Equal((2_100.00m, 4_050.00m), (trajecten.Bedrag, plaatsen.Bedrag));
        Assert.Equal(Realisatiegevolg.Geen, trajecten.Realisatie.Gevolg);
        Assert.Equal((2_700.00m, 1_350.00m, 2_700.00m), (Weken(40m), Weken(20m), Weken(52m)));

        static decimal? Weken(decimal weken) => Vaststellingsberekening.BedragVoorWeken(Regelboek.Versie("slim-2024"), weken);
    }

    [Theory]
    [InlineData(null, 141000.00)]
    [InlineData(Sectornaam.Landbouw, 92000.00)]
    [InlineData(Sectornaam.Visserij, 102000.00)]
    [InlineData(Sectornaam.Wegvervoer, 141000.00)]
    public void Een_partij_krijgt_niet_meer_dan_haar_sector_mag(string? sector, decimal bedrag)
    {
        var grondslag = Grondslag(
            Swv,
            60m,
            230_000.00m,
            141_000.00m,
            new("C", "10000001", 100_000.00m),
            new("C", "10000002", 100_000.00m)
        ) with
        {
            Sectoren = sector is null ? new() : new Dictionary<string, string> { ["10000002"] = sector },
        };

        Assert.Equal(bedrag, Bereken("slim-2025", grondslag).Bedrag);
    }

    [Fact]
    public void Een_partij_blijft_een_cent_onder_de_grens()
    {
        var grondslag = Grondslag(Swv, 60m, 400_000.00m, 400_000.00m, new("C", "10000001", 289_855.08m), new("C", "10000002", 10_000.00m));

        // 289,855.08 x 1.15 x 60% is 200,000.01.
        Assert.Equal(199_999.99m + 6_900.00m + 3_000.00m, Bereken("slim-2025", grondslag).Bedrag);
    }

    [Theory]
    [InlineData("slim-2025", Swv, 125000.00, true)]
    [InlineData("slim-2025", Swv, 124999.99, false)]
    [InlineData("slim-2024", Swv, 125000.00, false)]
    [InlineData("slim-2024", Groot, 125000.00, false)]
    public void Een_controleverklaring_hoort_bij_een_verlening_vanaf_125_000(string versie, string type, decimal verleend, bool vereist) =>
        Assert.Equal(vereist, Vaststellingsberekening.VereistControleverklaring(Regelboek.Versie(versie), type, verleend));

    [Theory]
    [InlineData(125000.00, 150000.00, true)]
    [InlineData(125000.00, 149999.99, false)]
    [InlineData(125000.00, 100000.00, true)]
    [InlineData(200000.00, 240000.00, true)]
    [InlineData(200000.00, 239999.99, false)]
    [InlineData(100000.00, 75000.01, false)]
    [InlineData(0.00, 25000.00, true)]
    public void Een_verschil_van_een_vijfde_wordt_toegelicht_tenzij_het_onder_25_000_blijft(
        decimal begroot,
        decimal gemaakt,
        bool uitleg
    ) => Assert.Equal(uitleg, Begrotingsverschil.MoetToegelicht(begroot, gemaakt));

    [Theory]
    [InlineData("slim-2024", 4968.00, 4232.00, 80.0)]
    [InlineData("slim-2024", 3726.00, 3174.00, 60.0)]
    [InlineData("slim-2025", 3726.00, 3174.00, 60.0)]
    public void Het_percentage_volgt_uit_wat_de_activiteiten_wegen(string versie, decimal a, decimal c, decimal percentage)
    {
        var regels = Regelboek.Versie(versie);
        var aandelen = new Dictionary<string, decimal>
        {
            ["A"] = a,
            ["B"] = 1_400.00m,
            ["C"] = c,
        };

        Assert.Equal(percentage, Vaststellingsberekening.Percentage(regels, Mkb, 11_500.00m, aandelen));
        Assert.Equal(versie == "slim-2024" ? null : 60m, Vaststellingsberekening.Percentage(regels, Mkb, 11_500.00m, null));
    }

    [Theory]
    [InlineData(Verlagingsgrond.VerplichtingenNietNageleefd, "b", "u niet hebt voldaan aan de verplichtingen bij de subsidie")]
    [InlineData(
        Verlagingsgrond.OnjuisteGegevens,
        "c",
        "u onjuiste of onvolledige gegevens gaf, en wij met de juiste anders hadden besloten"
    )]
    [InlineData(Verlagingsgrond.VerleningOnjuist, "d", "de verlening op een ander punt niet klopte, en u dat wist of had moeten weten")]
    public void Een_verlaging_gaat_er_als_laatste_af_onder_haar_artikel(string grond, string onderdeel, string omdat)
    {
        // As the large hotel: what goes off goes off the award, and not off the more that the costs come to.
        var grondslag = Grondslag(Groot, 60m, 111_182.00m, 66_709.20m, new Aanvaard("C", null, 120_000.00m)) with
        {
            Verlaging = new(grond, 1_709.20m),
        };

        var uitkomst = Bereken("slim-2024", grondslag);

        Assert.Equal((65_000.00m, 66_709.20m), (uitkomst.Bedrag, uitkomst.ZonderVerlaging));
        Assert.Equal(
            [
                (Vaststellingsberekening.TotVerlening, 66_709.20m, "4:46, eerste lid, Awb"),
                (Vaststellingsberekening.OpGrond, 65_000.00m, $"4:46, tweede lid, onderdeel {onderdeel}, Awb"),
            ],
            uitkomst.Regels.SkipLast(1).TakeLast(2).Select(r => (r.Code, r.Bedrag, r.Artikel))
        );
        Assert.Equal($"Verlaagd met € 1.709,20, omdat {omdat}", uitkomst.Regels[^2].Omschrijving);
        Assert.Equal((Postcode.Subsidie, 65_000.00m), (uitkomst.Regels[^1].Code, uitkomst.Regels[^1].Bedrag));
        // Never below nil.
        Assert.Equal(0.00m, Bereken("slim-2024", grondslag with { Verlaging = new(grond, 66_709.21m) }).Bedrag);
    }

    [Fact]
    public void Een_onbekende_grond_heeft_geen_artikel_en_geen_woorden()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Verlagingsgrond.Artikel(Intrekkingsgrondcode.ActiviteitenNietVerricht));
        Assert.Throws<ArgumentOutOfRangeException>(() => Verlagingsgrond.Omdat(Intrekkingsgrondcode.ActiviteitenNietVerricht));
    }

    [Fact]
    public void Bijdragen_van_anderen_gaan_van_de_kosten_af_voor_het_percentage()
    {
        var grondslag = Grondslag(Mkb, 80m, 11_500.00m, 9_200.00m, new Aanvaard("C", null, 8_943.20m)) with { Bijdragen = 1_015.08m };

        var uitkomst = Bereken("slim-2024", grondslag);

        // 10,284.68 less 1,015.08 is 9,269.60; 80% is 7,415.68. What was realised stays what it was.
        Assert.Equal((10_284.68m, 7_415.68m), (uitkomst.SubsidiabeleKosten, uitkomst.Bedrag));
        Assert.Equal(0.00m, Bereken("slim-2024", grondslag with { Bijdragen = 20_000.00m }).Bedrag);
    }

    /// <summary>
    /// The first may have no more than its limit. What another paid of the costs of the second goes off those, and not off what the first has above it.
    /// </summary>
    [Theory]
    [InlineData(0, "268999.99", 0)]
    [InlineData(15_000, "259999.99", 15_000)]
    [InlineData(115_000, "199999.99", 115_000)]
    [InlineData(300_000, "199999.99", 115_000)]
    public void Wat_een_ander_aan_een_partij_bijdraagt_gaat_van_haar_kosten_af(int bijdrage, string bedrag, int afgetrokken)
    {
        var grondslag = Grondslag(
            Swv,
            60m,
            1_150_000.00m,
            650_000.00m,
            new Aanvaard("C", "10000001", 900_000.00m),
            new Aanvaard("C", "10000002", 100_000.00m)
        ) with
        {
            MetControleverklaring = false,
            BijdragenPerPartij = new Dictionary<string, decimal> { ["10000002"] = bijdrage },
        };

        var uitkomst = Bereken("slim-2025", grondslag);

        Assert.Equal((Getal.Lees(bedrag), (decimal)afgetrokken), (uitkomst.Bedrag, uitkomst.Bijdragen));
        Assert.Equal(
            bijdrage > 0,
            uitkomst.Regels.Any(r =>
                r.Code == Postcode.Partijdeel && r.Omschrijving.EndsWith("die anderen bijdroegen", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>Whatever was contributed to whom: never more than without it, and no party more than its percentage of what it bore itself.</summary>
    [Fact]
    public void Een_bijdrage_aan_een_partij_geeft_nooit_meer_en_meer_kosten_nooit_minder() =>
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[0, 40_000_000]).List[1, 6], Gen.Int[0, 60_000_000].List[3, 3])
            .Sample(
                (regels, bijdragen) =>
                {
                    var versie = Regelboek.Versie("slim-2025");
                    Aanvaard[] alles = [.. regels.Select(r => new Aanvaard("C", $"1000000{r.Item1}", r.Item2 / 100m))];
                    var perPartij = Enumerable.Range(0, 3).ToDictionary(i => $"1000000{i}", i => bijdragen[i] / 100m);
                    var zonder = Grondslag(Swv, 60m, 0.00m, 10_000_000.00m) with { MetControleverklaring = false };
                    var vorige = 0m;
                    for (var n = 1; n <= alles.Length; n++)
                    {
                        var (met, alleen) = (
                            Vaststellingsberekening.Bereken(versie, zonder with { Aanvaard = alles[..n], BijdragenPerPartij = perPartij }),
                            Vaststellingsberekening.Bereken(versie, zonder with { Aanvaard = alles[..n] })
                        );
                        Assert.InRange(met.Bedrag, vorige, alleen.Bedrag);
                        Assert.InRange(met.Bijdragen, 0m, met.SubsidiabeleKosten);
                        var eigen = alles[..n]
                            .GroupBy(a => a.Partij!)
                            .Sum(p => Math.Max(0m, p.Sum(a => a.Kosten) * 1.15m - perPartij[p.Key]) * 0.6m + 0.01m);
                        Assert.True(met.Bedrag <= eigen);
                        vorige = met.Bedrag;
                    }
                }
            );

    [Fact]
    public void Er_wordt_getrokken_uit_elk_percentage_van_elke_versie()
    {
        Assert.Equal(Versies.Select(v => v.Id), Gegeven.Select(g => g.Versie.Id).Distinct());
        Assert.Equal(Versies.Sum(v => v.Aanvragertypen.Count), Gegeven.Select(g => (g.Versie.Id, g.Type)).Distinct().Count());
        // Until 2025 a small enterprise has more than all others.
        Assert.Equal(
            ["slim-2020", "slim-2021", "slim-2022", "slim-2023", "slim-2023-09", "slim-2024"],
            Gegeven.Where(g => (g.Type, g.Percentage) == (Mkb, 80m)).Select(g => g.Versie.Id)
        );
        Assert.All(Gegeven.Where(g => g.Percentage != 80m), g => Assert.Equal(60m, g.Percentage));
    }

    [Fact]
    public void Nooit_meer_dan_verleend_of_dan_het_percentage_en_meer_geeft_nooit_minder() =>
        Gen.Select(
                Gen.Int[0, Gegeven.Count - 1],
                Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 40_000_000], Gen.Int[0, 5]).List[1, 8],
                Gen.Select(Gen.Int[0, 60_000_000], Gen.Int[0, 60_000_000], Gen.Int[0, 30_000_000]),
                Gen.Int[0, 4],
                Gen.Int[0, 2_000]
            )
            .Sample(
                (gegeven, regels, toegekend, sector, dagen) =>
                {
                    var (kosten, verleend, af) = toegekend;
                    var (versie, type, percentage) = Gegeven[gegeven];
                    Aanvaard[] alles =
                    [
                        .. regels.Select(r => new Aanvaard(
                            Letters[r.Item1],
                            type == Swv ? $"1000000{r.Item2}" : null,
                            r.Item3 / 100m,
                            r.Item1 == 1 ? r.Item4 : 0,
                            r.Item1 == 3 ? r.Item4 * 8m : 0m
                        )),
                    ];
                    var grondslag = new Vaststellingsgrondslag(
                        type,
                        percentage,
                        kosten / 100m,
                        verleend / 100m,
                        alles,
                        Vaststellingsberekening.VereistControleverklaring(versie, type, verleend / 100m),
                        new LocalDate(2022, 1, 1).PlusDays(dagen),
                        dagen % 2 == 0
                    )
                    {
                        Sectoren =
                            sector < 3
                                ? new Dictionary<string, string>
                                {
                                    ["10000001"] = new[] { Sectornaam.Landbouw, Sectornaam.Visserij, Sectornaam.Wegvervoer }[sector],
                                }
                                : new(),
                        Bijdragen = dagen * 10m,
                        Verlaging = af % 4 == 0 ? null : new(Verlagingsgrond.Alle[af % 3], af / 100m),
                    };
                    var vorige = 0m;
                    for (var n = 0; n <= alles.Length; n++)
                    {
                        var uitkomst = Vaststellingsberekening.Bereken(versie, grondslag with { Aanvaard = alles[..n] });
                        Assert.InRange(uitkomst.Bedrag, vorige, grondslag.Verleend);
                        Assert.Equal(grondslag.Verlaging?.Na(uitkomst.ZonderVerlaging) ?? uitkomst.ZonderVerlaging, uitkomst.Bedrag);
                        var vast = uitkomst
                            .Regels.Where(r =>
                                r.Code is Postcode.Loopbaantrajecten or Postcode.Praktijkleerplaatsen or Postcode.Controleverklaring
                            )
                            .Sum(r => r.Bedrag);
                        Assert.True(uitkomst.Bedrag <= Getal.Centen(uitkomst.SubsidiabeleKosten * percentage / 100m) + vast);
                        Assert.Equal(uitkomst.Bedrag, Math.Round(uitkomst.Bedrag, 2));
                        Assert.All(uitkomst.Regels, r => Assert.NotEmpty(r.Omschrijving));
                        vorige = uitkomst.Bedrag;
                    }
                }
            );

    private static decimal[] Percentages(Regelversie versie, string type) =>
        type switch
        {
            Swv => [versie[Parameters.PercentageSamenwerkingsverband]],
            Groot => [versie[Parameters.PercentageGrootbedrijf]],
            _ => [versie[Parameters.PercentageKlein], versie[Parameters.PercentageMiddelgroot]],
        };

    private static Vaststellingsgrondslag Grondslag(
        string type,
        decimal percentage,
        decimal kosten,
        decimal verleend,
        params Aanvaard[] aanvaard
    ) => new(type, percentage, kosten, verleend, aanvaard, type == Swv, new(2026, 1, 5));

    private static Vaststellingsuitkomst Bereken(string versie, Vaststellingsgrondslag grondslag) =>
        Vaststellingsberekening.Bereken(Regelboek.Versie(versie), grondslag);
}
