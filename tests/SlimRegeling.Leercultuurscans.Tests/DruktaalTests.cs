using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.QuickScans;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>What is printed in English says the same as in Dutch, number by number, and has no Dutch left in it.</summary>
public class DruktaalTests
{
    /// <summary>The same in both languages: the codes of the subjects, and what a firm called its teams.</summary>
    private static readonly HashSet<string> Gelijk = ["Score", "D1", "D2", "D3", "D4", "D5", "D6", "Winkel", "Werkplaats"];

    private static readonly Druktaal Engels = Druktaal.Van("en")!;

    private static readonly Rapport Vol = Rapportvol();

    [Fact]
    public void Het_rapport_voor_de_werkgever_is_er_in_het_Engels_met_dezelfde_getallen()
    {
        IsVertaald(
            Werkgever(Druktaal.Nederlands, Vol),
            Werkgever(Engels, Vol),
            "Report of the learning-culture scan",
            "Parts of the questionnaire",
            "In which team do you work?",
            "Management",
            "a point or more: management is more positive",
            "a point or more: the people are more positive",
            "These are firms in the sector Construction with 10 to 49 people: 10 or more, on the day on which this report was fixed.",
            "too few firms",
            "Beside the nine topics",
            "For whom first: People with a flexible contract",
            "Direction: vision, strategy and plan",
            "Is there a training or development plan on paper?"
        );
        Assert.Contains(
            Teksten(Werkgever(Engels, Vol)),
            t => t.Contains("You find this important for your firm.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void De_versie_voor_medewerkers_is_er_in_het_Engels() =>
        IsVertaald(
            Medewerkers(Druktaal.Nederlands),
            Medewerkers(Engels),
            "What we say together about learning at our work",
            "needs attention"
        );

    [Fact]
    public void Het_beeld_van_een_QuickScan_is_er_in_het_Engels()
    {
        var beeld = Beeldvorming.Maak(Kernvragen, new(Blad(3, ("D4", null)).Antwoorden, "willen", "ondernemer"), Interventieboek.Ingebouwd);

        IsVertaald(
            BeeldDrukken.Blad(beeld, new(2026, 3, 20), Druktaal.Nederlands),
            BeeldDrukken.Blad(beeld, new(2026, 3, 20), Engels),
            "Your first picture of learning in your firm",
            "not measured"
        );
    }

    [Fact]
    public void Een_groep_heet_in_het_Engels_naar_haar_code()
    {
        var contract = new Splitsing("contract", "Welk contract hebt u?", []);

        Assert.Equal("Which contract do you have?", Engels.Naam(contract));
        Assert.Equal("A permanent contract", Engels.Naam(contract, new("vast", "Een vast contract", "")));
        Assert.Equal("not filled in", Engels.Naam(contract, new("", "niet ingevuld", "")));
        Assert.Equal("Een vast contract", Druktaal.Nederlands.Naam(contract, new("vast", "Een vast contract", "")));
    }

    [Fact]
    public void Een_reden_van_voor_er_codes_waren_blijft_zoals_zij_vaststaat()
    {
        var eerder = Vol with
        {
            Prioriteiten = [.. Vol.Prioriteiten.Select(p => p with { Waarom = "De score is aandacht.", Redenen = null })],
        };

        Assert.Contains(Teksten(Werkgever(Engels, eerder)), t => t.EndsWith("De score is aandacht.", StringComparison.Ordinal));
    }

    [Fact]
    public void Een_rapport_zonder_leiding_en_andere_bedrijven_is_er_in_het_Engels()
    {
        var alleen = Vol with { Leiding = null, Anderen = null };

        IsVertaald(
            Werkgever(Druktaal.Nederlands, alleen),
            Werkgever(Engels, alleen),
            "When this report was fixed, there were too few other firms to compare with."
        );
    }

    [Fact]
    public void Wat_niet_te_tonen_of_te_verbeteren_is_staat_er_in_het_Engels()
    {
        var weinig = Vol with
        {
            Prioriteiten = [],
            Onderdelen = [.. Vol.Onderdelen!.Select(o => new Dimensiescore(o.Code, o.Naam, Rapport.Onbetrouwbaar))],
        };

        IsVertaald(
            Werkgever(Druktaal.Nederlands, weinig),
            Werkgever(Engels, weinig),
            "There is nothing that has to become better first.",
            "the questions hang together too little to show"
        );
    }

    [Fact]
    public void Een_naam_die_in_het_rapport_vaststaat_blijft_ook_in_het_Engels()
    {
        var hernoemd = Vol with { Namen = Vol.Namen!.ToDictionary(n => n.Key, _ => new Tweetalig("Zo heette het", "So it was called")) };

        var teksten = Teksten(Werkgever(Engels, hernoemd));

        Assert.Contains(teksten, t => t.StartsWith("1. So it was called.", StringComparison.Ordinal));
        Assert.Contains("So it was called", teksten);
        Assert.Contains("What holds learning back: So it was called", teksten);
        // One from before names were in it takes those of today.
        Assert.Equal(Teksten(Werkgever(Engels, Vol)), Teksten(Werkgever(Engels, Vol with { Namen = null })));
    }

    [Fact]
    public void Wat_mensen_telden_staat_er_met_het_Engelse_antwoord()
    {
        var lijst = Boek.Lijst("bouwstenen-2", "kernvragen-1")!;
        var bladen = Enumerable.Range(0, 12).Select(_ => Voorbeelden.Blad(lijst, 3, ("B8", 0), ("B9", 3))).ToList();
        var rapport = Rapportmaker.Maak(new(lijst, Scanopzet.Zonder, 14, bladen, null, new(2026, 3, 2), new(2026, 3, 20)))!;

        var rijen = new Rapportdruk(Engels, lijst.Eigen)
            .VoorWerkgever("scan-1", KvkNummer, "0123", rapport, [])
            .Blokken.SelectMany(b => b.Rijen ?? [])
            .ToList();

        Assert.Contains(rijen, r => r[0] == "Courses and training" && r[3] == "not");
        Assert.Contains(rijen, r => r[0] == "Learning during work" && r[3] == "more than 5 times");
    }

    [Fact]
    public void Een_andere_taal_is_er_niet()
    {
        Assert.Same(Druktaal.Nederlands, Druktaal.Van(null));
        Assert.Null(Druktaal.Van("de"));
        Assert.Equal("taal", Assert.Single(Druktaal.Onbekend.Fouten).Veld);
    }

    private static Drukwerk Werkgever(Druktaal taal, Rapport rapport) =>
        new Rapportdruk(taal, Bouwstenen).VoorWerkgever("scan-1", KvkNummer, "0123", rapport, Interventieboek.Ingebouwd);

    private static Drukwerk Medewerkers(Druktaal taal) =>
        new Rapportdruk(taal, Bouwstenen).VoorMedewerkers(RapportTonen.Medewerkers("scan-1", Vol), Vol);

    private static void IsVertaald(Drukwerk nederlands, Drukwerk engels, params string[] staatEr)
    {
        var (nl, en) = (Teksten(nederlands), Teksten(engels));
        Assert.Equal(("nl", "en"), (nederlands.Taal, engels.Taal));
        Assert.All(staatEr, t => Assert.Contains(t, en));
        Assert.Equal(nl.Count, en.Count);
        foreach (var (een, ander) in nl.Zip(en))
        {
            Assert.Equal(een.Where(char.IsAsciiDigit), ander.Where(char.IsAsciiDigit));
            Assert.True(een != ander || Gelijk.Contains(een) || !een.Any(char.IsAsciiLetter), $"Still Dutch: {ander}");
        }
    }

    private static List<string> Teksten(Drukwerk werk) =>
        [
            .. werk.Aan,
            werk.Titel,
            .. werk
                .Blokken.SelectMany(b =>
                    (string?[])[b.Alinea, b.Kop, .. b.Punten ?? [], .. b.Koppen ?? [], .. (b.Rijen ?? []).SelectMany(r => r)]
                )
                .OfType<string>(),
        ];

    /// <summary>With parts of its own, two teams, management, other firms, and a priority with handles.</summary>
    private static Rapport Rapportvol()
    {
        var lijst = Boek.Lijst("bouwstenen-1", "kernvragen-1")!;
        List<Antwoordblad> bladen =
        [
            .. Enumerable
                .Range(0, 20)
                .Select(i =>
                    Voorbeelden.Blad(lijst, 3, ("D1", 1), ("D2", 5)) with
                    {
                        Kenmerken = new Dictionary<string, string> { ["team"] = i < 10 ? "T01" : "T02" },
                    }
                ),
        ];
        var leiding = new Leidingverklaring(
            Voorbeelden.Blad(lijst, 4).Antwoorden,
            ["D1"],
            "willen",
            ["tijd"],
            ["vernieuwen"],
            false,
            ["flex"],
            new Dictionary<string, string> { ["plan"] = "nee" }
        );
        return Rapportmaker.Maak(
            new(
                lijst,
                new Scanopzet([new("T01", "Winkel"), new("T02", "Werkplaats")], []),
                20,
                bladen,
                leiding,
                new(2026, 3, 2),
                new(2026, 3, 20),
                "10-49",
                "F",
                Interventieboek.Ingebouwd,
                Anderen: new("sector-en-grootte", "F", "10-49", 10, [new("D1", 3.4m, 3.1m, 3.5m, 3.8m)])
            )
        )!;
    }
}
