using NodaTime;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Declaraties;
using SlimRegeling.Vaststelling.Declaraties.Vergelijken;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests.Declaraties;

/// <summary>Costs that are declared twice and hours that cannot be, over all cases, without names or the data of another enterprise.</summary>
public class SignalenTests
{
    private const string Ander = "SLIM-000000001B";
    private const string AnderKvk = "87654321";
    private static readonly Schuilnaam Schuilnaam = Schuilnaam.Met("geheim van de proef");
    private static readonly Regelversie Versie = Regelboek.Versie("slim-2026");

    /// <summary>A week without holidays, and one with Whit Monday.</summary>
    private static readonly LocalDate Week = new(2026, 6, 29);

    private static readonly LocalDate Pinksterweek = new(2026, 5, 25);

    private static readonly Kostenregel Factuur = new(
        "f1",
        Kostensoort.Factuur,
        "A",
        Leverancier: "Advies & Zoon B.V.",
        Factuurnummer: "2026-0017",
        Factuurdatum: new LocalDate(2026, 7, 1),
        Bedrag: 1_210.00m
    );

    [Theory]
    [InlineData("ADVIES & ZOON", "2026 0017", "dubbele-factuur")]
    [InlineData("Advíes en zoon bv", "2026-0017", null)]
    [InlineData("Advies & Zoon B.V.", "2026-0018", "zelfde-bedrag-en-dag")]
    [InlineData("Advies & Zoon B.V.", null, "zelfde-bedrag-en-dag")]
    [InlineData("Advíes & Zöon b.v.", "20260017", "dubbele-factuur")]
    [InlineData(null, "2026-0017", null)]
    public void Een_factuur_die_elders_ook_staat_wordt_gevonden_hoe_men_haar_ook_schrijft(
        string? leverancier,
        string? nummer,
        string? soort
    )
    {
        var elders = Factuur with { Id = "x9", Leverancier = leverancier, Factuurnummer = nummer };

        var signalen = Zoek([Factuur], (Ander, AnderKvk, elders));

        Assert.Equal(soort, signalen.SingleOrDefault()?.Soort);
        if (soort is not null)
        {
            Assert.Equal(["f1"], signalen[0].Regels);
            Assert.Equal([new Vindplaats(Ander, "x9")], signalen[0].Elders);
        }
    }

    [Fact]
    public void Ook_in_de_eigen_declaratie_en_niet_twee_keer_gemeld()
    {
        var signaal = Assert.Single(
            Zoek([Factuur, Factuur with { Id = "f2" }, Factuur with { Id = "f3", Factuurnummer = "7", Bedrag = 1m }])
        );

        Assert.Equal(("dubbele-factuur", "2.14, eerste lid"), (signaal.Soort, signaal.Artikel));
        Assert.Equal(["f1", "f2"], signaal.Regels);
        Assert.Empty(signaal.Elders);
    }

    [Fact]
    public void Meer_uren_dan_een_week_heeft_zijn_er_een_te_veel()
    {
        Assert.Empty(Zoek([Uren("u1", 32m), Uren("u2", 28m)]));
        Assert.Empty(Zoek([Uren("u1", 40m), Uren("u2", 40m, medewerker: "A. de Boer")]));
        Assert.Empty(Zoek([Uren("u1", 40m), Uren("u2", 40m, week: Week.PlusWeeks(1))]));

        var signaal = Assert.Single(Zoek([Uren("u1", 32m), Uren("u2", 28.5m, medewerker: "jansen p")]));

        Assert.Equal(("uren-in-een-week", 60.5m, 60m), (signaal.Soort, signaal.Uren, signaal.MeesteUren));
        Assert.Equal((Week, "u1 u2"), (signaal.Week, string.Join(' ', signaal.Regels)));
    }

    [Theory]
    [InlineData("48", null)]
    [InlineData("48.5", "uren-met-feestdagen")]
    public void Een_week_met_een_feestdag_heeft_er_minder(string uren, string? soort)
    {
        var signaal = Zoek([Uren("u1", Getal.Lees(uren), week: Pinksterweek)]).SingleOrDefault();

        Assert.Equal(soort, signaal?.Soort);
    }

    [Fact]
    public void Dezelfde_persoon_in_twee_zaken_wordt_gezien_zonder_de_uren_van_de_ander()
    {
        var signaal = Assert.Single(Zoek([Uren("u1", 36m)], (Ander, AnderKvk, Uren("x1", 30m, medewerker: "P. Jansen"))));

        Assert.Equal(("uren-in-meer-zaken", 36m), (signaal.Soort, signaal.Uren));
        Assert.Equal([new Vindplaats(Ander, "x1")], signaal.Elders);
        Assert.DoesNotContain("30", signaal.Uitleg, StringComparison.Ordinal);
        Assert.DoesNotContain("passen", signaal.Uitleg, StringComparison.Ordinal);
        // What is closed to who looks is not named.
        Assert.Empty(Assert.Single(SignalenTonen.Zonder([signaal], new HashSet<string> { Ander })).Elders);
    }

    [Fact]
    public void Ook_als_die_uren_samen_in_de_week_passen_maar_zachter()
    {
        var signaal = Assert.Single(Zoek([Uren("u1", 36m)], (Ander, AnderKvk, Uren("x1", 24m))));

        Assert.Equal(("uren-in-meer-zaken", 36m, 60m), (signaal.Soort, signaal.Uren, signaal.MeesteUren));
        Assert.Equal([new Vindplaats(Ander, "x1")], signaal.Elders);
        Assert.Contains("Samen passen zij in een week", signaal.Uitleg, StringComparison.Ordinal);
        Assert.Empty(Zoek([Uren("u1", 36m)], (Ander, AnderKvk, Uren("x1", 24m, week: Week.PlusWeeks(1)))));
        Assert.Empty(Zoek([Uren("u1", 36m)], (Ander, AnderKvk, Uren("x1", 24m, medewerker: "A. de Boer"))));
    }

    /// <summary>Forty-three weeks of forty hours are 1,720: what the wage of a year is divided over.</summary>
    [Theory]
    [InlineData("0.00", null)]
    [InlineData("0.01", "Met de uren van dezelfde persoon in andere zaken zijn dit meer uren dan een jaar heeft.")]
    public void Meer_uren_dan_een_jaar_heeft_zijn_er_een_te_veel_met_die_van_elders(string elders, string? uitleg)
    {
        // The first is of Thursday 1 January 2026.
        var regels = Jaar(new LocalDate(2025, 12, 29), 43);
        var persoon = regels[0].Persoon!;

        var signaal = Signalen
            .Van(regels, [], Versie, [new(persoon, 2026, Getal.Lees(elders)), new(persoon, 2025, 99m), new("een ander", 2026, 99m)])
            .SingleOrDefault(s => s.Soort == Jaaruren.Soort);

        Assert.Equal(uitleg, signaal?.Uitleg);
        if (signaal is not null)
        {
            Assert.Equal(("uren-in-een-jaar", 2026), (signaal.Soort, signaal.Jaar));
            Assert.Equal((1_720m, 0.01m, 1_720m), (signaal.Uren, signaal.UrenElders, signaal.MeesteUren));
            Assert.Equal(43, signaal.Regels.Count);
            Assert.Empty(signaal.Elders);
            Assert.Equal(Versie.Post(Postcode.Loon).Artikel, signaal.Artikel);
        }
    }

    [Fact]
    public void Een_jaar_is_er_ook_te_vol_met_een_declaratie_en_een_week_is_van_een_jaar()
    {
        var signaal = Assert.Single(Signalen.Van(Jaar(new LocalDate(2025, 12, 29), 44), [], Versie, []), s => s.Soort == Jaaruren.Soort);

        Assert.Equal((1_760m, 0m), (signaal.Uren, signaal.UrenElders));
        Assert.Equal("Voor één persoon zijn dit meer uren dan een jaar heeft.", signaal.Uitleg);
        // A week earlier the first is of 2025.
        Assert.DoesNotContain(Signalen.Van(Jaar(new LocalDate(2025, 12, 22), 44), [], Versie, []), s => s.Soort == Jaaruren.Soort);
    }

    [Fact]
    public void Een_personeelsnummer_is_van_een_onderneming()
    {
        var eigen = Uren("u1", 36m, medewerker: "0042");

        Assert.Empty(Zoek([eigen], (Ander, AnderKvk, eigen with { Id = "x1" })));
        Assert.Single(Zoek([eigen], (Ander, Kvk, eigen with { Id = "x1" })));
        Assert.Single(Zoek([eigen], (Ander, AnderKvk, eigen with { Id = "x1", Partij = Kvk })));
    }

    /// <summary>The same person, in another case and another year too; with another day or other weeks it is something else.</summary>
    [Theory]
    [InlineData("p jansen", "2026-05-29", true)]
    [InlineData("Jansen, P.", "2026-05-30", false)]
    [InlineData("A. de Boer", "2026-05-29", false)]
    [InlineData(null, "2026-05-29", false)]
    public void Een_traject_met_een_vast_bedrag_telt_voor_een_persoon_een_keer(string? medewerker, string dag, bool dubbel)
    {
        var traject = new Kostenregel("t1", Kostensoort.Traject, "B", Medewerker: "Jansen, P.", AfgerondOp: Dag("2026-05-29"));
        var ander = traject with { Id = "x1", Medewerker = medewerker, AfgerondOp = Dag(dag) };

        var signalen = Zoek([traject], (Ander, AnderKvk, ander));

        Assert.Equal(dubbel ? ["dubbele-prestatie"] : Array.Empty<string>(), signalen.Select(s => s.Soort));
        Assert.All(signalen, s => Assert.Equal([new Vindplaats(Ander, "x1")], s.Elders));
        Assert.Equal(dubbel, Zoek([traject, ander]).Count == 1);
    }

    [Fact]
    public void Een_praktijkleerplaats_van_evenveel_weken_ook()
    {
        var plaats = new Kostenregel("d1", Kostensoort.Praktijkleerplaats, "D", Medewerker: "P-0520", Weken: 40m);

        Assert.Equal("dubbele-prestatie", Assert.Single(Zoek([plaats], (Ander, Kvk, plaats with { Id = "x1", Weken = 40.00m }))).Soort);
        Assert.Empty(Zoek([plaats], (Ander, Kvk, plaats with { Id = "x1", Weken = 12m })));
        Assert.Empty(Zoek([plaats], (Ander, AnderKvk, plaats with { Id = "x1" })));
        // A trajectory is no placement.
        Assert.Empty(Zoek([plaats], (Ander, Kvk, plaats with { Id = "x1", Soort = Kostensoort.Traject })));
    }

    [Fact]
    public void In_wat_wordt_bewaard_staat_geen_naam_en_geen_nummer_en_een_andere_sleutel_geeft_iets_anders()
    {
        var (uren, factuur) = (Afdruk(Zaak, Kvk, Uren("u1", 36m)), Afdruk(Zaak, Kvk, Factuur));

        foreach (var woord in (string[])["jansen", "advies", "0017", "1210"])
        {
            Assert.DoesNotContain(woord, $"{uren} {factuur}", StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(64, uren.Persoon!.Length);
        Assert.NotEqual(uren.Persoon, Regelafdruk.Van(Zaak, Kvk, Uren("u1", 36m), Schuilnaam.Met("een ander geheim")).Persoon);
        Assert.Equal(new Regelafdruk(Zaak, "t1"), Afdruk(Zaak, Kvk, new("t1", Kostensoort.Traject, "B", Medewerker: "P. Jansen")));
    }

    private static Kostenregel Uren(string id, decimal uren, string medewerker = "Jansen, P.", LocalDate? week = null) =>
        new(id, Kostensoort.Uren, "A", Medewerker: medewerker, Week: week ?? Week, Uren: uren);

    private static Regelafdruk Afdruk(string zaak, string kvkNummer, Kostenregel regel) =>
        Regelafdruk.Van(zaak, kvkNummer, regel, Schuilnaam);

    private static IReadOnlyList<Signaal> Zoek(Kostenregel[] regels, params (string Zaak, string Kvk, Kostenregel Regel)[] anderen) =>
        Signalen.Van(
            [.. regels.Select(regel => Afdruk(Zaak, Kvk, regel))],
            [.. anderen.Select(ander => Afdruk(ander.Zaak, ander.Kvk, ander.Regel))],
            Versie,
            []
        );

    /// <summary>Forty hours in each of so many weeks.</summary>
    private static Regelafdruk[] Jaar(LocalDate maandag, int weken) =>
        [.. Enumerable.Range(0, weken).Select(i => Afdruk(Zaak, Kvk, Uren($"u{i}", 40m, week: maandag.PlusWeeks(i))))];
}
