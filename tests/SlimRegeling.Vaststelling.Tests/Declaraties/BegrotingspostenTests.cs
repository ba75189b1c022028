using System.Text.Json;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Voortgang;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests.Declaraties;

/// <summary>What is declared beside the budget of the award, item by item (7.8, second paragraph, Kaderregeling).</summary>
public class BegrotingspostenTests
{
    private const string Uren = "directe-loonkosten";
    private const string Adviseurs = "externe-adviseur";
    private const string Andere = "overige-externe-kosten";

    /// <summary>The 200,000.00 before the surcharge: 125,000.00 of own hours, 75,000.00 of advisers, and nothing else.</summary>
    private static readonly SubsidieVerleendBericht MetPosten = Verband with
    {
        Posten = Posten("C", (Uren, 125_000.00m), (Adviseurs, 75_000.00m)),
    };

    private static readonly Declaratie ZoalsBegroot = Met(125_000.00m, 75_000.00m, 0m);

    [Theory]
    // 20% less, and 25,000.00: both at the boundary. A cent more is less than either.
    [InlineData(100_000.00, 75_000.00, 0.00, Uren)]
    [InlineData(100_000.01, 75_000.00, 0.00, null)]
    [InlineData(150_000.00, 75_000.00, 0.00, Uren)]
    [InlineData(149_999.99, 75_000.00, 0.00, null)]
    // A third of the advisers is 25,000.00.
    [InlineData(125_000.00, 50_000.00, 0.00, Adviseurs)]
    [InlineData(125_000.00, 50_000.01, 0.00, null)]
    // Nothing was awarded for it.
    [InlineData(125_000.00, 75_000.00, 25_000.00, Andere)]
    [InlineData(125_000.00, 75_000.00, 24_999.99, null)]
    // Nothing is declared of it.
    [InlineData(125_000.00, 0.00, 0.00, Adviseurs)]
    public void Een_post_die_een_vijfde_en_25_000_verschilt_wordt_uitgelegd(decimal uren, decimal adviseurs, decimal andere, string? post)
    {
        var declaratie = Met(uren, adviseurs, andere);

        var fouten = DienIn(Open(MetPosten), declaratie).Weigering?.Fouten ?? [];

        if (post is null)
        {
            Assert.Empty(fouten);
            return;
        }
        var fout = Assert.Single(fouten);
        Assert.Equal(("afwijkingen", "7.8, tweede lid, Kaderregeling"), (fout.Veld, fout.Artikel));
        Assert.Contains($"{Begrotingspost.Titel(post)} in activiteit C", fout.Uitleg, StringComparison.Ordinal);
        Assert.Null(DienIn(Open(MetPosten), declaratie with { Afwijkingen = [new("C", "Het ging anders.", post)] }).Weigering);
    }

    [Fact]
    public void Wat_binnen_een_activiteit_verschuift_valt_per_activiteit_niet_op_en_per_post_wel()
    {
        // Together the same: a third more hours, and half of the advisers.
        var verschoven = Met(165_000.00m, 35_000.00m, 0m);

        Assert.Null(DienIn(Open(Verband), verschoven).Weigering);
        Assert.Equal(2, DienIn(Open(MetPosten), verschoven).Weigering!.Fouten.Count);
        // One explanation of each: that of another item, of the whole activity or of nothing is not it.
        IReadOnlyList<Afwijking> uren = [new("C", "Wij deden meer zelf.", Uren)];
        Assert.Single(DienIn(Open(MetPosten), verschoven with { Afwijkingen = uren }).Weigering!.Fouten);
        Assert.Single(DienIn(Open(MetPosten), verschoven with { Afwijkingen = [.. uren, new("C", "Alles.")] }).Weigering!.Fouten);
        Assert.Single(DienIn(Open(MetPosten), verschoven with { Afwijkingen = [.. uren, new("C", " ", Adviseurs)] }).Weigering!.Fouten);
        Assert.Null(DienIn(Open(MetPosten), verschoven with { Afwijkingen = [.. uren, new("C", "Dus minder.", Adviseurs)] }).Weigering);
        var fout = Assert.Single(DienIn(Open(MetPosten), ZoalsBegroot with { Afwijkingen = [new("C", "?", "huur")] }).Weigering!.Fouten);
        Assert.Equal("afwijkingen[0].post", fout.Veld);
    }

    [Fact]
    public void De_opslag_maakt_een_verschil_van_een_post_niet_groter()
    {
        // 22,000.00 less of 75,000.00 would be 25,300.00 with the surcharge.
        Assert.Null(DienIn(Open(MetPosten), Met(125_000.00m, 53_000.00m, 0m)).Weigering);
    }

    [Fact]
    public void De_soort_van_een_regel_zegt_bij_welke_post_hij_hoort()
    {
        var declaratie = ZoalsBegroot with
        {
            Regels =
            [
                Eigen,
                Eigen with
                {
                    Adviseur = true,
                    Uren = 1m,
                    Uurtarief = 100.00m,
                },
                Adviseur with
                {
                    Activiteit = "C",
                },
                Leermiddel,
            ],
        };

        Assert.Equal([(Uren, 950.40m), (Adviseurs, 5_500.00m), (Andere, 1_232.00m)], Kosten(MetPosten, declaratie, "C"));
    }

    [Theory]
    // 100 trajectories of 700.00 were awarded: 36 less are 25,200.00, and 35 are 24,500.00.
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(136, true)]
    public void Ook_een_vast_bedrag_is_een_post(int aantal, bool uitleggen)
    {
        var verband = MetPosten with
        {
            Activiteiten = ["B", "C"],
            Posten = new Dictionary<string, IReadOnlyDictionary<string, decimal>>(MetPosten.Posten!)
            {
                ["B"] = new Dictionary<string, decimal> { ["loopbaantrajecten"] = 70_000.00m },
            },
        };
        var declaratie = ZoalsBegroot with
        {
            Regels =
            [
                .. ZoalsBegroot.Regels,
                .. Enumerable.Range(0, aantal).Select(i => new Kostenregel($"t-{i}", Kostensoort.Traject, "B")),
            ],
        };

        Assert.Equal(
            new DeclaratieNagaan.Postbeeld("loopbaantrajecten", "loopbaantrajecten", aantal * 700.00m, 70_000.00m, uitleggen),
            Assert.Single(Beeld(verband, declaratie, "B").Posten!)
        );
    }

    [Theory]
    [InlineData(124_999.99, false)]
    [InlineData(125_000.00, true)]
    public void Zonder_financieel_verslag_wordt_niets_uitgelegd(decimal verleend, bool uitleggen)
    {
        var fouten = DienIn(Open(MetPosten with { Bedrag = verleend }), Met(50_000.00m, 75_000.00m, 0m)).Weigering?.Fouten ?? [];

        Assert.Equal(uitleggen, fouten.Any(f => f.Veld == "afwijkingen"));
    }

    [Fact]
    public void Wat_de_verlening_niet_per_post_vertelt_wordt_per_activiteit_vergeleken()
    {
        var declaratie = Met(100_000.00m, 60_000.00m, 1_000.00m);

        var metPosten = Beeld(MetPosten, declaratie, "C");
        Assert.False(metPosten.Uitleggen);
        Assert.Equal(
            [
                new DeclaratieNagaan.Postbeeld(Uren, "eigen uren", 100_000.00m, 125_000.00m, true),
                new DeclaratieNagaan.Postbeeld(Adviseurs, "externe adviseurs", 60_000.00m, 75_000.00m, false),
                new DeclaratieNagaan.Postbeeld(Andere, "andere externe kosten", 1_000.00m, 0m, false),
            ],
            metPosten.Posten
        );

        // Of an award from before items were told the whole of C, with the surcharge.
        var oud = Beeld(Verband, Met(100_000.00m, 60_000.00m, 0m), "C");
        Assert.Equal((230_000.00m, 184_000.00m, true), (oud.Begroot, oud.MetOpslag, oud.Uitleggen));
        Assert.Null(oud.Posten);
    }

    [Fact]
    public void Een_wijziging_van_de_verlening_verandert_de_begroting_waarmee_wordt_vergeleken()
    {
        var hoger = Gewijzigd with
        {
            Regelversie = Verband.Regelversie,
            Bedrag = 150_000.00m,
            Activiteiten = ["C"],
            Posten = Posten("C", (Uren, 160_000.00m)),
            Op = Op("2025-03-01T10:00:00"),
        };
        var verschoven = Aangepast(2, "2025-04-01T10:00:00", Posten("C", (Uren, 90_000.00m), (Andere, 110_000.00m)));
        var onbekend = Aangepast(3, "2025-05-01T10:00:00", null);

        Assert.Equal(160_000.00m, Geldend(Open(MetPosten).Dan(s => Hoor(s, hoger)), Uren));
        Assert.Equal(90_000.00m, Geldend(Open(MetPosten).Dan(s => BijVerleningAangepast.Beslis(s, verschoven)), Uren));
        // In whatever order they are heard, the latest counts.
        var achteraf = Open(MetPosten).Dan(s => BijVerleningAangepast.Beslis(s, verschoven)).Dan(s => Hoor(s, hoger));
        Assert.Equal(110_000.00m, Geldend(achteraf, Andere));
        // Nobody told between which items it shifted.
        Assert.Null(achteraf.Dan(s => BijVerleningAangepast.Beslis(s, onbekend)).Opening!.Posten);
        // What was withdrawn takes nothing of the budget.
        var ingetrokken = new VerleningIngetrokkenBericht(
            Zaak,
            Verband.Tijdvak,
            Kvk,
            Verband.Regelversie,
            Zaak + "-I1",
            Verband.Besluit,
            "verlening",
            Dag("2025-05-01"),
            "activiteiten-niet-verricht",
            126_000.00m,
            Verband.Bedrag,
            35_250.00m,
            0.00m,
            0.00m,
            Verband.Besluitdatum,
            Guid.Empty,
            "hash",
            ["bo", "mo"],
            Op("2025-05-01T10:00:00")
        );
        var lager = Open(MetPosten).Dan(s => Hoor(s, ingetrokken));
        Assert.Equal(125_000.00m, Geldend(lager, Uren));

        static decimal Geldend(Verantwoording stand, string post) => stand.Opening!.Posten!["C"][post];
    }

    [Fact]
    public void Een_bewaarde_declaratie_met_uitleg_per_activiteit_leest_nog()
    {
        var oud = JsonSerializer.Deserialize<Declaratie>(
            """{"regels":[],"afwijkingen":[{"activiteit":"C","uitleg":"De uitvoering was goedkoper."}]}""",
            Platform.Stromen.Json.Opties
        );

        Assert.Equal([new Afwijking("C", "De uitvoering was goedkoper.")], oud!.Afwijkingen);
        // It explains an award that tells no items, as it did.
        Assert.Null(DienIn(Open(Verband), VanVerband).Weigering);
    }

    private static DeclaratieNagaan.Activiteitbeeld Beeld(SubsidieVerleendBericht verleend, Declaratie declaratie, string activiteit) =>
        DeclaratieNagaan
            .Van(Open(verleend), declaratie, Regelboek.Versie("slim-2025"), Dag("2027-11-01"))
            .Activiteiten.Single(a => a.Soort == activiteit);

    private static IEnumerable<(string Post, decimal Kosten)> Kosten(
        SubsidieVerleendBericht verleend,
        Declaratie declaratie,
        string activiteit
    ) => Beeld(verleend, declaratie, activiteit).Posten!.Select(p => (p.Code, p.Kosten));

    private static Dictionary<string, IReadOnlyDictionary<string, decimal>> Posten(
        string activiteit,
        params (string Post, decimal Bedrag)[] posten
    ) => new() { [activiteit] = posten.ToDictionary(p => p.Post, p => p.Bedrag) };

    private static Declaratie Met(decimal uren, decimal adviseurs, decimal andere) =>
        VanVerband with
        {
            Afwijkingen = null,
            Regels =
            [
                .. Regel(Eigen with { Activiteit = "C", Uren = 1m, Uurtarief = uren, Brutojaarloon = 500_000_000.00m }, uren),
                .. Regel(Factuur("adviseur", adviseurs) with { Adviseur = true, Uren = 1m, Uurtarief = adviseurs }, adviseurs),
                .. Regel(Factuur("andere", andere), andere),
            ],
        };

    private static IEnumerable<Kostenregel> Regel(Kostenregel regel, decimal bedrag) =>
        bedrag > 0m ? [regel with { Partij = "10000001" }] : [];

    private static VerleningAangepastBericht Aangepast(
        int versie,
        string op,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? posten
    ) =>
        new(
            Zaak,
            Verband.Tijdvak,
            Kvk,
            Verband.Regelversie,
            $"{Zaak}-W{versie}",
            Verband.Besluit,
            Dag(op[..10]),
            Verband.Besluitdatum,
            "begroting",
            versie,
            Verband.Bedrag,
            Verband.Voorschot,
            Verband.Verantwoording,
            Verband.PeriodeVan,
            Verband.PeriodeTot,
            Verband.PeriodeTot,
            Verband.Activiteiten,
            ["bo", "mo"],
            Op(op),
            Posten: posten
        );
}
