using CsCheck;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>The items of a budget, and which difference with what was made of one is explained (7.8, second paragraph, Kaderregeling).</summary>
public class BegrotingspostTests
{
    private static readonly Regelversie[] Versies = [.. Regelboek.Laad()];
    private static readonly Gen<decimal> Euro = Gen.Int[0, 60_000_000].Select(centen => centen / 100m);

    [Fact]
    public void Twee_activiteiten_van_een_soort_zijn_samen_een_begroting_met_elke_post_een_keer()
    {
        Activiteit[] plan =
        [
            new(Activiteitsoort.C) { ExterneUren = [new(40m, 150.00m), new(10m, 100.00m)], OverigeExterneKosten = 899.20m },
            new(Activiteitsoort.A),
            new(Activiteitsoort.C) { EigenUren = [new(60m, 41_280.00m)], ExterneUren = [new(5m, 100.00m)] },
            new(Activiteitsoort.B) { Trajecten = 3 },
        ];

        // Hours of an adviser count to the highest rate, and own hours by the wage.
        Assert.Equal(
            [
                "B loopbaantrajecten 2100.00",
                "C directe-loonkosten 1900.80",
                "C externe-adviseur 6900.00",
                "C overige-externe-kosten 899.20",
            ],
            Regels(Begrotingspost.Van(Slim2026, plan))
        );
        Assert.Empty(Begrotingspost.Van(Slim2026, plan)["A"]);
    }

    [Fact]
    public void Zolang_B_geen_vast_bedrag_heeft_zijn_zijn_posten_kosten()
    {
        Activiteit[] plan = [new(Activiteitsoort.B) { OverigeExterneKosten = 500.00m, Trajecten = 3 }];

        Assert.Equal(["B overige-externe-kosten 500.00"], Regels(Begrotingspost.Van(Versie("slim-2022"), plan)));
        Assert.Null(Begrotingspost.VanStuks(Versie("slim-2022"), "B"));
        Assert.Equal(Postcode.Loopbaantrajecten, Begrotingspost.VanStuks(Slim2026, "B"));
        Assert.Null(Begrotingspost.VanStuks(Slim2026, "C"));
        Assert.Null(Begrotingspost.VanStuks(Slim2026, "E"));
    }

    [Fact]
    public void De_posten_zijn_samen_de_kosten_die_meetellen_voor_de_opslag_en_de_vaste_bedragen() =>
        Gen.Select(Gen.OneOf(Versies), Euro, Euro, Gen.Int[0, 20])
            .Sample(
                (versie, extern1, extern2, aantal) =>
                {
                    var plan = Met(
                        new Activiteit(Activiteitsoort.A) { OverigeExterneKosten = extern1 },
                        new Activiteit(Activiteitsoort.B) { Trajecten = aantal },
                        new Activiteit(Activiteitsoort.C)
                        {
                            OverigeExterneKosten = extern2,
                            ExterneUren = [new(aantal, 200.00m)],
                            EigenUren = [new(aantal, 50_000.00m)],
                        }
                    );
                    var berekening = Subsidieberekening.Bereken(versie, plan);
                    var posten = Begrotingspost.Van(versie, plan.Activiteiten).Values.SelectMany(a => a).ToList();
                    return posten.Where(p => Begrotingspost.Kosten.Contains(p.Key)).Sum(p => p.Value) == berekening.ExternEnLoon
                        && posten.Where(p => p.Key == Postcode.Loopbaantrajecten).Sum(p => p.Value) == berekening.Loopbaantrajecten
                        && posten.All(p => Begrotingspost.Alle.Contains(p.Key) && p.Value > 0m);
                }
            );

    [Fact]
    public void Aan_beide_kanten_van_een_vijfde_beslist_een_cent() =>
        // A fifth in whole cents, of € 25,000 and more.
        Gen.Int[2_500_000, 20_000_000]
            .Sample(centen =>
            {
                var vijfde = centen / 100m;
                var begroot = 5m * vijfde;
                return Meer(vijfde) && Meer(vijfde + 0.01m) && !Meer(vijfde - 0.01m) && Minder(vijfde) && !Minder(vijfde - 0.01m);

                bool Meer(decimal verschil) => Begrotingsverschil.MoetToegelicht(begroot, begroot + verschil);

                bool Minder(decimal verschil) => Begrotingsverschil.MoetToegelicht(begroot, begroot - verschil);
            });

    [Fact]
    public void Een_kleinere_post_wordt_uitgelegd_vanaf_25_000_verschil_ook_als_er_niets_voor_was_verleend() =>
        Gen.Int[0, 12_500_000]
            .Sample(centen =>
            {
                var begroot = centen / 100m;
                return Begrotingsverschil.MoetToegelicht(begroot, begroot + 25_000.00m)
                    && !Begrotingsverschil.MoetToegelicht(begroot, begroot + 24_999.99m)
                    && !Begrotingsverschil.MoetToegelicht(begroot, begroot);
            });

    [Fact]
    public void Elke_post_heeft_een_naam() =>
        Assert.Equal(Begrotingspost.Alle.Count, Begrotingspost.Alle.Select(Begrotingspost.Titel).Distinct().Count());

    private static IEnumerable<string> Regels(IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> posten) =>
        posten.SelectMany(a => a.Value.Select(p => FormattableString.Invariant($"{a.Key} {p.Key} {p.Value:0.00}")));
}
