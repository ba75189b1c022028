using CsCheck;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

public class RapportTests
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

        // The highest is what all want better and management named first: then another is called strong.
        var gewild = Blad(3, ("D6", 4)) with { WilBeter = ["D6"] };
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
    public void Wat_mensen_telden_staat_er_met_de_woorden_van_het_antwoord_en_zonder_oordeel()
    {
        var lijst = Boek.Lijst("bouwstenen-2", "kernvragen-1")!;
        var bladen = Enumerable.Range(0, 12).Select(i => Voorbeelden.Blad(lijst, 3, ("B8", 0), ("B9", i < 5 ? 2 : 3))).ToList();
        var leiding = new Leidingverklaring(
            Voorbeelden.Blad(lijst.VoorLeiding(), 5).Antwoorden,
            [],
            "kunnen",
            [],
            [],
            false,
            Richting: new Dictionary<string, string> { ["plan"] = "nee" }
        );

        var rapport = Rapportmaker.Maak(
            new(lijst, Scanopzet.Zonder, 14, bladen, leiding, new(2026, 3, 2), new(2026, 3, 20), "10-49", "F")
        )!;

        var cursussen = rapport.Onderdelen!.Single(o => o.Code == "B8");
        Assert.Equal(("niet", 1.0m, 0), (cursussen.Beeld, cursussen.Score, cursussen.Schaal100));
        Assert.True(cursussen is { Gunstig: null, Leiding: null });
        // 2.6 of 3 is nearest to the highest, and 4.4 where the others are from 1 to 5.
        var werk = rapport.Onderdelen!.Single(o => o.Code == "B9");
        Assert.Equal(("vaker dan 5 keer", 4.4m), (werk.Beeld, werk.Score));
        var gedrag = rapport.Afbeelding!.Single(d => d.Code == "D8");
        Assert.Equal(("1 keer", 2.7m), (gedrag.Beeld, gedrag.Score));
        Assert.Equal("kan sterker", rapport.Afbeelding!.Single(d => d.Code == "D7").Beeld);
        // Of the direction the firm says something itself; nothing of it is a score.
        Assert.Equal(Rapport.NietGemeten, rapport.Afbeelding!.Single(d => d.Code == "D9").Beeld);
        Assert.Equal("nee", rapport.Leiding!.Richting!["plan"]);
        Assert.Contains(
            Gedrukt(rapport, []).Blokken.SelectMany(b => b.Rijen ?? []),
            r => r.SequenceEqual(["Is er een opleidings- of ontwikkelplan op papier?", "Nee"])
        );
    }

    [Fact]
    public void Elke_prioriteit_heeft_ten_hoogste_drie_handvatten_die_passen()
    {
        var rapport = Rapportmaker.Maak(
            new(
                Lijst,
                Scanopzet.Zonder,
                12,
                Bladen(8, 2),
                Leiding(3),
                new(2026, 3, 2),
                new(2026, 3, 20),
                "2-9",
                "F",
                Interventieboek.Ingebouwd
            )
        )!;

        Assert.All(rapport.Prioriteiten, p => Assert.InRange(p.Handvatten!.Count, 1, 3));
        var groot = Interventieboek.Ingebouwd.Where(i => i.Groottes.Count > 0 && !i.Groottes.Contains("2-9")).Select(i => i.Id);
        Assert.Empty(rapport.Prioriteiten.SelectMany(p => p.Handvatten!).Intersect(groot));
    }

    [Fact]
    public void Wat_de_leiding_koos_staat_in_het_rapport_en_gedrukt_en_kiest_de_handvatten()
    {
        var rapport = Van(Leiding(3, "D2") with { Belemmeringen = ["slechte-ervaring"], Doelgroepen = ["flex"] });

        Assert.Equal(["slechte-ervaring"], rapport.Leiding!.Belemmeringen);
        Assert.Equal(["flex"], rapport.Leiding.Doelgroepen!);
        Assert.Equal("leren-van-fouten", rapport.Prioriteiten.Single(p => p.Dimensie == "D2").Handvatten![0]);
        Assert.Equal("vaste-leertijd", Van(Leiding(3, "D2")).Prioriteiten.Single(p => p.Dimensie == "D2").Handvatten![0]);
        var punten = Gedrukt(rapport, Interventieboek.Ingebouwd).Blokken.SelectMany(b => b.Punten ?? []).ToList();
        Assert.Contains("Wat leren tegenhoudt: Eerdere scholing viel tegen.", punten);
        Assert.Contains("Voor wie vooral: Mensen met een flexibel contract", punten);

        static Rapport Van(Leidingverklaring leiding)
        {
            var (van, tot) = (new NodaTime.LocalDate(2026, 3, 2), new NodaTime.LocalDate(2026, 3, 20));
            return Rapportmaker.Maak(
                new(Lijst, Scanopzet.Zonder, 12, Bladen(8, 2), leiding, van, tot, "10-49", "Q", Interventieboek.Ingebouwd)
            )!;
        }
    }

    [Fact]
    public void Een_vast_rapport_wordt_later_met_dezelfde_woorden_gedrukt()
    {
        var alle = Interventieboek.Ingebouwd;
        var (van, tot) = (new NodaTime.LocalDate(2026, 3, 2), new NodaTime.LocalDate(2026, 3, 20));
        var vast = Rapportmaker.Maak(new(Lijst, Scanopzet.Zonder, 12, Bladen(8, 2), Leiding(3), van, tot, "10-49", "F", alle))!;
        IReadOnlyList<Interventie> anders =
        [
            .. alle.Select(i => i with { Naam = new("Anders", "Other"), Omschrijving = new("Iets anders.", "Other."), Routes = ["ngf"] }),
        ];

        Assert.Equal(Druk(vast, alle), Druk(vast, anders));
        Assert.Equal(Druk(vast, alle), Druk(vast, []));
        // One from before the words were in it takes those of today.
        var eerder = vast with
        {
            Namen = null,
            Prioriteiten = [.. vast.Prioriteiten.Select(p => p with { Hulp = null })],
        };
        Assert.NotEqual(Druk(eerder, alle), Druk(eerder, anders));

        // A word that changes in the program is another one in the report only when that has none of its own.
        var hernoemd = vast with
        {
            Namen = vast.Namen!.ToDictionary(n => n.Key, _ => new Tweetalig("Zo heette het", "So it was called")),
        };
        Assert.Contains("1. Zo heette het.", Druk(hernoemd, alle), StringComparison.Ordinal);

        static string Druk(Rapport rapport, IReadOnlyList<Interventie> interventies) =>
            System.Text.Json.JsonSerializer.Serialize(Gedrukt(rapport, interventies), Platform.Stromen.Json.Opties);
    }

    [Fact]
    public void Gedrukt_staan_het_aandeel_het_verschil_met_de_leiding_andere_bedrijven_en_de_gemeenschappelijke_dimensies()
    {
        var lijst = Boek.Lijst("lerend-innovatief-1", "kernvragen-1")!;
        var bladen = Enumerable.Range(0, 12).Select(i => Voorbeelden.Blad(lijst, i < 9 ? 4 : 3)).ToList();
        var leiding = new Leidingverklaring(Voorbeelden.Blad(lijst, 5).Antwoorden, [], "kunnen", [], [], false);
        var (van, tot) = (new NodaTime.LocalDate(2026, 3, 2), new NodaTime.LocalDate(2026, 3, 20));
        var anderen = new Benchmarkbeeld("sector", "F", null, 10, [new("D1", 3.4m, 3.1m, 3.5m, 3.8m)]);
        var rapport = Rapportmaker.Maak(
            new(lijst, Scanopzet.Zonder, 14, bladen, leiding, van, tot, "10-49", "F", Interventieboek.Ingebouwd, Anderen: anderen)
        )!;

        var blokken = Gedrukt(rapport, []).Blokken;

        Assert.Equal(anderen, rapport.Anderen);
        Assert.Equal(["Werk waar je van leert", "3,8", "0,18", "op orde", "75%"], Onder("Inzicht")[0]);
        Assert.Equal(["Werk waar je van leert", "3,8", "5,0", "een punt of meer: de leiding is positiever"], Onder("Leiding en mensen")[0]);
        Assert.Equal(["Werk waar je van leert", "3,8", "3,1 en 3,8", "3,5"], Onder("Naast andere bedrijven")[0]);
        Assert.Equal("te weinig bedrijven", Onder("Naast andere bedrijven")[1][2]);
        Assert.Equal(Rapport.NietGemeten, Onder("Naast de negen onderwerpen")[4][3]);
        Assert.Contains(blokken, b => b.Alinea?.Contains("bedrijven in de sector Bouw: 10 of meer", StringComparison.Ordinal) == true);

        IReadOnlyList<IReadOnlyList<string>> Onder(string kop) =>
            blokken.SkipWhile(b => b.Kop != kop).First(b => b.Rijen is not null).Rijen!;
    }

    [Theory]
    [InlineData(10, 4, true)]
    [InlineData(9, 4, false)]
    [InlineData(10, 10, false)]
    [InlineData(14, 0, false)]
    public void De_toon_voor_mensen_volgt_de_fase_van_de_meesten_als_dat_van_niemand_iets_zegt(int willen, int weten, bool verteld)
    {
        var rapport = Gerapporteerd(
            40,
            [.. Bladen(willen, 3).Select(b => In(b, "willen")), .. Bladen(weten, 3).Select(b => In(b, "weten")), .. Bladen(3, 3)],
            opzet: new Scanopzet([], ["fase"])
        )!;

        Assert.Equal(
            Rapporttekst.VoorMensen(verteld ? "willen" : null).EersteStap.Nl,
            RapportTonen.Medewerkers("scan-1", rapport).Toon.EersteStap.Nl
        );
        // It is no group of the report.
        Assert.Empty(rapport.Splitsingen!);

        static Antwoorden.Antwoordblad In(Antwoorden.Antwoordblad blad, string fase) =>
            blad with
            {
                Kenmerken = new Dictionary<string, string> { ["fase"] = fase },
            };
    }

    [Fact]
    public void De_versie_voor_medewerkers_noemt_de_leiding_en_de_groepen_niet()
    {
        var versie = RapportTonen.Medewerkers("scan-1", Gerapporteerd(12, Bladen(8, 3), Leiding(5))!);

        Assert.All(versie.Dimensies, d => Assert.True(d is { Leiding: null, Signaal: null }));
        Assert.All(versie.Prioriteiten, p => Assert.Null(p.Waarom));
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

    private static Drukwerk Gedrukt(Rapport rapport, IReadOnlyList<Interventie> interventies) =>
        new Rapportdruk(Druktaal.Nederlands, Boek.Zoek(rapport.Instrument)).VoorWerkgever(
            "scan-1",
            KvkNummer,
            "hash",
            rapport,
            interventies
        );
}
