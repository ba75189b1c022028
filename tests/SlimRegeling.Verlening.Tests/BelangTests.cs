using CsCheck;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>Who may sign, and what is seen before anyone does.</summary>
public class BelangTests
{
    private const string Getekend = "2026-06-22T10:00:00";

    [Fact]
    public void Wie_een_eigen_belang_meldde_ondertekent_niet()
    {
        var weigering = Teken(Voorgelegd(), Ondertekenaar, [Ondertekenaar]).Weigering;

        Assert.Equal(("eigen-belang", 403, "artikel 2:4 Awb"), (weigering?.Code, weigering?.Status, weigering?.Artikel));
        Assert.Equal("eigen-belang", Teken(Ondertekend(), Ondertekenaar, [Ondertekenaar]).Weigering?.Code);
    }

    [Fact]
    public void Wat_iemand_met_een_belang_beoordeelde_ondertekent_niemand_maar_het_kan_terug()
    {
        var verlening = Voorgelegd();

        Assert.Equal("beoordelaar-met-belang", Teken(verlening, Ondertekenaar, [Beoordelaar]).Weigering?.Code);
        var terug = Terugzenden.Beslis(
            Zaak,
            verlening,
            new Terugzenden.Verzoek("Een collega beoordeelt dit opnieuw."),
            () => new Verwijzing(Guid.Empty, "h"),
            Ondertekenaar,
            Op(Getekend)
        );
        Assert.Null(terug.Weigering);
    }

    [Fact]
    public void Het_belang_van_een_derde_houdt_niets_op() =>
        Assert.Null(Teken(Voorgelegd(), Ondertekenaar, ["iemand-anders", "nog-iemand"]).Weigering);

    [Fact]
    public void Er_komt_alleen_een_besluit_door_een_ander_zonder_belang_over_dezelfde_hash_en_een_keer()
    {
        string[] mensen = [Beoordelaar, Ondertekenaar, "derde"];
        var besluiten = 0;
        Gen.Select(Gen.OneOf(mensen), Gen.OneOf(mensen).List[0, 3], Gen.Bool, Gen.Bool)
            .Sample(
                (wie, metBelang, zelfdeHash, alBesloten) =>
                {
                    var verlening = alBesloten ? Ondertekend() : Voorgelegd();
                    var hash = zelfdeHash ? verlening.Voorstelhash! : new string('0', 64);
                    var beslissing = Ondertekenen.Beslis(Zaak, verlening, hash, wie, Regelstanden.Ongewijzigd, Op(Getekend), metBelang);
                    var mag =
                        wie != Beoordelaar && !metBelang.Contains(wie) && !metBelang.Contains(Beoordelaar) && zelfdeHash && !alBesloten;
                    Assert.Equal(mag, beslissing.Weigering is null);
                    Assert.Equal(mag, beslissing.Gebeurtenissen.OfType<Verleend>().Any());
                    if (mag)
                    {
                        Interlocked.Increment(ref besluiten);
                    }
                }
            );
        Assert.True(besluiten > 0);
    }

    [Fact]
    public void Wat_wacht_is_te_vinden_zolang_het_wacht()
    {
        var verlening = Voorgelegd();

        Assert.Equal(verlening.Voorstelhash, verlening.LigtVoor);
        Assert.Null(Na(Verlenen)!.LigtVoor);
        Assert.Null(Ondertekend().LigtVoor);
        // It is stored with the state, and reading it back takes nothing from it.
        Assert.Contains($"\"ligtVoor\":\"{verlening.Voorstelhash}\"", Beeld(verlening), StringComparison.Ordinal);
    }

    [Fact]
    public void Het_voorbeeld_is_het_besluit_dat_een_handtekening_zou_geven()
    {
        foreach (var voorstel in new[] { Verlenen, Afwijzen })
        {
            var verlening = Voorgelegd(voorstel);
            var beeld = Besluitvoorbeeld.Van(Teken(verlening, "voorbeeld", []), Zaak)!;
            var echt = Besluitvoorbeeld.Van(Teken(verlening, Ondertekenaar, []), Zaak)!;

            Assert.Equal(voorstel == Verlenen, beeld.Verlening is not null);
            Assert.Equal(beeld.Verlening is null, beeld.Afwijzing is not null);
            // Only who signs differs.
            Assert.Equal(echt.Verlening?.Bedrag, beeld.Verlening?.Bedrag);
            Assert.Equal(echt.Verlening?.Besluit, beeld.Verlening?.Besluit);
            Assert.Equal(echt.Afwijzing?.Gronden, beeld.Afwijzing?.Gronden);
        }
    }

    [Fact]
    public void Van_wat_niet_te_tekenen_is_bestaat_geen_voorbeeld() =>
        Assert.Null(Besluitvoorbeeld.Van(Teken(Ondertekend(), "voorbeeld", []), Zaak));

    [Theory]
    [InlineData(Ondertekenaar, null)]
    [InlineData(Beoordelaar, "zelf beoordeeld")]
    public void Wie_niet_mag_tekenen_leest_waarom(string wie, string? waarom)
    {
        var verlening = Voorgelegd();
        var persoon = new Persoon(wie, new HashSet<Rol> { Rol.Medeondertekenaar });
        var beeld = Bekijken
            .Van(verlening, aanvrager: false, Regelstanden.Ongewijzigd, Op(Getekend))
            .Voor(verlening, persoon, Regelstanden.Ongewijzigd, Op(Getekend), []);

        if (waarom is null)
        {
            Assert.Null(beeld.Voorstel!.WaaromNiet);
        }
        else
        {
            Assert.Contains(waarom, beeld.Voorstel!.WaaromNiet, StringComparison.Ordinal);
        }
    }

    private static Beslissing Teken(Verlening verlening, string wie, IReadOnlyCollection<string> metBelang) =>
        Ondertekenen.Beslis(Zaak, verlening, verlening.Voorstelhash!, wie, Regelstanden.Ongewijzigd, Op(Getekend), metBelang);
}
