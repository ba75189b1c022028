using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Platform.Stromen;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Sjablonen;

/// <summary>Given, when, then: one proposes, another signs, and letters are written with that version from then on.</summary>
public sealed class SjabloonbesluitTests
{
    private const string Een = "regelbeheerder-1";
    private const string Twee = "regelbeheerder-2";
    private static readonly Briefsoort Soort = Briefsoorten.Zoek("vaststelling")!;
    private static readonly Verwijzing Bewaard = new(Guid.NewGuid(), "hash");

    [Fact]
    public void Een_voorstel_dat_een_ander_ondertekent_is_de_volgende_versie()
    {
        var voorgesteld = Voorgesteld(new());
        var sjabloon = new Briefsjabloon().Apply(voorgesteld);
        Assert.Equal((1, Soort.Ingebouwd.Tekst), (sjabloon.Versie, sjabloon.Nu(Soort).Tekst));

        var vastgesteld = Assert.IsType<BriefsjabloonVastgesteld>(
            Assert.Single(Teken(sjabloon, voorgesteld.Voorstelhash, Twee).Gebeurtenissen)
        );

        Assert.Equal(2, vastgesteld.Versie);
        Assert.Equal([Een, Twee], vastgesteld.Ondertekenaars);
        var daarna = sjabloon.Apply(vastgesteld);
        Assert.Equal((2, Gewijzigd), (daarna.Versie, daarna.Nu(Soort).Tekst));
        Assert.Equal(Gewijzigd.Hash, vastgesteld.Sjabloonhash);
        Assert.Equal(Soort.Ingebouwd.Tekst, daarna.Tekst(Soort, 1));
        Assert.Null(daarna.Voorgelegd);
    }

    [Fact]
    public void Wie_voorstelt_tekent_niet_en_wie_tekent_tekent_wat_er_ligt()
    {
        var voorgesteld = Voorgesteld(new());
        var sjabloon = new Briefsjabloon().Apply(voorgesteld);

        Assert.Equal(("zelf-voorgesteld", 403), Code(Teken(sjabloon, voorgesteld.Voorstelhash, Een)));
        Assert.Equal(("ander-voorstel", 409), Code(Teken(sjabloon, "iets anders", Twee)));
        Assert.Equal(("niet-gevonden", 404), Code(Ondertekenen.Beslis(Soort, sjabloon, 2, voorgesteld.Voorstelhash, Twee, Nu)));
        var getekend = Volg(sjabloon, Teken(sjabloon, voorgesteld.Voorstelhash, Twee));
        Assert.Equal(("al-ondertekend", 409), Code(Teken(getekend, voorgesteld.Voorstelhash, Twee)));
    }

    [Fact]
    public void Er_ligt_een_voorstel_tegelijk_en_teruggezonden_kan_het_opnieuw()
    {
        var sjabloon = new Briefsjabloon().Apply(Voorgesteld(new()));

        Assert.Equal(("al-voorgesteld", 409), Code(Stel(sjabloon, Gewijzigd)));
        Assert.Equal(("onjuiste-invoer", 422), Code(Terugzenden.Beslis(sjabloon, 1, new(" "), () => Bewaard, Twee, Nu)));
        var terug = Volg(sjabloon, Terugzenden.Beslis(sjabloon, 1, new("Te lang."), () => Bewaard, Twee, Nu));

        Assert.Equal(Voorstelstatus.Teruggezonden, terug.Zoek(1)!.Status);
        Assert.Equal(("teruggezonden", 409), Code(Teken(terug, terug.Zoek(1)!.Inhoud.Voorstelhash, Twee)));
        Assert.Equal(2, Voorgesteld(terug).Voorstel);
    }

    [Fact]
    public void Wie_een_oude_versie_wijzigde_wist_niets_uit()
    {
        var voorgesteld = Voorgesteld(new());
        var sjabloon = new Briefsjabloon().Apply(voorgesteld);
        var getekend = Volg(sjabloon, Teken(sjabloon, voorgesteld.Voorstelhash, Twee));

        Assert.Equal(("intussen-gewijzigd", 409), Code(Stel(getekend, Soort.Ingebouwd.Tekst, versie: 1)));
        Assert.Equal(("ongewijzigd", 409), Code(Stel(getekend, Gewijzigd, versie: 2)));
    }

    [Fact]
    public void Een_tekst_die_niet_te_vullen_is_wordt_niet_voorgelegd()
    {
        var weigering = Stel(new(), Gewijzigd with { Tekst = "{bedrag} van niets" }).Weigering!;

        Assert.Equal(("onjuiste-invoer", 422), (weigering.Code, weigering.Status));
        Assert.Contains(weigering.Fouten, f => f.Uitleg.Contains("{bedrag}", StringComparison.Ordinal));
        Assert.Contains(
            Voorstellen.Beslis(Soort, new(), new(1, Gewijzigd.Onderwerp, Gewijzigd.Tekst, "twee\nregels"), Een, Nu).Weigering!.Fouten,
            f => f.Veld == "toelichting"
        );
    }

    [Fact]
    public void Het_verschil_noemt_wat_weg_is_en_wat_nieuw_is_en_verder_alles()
    {
        var verschil = Tekstverschil.Tussen("a\nb\nc\n", "a\nx\nc\nd\n");

        Assert.Equal(
            [
                new Verschilregel(Regelsoort.Gelijk, "a"),
                new Verschilregel(Regelsoort.Weg, "b"),
                new Verschilregel(Regelsoort.Nieuw, "x"),
                new Verschilregel(Regelsoort.Gelijk, "c"),
                new Verschilregel(Regelsoort.Nieuw, "d"),
            ],
            verschil
        );
    }

    private static Sjabloontekst Gewijzigd =>
        Sjabloontekst.Van(
            "Uw subsidie staat vast",
            Soort.Ingebouwd.Tekst.Tekst.Replace("Geachte heer of mevrouw,", "Beste ondernemer,", StringComparison.Ordinal)
        );

    private static BriefsjabloonVoorgesteld Voorgesteld(Briefsjabloon sjabloon) =>
        Assert.IsType<BriefsjabloonVoorgesteld>(Assert.Single(Stel(sjabloon, Gewijzigd).Gebeurtenissen));

    private static Beslissing Stel(Briefsjabloon sjabloon, Sjabloontekst tekst, int versie = 1) =>
        Voorstellen.Beslis(Soort, sjabloon, new(versie, tekst.Onderwerp, tekst.Tekst, "Korter."), Een, Nu);

    private static Beslissing Teken(Briefsjabloon sjabloon, string hash, string wie) =>
        Ondertekenen.Beslis(Soort, sjabloon, 1, hash, wie, Nu);

    private static Briefsjabloon Volg(Briefsjabloon sjabloon, Beslissing beslissing) =>
        beslissing.Gebeurtenissen.Aggregate(sjabloon, (s, e) => Vouw.Volg(s, Opgeslagen(e)));

    private static (string Code, int Status) Code(Beslissing beslissing) => (beslissing.Weigering!.Code, beslissing.Weigering.Status);
}
