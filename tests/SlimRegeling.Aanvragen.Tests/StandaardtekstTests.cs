using SlimRegeling.Aanvragen.Standaardteksten;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>Texts to use again: about a ground or a line, with all their versions, and about nobody.</summary>
public class StandaardtekstTests
{
    private static readonly TekstSchrijven.Verzoek Goed = new(
        Grondcode.OnvoldoendeMeetbaar,
        " Resultaat niet te meten ",
        "Het plan noemt geen getal waaraan het resultaat is af te lezen.",
        " "
    );

    [Fact]
    public void Een_tekst_wordt_geschreven_en_weer_geschreven()
    {
        Tekstinhoud? bewaard = null;
        var eerste = Schrijf(null, Goed).Gebeurde<StandaardtekstGeschreven>();
        Assert.Equal(new Tekstinhoud("Resultaat niet te meten", Goed.Tekst), bewaard);
        Assert.Equal((Goed.Onderwerp, Beoordelaar), (eerste.Onderwerp, eerste.Door));
        var tekst = new Standaardtekst { Id = "tekst-1" }.Apply(eerste);

        var tweede = Schrijf(tekst, Goed with { Tekst = "Anders.", Artikel = "2.12" }).Gebeurde<StandaardtekstGeschreven>();

        Assert.Equal("2.12", bewaard!.Artikel);
        Assert.Equal((2, false), (tekst.Apply(tweede).Uitgave, tekst.Apply(tweede).Ingetrokken));

        Beslissing Schrijf(Standaardtekst? wat, TekstSchrijven.Verzoek verzoek) =>
            TekstSchrijven.Beslis(
                wat,
                verzoek,
                Beoordelaar,
                inhoud =>
                {
                    bewaard = inhoud;
                    return Bewaard;
                },
                Later
            );
    }

    [Fact]
    public void Het_onderwerp_verandert_niet()
    {
        var tekst = new Standaardtekst { Id = "tekst-1", Onderwerp = Goed.Onderwerp };

        var weigering = Weiger(tekst, Goed with { Onderwerp = Grondcode.NietHaalbaar });

        Assert.Equal("onderwerp", Assert.Single(weigering.Fouten).Veld);
    }

    [Fact]
    public void Wat_geen_beoordelaar_beoordeelt_is_geen_onderwerp()
    {
        foreach (var onderwerp in (string[])["", "onzin", Grondcode.PlafondOverschreden, Eiscode.MinimumKosten])
        {
            Assert.Equal("onderwerp", Assert.Single(Weiger(null, Goed with { Onderwerp = onderwerp }).Fouten).Veld);
        }
        Assert.Empty(Tekstcontrole.Fouten(Tekstcontrole.Begroting, Goed.Inhoud));
    }

    [Theory]
    [InlineData("Zie zaak SLIM-71ZCH67ZP3.")]
    [InlineData("Mail naar jan@bedrijf.nl voor het plan.")]
    [InlineData("De rekening NL91ABNA0417164300 klopt niet.")]
    [InlineData("De rekening NL91 ABNA 0417 1643 00 klopt niet.")]
    [InlineData("KVK 69599084 vroeg dit eerder.")]
    [InlineData("Bel 06 12 34 56 78.")]
    public void Wat_naar_iemand_leidt_gaat_er_niet_in(string tekst)
    {
        Assert.Equal("tekst", Assert.Single(Weiger(null, Goed with { Tekst = tekst }).Fouten).Veld);
        Assert.Equal("titel", Assert.Single(Weiger(null, Goed with { Titel = tekst }).Fouten).Veld);
    }

    [Theory]
    [InlineData("Artikel 2.15, onderdeel h, van 28 februari 2025 sluit dit uit.")]
    [InlineData("Het maximum is € 135,00 per uur, of € 25.000,00 in totaal.")]
    public void Gewone_getallen_mogen(string tekst) => Assert.Empty(Tekstcontrole.Fouten(Goed.Onderwerp, new Tekstinhoud("Titel", tekst)));

    [Fact]
    public void Titel_en_tekst_zijn_er_en_passen()
    {
        Assert.Equal(["titel", "tekst"], Weiger(null, Goed with { Titel = " ", Tekst = "" }).Fouten.Select(f => f.Veld));
        Assert.Equal(
            ["titel", "tekst", "artikel"],
            Weiger(null, new(Goed.Onderwerp, new string('a', 101), new string('b', 4001), new string('c', 101))).Fouten.Select(f => f.Veld)
        );
    }

    [Fact]
    public void Wat_is_ingetrokken_wordt_pas_weer_aangeboden_als_het_opnieuw_is_geschreven()
    {
        var geschreven = new StandaardtekstGeschreven(Goed.Onderwerp, Bewaard, Beoordelaar, Later);
        var tekst = new Standaardtekst { Id = "tekst-1" }.Apply(geschreven);

        var ingetrokken = tekst.Apply(TekstIntrekken.Beslis(tekst, "beoordelaar-2", Later).Gebeurde<StandaardtekstIngetrokken>());

        Assert.Equal((true, "beoordelaar-2", 1), (ingetrokken.Ingetrokken, ingetrokken.Door, ingetrokken.Uitgave));
        Assert.Empty(TekstIntrekken.Beslis(ingetrokken, Beoordelaar, Later).Gebeurtenissen);
        Assert.False(ingetrokken.Apply(geschreven).Ingetrokken);
    }

    private static Weigering Weiger(Standaardtekst? tekst, TekstSchrijven.Verzoek verzoek) =>
        TekstSchrijven
            .Beslis(tekst, verzoek, Beoordelaar, _ => throw new InvalidOperationException("Nothing is to be kept."), Later)
            .Geweigerd("onjuiste-invoer");
}
