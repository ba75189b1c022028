using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests;

/// <summary>A decision on objection made the award a higher one: what is settled is that.</summary>
public class NaBezwaarTests
{
    [Fact]
    public void Verantwoord_wordt_wat_na_bezwaar_is_verleend()
    {
        var opening = Na(Verleend, Gewijzigd)!.Opening!;
        Assert.Equal((12000.00m, 6000.00m, Zaak + "-V1"), (opening.Verleend, opening.Voorschot, opening.Besluit));
        Assert.Equal(["A", "C", "D"], opening.Activiteiten);
        Assert.Equal(Verleend.PeriodeTot, opening.PeriodeTot);
    }

    [Fact]
    public void Een_voorstel_dat_op_de_oude_verlening_rust_vervalt()
    {
        var voor = Voorgesteld().Dan(s => Onderteken(s, Eerste));
        var na = voor.Dan(s => Hoor(s, Gewijzigd));
        Assert.Null(na.Voorstel);
        Assert.Empty(na.Ondertekenaars);
        Assert.NotNull(Onderteken(na, Tweede).Weigering);
    }

    [Fact]
    public void Een_wijziging_telt_eenmaal()
    {
        var gewijzigd = Voorgesteld().Dan(s => Hoor(s, Gewijzigd));
        Assert.Empty(Hoor(gewijzigd, Gewijzigd).Gebeurtenissen);
    }
}
