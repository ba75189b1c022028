using SlimRegeling.Aanvragen.Simulaties;
using SlimRegeling.Regels;
using static SlimRegeling.Aanvragen.Tests.Simulatiezaken;

namespace SlimRegeling.Aanvragen.Tests;

public class SimulatieInvoerTests
{
    [Fact]
    public void Every_wrong_change_is_named_with_the_error_of_the_rule()
    {
        var fouten = Simuleren.Fouten(
            Versie,
            new(
                "2026-04-mkb",
                [
                    new("parameters", "percentage-klein", "150"),
                    new("parameters", "percentage-onbekend", "60"),
                    new("termijnen", Termijncode.Hersteltermijn, "0"),
                    new("gronden", Grondcode.NietHaalbaar, "1"),
                    new("parameters", "maximum-mkb-onderneming", "veel"),
                    new("parameters", "werkbare-uren", "0"),
                    new("parameters", "maximum-mkb-onderneming", "25000.00"),
                ],
                0m
            )
        );

        Assert.Equal(
            [
                "plafond",
                "wijzigingen[6].code",
                "wijzigingen[0].waarde",
                "wijzigingen[1].code",
                "wijzigingen[2].waarde",
                "wijzigingen[3].waarde",
                "wijzigingen[4].waarde",
                "wijzigingen[5].waarde",
            ],
            fouten.Select(f => f.Veld)
        );
        Assert.Equal(
            "parameters, percentage-klein: '150' is meer dan 100 procent.",
            fouten.Single(f => f.Veld == "wijzigingen[0].waarde").Uitleg
        );
        Assert.Equal("artikel 2.20, tweede lid", fouten.Single(f => f.Veld == "wijzigingen[0].waarde").Artikel);
        Assert.Empty(Simuleren.Fouten(Versie, new("2026-04-mkb", [new("parameters", "percentage-klein", "100")], 0.01m)));
        Assert.Equal(
            "wijzigingen",
            Assert.Single(Simuleren.Fouten(Versie, new("x", [.. Enumerable.Repeat(new Simuleren.Wijziging("a", "b", "c"), 101)]))).Veld
        );
    }
}
