using System.Text;
using CsCheck;
using NodaTime;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Dashboard;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Api;

namespace SlimRegeling.Leercultuurscans.Tests;

public class DashboardTests
{
    private static readonly Instant Nu = Instant.FromUtc(2026, 12, 1, 9, 0);

    [Fact]
    public void Elke_indicator_heeft_definitie_populatie_bron_meetwijze_en_status()
    {
        Assert.True(Indicatorboek.Ingebouwd.Count >= 12);
        Assert.All(Indicatorboek.Ingebouwd, i => Assert.Empty(i.Controleer()));
        Assert.All(Indicatorboek.Ingebouwd.SelectMany(i => i.Reeksen), r => Assert.NotEmpty(r.Punten));
    }

    [Fact]
    public void Een_indicator_die_twee_keer_is_beschreven_staat_er_een_keer_zoals_in_zijn_eigen_stroom()
    {
        var eerste = Indicatorboek.Ingebouwd[0];
        Indicatorstand[] standen =
        [
            new() { Id = Indicatorstand.Stroom(eerste.Id), Indicator = eerste with { Status = "vastgesteld" } },
            new() { Id = eerste.Id, Indicator = eerste with { Status = "concept" } },
        ];

        var samen = Indicatorboek.Samen(standen);

        Assert.Equal(Indicatorboek.Ingebouwd.Count, samen.Count);
        Assert.Equal("vastgesteld", samen[0].Status);
    }

    /// <summary>Footnote 18 of the programme: 62% of the AES is not to be laid beside TNO or ROA.</summary>
    [Fact]
    public void Het_doel_van_62_procent_staat_alleen_bij_de_reeks_waar_het_van_is()
    {
        var deelname = Indicatorboek.Ingebouwd.Single(i => i.Id == "formele-deelname");

        var doel = Assert.Single(deelname.Doelen);
        Assert.Equal((2030, 62m, "vastgesteld", "aes"), (doel.Jaar, doel.Waarde, doel.Status, doel.Reeks));
        Assert.Equal(
            [
                ["aes"],
                ["ebb"],
            ],
            Grafieken.Van(deelname).Select(g => g.Reeksen)
        );
    }

    [Fact]
    public void Wat_in_2024_anders_werd_gevraagd_loopt_niet_door_van_2023()
    {
        var grafieken = Grafieken.Van(Indicatorboek.Ingebouwd.Single(i => i.Id == "leert-van-werk"));

        Assert.Equal(2, grafieken.Count);
        Assert.All(
            grafieken.SelectMany(g => g.Lijnen),
            l => Assert.True(l.Punten.All(p => p.Jaar <= 2023) || l.Punten.All(p => p.Jaar >= 2024))
        );
    }

    [Fact]
    public void Een_breuk_in_een_reeks_begint_een_nieuwe_lijn()
    {
        var reeks = Reeks("a", []) with
        {
            Punten = [new(2020, 1m, "bevestigd"), new(2022, 3m, "bevestigd", Breuk: true), new(2021, 2m, "bevestigd")],
        };

        Assert.Equal(
            [
                [2020, 2021],
                [2022],
            ],
            Assert.Single(Grafieken.Van(Indicator(reeks))).Lijnen.Select(l => l.Punten.Select(p => p.Jaar))
        );
    }

    /// <summary>Whatever they say of each other: only who both say so share a chart, and a line is of one series.</summary>
    [Fact]
    public void Reeksen_die_niet_vergelijkbaar_zijn_staan_nooit_in_een_grafiek() =>
        Gen.Int[0, 15]
            .Array[2, 5]
            .Sample(maskers =>
            {
                var codes = maskers.Select((_, i) => $"r{i}").ToList();
                Reeks[] reeksen = [.. maskers.Select((m, i) => Reeks(codes[i], [.. codes.Where((_, j) => (m >> j & 1) == 1)]))];
                var grafieken = Grafieken.Van(Indicator(reeksen));

                Assert.Equal(codes.Order(), grafieken.SelectMany(g => g.Reeksen).Order());
                foreach (var grafiek in grafieken)
                {
                    var samen = reeksen.Where(r => grafiek.Reeksen.Contains(r.Code)).ToList();
                    Assert.True(
                        samen.All(a =>
                            samen.All(b => a == b || (a.VergelijkbaarMet.Contains(b.Code) && b.VergelijkbaarMet.Contains(a.Code)))
                        )
                    );
                    Assert.All(grafiek.Lijnen, l => Assert.Contains(l.Reeks, grafiek.Reeksen));
                }
            });

    [Fact]
    public void Een_indicator_wordt_beschreven_zonder_code_en_een_gat_geweigerd()
    {
        var nieuw = Indicator(Reeks("a", [])) with { Id = "nieuw" };

        Assert.IsType<IndicatorBeschreven>(Assert.Single(DashboardTonen.Beslis("nieuw", nieuw, Nu).Gebeurtenissen));
        Assert.Equal("indicator.id", Assert.Single(DashboardTonen.Beslis("anders", nieuw, Nu).Weigering!.Fouten).Veld);
        Assert.Equal(
            ["indicator.groep", "indicator.reeksen"],
            DashboardTonen
                .Beslis("nieuw", nieuw with { Groep = "overig", Reeksen = [Reeks("a", ["b"])] }, Nu)
                .Weigering!.Fouten.Select(f => f.Veld)
        );
    }

    [Fact]
    public void Een_reeks_zonder_naam_en_een_doel_zonder_zijn_reeks_worden_geweigerd()
    {
        var reeks = Reeks("a", []);

        Assert.Equal("reeksen", Fout(Indicator(reeks with { Naam = new("a", " ") })));
        Assert.Equal("reeksen", Fout(Indicator(reeks with { Code = "" })));
        Assert.Equal("reeksen", Fout(Indicator(reeks with { Waarom = new("", "because") })));
        Assert.Equal("doelen", Fout(Indicator(reeks) with { Doelen = [new(2030, 60, "concept", "bron", "b")] }));
        Assert.Empty((Indicator(reeks) with { Doelen = [new(2030, 60, "concept", "bron", "a")] }).Controleer());

        static string Fout(Indicator indicator) => Assert.Single(indicator.Controleer()).Veld;
    }

    [Fact]
    public void Een_bestand_met_indicatoren_met_een_gat_wordt_geweigerd_met_regel()
    {
        const string Krom = """
            {
              "indicatoren": [
                {
                  "id": "x",
                  "naam": {"nl": "X"}
                }
              ]
            }
            """;

        var fout = Assert.Throws<Gegevensfout>(() => Indicatorboek.Lees("proef.json", Encoding.UTF8.GetBytes(Krom)));

        Assert.StartsWith("regel 3: ", fout.Fouten[0], StringComparison.Ordinal);
    }

    /// <summary>Of what was told with other words, another period or another group no line goes to what looks the same.</summary>
    [Theory]
    [InlineData("leert-veel", 2)]
    [InlineData("afwisseling-autonomie", 2)]
    [InlineData("slim-activiteiten", 2)]
    [InlineData("cursus-naar-opleiding", 1)]
    [InlineData("kosten-per-deelnemer", 1)]
    public void Wat_vergelijkbaar_is_staat_samen_en_wat_dat_niet_is_apart(string indicator, int grafieken) =>
        Assert.Equal(grafieken, Grafieken.Van(Indicatorboek.Ingebouwd.Single(i => i.Id == indicator)).Count);

    /// <summary>What the source does not say is not made sure by being in the list.</summary>
    [Fact]
    public void Wat_niet_zeker_is_zegt_waarom() =>
        Assert.All(
            Indicatorboek
                .Ingebouwd.SelectMany(i => i.Reeksen)
                .SelectMany(r => r.Punten)
                .Where(p => p.Status is "onbevestigd" or "benadering"),
            p => Assert.False(string.IsNullOrWhiteSpace(p.Opmerking))
        );

    [Fact]
    public void Een_zaak_telt_als_verleend_en_als_vastgesteld_elk_in_haar_jaar()
    {
        var jaren = Verleend.PerJaar([(2024, ["A", "C"]), (2024, ["A"]), (2026, ["B"])], [2025, 2026, 2026]);

        Assert.Equal([(2024, 2, 0), (2025, 0, 1), (2026, 1, 2)], jaren.Select(j => (j.Jaar, j.Aantal, j.Vastgesteld)));
        Assert.Equal((2, 1), (jaren[0].Activiteiten["A"], jaren[0].Activiteiten["C"]));
    }

    [Fact]
    public async Task Wat_scans_en_ondernemers_zeggen_staat_in_een_bestand_en_van_te_weinig_alleen_de_koppen()
    {
        Benchmarkbeeld[] cellen =
        [
            new("alle", null, null, 20, [new("D1", 3.4m, 3m, 3.5m, 4m)]),
            new("sector", "F", null, 10, [new("D1", 3.1m, 2.5m, 3m, 3.5m)]),
        ];

        Assert.Equal(
            ["kring;sector;bedrijvenTenMinste;dimensie;gemiddelde;p25;p50;p75", "alle;;20;D1;3,4;3;3,5;4", "sector;F;10;D1;3,1;2,5;3;3,5"],
            await Regels(Dashboardbestanden.Scans(cellen))
        );
        Assert.Equal(
            ["vraag;antwoord;bedrijven;vanBedrijven", "fase;willen;15;15", "belemmering;geld;5;15", "belemmering;tijd;10;15"],
            await Regels(
                Dashboardbestanden.Ondernemers(
                    new(
                        15,
                        new Dictionary<string, int> { ["willen"] = 15 },
                        new Dictionary<string, int> { ["tijd"] = 10, ["geld"] = 5 },
                        new Dictionary<string, int>()
                    )
                )
            )
        );
        Assert.Single(await Regels(Dashboardbestanden.Scans([])));
        Assert.Single(await Regels(Dashboardbestanden.Ondernemers(null)));

        static async Task<string[]> Regels(Bestand bestand)
        {
            using var inhoud = new MemoryStream();
            await foreach (var deel in bestand.Delen.WithCancellation(TestContext.Current.CancellationToken))
            {
                await inhoud.WriteAsync(deel, TestContext.Current.CancellationToken);
            }
            return Encoding.UTF8.GetString(inhoud.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        }
    }

    private static Indicator Indicator(params Reeks[] reeksen) =>
        new("proef", new("p", "p"), new("d", "d"), new("m", "p"), "leergedrag", "procent", "concept", reeksen, []);

    private static Reeks Reeks(string code, IReadOnlyList<string> met) =>
        new(code, new Tweetalig(code, code), "bron", new("wijze", "way"), met, [new(2020, 1m, "bevestigd"), new(2021, 2m, "bevestigd")]);
}
