using CsCheck;
using NodaTime;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.Tests;

public class BenchmarkTests
{
    [Fact]
    public void Tien_bedrijven_uit_de_eigen_sector_en_grootte_zijn_de_kring()
    {
        var beeld = Benchmark.Bereken([.. Bedrijven(10, "F", "10-49"), .. Bedrijven(20, "G", "10-49", vanaf: 100)], "F", "10-49", null)!;

        Assert.Equal(("sector-en-grootte", "F", "10-49", 10), (beeld.Kring, beeld.Sector, beeld.Grootte, beeld.Bedrijven));
    }

    [Theory]
    [InlineData("F", "50-249", "sector")]
    [InlineData("G", "10-49", "grootte")]
    [InlineData("G", "50-249", "alle")]
    [InlineData(null, null, "alle")]
    public void Waar_te_weinig_bedrijven_op_elkaar_lijken_worden_er_meer_samengenomen(string? sector, string? grootte, string kring) =>
        Assert.Equal(
            kring,
            Benchmark
                .Bereken(
                    [.. Bedrijven(10, "F", "10-49"), .. Bedrijven(5, "H", "2-9", vanaf: 50), .. Bedrijven(5, "J", "2-9", vanaf: 60)],
                    sector,
                    grootte,
                    null
                )
                ?.Kring
        );

    /// <summary>All eleven less the ten of one sector are one firm.</summary>
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 7)]
    public void Een_groep_bedrijven_die_de_rest_zou_verraden_wordt_niet_getoond(int anderen, int getoond) =>
        Assert.Equal(getoond, BenchmarkTonen.Cellen([.. Bedrijven(10, "F", "10-49"), .. Bedrijven(anderen, "G", "2-9", vanaf: 50)]).Count);

    /// <summary>The sector and the size class can each be told, and what is in both cannot: with it the others of the sector would be known.</summary>
    [Fact]
    public void Een_cel_die_met_haar_totaal_de_rest_zou_verraden_wordt_niet_getoond()
    {
        Rapportcijfer[] cijfers =
        [
            .. Bedrijven(12, "F", "10-49"),
            .. Bedrijven(3, "F", "2-9", vanaf: 20),
            .. Bedrijven(12, "G", "2-9", vanaf: 40),
            .. Bedrijven(20, "G", "10-49", vanaf: 60),
        ];

        var cellen = BenchmarkTonen.Cellen(cijfers);

        Assert.Equal(5, cellen.Count);
        Assert.DoesNotContain(cellen, c => c.Kring == "sector-en-grootte");
        Assert.Equal("sector", Benchmark.Bereken(cijfers, "F", "10-49", null)!.Kring);
        // Twelve of them could be told when nobody else were in the sector.
        Assert.Equal("sector-en-grootte", Benchmark.Bereken([.. cijfers.Where((_, i) => i is < 12 or > 14)], "F", "10-49", null)!.Kring);
    }

    /// <summary>Of a dimension that three firms do not show the rest is told where it leaves no three.</summary>
    [Fact]
    public void Een_dimensie_heeft_haar_eigen_verborgen_cellen()
    {
        var cijfers = Bedrijven(12, "F", "10-49")
            .Concat(
                Bedrijven(12, "G", "10-49", vanaf: 50)
                    .Select((c, i) => i < 3 ? c with { Scores = new Dictionary<string, decimal> { ["D1"] = 3m } } : c)
            )
            .ToList();

        var cellen = BenchmarkTonen.Cellen(cijfers);

        Assert.Equal(["D1", "D2"], cellen.Single(c => c.Kring == "alle").Dimensies.Select(d => d.Code));
        Assert.All(cellen.Where(c => c.Sector is not null), c => Assert.Equal(["D1"], c.Dimensies.Select(d => d.Code)));
    }

    [Fact]
    public void Een_campagne_toont_niets_waaruit_volgt_wie_er_niet_aan_meedeed()
    {
        var groep = Bedrijven(12, "F", "10-49");

        Assert.Equal(["D1", "D2"], Getoond([]));
        Assert.Empty(Getoond(Bedrijven(1, "F", "10-49", vanaf: 50)));
        Assert.Empty(Getoond(Bedrijven(9, "F", "10-49", vanaf: 50)));
        Assert.Equal(["D1", "D2"], Getoond(Bedrijven(10, "F", "10-49", vanaf: 50)));
        // Those of before, whose later report counts with the others, are in no cell.
        Assert.Equal(["D1", "D2"], Getoond([], c => c with { Scan = $"{c.Scan}-later" }));
        Assert.Null(Benchmark.Samen([.. groep.Take(9)], Celkeuze.Van(groep)));

        IEnumerable<string> Getoond(IReadOnlyList<Rapportcijfer> anderen, Func<Rapportcijfer, Rapportcijfer>? nu = null) =>
            Benchmark.Samen(groep, Celkeuze.Van([.. groep.Select(nu ?? (c => c)), .. anderen]))!.Dimensies.Select(d => d.Code);
    }

    [Fact]
    public void Het_eigen_bedrijf_telt_niet_mee()
    {
        Assert.Null(Benchmark.Bereken(Bedrijven(10, "F", "10-49"), "F", "10-49", "0"));
        Assert.NotNull(Benchmark.Bereken(Bedrijven(11, "F", "10-49"), "F", "10-49", "0"));
    }

    [Fact]
    public void Onder_vijftig_mensen_of_met_een_bedrijf_dat_te_veel_telt_wordt_niets_getoond()
    {
        Assert.Null(Benchmark.Bereken(Bedrijven(10, "F", "10-49", mensen: 4), "F", "10-49", null));
        // 26 of 100: of which one firm is more than a quarter.
        Rapportcijfer[] scheef = [.. Bedrijven(9, "F", "10-49", mensen: 8), Bedrijf(99, "F", "10-49", 3.0m, 26)];
        Assert.Null(Benchmark.Bereken(scheef, "F", "10-49", null));
        Rapportcijfer[] recht = [.. Bedrijven(9, "F", "10-49", mensen: 8), Bedrijf(99, "F", "10-49", 3.0m, 24)];
        Assert.NotNull(Benchmark.Bereken(recht, "F", "10-49", null));
    }

    [Fact]
    public void Een_cel_met_een_te_groot_bedrijf_valt_terug_op_een_ruimere()
    {
        Rapportcijfer[] cijfers =
        [
            .. Bedrijven(9, "F", "10-49", mensen: 8),
            Bedrijf(99, "F", "10-49", 3.0m, 26),
            .. Bedrijven(10, "F", "2-9", vanaf: 200, mensen: 6),
        ];

        Assert.Equal("sector", Benchmark.Bereken(cijfers, "F", "10-49", null)!.Kring);
    }

    /// <summary>The unit is the firm: a large one counts no more than a small one.</summary>
    [Fact]
    public void Elk_bedrijf_telt_een_keer()
    {
        Rapportcijfer[] cijfers = [.. Bedrijven(9, "F", "10-49", score: 3.0m, mensen: 9), Bedrijf(99, "F", "10-49", 5.0m, 20)];

        var d1 = Benchmark.Bereken(cijfers, "F", "10-49", null)!.Dimensies.Single(d => d.Code == "D1");
        Assert.Equal((3.2m, 3.0m, 3.0m, 3.0m), (d1.Gemiddelde, d1.P25, d1.P50, d1.P75));
    }

    [Fact]
    public void Een_dimensie_die_te_weinig_bedrijven_tonen_ontbreekt()
    {
        var cijfers = Bedrijven(12, "F", "10-49")
            .Select((c, i) => i < 3 ? c with { Scores = new Dictionary<string, decimal>() } : c)
            .ToList();

        Assert.Empty(Benchmark.Bereken(cijfers, "F", "10-49", null)!.Dimensies);
    }

    [Fact]
    public void Onderzoekers_zien_alleen_cellen_die_mogen()
    {
        var cellen = BenchmarkTonen.Cellen([
            .. Bedrijven(12, "F", "10-49"),
            .. Bedrijven(9, "G", "2-9", vanaf: 50),
            .. Bedrijven(3, "H", "2-9", vanaf: 70),
        ]);

        Assert.Equal(
            [
                ("alle", null, null),
                ("grootte", null, "10-49"),
                ("grootte", null, "2-9"),
                ("sector", "F", null),
                ("sector-en-grootte", "F", "10-49"),
            ],
            cellen.Select(c => (c.Kring, c.Sector, c.Grootte))
        );
    }

    [Fact]
    public void Een_panel_vergelijkt_bedrijven_met_zichzelf_en_met_de_subsidie_ertussen()
    {
        Rapportcijfer[] cijfers =
        [
            .. Bedrijven(10, "F", "10-49", score: 3.0m).Select(c => c with { Scan = $"{c.Scan}-eerst", Op = new(2025, 1, 10) }),
            .. Bedrijven(10, "F", "10-49", score: 3.6m),
            // One scan is no pair.
            .. Bedrijven(20, "G", "2-9", vanaf: 100),
        ];
        // An award before both says nothing of one between them.
        var verleend = Verleend((2021, 3, 1), (2025, 6, 1));

        var keuze = Celkeuze.Van([.. cijfers.Where(c => c.Op.Year == 2026)]);

        var met = Assert.Single(Panel.Bereken(cijfers, verleend, keuze));

        Assert.Equal(("met-slim", 10), (met.Groep, met.Bedrijven));
        Assert.Equal([("D1", 3.0m, 3.6m), ("D2", 3.0m, 3.6m)], met.Dimensies.Select(d => (d.Code, d.Eerst, d.Laatst)));
        // An award before the first scan, after the last, or none.
        Assert.Equal("zonder-slim", Assert.Single(Panel.Bereken(cijfers, Verleend((2021, 3, 1), (2026, 6, 1)), keuze)).Groep);
        Assert.Equal("zonder-slim", Assert.Single(Panel.Bereken(cijfers, Verleend(), keuze)).Groep);
        Assert.Empty(Panel.Bereken([.. cijfers.Where(c => c.KvkNummer != "0")], verleend, keuze));
        // An eleventh firm, of which there is one scan, is what the benchmark has more than they.
        Rapportcijfer[] elf = [.. cijfers.Take(20), Bedrijf(50, "F", "10-49", 3.1m, 8)];
        Assert.Empty(Assert.Single(Panel.Bereken(elf, verleend, Celkeuze.Van([.. elf.Where(c => c.Op.Year == 2026)]))).Dimensies);
    }

    [Fact]
    public void Wat_ondernemers_tegenhoudt_wordt_vanaf_tien_bedrijven_geteld()
    {
        var keuze = new Leidingkeuze("willen", ["tijd", "geld"], ["vernieuwen"]);

        Assert.Null(Leidingtelling.Van([.. Enumerable.Repeat(keuze, 9)]));
        var telling = Leidingtelling.Van([.. Enumerable.Repeat(keuze, 12), keuze with { Fase = "weten", Belemmeringen = [] }])!;
        Assert.Equal((15, 10, 0), (telling.Bedrijven, telling.Fasen["willen"], telling.Fasen["weten"]));
        Assert.Equal(["geld", "tijd"], telling.Belemmeringen.Keys);
    }

    [Fact]
    public void Zesendertig_maanden_terug_telt_mee() =>
        Assert.Equal(new LocalDate(2023, 12, 1), Benchmark.Vanaf(new LocalDate(2026, 12, 1)));

    [Fact]
    public void Kwantielen_liggen_tussen_laagste_en_hoogste_en_nemen_toe() =>
        Gen.Int[10, 50]
            .Array[1, 40]
            .Sample(a =>
            {
                List<decimal> waarden = [.. a.Select(x => x / 10m).Order()];
                var (p25, p50, p75) = (
                    Benchmark.Kwantiel(waarden, 0.25m),
                    Benchmark.Kwantiel(waarden, 0.5m),
                    Benchmark.Kwantiel(waarden, 0.75m)
                );
                Assert.True(waarden[0] <= p25 && p25 <= p50 && p50 <= p75 && p75 <= waarden[^1]);
            });

    /// <summary>To each of ten firms on these days.</summary>
    private static ILookup<string, LocalDate> Verleend(params (int Jaar, int Maand, int Dag)[] dagen) =>
        (
            from i in Enumerable.Range(0, 10)
            from dag in dagen
            select (KvkNummer: $"{i}", Dag: new LocalDate(dag.Jaar, dag.Maand, dag.Dag))
        ).ToLookup(v => v.KvkNummer, v => v.Dag);

    private static IReadOnlyList<Rapportcijfer> Bedrijven(
        int aantal,
        string sector,
        string grootte,
        int vanaf = 0,
        decimal score = 3.5m,
        int mensen = 8
    ) => [.. Enumerable.Range(vanaf, aantal).Select(i => Bedrijf(i, sector, grootte, score, mensen))];

    private static Rapportcijfer Bedrijf(int i, string sector, string grootte, decimal score, int mensen) =>
        new(
            $"scan-{i}",
            $"{i}",
            "kernvragen-1",
            new(2026, 3, 20),
            grootte,
            sector,
            null,
            mensen,
            new Dictionary<string, decimal> { ["D1"] = score, ["D2"] = score }
        );
}
