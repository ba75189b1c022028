using CsCheck;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>An application that the ceiling leaves part of its room for (article 2.12, under i).</summary>
public class PlafondTests
{
    private static readonly IReadOnlyList<Deelnemer> Partijen =
    [
        new("10000001", true, Partijsoort.MkbOnderneming, 120_000.00m, Klein, []),
        new("10000002", false, Partijsoort.MkbOnderneming, 80_000.00m, Klein with { SbiCodes = ["0111"] }, []),
        new("10000003", false, Partijsoort.Onderwijsinstelling, 50_000.00m, null, []),
    ];

    [Fact]
    public void Een_samenwerkingsverband_krijgt_precies_wat_over_is_en_geen_partij_meer_dan_zonder_het_plafond() =>
        Gen.Select(Gen.OneOf("slim-2024", "slim-2025", "slim-2026"), Gen.Int[1, 20_000_000])
            .Sample(
                (versie, centen) =>
                {
                    var ruimte = centen / 100m;
                    var plan = Plan.Voor(Partijen, [new(Activiteitsoort.C) { OverigeExterneKosten = 250_000.00m }]);
                    var geheel = Beoordeling.Van(Regelboek.Versie(versie), plan, Feiten.Geen).Berekening;
                    var deel = Beoordeling.Van(Regelboek.Versie(versie), plan, Feiten.Geen with { Plafondruimte = ruimte }).Berekening;

                    Assert.Equal(Math.Min(ruimte, geheel.Subsidiebedrag), deel.Subsidiebedrag);
                    Assert.Equal(deel.Subsidiebedrag, deel.Delen.Sum(d => d.Bedrag));
                    Assert.All(deel.Delen.Zip(geheel.Delen), p => Assert.True(p.First.Bedrag <= p.Second.Bedrag));
                    Assert.Equal(ruimte < geheel.Subsidiebedrag ? Partijen.Count : 0, deel.Regels.Count(r => r.Code == Plafond.Regelcode));
                    Assert.Equal(Voorschot.BijVerlening(Regelboek.Versie(versie), plan.Aanvragertype, deel.Subsidiebedrag), deel.Voorschot);
                }
            );

    [Fact]
    public void Met_afronding_op_hele_euros_blijft_het_onder_wat_over_is()
    {
        var versie = Slim2026.Met([new("parameters", Parameters.AfrondingVerlening.Code, "hele-euros-omlaag", "test", null)]);
        var plan = Plan.Voor(Partijen, [new(Activiteitsoort.C) { OverigeExterneKosten = 250_000.00m }]);

        var berekening = Beoordeling.Van(versie, plan, Feiten.Geen with { Plafondruimte = 100_000.50m }).Berekening;

        Assert.InRange(berekening.Subsidiebedrag, 99_997m, 100_000m);
        Assert.All(berekening.Delen, d => Assert.Equal(decimal.Floor(d.Bedrag), d.Bedrag));
    }
}
