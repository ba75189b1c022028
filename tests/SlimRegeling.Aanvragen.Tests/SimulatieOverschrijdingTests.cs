using CsCheck;
using SlimRegeling.Aanvragen.Simulaties;
using SlimRegeling.Regels;
using static SlimRegeling.Aanvragen.Tests.Simulatiezaken;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>What happens to the first application that does not fit under the ceiling is what the window says.</summary>
public class SimulatieOverschrijdingTests
{
    private static readonly Regelwijziging[] Anders =
    [
        Wijziging(Parameters.PercentageKlein, "75.50"),
        Wijziging(Parameters.MaximumMkb, "15000.00"),
    ];

    [Theory]
    [InlineData(null, "11040 - -")]
    [InlineData("stoppen", "11040 - -")]
    [InlineData("overslaan", "11040 - 5520")]
    [InlineData("gedeeltelijk", "11040 5960 -")]
    public void The_window_says_what_happens_to_the_first_that_does_not_fit(string? overschrijding, string verwacht)
    {
        // With the addition of 15%, 60% of these: 11,040, 9,660 and 5,520.
        var zaken = Kosten(16_000m, 14_000m, 8_000m);
        Assert.Equal(verwacht, Krijgt(zaken, 17_000m, overschrijding));
    }

    [Fact]
    public void In_part_comes_with_the_advance_of_that_part_and_a_higher_ceiling_gives_the_rest()
    {
        var zaken = Kosten(16_000m, 14_000m);
        var anders = Assert.Single(Reken(zaken, 17_000m, na: 20_000.01m, overschrijding: "gedeeltelijk").AndereUitkomst);
        Assert.Equal(new Zaakuitkomst(Simulatieuitkomst.Toegekend, 5_960m, 2_980m), anders.Van);
        Assert.Equal(new Zaakuitkomst(Simulatieuitkomst.Toegekend, 8_960.01m, 4_480.01m), anders.Naar);
        Assert.Equal([Grondcode.PlafondOverschreden], anders.Waarom.Select(r => r.Code));
    }

    [Fact]
    public void It_is_said_with_the_answer() =>
        Assert.Contains(
            Reken(Kosten(16_000m), 17_000m, overschrijding: "gedeeltelijk").Aannames,
            a => a.Contains("krijgt wat er over is", StringComparison.Ordinal)
        );

    [Fact]
    public void Whatever_the_window_says_the_ceiling_holds_and_every_difference_has_a_reason() =>
        Gen.Select(Zaken(Anders), Gen.Int[0, 200_000], Gen.OneOf("stoppen", "overslaan", "gedeeltelijk"))
            .Sample(
                (z, na, overschrijding) =>
                {
                    var uitslag = Reken(z.Zaken, z.Plafond, na, overschrijding);
                    Assert.True(uitslag.Totaal.Voor.Subsidie <= z.Plafond);
                    Assert.True(uitslag.Totaal.Na.Subsidie <= na);
                    Assert.All(uitslag.AndereUitkomst, a => Assert.NotEmpty(a.Waarom));
                    // Who is passed or granted in part takes nothing from those who stopping would have served.
                    var stoppen = Reken(z.Zaken, z.Plafond).Totaal.Voor;
                    Assert.True(uitslag.Totaal.Voor.Toegekend >= stoppen.Toegekend);
                }
            );

    private static Simulatiezaak[] Kosten(params decimal[] kosten) =>
        [.. kosten.Select((bedrag, i) => Weeg(Zaaknr(i + 1), i + 1, Formulier(bedrag, 10, "4321")))];

    /// <summary>By rank what each gets.</summary>
    private static string Krijgt(Simulatiezaak[] zaken, decimal plafond, string? overschrijding)
    {
        // Compared with a ceiling under which nobody gets anything.
        var anders = Reken(zaken, plafond, na: 0.01m, overschrijding).AndereUitkomst.ToDictionary(a => a.Zaaknummer, a => a.Van);
        return string.Join(
            ' ',
            zaken.Select(z =>
                anders.GetValueOrDefault(z.Zaaknummer) is { Uitkomst: Simulatieuitkomst.Toegekend } van ? $"{van.Subsidie:0}" : "-"
            )
        );
    }
}
