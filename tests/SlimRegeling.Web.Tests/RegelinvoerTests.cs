using SlimRegeling.Web.Vaststellen;

namespace SlimRegeling.Web.Tests;

/// <summary>What stands in the fields of a line before anyone chose.</summary>
public sealed class RegelinvoerTests
{
    [Fact]
    public void What_only_has_to_be_looked_at_takes_nothing_off_and_hides_nothing_that_does()
    {
        var letOp = new Regelsignaal("r-1", "rekenfout", "aanvaard", "Kijk.", "2.14, tweede lid");
        var lager = new Regelsignaal("r-1", "tarief", "gewijzigd", "Te hoog.", "2.14, vierde lid", 4_860.00m);

        Assert.Equal(new Regelinvoer(Regelinvoer.Aanvaard), Regelinvoer.Van([letOp]));
        Assert.Equal(("gewijzigd", "4860,00"), (Regelinvoer.Van([letOp, lager]).Uitkomst, Regelinvoer.Van([letOp, lager]).Bedrag));
    }
}
