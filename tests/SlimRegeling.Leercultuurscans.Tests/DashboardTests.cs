using System.Text;
using CsCheck;
using NodaTime;
using SlimRegeling.Leercultuurscans.Dashboard;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;

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

    private static Indicator Indicator(params Reeks[] reeksen) =>
        new("proef", new("p", "p"), new("d", "d"), new("m", "p"), "leergedrag", "procent", "concept", reeksen, []);

    private static Reeks Reeks(string code, IReadOnlyList<string> met) =>
        new(code, new Tweetalig(code, code), "bron", new("wijze", "way"), met, [new(2020, 1m, "bevestigd"), new(2021, 2m, "bevestigd")]);
}
