using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Tests;

public class WegingTests
{
    private static readonly Onderneming Klein = new(12.0m, 1_500_000.00m, 800_000.00m, ["4321"]);

    [Fact]
    public void Wat_een_activiteit_weegt_is_haar_deel_van_de_kosten_of_haar_vaste_bedrag()
    {
        Plan plan = new(
            Aanvragertype.MkbOnderneming,
            Klein,
            [
                new(Activiteitsoort.A) { OverigeExterneKosten = 10_000.00m },
                new(Activiteitsoort.B) { ExterneUren = [new(10m, 100.00m)] },
                new(Activiteitsoort.D) { Praktijkleerplaatsen = 2 },
            ]
        );

        // 2022: A and B are costed, 80% of the costs with 15%; D is € 2,700 a place.
        Assert.Equal(
            new Dictionary<string, decimal>
            {
                ["A"] = 9_200.00m,
                ["B"] = 920.00m,
                ["D"] = 5_400.00m,
            },
            Weging.Aandelen(plan, Regelboek.Versie("slim-2022"))
        );
    }

    [Fact]
    public void Ook_van_een_samenwerkingsverband_weegt_elke_activiteit_mee()
    {
        var plan = Plan.Voor(
            [
                new("10000001", true, Partijsoort.MkbOnderneming, 120_000.00m, Klein, []),
                new("10000002", false, Partijsoort.MkbOnderneming, 80_000.00m, Klein, []),
            ],
            [new(Activiteitsoort.B) { Trajecten = 10 }, new(Activiteitsoort.C) { OverigeExterneKosten = 200_000.00m }]
        );

        Assert.Equal(
            new Dictionary<string, decimal> { ["B"] = 7_000.00m, ["C"] = 138_000.00m },
            Weging.Aandelen(plan, Regelboek.Versie("slim-2026"))
        );
    }
}
