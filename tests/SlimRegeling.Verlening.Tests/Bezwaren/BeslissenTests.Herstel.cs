using SlimRegeling.Berichten.Verlening;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

public sealed partial class BeslissenTests
{
    [Fact]
    public void Een_fout_wordt_hersteld_met_een_nieuw_besluit_dat_het_oude_noemt()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend();
        var eerste = Bezwaarzaak.Nummer + "-1";
        Assert.Equal("al-beslist-op-bezwaar", zaak.StelVoor("ongegrond").Weigering?.Code);
        Assert.Equal("ander-besluit", zaak.StelVoor("ongegrond", herstelt: Bezwaarzaak.Nummer + "-7").Weigering?.Code);
        zaak.Herbeoordeeld(9000, "2026-08-11T10:00:00");
        zaak.Met(zaak.StelVoor("gegrond", "2026-08-12T10:00:00", herstelt: eerste)).Budget(9000).Getekend("2026-08-13T10:00:00");
        Assert.Equal(
            [(eerste, null), (Bezwaarzaak.Nummer + "-2", eerste)],
            zaak.Bezwaar!.Beslissingen.Select(b => (b.Besluit, b.Herstelt))
        );
        Assert.Equal(9000m, zaak.Verlening.Verleend!.Bedrag);
        // Once it gave something a correction gives no less.
        var tweede = Bezwaarzaak.Nummer + "-2";
        Assert.Equal("niet-slechter", zaak.StelVoor("ongegrond", herstelt: tweede).Weigering?.Code);
        zaak.Herbeoordeeld(8999, "2026-08-14T10:00:00");
        Assert.Equal("niet-slechter", zaak.StelVoor("gegrond", herstelt: tweede).Weigering?.Code);
        Assert.Equal("niets-te-herstellen", Bezwaarzaak.TeBeslissen().StelVoor("ongegrond", herstelt: eerste).Weigering?.Code);
    }

    [Fact]
    public void Een_herstel_dat_teruggaat_laat_zijn_geld_los_en_vraagt_het_opnieuw()
    {
        var eerste = Bezwaarzaak.Nummer + "-1";
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend().Herbeoordeeld(9000, "2026-08-11T10:00:00");
        zaak.Met(zaak.StelVoor("gegrond", "2026-08-12T10:00:00", herstelt: eerste));
        var terug = zaak.Bezwaar!.Voorstel!.Voorstelhash;
        Assert.Equal((9000m, Tijdvak, terug), Gevraagd(zaak));
        zaak.Budget(9000, voorstel: terug).Teruggezonden("2026-08-13T10:00:00");
        Assert.Equal((0m, Tijdvak, (string?)null), Gevraagd(zaak));
        Assert.Equal(0m, zaak.Bezwaar.Budget);

        zaak.Met(zaak.StelVoor("gegrond", "2026-08-14T10:00:00", herstelt: eerste));
        var opnieuw = zaak.Bezwaar.Voorstel!.Voorstelhash;
        Assert.Equal((9000m, Tijdvak, opnieuw), Gevraagd(zaak));
        // What was set apart for the one that went back is free by now, however late it is heard.
        zaak.Budget(9000, versie: 2, voorstel: terug);
        Assert.Equal("budget-nog-niet", zaak.Teken("2026-08-15T10:00:00").Weigering?.Code);
        zaak.Budget(9000, versie: 3, voorstel: opnieuw);
        Assert.Equal(9000m, zaak.Getekend("2026-08-15T10:00:00").Verlening.Verleend!.Bedrag);
    }

    [Fact]
    public void Voor_de_eerste_beslissing_blijft_het_geld_staan_ook_als_het_voorstel_teruggaat()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000).Voorgesteld("gegrond");
        var eerste = zaak.Bezwaar!.Voorstel!.Voorstelhash;
        zaak.Teruggezonden("2026-08-08T10:00:00");
        Assert.Equal((9000m, Tijdvak, eerste), Gevraagd(zaak));
        // It is heard while nothing lies ready, and is for the next one too.
        zaak.Budget(9000, voorstel: eerste).Met(zaak.StelVoor("gegrond", "2026-08-09T10:00:00"));
        Assert.Null(zaak.Teken().Weigering);
    }

    [Fact]
    public void Een_herstel_dat_niets_kost_laat_los_wat_het_vorige_voorstel_vroeg()
    {
        var eerste = Bezwaarzaak.Nummer + "-1";
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond").Getekend().Herbeoordeeld(9000, "2026-08-11T10:00:00");
        zaak.Met(zaak.StelVoor("gegrond", "2026-08-12T10:00:00", herstelt: eerste)).Budget(9000);
        zaak.Herbeoordeeld(0, "2026-08-13T10:00:00", "niet-haalbaar");
        zaak.Met(zaak.StelVoor("ongegrond", "2026-08-13T11:00:00", herstelt: eerste)).Teruggezonden("2026-08-14T10:00:00");
        Assert.Equal((0m, Tijdvak, (string?)null), Gevraagd(zaak));
        // Nothing is asked, so there is nothing to let go.
        zaak.Met(zaak.StelVoor("ongegrond", "2026-08-15T10:00:00", herstelt: eerste)).Teruggezonden("2026-08-16T10:00:00");
        Assert.Equal(2, zaak.Gezegd.OfType<BezwaarbudgetGevraagdBericht>().Count());
    }

    /// <summary>What was said last of the money that the objection asks.</summary>
    private static (decimal Bedrag, string Tijdvak, string? Voorstel) Gevraagd(Bezwaarzaak zaak)
    {
        var bericht = zaak.Gezegd.OfType<BezwaarbudgetGevraagdBericht>().Last();
        Assert.Equal((Zaak, Bezwaarzaak.Nummer), (bericht.Zaaknummer, bericht.Bezwaar));
        return (bericht.Bedrag, bericht.Tijdvak, bericht.Voorstel);
    }
}
