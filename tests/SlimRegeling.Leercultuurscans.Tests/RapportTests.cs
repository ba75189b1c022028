using CsCheck;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public class RapportTests
{
    [Fact]
    public void Het_gemiddelde_van_mensen_wordt_een_score_een_band_en_een_marge()
    {
        var rapport = Rapport.Maak(Kernvragen, 12, [.. Bladen(4, 4), .. Bladen(4, 3)])!;

        var d1 = rapport.Dimensies[0];
        Assert.Equal((3.5m, 63, 0.33m, "op orde"), (d1.Score, d1.Schaal100, d1.Marge, d1.Beeld));
        Assert.Equal(8, rapport.Antwoorden);
    }

    [Theory]
    [InlineData(12, 10, "beeld")]
    [InlineData(10, 6, "beeld")]
    [InlineData(13, 6, "voorlopig beeld")]
    [InlineData(13, 5, "richtinggevend")]
    public void De_respons_wordt_een_woord(int gevraagd, int antwoorden, string beeld) =>
        Assert.Equal(beeld, Rapport.Maak(Kernvragen, gevraagd, Bladen(antwoorden, 3))!.Beeld);

    [Fact]
    public void Onder_vijf_antwoorden_of_zes_gevraagden_is_er_geen_rapport()
    {
        Assert.Null(Rapport.Maak(Kernvragen, 8, Bladen(4, 3)));
        Assert.NotNull(Rapport.Maak(Kernvragen, 8, Bladen(5, 3)));
        Assert.Null(Rapport.Maak(Kernvragen, 5, Bladen(5, 3)));
    }

    [Fact]
    public void Wie_minder_dan_vier_dimensies_invult_telt_niet_mee()
    {
        var leeg = Blad(3, ("D1", null), ("D2", null), ("D3", null));
        var genoeg = Blad(3, ("D1", null), ("D2", null));

        Assert.Null(Rapport.Maak(Kernvragen, 8, [.. Bladen(4, 3), leeg]));
        Assert.Equal(5, Rapport.Maak(Kernvragen, 8, [.. Bladen(4, 3), genoeg])!.Antwoorden);
    }

    [Fact]
    public void Een_dimensie_die_vier_van_zes_beantwoordden_blijft_verborgen_met_al_haar_getallen()
    {
        var rapport = Rapport.Maak(Kernvragen, 8, [.. Bladen(4, 5), Blad(5, ("D2", null)), Blad(5, ("D2", null))])!;

        var verborgen = rapport.Dimensies.Single(d => d.Code == "D2");
        Assert.Equal(new Dimensiescore("D2", "Ruimte en veiligheid", Rapport.TeWeinig), verborgen);
        Assert.DoesNotContain(rapport.Prioriteiten, p => p.Dimensie == "D2");
        Assert.NotEqual("D2", rapport.Sterk);
    }

    [Fact]
    public void Een_aandeel_komt_er_pas_vanaf_tien_en_in_stappen_van_vijf()
    {
        Assert.Null(Rapport.Maak(Kernvragen, 12, Bladen(9, 4))!.Dimensies[0].Gunstig);
        Assert.Equal(65, Rapport.Maak(Kernvragen, 12, [.. Bladen(7, 4), .. Bladen(4, 2)])!.Dimensies[0].Gunstig);
    }

    [Fact]
    public void De_laagste_drie_zijn_prioriteit_en_wat_dicht_bij_elkaar_ligt_deelt_een_rang()
    {
        Antwoordblad[] bladen = [.. Enumerable.Range(0, 6).Select(_ => Blad(5, ("D1", 1), ("D2", 3), ("D3", 3), ("D4", 4)))];

        var rapport = Rapport.Maak(Kernvragen, 20, bladen)!;

        Assert.Equal([new Prioriteit(1, "D1"), new Prioriteit(2, "D2"), new Prioriteit(2, "D3")], rapport.Prioriteiten);
        Assert.Equal("D6", rapport.Sterk);
    }

    [Fact]
    public void De_volgorde_van_antwoorden_doet_er_niet_toe_en_een_score_blijft_op_de_schaal() =>
        Gen.Int[1, 5]
            .Array[6, 40]
            .SelectMany(a => Gen.Shuffle(a).Select(geschud => (a, geschud)))
            .Sample(paar =>
            {
                var een = Rapport.Maak(Kernvragen, 40, [.. paar.a.Select(x => Blad(x))])!;
                var ander = Rapport.Maak(Kernvragen, 40, [.. paar.geschud.Select(x => Blad(x))])!;
                Assert.Equal(een.Dimensies, ander.Dimensies);
                Assert.All(een.Dimensies, d => Assert.InRange(d.Score!.Value, 1m, 5m));
                Assert.All(een.Dimensies, d => Assert.InRange(d.Schaal100!.Value, 0, 100));
            });
}
