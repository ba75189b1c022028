using CsCheck;
using SlimRegeling.Aanvragen.Behandeling;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class ToewijzenTests
{
    private const string Ander = "beoordelaar-2";
    private const string Derde = "beoordelaar-3";
    private static readonly string?[] Mensen = [null, Beoordelaar, Ander, Derde];

    [Fact]
    public void Een_beoordelaar_neemt_de_zaak_en_houdt_anderen_buiten()
    {
        Assert.Equal(Beoordelaar, Toewijzen.Beslis(Na(Ingediend), Beoordelaar, Later).Gebeurde<AanvraagToegewezen>().Beoordelaar);
        Assert.Same(Beslissing.Geen, Toewijzen.Beslis(Na(Ingediend, Toegewezen), Beoordelaar, Later));
        Toewijzen.Beslis(Na(Ingediend, Toegewezen), Ander, Later).Geweigerd("al-toegewezen");
        Toewijzen.Beslis(Na(), Beoordelaar, Later).Geweigerd("niet-te-beoordelen");
    }

    [Fact]
    public void Overnemen_kan_alleen_van_wie_de_zaak_heeft()
    {
        var toegewezen = Na(Ingediend, Toegewezen);

        Assert.Equal(Ander, Toewijzen.Beslis(toegewezen, Beoordelaar, Ander, Later).Gebeurde<AanvraagToegewezen>().Beoordelaar);
        Toewijzen.Beslis(toegewezen, Derde, Ander, Later).Geweigerd("intussen-overgedragen");
        Toewijzen.Beslis(toegewezen, null, Ander, Later).Geweigerd("al-toegewezen");
    }

    [Fact]
    public void Wie_een_eigen_belang_meldde_krijgt_de_zaak_van_niemand()
    {
        var belang = Na(Ingediend, Toegewezen, new BelangGemeld(Ander, null, Later));

        Toewijzen.Beslis(belang, Beoordelaar, Ander, Later).Geweigerd("belang-van-beoordelaar");
        Assert.Equal(Derde, Toewijzen.Beslis(belang, Beoordelaar, Derde, Later).Gebeurde<AanvraagToegewezen>().Beoordelaar);
    }

    /// <summary>Who saw that somebody had it also takes it when that one gave it back meanwhile: nobody loses anything by it.</summary>
    [Fact]
    public void Wat_intussen_is_teruggegeven_is_gewoon_te_nemen() =>
        Assert.Equal(
            Ander,
            Toewijzen
                .Beslis(Na(Ingediend, Toegewezen, new AanvraagTeruggegeven(Beoordelaar, Later)), Beoordelaar, Ander, Later)
                .Gebeurde<AanvraagToegewezen>()
                .Beoordelaar
        );

    [Fact]
    public void Wie_de_zaak_heeft_geeft_haar_terug_en_een_ander_niet()
    {
        var toegewezen = Na(Ingediend, Toegewezen);

        var terug = Teruggeven.Beslis(toegewezen, Beoordelaar, Later).Gebeurde<AanvraagTeruggegeven>();

        Assert.Null(Pas(toegewezen, terug).Beoordelaar);
        Assert.Same(Beslissing.Geen, Teruggeven.Beslis(Pas(toegewezen, terug), Beoordelaar, Later));
        Assert.Equal(403, Teruggeven.Beslis(toegewezen, Ander, Later).Geweigerd("van-andere-beoordelaar").Status);
        Teruggeven.Beslis(Na(Ingediend, Toegewezen, new BelangGemeld(Ander, null, Later)), Ander, Later).Geweigerd("eigen-belang");
    }

    [Fact]
    public void Wie_al_beoordeelde_geeft_de_zaak_niet_terug_en_niemand_neemt_haar_over()
    {
        var beoordeeld = BeoordelenTests.Beoordeeld();
        var wie = beoordeeld.Beoordelaar!;

        Teruggeven.Beslis(beoordeeld, wie, Later).Geweigerd("al-beoordeeld");
        Toewijzen.Beslis(beoordeeld, wie, Ander, Later).Geweigerd("niet-te-beoordelen");
    }

    /// <summary>Whatever people saw and tried in whatever order: a case changes hands only by who took it free, or named who had it.</summary>
    [Fact]
    public void Niemand_raakt_een_zaak_kwijt_aan_wie_niet_zag_dat_hij_haar_had() =>
        Gen.Select(Gen.Int[0, 3].Select(n => Mensen[n]), Gen.Int[1, 3].Select(n => Mensen[n]!))
            .Array[1, 12]
            .Sample(pogingen =>
            {
                var stand = Na(Ingediend);
                foreach (var (van, aan) in pogingen)
                {
                    var beslissing = Toewijzen.Beslis(stand, van, aan, Later);
                    var mag = stand.Beoordelaar is null || stand.Beoordelaar == van || stand.Beoordelaar == aan;
                    Assert.Equal(mag, beslissing.Weigering is null);
                    stand = beslissing.Gebeurtenissen.Aggregate(stand, Pas);
                    Assert.Equal(mag, stand.Beoordelaar == aan);
                }
            });
}
