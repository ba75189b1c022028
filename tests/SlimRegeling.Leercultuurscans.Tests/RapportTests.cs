using CsCheck;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public partial class RapportTests
{
    [Fact]
    public void Het_gemiddelde_van_mensen_wordt_een_score_een_band_en_een_marge()
    {
        var rapport = Gerapporteerd(12, [.. Bladen(4, 4), .. Bladen(4, 3)])!;

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
        Assert.Equal(beeld, Gerapporteerd(gevraagd, Bladen(antwoorden, 3))!.Beeld);

    [Fact]
    public void Onder_vijf_antwoorden_of_zes_gevraagden_is_er_geen_rapport()
    {
        Assert.Null(Gerapporteerd(8, Bladen(4, 3)));
        Assert.NotNull(Gerapporteerd(8, Bladen(5, 3)));
        Assert.Null(Gerapporteerd(5, Bladen(5, 3)));
    }

    /// <summary>The firm can have answered with those itself: what is left without them must still be of enough people.</summary>
    [Fact]
    public void Elke_reservecode_vraagt_een_antwoord_meer_voor_rapport_dimensie_aandeel_en_groep()
    {
        Assert.Null(Gerapporteerd(40, Bladen(8, 3), bijgemaakt: 4));
        Assert.NotNull(Gerapporteerd(40, Bladen(9, 3), bijgemaakt: 4));

        var bladen = Bladen(8, 3).Concat(Enumerable.Repeat(Blad(4, ("D2", null)), 5)).ToList();
        var rapport = Gerapporteerd(40, bladen, bijgemaakt: 4)!;
        Assert.Equal(Rapport.TeWeinig, rapport.Dimensies.Single(d => d.Code == "D2").Beeld);
        Assert.NotNull(rapport.Dimensies[0].Score);
        Assert.Null(rapport.Dimensies[0].Gunstig);
        Assert.NotNull(Gerapporteerd(40, [.. bladen, Blad(4)], bijgemaakt: 4)!.Dimensies[0].Gunstig);

        Assert.Equal([6, 6], Getoond(6, 6, 0));
        Assert.Equal([6, 6], Getoond(6, 6, 1));
        Assert.Empty(Getoond(6, 6, 2));
        var open = Open(40).Apply(new CodesBijgemaakt(4, Eind));
        Assert.Equal("te-weinig-antwoorden", Sluiten.Beslis(open, Met(8), _ => Bewaard, Eind).Weigering?.Code);
        Assert.Null(Sluiten.Beslis(open, Met(9), _ => Bewaard, Eind).Weigering);

        static Sluiten.Inhoud Met(int aantal) => new(Lijst, Scanopzet.Zonder, null, Bladen(aantal, 3));

        static IEnumerable<int?> Getoond(int een, int twee, int bijgemaakt) =>
            Gerapporteerd(
                40,
                [.. In("T01", een), .. In("T02", twee)],
                opzet: new Scanopzet([new("T01", "Winkel"), new("T02", "Werkplaats")], []),
                bijgemaakt: bijgemaakt
            )!
                .Splitsingen![0]
                .Groepen.Where(g => g.Antwoorden is not null)
                .Select(g => g.Antwoorden);

        static IEnumerable<Antwoordblad> In(string team, int aantal) =>
            Enumerable.Repeat(Blad(3) with { Kenmerken = new Dictionary<string, string> { ["team"] = team } }, aantal);
    }

    [Fact]
    public void Wie_minder_dan_vier_dimensies_invult_telt_niet_mee()
    {
        var leeg = Blad(3, ("D1", null), ("D2", null), ("D3", null));
        var genoeg = Blad(3, ("D1", null), ("D2", null));

        Assert.Null(Gerapporteerd(8, [.. Bladen(4, 3), leeg]));
        Assert.Equal(5, Gerapporteerd(8, [.. Bladen(4, 3), genoeg])!.Antwoorden);
    }

    [Fact]
    public void Een_dimensie_die_vier_van_zes_beantwoordden_blijft_verborgen_met_al_haar_getallen()
    {
        var rapport = Gerapporteerd(8, [.. Bladen(4, 5), Blad(5, ("D2", null)), Blad(5, ("D2", null))], Leiding(1))!;

        var verborgen = rapport.Dimensies.Single(d => d.Code == "D2");
        Assert.Equal(new Dimensiescore("D2", "Ruimte en veiligheid", Rapport.TeWeinig), verborgen);
        Assert.DoesNotContain(rapport.Prioriteiten, p => p.Dimensie == "D2");
        Assert.NotEqual("D2", rapport.Sterk);
    }

    [Fact]
    public void Een_aandeel_komt_er_pas_vanaf_tien_en_in_stappen_van_vijf()
    {
        Assert.Null(Gerapporteerd(12, Bladen(9, 4))!.Dimensies[0].Gunstig);
        Assert.Equal(65, Gerapporteerd(12, [.. Bladen(7, 4), .. Bladen(4, 2)])!.Dimensies[0].Gunstig);
        // All of them, none, or all but one in sixty: it would tell of each.
        Assert.Null(Gerapporteerd(12, Bladen(11, 4))!.Dimensies[0].Gunstig);
        Assert.Null(Gerapporteerd(12, Bladen(11, 3))!.Dimensies[0].Gunstig);
        Assert.Null(Gerapporteerd(70, [.. Bladen(59, 4), .. Bladen(1, 3)])!.Dimensies[0].Gunstig);
    }

    [Fact]
    public void De_laagste_drie_zijn_prioriteit_en_wat_dicht_bij_elkaar_ligt_deelt_een_rang()
    {
        var rapport = Gerapporteerd(20, [.. Enumerable.Range(0, 6).Select(_ => Blad(5, ("D1", 1), ("D2", 3), ("D3", 3), ("D4", 4)))])!;

        Assert.Equal([(1, "D1"), (2, "D2"), (2, "D3")], rapport.Prioriteiten.Select(p => (p.Rang, p.Dimensie)));
        Assert.Equal("D6", rapport.Sterk);
    }

    [Fact]
    public void Wat_sterk_is_is_geen_prioriteit_en_een_prioriteit_niet_het_sterkst()
    {
        var alles = Gerapporteerd(12, Bladen(8, 5))!;
        Assert.Empty(alles.Prioriteiten);
        Assert.Equal("D6", alles.Sterk);
        Assert.Contains(Gedrukt(alles, []).Blokken, b => b.Alinea == "Er is niets wat eerst beter moet.");
        var niets = alles with { Dimensies = [.. alles.Dimensies.Select(d => new Dimensiescore(d.Code, d.Naam, Rapport.TeWeinig))] };
        Assert.Contains(Gedrukt(niets, []).Blokken, b => b.Alinea == "Er zijn te weinig antwoorden om te zeggen wat eerst komt.");

        // The highest is what all want better and management named first: then another is called strong.
        var gewild = Blad(3, ("D6", 4)) with
        {
            WilBeter = ["D6"],
        };
        var rapport = Gerapporteerd(12, [.. Enumerable.Range(0, 10).Select(_ => gewild)], Leiding(3, "D6"))!;
        Assert.Contains(rapport.Prioriteiten, p => p.Dimensie == "D6");
        Assert.Equal("D5", rapport.Sterk);
    }

    /// <summary>Of two that are shown one is the priority and the other what is strong.</summary>
    [Fact]
    public void Er_blijft_iets_over_dat_sterk_te_noemen_is()
    {
        // Each dimension but two is answered by four of eight.
        Antwoordblad[] bladen =
        [
            .. Enumerable.Range(0, 4).Select(_ => Blad(3, ("D1", 2), ("D3", null), ("D4", null))),
            .. Enumerable.Range(0, 4).Select(_ => Blad(3, ("D1", 2), ("D5", null), ("D6", null))),
        ];

        var rapport = Gerapporteerd(12, bladen)!;

        Assert.Equal(["D1", "D2"], rapport.Dimensies.Where(d => d.Score is not null).Select(d => d.Code));
        Assert.Equal(("D1", "D2"), (Assert.Single(rapport.Prioriteiten).Dimensie, rapport.Sterk));
    }

    [Fact]
    public void Wat_mensen_beter_willen_en_de_leiding_belangrijk_vindt_gaat_voor()
    {
        var wil = Blad(3) with { WilBeter = ["D5"] };

        var rapport = Gerapporteerd(12, [.. Enumerable.Range(0, 10).Select(_ => wil)], Leiding(3, "D6", "D5"))!;

        Assert.Equal("D5", rapport.Prioriteiten[0].Dimensie);
        Assert.Contains("ten minste de helft van uw mensen", rapport.Prioriteiten[0].Waarom, StringComparison.Ordinal);
        Assert.Equal("D6", rapport.Prioriteiten[1].Dimensie);
        Assert.DoesNotContain("helft", rapport.Prioriteiten[1].Waarom, StringComparison.Ordinal);
        // Under ten people it is not told how many want something.
        Assert.DoesNotContain(
            "helft",
            Gerapporteerd(12, [.. Enumerable.Range(0, 9).Select(_ => wil)])!.Prioriteiten[0].Waarom,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void De_leiding_staat_naast_de_mensen_en_telt_er_niet_bij()
    {
        var met = Gerapporteerd(12, Bladen(8, 3), Leiding(5))!;
        var zonder = Gerapporteerd(12, Bladen(8, 3))!;

        Assert.All(met.Dimensies, d => Assert.Equal((3.0m, 5.0m, "leiding-hoger"), (d.Score, d.Leiding, d.Signaal)));
        Assert.All(Gerapporteerd(12, Bladen(8, 3), Leiding(2))!.Dimensies, d => Assert.Equal("leiding-lager", d.Signaal));
        Assert.Equal(zonder.Dimensies.Select(d => d.Score), met.Dimensies.Select(d => d.Score));
        Assert.Null(zonder.Leiding);
    }

    [Fact]
    public void Van_een_instrument_komen_de_onderdelen_en_de_dimensies_die_het_dekt_en_de_rest_is_niet_gemeten()
    {
        var lijst = Boek.Lijst("lerend-innovatief-1", "kernvragen-1")!;
        var bladen = Enumerable.Range(0, 6).Select(_ => Voorbeelden.Blad(lijst, 3, ("L4", 5), ("L6", 2))).ToList();

        var rapport = Rapportmaker.Maak(new(lijst, Scanopzet.Zonder, 8, bladen, null, new(2026, 3, 2), new(2026, 3, 20)))!;

        Assert.Equal(("lerend-innovatief-1", "kernvragen-1"), (rapport.Instrument, rapport.Kernvragen));
        Assert.Equal(["L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9"], rapport.Onderdelen!.Select(o => o.Code));
        Assert.Equal(Rapport.NietGemeten, rapport.Afbeelding!.Single(d => d.Code == "D5").Beeld);
        // Half of role models and half of transparency.
        Assert.Equal(3.5m, rapport.Afbeelding!.Single(d => d.Code == "D3").Score);
        // Half of role models and the whole of participative leadership: (0.5 x 5 + 3) / 1.5.
        Assert.Equal(3.7m, rapport.Afbeelding!.Single(d => d.Code == "D4").Score);
    }

    /// <summary>Below .60 a part is not told, of nobody; what rests on it rests on the others or is not told either.</summary>
    [Fact]
    public void Een_onderdeel_waarvan_de_vragen_te_weinig_samenhangen_staat_er_zonder_getal()
    {
        var lijst = Boek.Lijst("lerend-innovatief-1", "kernvragen-1")!;
        var bladen = Enumerable
            .Range(0, 12)
            .Select(i =>
                Voorbeelden.Blad(lijst, 3, ("L4", 5), ("L6", 2)) with
                {
                    Kenmerken = new Dictionary<string, string> { ["team"] = i < 6 ? "T01" : "T02" },
                }
            )
            .ToList();
        var opzet = new Scanopzet([new("T01", "een"), new("T02", "twee")], []);
        var uitslag = new Scanuitslag(lijst, opzet, 14, bladen, null, new(2026, 3, 2), new(2026, 3, 20), NietTonen: ["L3", "L6"]);

        var rapport = Rapportmaker.Maak(uitslag)!;

        Assert.Equal(
            [("L3", Rapport.Onbetrouwbaar), ("L6", Rapport.Onbetrouwbaar)],
            rapport.Onderdelen!.Where(o => o.Score is null).Select(o => (o.Code, o.Beeld))
        );
        Assert.All(
            rapport.Splitsingen!.Single().Groepen.Where(g => g.Dimensies is not null).SelectMany(g => g.Dimensies!),
            d => Assert.Equal(d.Code is "L3" or "L6", d.Score is null)
        );
        var d2 = rapport.Afbeelding!.Single(d => d.Code == "D2");
        Assert.Equal(new Dimensiescore("D2", "Ruimte en veiligheid", Rapport.Onbetrouwbaar), d2);
        // Of D3 role models are left.
        Assert.Equal(5.0m, rapport.Afbeelding!.Single(d => d.Code == "D3").Score);
        Assert.Equal(["L3", "L6"], Vergelijken.Van("a", rapport, "b", rapport).Onderdelen.Where(v => v.Grens is null).Select(v => v.Code));
        Assert.DoesNotContain(Rapportcijfers.Van("scan-1", KvkNummer, null, rapport)[1].Scores.Keys, c => c is "L3" or "L6");
    }

    [Fact]
    public void Een_tweede_scan_noemt_verandering_alleen_wat_groter_is_dan_toeval()
    {
        var eerst = Gerapporteerd(40, Bladen(24, 3))!;
        var beter = Gerapporteerd(40, Bladen(24, 4))!;
        var gelijk = Gerapporteerd(40, [.. Bladen(23, 3), .. Bladen(1, 4)])!;

        Assert.All(Vergelijken.Van("a", eerst, "b", beter).Dimensies, v => Assert.Equal("hoger", v.Verandering));
        Assert.All(Vergelijken.Van("b", beter, "a", eerst).Dimensies, v => Assert.Equal("lager", v.Verandering));
        Assert.All(
            Vergelijken.Van("a", Gerapporteerd(12, Bladen(8, 3))!, "b", Gerapporteerd(12, [.. Bladen(7, 3), .. Bladen(1, 4)])!).Dimensies,
            v => Assert.Equal("geen aantoonbare verandering", v.Verandering)
        );
        Assert.Equal([Kernvragen.Id], Vergelijken.Van("a", eerst, "c", gelijk).Waarop);
        Assert.Empty(Vergelijken.Van("a", eerst, "b", beter with { Kernvragen = "kernvragen-2" }).Dimensies);
    }

    [Fact]
    public void De_volgorde_van_antwoorden_doet_er_niet_toe_en_een_score_blijft_op_de_schaal() =>
        Gen.Int[1, 5]
            .Array[6, 40]
            .SelectMany(a => Gen.Shuffle(a).Select(geschud => (a, geschud)))
            .Sample(paar =>
            {
                var een = Gerapporteerd(40, [.. paar.a.Select(x => Blad(x))])!;
                var ander = Gerapporteerd(40, [.. paar.geschud.Select(x => Blad(x))])!;
                Assert.Equal(een.Dimensies, ander.Dimensies);
                Assert.All(een.Dimensies, d => Assert.InRange(d.Score!.Value, 1m, 5m));
                Assert.All(een.Dimensies, d => Assert.InRange(d.Schaal100!.Value, 0, 100));
            });

    [Fact]
    public void Een_rapport_van_voor_deze_versie_is_nog_te_lezen()
    {
        const string Eerder = """
            {"instrument":"kernvragen-1","gevraagd":8,"antwoorden":6,"beeld":"beeld",
             "dimensies":[{"code":"D1","naam":"Werk waar je van leert","beeld":"op orde","score":3.5,"schaal100":63,"marge":0.33}],
             "prioriteiten":[{"rang":1,"dimensie":"D1"}],"sterk":"D1"}
            """;

        var rapport = System.Text.Json.JsonSerializer.Deserialize<Rapport>(Eerder, Platform.Stromen.Json.Opties)!;

        Assert.Equal((3.5m, "D1", null), (rapport.Dimensies[0].Score, rapport.Sterk, rapport.Splitsingen));
    }
}
