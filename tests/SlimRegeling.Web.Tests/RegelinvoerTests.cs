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

    [Fact]
    public void Of_what_counts_only_the_reason_goes_along_and_it_stays_when_another_page_is_opened()
    {
        var toch = new Regelinvoer(Regelinvoer.Aanvaard, "1,00", "tarief", "13", " Gezien. ");

        Assert.Equal((new Kostenoordeel("r-1", "aanvaard", Reden: "Gezien."), (string?)null), toch.Lees("r-1"));
        Assert.Null(new Regelinvoer(Regelinvoer.Aanvaard).Lees("r-1").Oordeel.Reden);

        var invoer = new Regelinvoeren();
        invoer.Zet("r-1", toch);
        invoer.Zet("r-2", new(Regelinvoer.Aanvaard));
        var elders = new Regelinvoeren();
        elders.Neem(
            new Dictionary<string, string> { [Regelinvoeren.Alleveld] = invoer.Schrijf(_ => false) },
            new HashSet<string> { "r-1", "r-2" }
        );
        Assert.Equal([toch], elders.Alle.Values);
    }
}
