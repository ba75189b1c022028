using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>The words of a report: as it is fixed, as it is printed, and for its people.</summary>
public partial class RapportTests
{
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
    [InlineData(10, 4, 0, true)]
    [InlineData(9, 4, 0, false)]
    [InlineData(10, 10, 0, false)]
    [InlineData(14, 0, 0, false)]
    // Of which the firm may have given one itself.
    [InlineData(10, 4, 1, false)]
    [InlineData(11, 4, 1, true)]
    public void De_toon_voor_mensen_volgt_de_fase_van_de_meesten_als_dat_van_niemand_iets_zegt(
        int willen,
        int weten,
        int bijgemaakt,
        bool verteld
    )
    {
        var rapport = Gerapporteerd(
            40,
            [.. Bladen(willen, 3).Select(b => In(b, "willen")), .. Bladen(weten, 3).Select(b => In(b, "weten")), .. Bladen(3, 3)],
            opzet: new Scanopzet([], ["fase"]),
            bijgemaakt: bijgemaakt
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

    private static Drukwerk Gedrukt(Rapport rapport, IReadOnlyList<Interventie> interventies) =>
        new Rapportdruk(Druktaal.Nederlands, Boek.Zoek(rapport.Instrument)).VoorWerkgever(
            "scan-1",
            KvkNummer,
            "hash",
            rapport,
            interventies
        );
}
