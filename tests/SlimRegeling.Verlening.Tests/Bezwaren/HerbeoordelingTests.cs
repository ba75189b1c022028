using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>What a decision on an objection rests on: who assessed the application again, when, and for whom.</summary>
public sealed class HerbeoordelingTests
{
    private const string Ander = "mo-3";

    [Fact]
    public void Wie_opnieuw_beoordeelde_tekent_niet_ook_als_een_ander_voorstelde()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(25000, wie: Ander).Voorgesteld("gegrond").Budget(25000);
        var weigering = zaak.Teken(wie: Ander).Weigering;
        Assert.Equal(("zelf-voorgesteld", 403), (weigering?.Code, weigering?.Status));
        Assert.Equal([Bezwaarzaak.Bo, Ander, Bezwaarzaak.Mo], zaak.Getekend().Bezwaar!.Beslissing!.Ondertekenaars);
        Assert.Equal([Bezwaarzaak.Bo, Ander, Bezwaarzaak.Mo], zaak.Verlening.Verleend!.Ondertekenaars);
    }

    [Fact]
    public void Wat_niet_wordt_behandeld_rust_op_geen_beoordeling()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Herbeoordeeld(9000, wie: Ander);
        zaak.Beoordeeld(Ontvankelijkheid.GeenBelanghebbende, "2026-08-06T11:00:00").Voorgesteld("niet-ontvankelijk");
        Assert.Equal([Bezwaarzaak.Bo, Ander], zaak.Getekend(wie: Ander).Bezwaar!.Beslissing!.Ondertekenaars);
    }

    [Fact]
    public void Ongegrond_wordt_niet_getekend_als_een_latere_herbeoordeling_meer_geeft()
    {
        var zaak = Bezwaarzaak.TeBeslissen().Voorgesteld("ongegrond");
        zaak.Herbeoordeeld(9000, "2026-08-08T10:00:00");
        Assert.Equal("herbeoordeling-gewijzigd", zaak.Teken().Weigering?.Code);
        // One that finds what was found stands in nobody's way.
        zaak.Herbeoordeeld(0, "2026-08-08T11:00:00", "niet-haalbaar");
        Assert.Null(zaak.Teken().Weigering);
    }

    /// <summary>No reformatio in peius protects whoever objects, not who was awarded (7:11 Awb).</summary>
    [Theory]
    [InlineData(0, "niet-haalbaar")]
    [InlineData(11039.99, null)]
    public void Een_bezwaar_van_een_ander_heet_niet_ongegrond_als_de_herbeoordeling_minder_geeft(decimal subsidie, string? grond)
    {
        var zaak = VanEenAnder().Herbeoordeeld(subsidie, gronden: grond);
        foreach (var uitkomst in (string[])["ongegrond", "gegrond"])
        {
            var weigering = zaak.StelVoor(uitkomst).Weigering;
            Assert.Equal(("herroepen-kan-hier-niet", "artikel 7:11, tweede lid, Awb"), (weigering?.Code, weigering?.Artikel));
        }
    }

    [Fact]
    public void Een_bezwaar_van_een_ander_is_ongegrond_als_de_herbeoordeling_niet_minder_geeft()
    {
        Assert.Null(VanEenAnder().Herbeoordeeld(11040).StelVoor("ongegrond").Weigering);
        Assert.Null(VanEenAnder().Herbeoordeeld(12000).StelVoor("ongegrond").Weigering);
        // Found after it was proposed.
        var zaak = VanEenAnder().Voorgesteld("ongegrond").Herbeoordeeld(0, "2026-08-08T10:00:00", "niet-haalbaar");
        Assert.Equal("herbeoordeling-gewijzigd", zaak.Teken().Weigering?.Code);
    }

    /// <summary>Of a competitor, against the award; the applicant was heard with them.</summary>
    private static Bezwaarzaak VanEenAnder()
    {
        var zaak = Bezwaarzaak
            .Verleend()
            .Overgetypt(
                new(
                    Zaak,
                    Zaak + "-V1",
                    Indiener.Derde,
                    Dag("2026-07-01"),
                    Ondertekend: true,
                    Dagtekening: Dag("2026-06-30"),
                    Naam: "Concurrent",
                    Adres: "Plein 2, 3511 AB Utrecht",
                    Gronden: "Dit plan is niet haalbaar."
                ),
                "2026-07-02T10:00:00"
            );
        var verslag = new Horen.Verslag(Dag("2026-08-04"), "Gezegd.");
        return zaak.Met(Horen.Gehoord(zaak.Bezwaar!, verslag, Bezwaarzaak.Verwijs, Bezwaarzaak.Bo, Op("2026-08-04T12:00:00"))).Beoordeeld();
    }
}
