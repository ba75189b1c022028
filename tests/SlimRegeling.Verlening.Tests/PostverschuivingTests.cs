using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using SlimRegeling.Verlening.Wijzigen;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests;

/// <summary>The items of the budget, by which a declaration is compared: in the award, and in what becomes of it.</summary>
public sealed class PostverschuivingTests
{
    private const string Uren = "directe-loonkosten";
    private const string Adviseurs = "externe-adviseur";
    private const string Andere = "overige-externe-kosten";
    private const string Mei = "2027-05-03T10:00:00";

    private static readonly Dictionary<string, IReadOnlyDictionary<string, decimal>> Posten = new()
    {
        ["A"] = new Dictionary<string, decimal> { [Adviseurs] = 5_400.00m, [Andere] = 899.20m },
        ["C"] = new Dictionary<string, decimal> { [Uren] = 1_900.80m, [Adviseurs] = 7_800.00m },
    };

    [Fact]
    public void De_verlening_noemt_de_begroting_waarop_zij_rust_en_wie_tekent_tekent_die()
    {
        var zaak = Mkb();

        Assert.Equal(Regels(Posten), Regels(zaak.Verlening.Voorstel!.Posten));
        Assert.Equal(Regels(Posten), Regels(zaak.Gezegd.OfType<SubsidieVerleendBericht>().Single().Posten));
        Assert.NotEqual((zaak.Verlening.Voorstel! with { Posten = null }).Hash(Zaak), zaak.Verlening.Verleend!.Voorstelhash);
        var inhoud = VersiesTonen.Van(zaak.Gebeurd, Aanvragertype.MkbOnderneming, Regelstanden.Ongewijzigd)[0].Inhoud;
        Assert.Contains(inhoud, o => (o.Wat, o.Welke, o.Waarde) == ("post", "eigen uren in activiteit C", Getal.Euro(1_900.80m)));
    }

    [Fact]
    public void Wie_vertelt_tussen_welke_posten_het_verschuift_houdt_een_begroting_per_post()
    {
        var zaak = Toegewezen(
            Mkb(),
            new("begroting", "Meer zelf gedaan.", Posten: [new("C", Uren, 4_700.80m), new("C", Adviseurs, 5_000.00m)])
        );

        var aangepast = zaak.Gezegd.OfType<VerleningAangepastBericht>().Single();
        Assert.Equal(
            [$"A {Adviseurs} 5400.00", $"A {Andere} 899.20", $"C {Uren} 4700.80", $"C {Adviseurs} 5000.00"],
            Regels(aangepast.Posten)
        );
        // What it weighs, and the amount, stay to the cent.
        Assert.Equal((11_040.00m, 6_693.55m), (aangepast.Bedrag, aangepast.Aandelen!["C"]));
        Assert.Equal(Regels(aangepast.Posten), Regels(zaak.Gezegd.OfType<WijzigingBeslotenBericht>().Single().Nu!.Posten));
        var versie = VersiesTonen.Van(zaak.Gebeurd, Aanvragertype.MkbOnderneming, Regelstanden.Ongewijzigd)[1];
        Assert.Equal(
            [
                new VersiesTonen.Verschil("post", "eigen uren in activiteit C", Getal.Euro(1_900.80m), Getal.Euro(4_700.80m)),
                new VersiesTonen.Verschil("post", "externe adviseurs in activiteit C", Getal.Euro(7_800.00m), Getal.Euro(5_000.00m)),
            ],
            versie.Verschillen.OrderBy(v => v.Welke, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Wie_het_niet_vertelt_laat_de_posten_onbekend()
    {
        var binnen = Toegewezen(Mkb(), new("begroting", "Binnen C."));
        Assert.Null(binnen.Verlening.Verleend!.Posten);
        // That the items are not known is no difference of the award.
        Assert.Equal(
            [new VersiesTonen.Verschil("begroting")],
            VersiesTonen.Van(binnen.Gebeurd, Aanvragertype.MkbOnderneming, Regelstanden.Ongewijzigd)[1].Verschillen
        );

        IReadOnlyList<WijzigingVragen.Aandeel> tussen = [new("A", 4_000.00m), new("C", 7_040.00m)];
        Assert.Null(Toegewezen(Mkb(), new("begroting", "Minder A.", Activiteiten: tussen)).Verlening.Verleend!.Posten);
        // Of C it is told: 7,040.00 is 60% of 10,202.90 with the surcharge.
        var deels = Toegewezen(Mkb(), new("begroting", "Minder A.", Activiteiten: tussen, Posten: [new("C", Uren, 10_202.90m)]));
        Assert.Equal(["C"], deels.Verlening.Verleend!.Posten!.Keys);
        // Another change leaves the budget as it is.
        Assert.Equal(Regels(Posten), Regels(Toegewezen(Mkb(), new("plan", "Een andere volgorde.")).Verlening.Verleend!.Posten));
    }

    [Fact]
    public void Een_vast_bedrag_is_de_post_die_volgt_uit_wat_de_activiteit_weegt()
    {
        var verleend = Mkb().Verlening.Verleend! with
        {
            Activiteiten = ["A", "B"],
            Aandelen = new Dictionary<string, decimal> { ["A"] = 4_346.45m, ["B"] = 2_100.00m },
            Posten = new Dictionary<string, IReadOnlyDictionary<string, decimal>>
            {
                ["A"] = Posten["A"],
                ["B"] = new Dictionary<string, decimal> { ["loopbaantrajecten"] = 2_100.00m },
            },
        };
        var vraag = new Wijzigingsvraag("begroting", Aandelen: new Dictionary<string, decimal> { ["A"] = 4_346.45m, ["B"] = 2_800.00m });

        var na = Postverschuiving.Van(verleend, vraag, Regelboek.Versie("slim-2026"))!;

        Assert.Equal(2_800.00m, na["B"]["loopbaantrajecten"]);
        Assert.Same(Posten["A"], na["A"]);
        // Of an award from before items were told nothing is known by it.
        Assert.Null(Postverschuiving.Van(verleend with { Posten = null }, vraag, Regelboek.Versie("slim-2026")));
    }

    [Theory]
    [InlineData("C", "directe-loonkosten", 9_700.80, null)]
    // The weight of C follows from it to the cent.
    [InlineData("C", "directe-loonkosten", 9_700.83, "9.700,80")]
    [InlineData("C", "directe-loonkosten", 9_700.77, "9.700,80")]
    [InlineData("C", "loopbaantrajecten", 9_700.80, "geen post met kosten")]
    [InlineData("B", "directe-loonkosten", 9_700.80, "geen posten om te verschuiven")]
    [InlineData("C", "directe-loonkosten", -9_700.80, "onder nul")]
    [InlineData("C", "directe-loonkosten", 9_700.801, "hele centen")]
    public void De_posten_van_een_activiteit_komen_op_wat_zij_weegt(string activiteit, string post, decimal bedrag, string? uitleg)
    {
        var verzoek = new WijzigingVragen.Verzoek("begroting", "Alles zelf gedaan.", Posten: [new(activiteit, post, bedrag)]);

        var fouten = Mkb().Vraag(verzoek, Mei).Weigering?.Fouten ?? [];

        if (uitleg is null)
        {
            Assert.Empty(fouten);
            return;
        }
        Assert.Contains(uitleg, Assert.Single(fouten).Uitleg, StringComparison.Ordinal);
    }

    [Fact]
    public void Dezelfde_post_staat_er_niet_twee_keer()
    {
        var verzoek = new WijzigingVragen.Verzoek("begroting", "?", Posten: [new("C", Uren, 4_850.40m), new("C", Uren, 4_850.40m)]);

        Assert.Equal("posten", Assert.Single(Mkb().Vraag(verzoek, Mei).Weigering!.Fouten).Veld);
    }

    [Fact]
    public void Wie_een_verschuiving_ondertekent_ondertekent_haar_posten()
    {
        var zaak = Mkb().Gevraagd(new("begroting", "Zelf.", Posten: [new("C", Uren, 9_700.80m)]), Mei);
        zaak.Met(zaak.StelVoor("toegewezen", op: "2027-05-05T10:00:00"));
        var (gevraagd, voorstel, verleend) = (zaak.Eerste.Gevraagd, zaak.Eerste.Voorstel!, zaak.Verlening.Verleend!);
        var anders = gevraagd with { Vraag = gevraagd.Vraag with { Posten = null } };

        Assert.Equal(voorstel.Voorstelhash, WijzigingVoorstellen.Hash(gevraagd, voorstel, verleend));
        Assert.NotEqual(voorstel.Voorstelhash, WijzigingVoorstellen.Hash(anders, voorstel, verleend));
        Assert.NotEqual(voorstel.Voorstelhash, WijzigingVoorstellen.Hash(gevraagd, voorstel, verleend with { Posten = null }));
    }

    [Fact]
    public void Een_verschuiving_die_na_bezwaar_wordt_teruggedraaid_geeft_de_posten_terug_en_alles_wordt_nagerekend()
    {
        var zaak = Toegewezen(Mkb(), new("begroting", "Binnen C."));
        zaak.Met(
            Wijzigingsbezwaar.Beslis(
                zaak.Verlening,
                Zaak + "-W1",
                Zaak + "-BZ1-1",
                new Verwijzing(Guid.Empty, "De motivering."),
                ["bo-3", "mo-3"],
                Regelboek.Versie("slim-2026"),
                Op("2027-06-01T10:00:00")
            )
        );

        Assert.Equal(Regels(Posten), Regels(zaak.Verlening.Verleend!.Posten));
        var nagerekend = Narekenen
            .Stroom(new Verloop(Zaak, [.. zaak.Gebeurd]), Regelstanden.Ongewijzigd)
            .Where(n => n.Besluit is "subsidie-verleend" or "wijziging-besloten")
            .ToList();
        Assert.Equal(3, nagerekend.Count);
        Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));
    }

    [Fact]
    public void Een_hogere_verlening_heeft_de_begroting_van_de_herbeoordeling()
    {
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> hoger = new Dictionary<
            string,
            IReadOnlyDictionary<string, decimal>
        >
        {
            ["C"] = new Dictionary<string, decimal> { [Uren] = 20_000.00m },
        };
        var zaak = Mkb();
        var herbeoordeling = zaak.Verlening.Voorstel! with { Subsidie = 13_800.00m, SubsidiabeleKosten = 23_000.00m, Posten = hoger };

        var wordt = Toekennen.Wordt(
            zaak.Verlening,
            Zaak,
            herbeoordeling,
            Zaak + "-BZ1",
            Zaak + "-BZ1-1",
            ["bo-3", "mo-3"],
            Regelboek.Versie("slim-2026"),
            Op("2026-09-01T10:00:00")
        );

        Assert.Same(hoger, wordt.Posten);
        var gewijzigd = new VerleningGewijzigd(
            wordt,
            Zaak + "-BZ1",
            Zaak + "-BZ1-1",
            Dag("2026-09-01"),
            11_040.00m,
            ["bo-3", "mo-3"],
            Op("2026-09-01T10:00:00"),
            "hash"
        );
        Assert.Same(hoger, Assert.IsType<VerleningGewijzigdBericht>(Assert.Single(Uitgaand.Berichten(Zaak, gewijzigd))).Posten);
    }

    private static IEnumerable<string> Regels(IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? posten) =>
        posten!.SelectMany(a => a.Value.Select(p => FormattableString.Invariant($"{a.Key} {p.Key} {p.Value:0.00}")));

    private static Wijzigingszaak Mkb() => Wijzigingszaak.Mkb(posten: Posten);

    private static Wijzigingszaak Toegewezen(Wijzigingszaak zaak, WijzigingVragen.Verzoek verzoek) =>
        zaak.Gevraagd(verzoek, Mei).Met(zaak.StelVoor("toegewezen", op: "2027-05-05T10:00:00")).Getekend();
}
