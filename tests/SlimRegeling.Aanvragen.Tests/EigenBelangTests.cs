using SlimRegeling.Aanvragen.Behandeling;
using SlimRegeling.Aanvragen.BuitenBehandeling;
using SlimRegeling.Aanvragen.EigenBelang;
using SlimRegeling.Aanvragen.Werkblad;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

public class EigenBelangTests
{
    private const string Collega = "medeondertekenaar-1";
    private const string Gesloten = "eigen-belang";

    private static readonly BelangGemeld Gemeld = new(Beoordelaar, null, Later);

    [Fact]
    public void Wie_een_belang_meldt_heeft_de_zaak_niet_meer()
    {
        Belangtekst? geschreven = null;
        var gebeurd = BelangMelden
            .Beslis(Na(Ingediend, Toegewezen), new("  Mijn zus werkt daar. "), Beoordelaar, Bewaar, Later)
            .Gebeurtenissen;

        Assert.Equal(new AanvraagTeruggegeven(Beoordelaar, Later), gebeurd[1]);
        var gemeld = Assert.IsType<BelangGemeld>(gebeurd[0]);
        Assert.Equal((Beoordelaar, Bewaard, Later), (gemeld.Medewerker, gemeld.Toelichting, gemeld.Op));
        Assert.Equal("Mijn zus werkt daar.", geschreven!.Tekst);
        var na = Na(Ingediend, Toegewezen, gemeld);
        Assert.True(na.HeeftBelang(Beoordelaar));
        Assert.False(na.HeeftBelang(Collega));
        Assert.Null(na.Beoordelaar);

        Verwijzing Bewaar(Belangtekst tekst)
        {
            geschreven = tekst;
            return Bewaard;
        }
    }

    [Fact]
    public void Een_ander_houdt_de_zaak()
    {
        var na = Na(Ingediend, Toegewezen, Gemeld with { Medewerker = Collega });

        Assert.Equal(Beoordelaar, na.Beoordelaar);
        Assert.False(na.HeeftBelang(Beoordelaar));
    }

    [Fact]
    public void Niemand_hoeft_te_zeggen_waarom()
    {
        var gemeld = BelangMelden.Beslis(Na(Ingediend), new("   "), Beoordelaar, NietBewaren, Later).Gebeurde<BelangGemeld>();

        Assert.Null(gemeld.Toelichting);
    }

    [Fact]
    public void Twee_keer_melden_is_een_keer() =>
        Assert.Empty(BelangMelden.Beslis(Na(Ingediend, Gemeld), new("nog eens"), Beoordelaar, NietBewaren, Later).Gebeurtenissen);

    [Fact]
    public void Wat_niet_is_ingediend_kent_geen_belang() =>
        BelangMelden.Beslis(Na(), new(), Beoordelaar, NietBewaren, Later).Geweigerd("niet-gevonden");

    [Fact]
    public void Te_veel_tekst_wordt_geweigerd_bij_het_veld()
    {
        var lang = new string('x', 2001);

        var melden = BelangMelden.Beslis(Na(Ingediend), new(lang), Beoordelaar, NietBewaren, Later).Geweigerd("onjuiste-invoer");
        var opheffen = Hef(Na(Ingediend, Gemeld), lang).Geweigerd("onjuiste-invoer");

        Assert.Equal(["toelichting", "reden"], [.. melden.Fouten.Select(f => f.Veld), .. opheffen.Fouten.Select(f => f.Veld)]);
    }

    [Fact]
    public void Wie_een_belang_heeft_kan_met_de_zaak_niets_meer()
    {
        var volledig = Na(Ingediend, Volledig, Gereserveerd, Toegewezen, Gemeld);

        Volledigheid.Beslis(Na(Ingediend, Gemeld), new(true), Beoordelaar, Regelstanden.Ongewijzigd, Later).Geweigerd(Gesloten);
        Stellen.Beslis(Na(Ingediend, Gevraagd, Gemeld), Beoordelaar, Regelstanden.Ongewijzigd, Later).Geweigerd(Gesloten);
        var beoordelen = Beoordelen
            .Beslis(volledig, new([]), new(Compleet, [], [], Sluit), Beoordelaar, _ => Bewaard, Regelstanden.Ongewijzigd, Later)
            .Geweigerd(Gesloten);
        Assert.Equal((403, "artikel 2:4 Awb"), (beoordelen.Status, beoordelen.Artikel));
        Assert.Equal(Gesloten, BeoordelingBewaren.Weiger(volledig, null, new([]), Beoordelaar, null)!.Code);
    }

    [Fact]
    public void Een_collega_opent_de_zaak_weer_met_een_reden()
    {
        Belangtekst? geschreven = null;
        var opgeheven = BelangOpheffen
            .Beslis(
                Na(Ingediend, Gemeld),
                new(Beoordelaar, "Zij werkt daar niet meer."),
                Collega,
                tekst =>
                {
                    geschreven = tekst;
                    return Bewaard;
                },
                Later
            )
            .Gebeurde<BelangOpgeheven>();

        Assert.Equal((Beoordelaar, Collega, Bewaard), (opgeheven.Medewerker, opgeheven.Door, opgeheven.Reden));
        Assert.Equal("Zij werkt daar niet meer.", geschreven!.Tekst);
        Assert.False(Na(Ingediend, Gemeld, opgeheven).HeeftBelang(Beoordelaar));
    }

    [Fact]
    public void Niemand_opent_de_zaak_voor_zichzelf()
    {
        var weigering = BelangOpheffen
            .Beslis(Na(Ingediend, Gemeld), new(Beoordelaar, "het valt wel mee"), Beoordelaar, NietBewaren, Later)
            .Geweigerd("eigen-belang-opheffen");

        Assert.Equal(403, weigering.Status);
    }

    [Fact]
    public void Zonder_reden_of_zonder_belang_verandert_er_niets()
    {
        Assert.Equal("reden", Assert.Single(Hef(Na(Ingediend, Gemeld), "  ").Geweigerd("onjuiste-invoer").Fouten).Veld);
        Hef(Na(Ingediend), "reden").Geweigerd("geen-belang");
    }

    [Fact]
    public void Wat_ervan_wordt_gezegd_noemt_wie_en_of_het_geldt_en_nooit_waarom()
    {
        var gezegd = Gezegd(Gemeld with { Toelichting = Bewaard });
        var later = Gezegd(new BelangOpgeheven(Beoordelaar, Collega, Bewaard, Later));

        Assert.Equal((Zaak, Beoordelaar, true, Later), (gezegd.Zaaknummer, gezegd.Medewerker, gezegd.Geldt, gezegd.Op));
        Assert.Equal((Beoordelaar, false), (later.Medewerker, later.Geldt));

        static BelangGewijzigdBericht Gezegd(Gebeurtenis gebeurtenis) =>
            Assert.IsType<BelangGewijzigdBericht>(Assert.Single(Uitgaand.Berichten(Zaak, gebeurtenis)));
    }

    private static Beslissing Hef(Aanvraag aanvraag, string reden) =>
        BelangOpheffen.Beslis(aanvraag, new(Beoordelaar, reden), Collega, NietBewaren, Later);

    private static Verwijzing NietBewaren(Belangtekst tekst) =>
        throw new InvalidOperationException($"Nothing is to be kept: {tekst.Tekst}");
}
