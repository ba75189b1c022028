using NodaTime;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>What a firm says of its works council stands there until it says something else, or the scan is closed.</summary>
public sealed class RaadTests
{
    private static readonly Scanopzet Nog = new([], [], Ondernemingsraad: "nog-niet");

    [Fact]
    public void Wat_later_is_gezegd_gaat_voor_wat_bij_het_begin_is_gezegd()
    {
        Assert.Equal(("nog-niet", null), Nog.Raad(Open().Raad));

        var beslissing = Raadvermelden.Beslis(Open(), new("ingestemd", new LocalDate(2026, 3, 5)), Eind);

        var vermeld = Assert.IsType<RaadVermeld>(Assert.Single(beslissing.Gebeurtenissen));
        Assert.Equal(("ingestemd", (LocalDate?)new LocalDate(2026, 3, 5)), Nog.Raad(Open().Apply(vermeld).Raad));
        Assert.Same(Beslissing.Geen, Raadvermelden.Beslis(Open().Apply(vermeld), new("ingestemd", new LocalDate(2026, 3, 5)), Eind));
    }

    [Theory]
    [InlineData("geen")]
    [InlineData("nog-niet")]
    public void Wie_zegt_dat_er_geen_raad_is_of_nog_niets_is_gevraagd_houdt_geen_dag(string stand)
    {
        var beslissing = Raadvermelden.Beslis(Open(), new(stand, new LocalDate(2026, 3, 5)), Eind);

        Assert.Null(Assert.IsType<RaadVermeld>(Assert.Single(beslissing.Gebeurtenissen)).RaadOp);
        Scanopzet? bewaard = null;
        var verzoek = new Starten.Verzoek(6, Ondernemingsraad: stand, RaadOp: new LocalDate(2026, 3, 1));
        Starten.Beslis(verzoek, KvkNummer, Boek, Houd, Start);
        Assert.Equal((stand, (LocalDate?)null), (bewaard?.Ondernemingsraad, bewaard?.RaadOp));

        Verwijzing Houd(Scanopzet opzet)
        {
            bewaard = opzet;
            return Bewaard;
        }
    }

    [Fact]
    public void Een_dag_die_nog_komt_is_een_weigering()
    {
        var morgen = new LocalDate(2026, 3, 21);
        Assert.Equal("raadOp", Assert.Single(Raadvermelden.Beslis(Open(), new("ingestemd", morgen), Eind).Weigering!.Fouten).Veld);
        Assert.Null(Raadvermelden.Beslis(Open(), new("ingestemd", morgen.PlusDays(-1)), Eind).Weigering);
        var verzoek = new Starten.Verzoek(6, Ondernemingsraad: "geinformeerd", RaadOp: morgen);
        Assert.Equal("raadOp", Assert.Single(Starten.Beslis(verzoek, KvkNummer, Boek, _ => Bewaard, Start).Weigering!.Fouten).Veld);
    }

    [Fact]
    public void Wat_niemand_kan_zeggen_en_wat_niemand_meer_leest_is_een_weigering()
    {
        Assert.Equal(422, Raadvermelden.Beslis(Open(), new("misschien"), Eind).Weigering?.Status);
        var gesloten = Open().Apply(new ScanGesloten(Eind));
        Assert.Equal("scan-gesloten", Raadvermelden.Beslis(gesloten, new("ingestemd"), Eind).Weigering?.Code);
    }
}
