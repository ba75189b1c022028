using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Herstellen;
using SlimRegeling.Verlening.Tests.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;
using static SlimRegeling.Verlening.Tests.Wijzigingszaak;

namespace SlimRegeling.Verlening.Tests;

/// <summary>Once a party left or joined, or the amount was divided anew, no decision gives the parts of the application back.</summary>
public sealed class PartijwisselTests
{
    [Fact]
    public void Een_herbeoordeling_van_de_aanvraag_draait_een_wissel_van_partijen_niet_terug()
    {
        var zaak = Samenwerkingsverband().Gevraagd(SchoolUit).Voorgesteld().Getekend();
        Assert.Equal("artikel 2.11, vierde lid", Partijwissel.Weiger(zaak.Verlening)?.Artikel);

        var meer = new Dictionary<string, decimal>(Partijen) { [School] = 30150.00m };
        var herstel = new Herstelzaak(zaak.Verlening).Voorgesteld(Herstelsoort.Inhoud).Herbeoordeeld(150000.00m, partijen: meer);
        Assert.Equal("partijen-gewijzigd", herstel.Teken().Weigering?.Code);

        var bezwaar = Bezwaarzaak.TeBeslissen(Bezwaarzaak.Verleend()).Herbeoordeeld(12000).Voorgesteld("gegrond").Budget(960);
        var gewisseld = bezwaar.Verlening with { Wijzigingen = zaak.Verlening.Wijzigingen };
        Assert.Equal("partijen-gewijzigd", BeslissingVoorstellen.Gevolg(bezwaar.Bezwaar!, gewisseld, "gegrond").Weigering?.Code);
        Assert.Equal(
            "partijen-gewijzigd",
            BeslissingOndertekenen
                .Beslis(
                    bezwaar.Bezwaar!,
                    gewisseld,
                    bezwaar.Bezwaar!.Voorstel!.Voorstelhash,
                    Mo,
                    Bezwaarzaak.Versie,
                    Op("2026-08-10T10:00:00")
                )
                .Weigering?.Code
        );
        Assert.Null(bezwaar.Teken().Weigering);
    }

    [Fact]
    public void Ook_een_andere_verdeling_over_dezelfde_partijen_wordt_niet_teruggedraaid()
    {
        var zaak = Samenwerkingsverband().Gevraagd(Verschoven).Voorgesteld().Getekend();
        Assert.Equal("partijen-gewijzigd", Partijwissel.Weiger(zaak.Verlening)?.Code);
        // A shift between activities becomes that of the application again.
        Assert.Null(Partijwissel.Weiger(Samenwerkingsverband().Gevraagd(new("begroting", "Binnen C.")).Voorgesteld().Getekend().Verlening));
    }
}
