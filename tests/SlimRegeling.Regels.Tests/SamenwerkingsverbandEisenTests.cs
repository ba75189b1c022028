using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>What a partnership must meet, in each version that has the requirement.</summary>
public class SamenwerkingsverbandEisenTests
{
    private static readonly Plan Goed = Verband(200_000.00m);

    public static TheoryData<string> Versies => [.. Regelboek.Laad().Select(v => v.Id)];

    [Theory]
    [MemberData(nameof(Versies))]
    public void Drie_losse_ondernemingen_met_activiteit_C_kunnen_een_samenwerkingsverband_zijn(string versie)
    {
        var beoordeling = Beoordeling.Van(Versie(versie), Goed, Feiten.Geen);

        Assert.True(beoordeling.Subsidiabel);
        Assert.Equal(
            Eiscode.Alle.Where(c =>
                Versie(versie).Eisen.TryGetValue(c, out var eis) && eis.Aanvragertypen.Contains(Aanvragertype.Samenwerkingsverband)
            ),
            beoordeling.Toetsen.Take(beoordeling.Toetsen.Count - Versie(versie).Gronden.Count).Select(t => t.Code)
        );
    }

    [Theory]
    [MemberData(nameof(Versies))]
    public void Een_plan_zonder_activiteit_C_past_niet(string versie)
    {
        var plan = Goed with { Activiteiten = [new(Activiteitsoort.A) { OverigeExterneKosten = 200_000.00m }] };

        Weigert(versie, plan, Eiscode.ActiviteitC);
    }

    [Theory]
    // 182,608.69 + 15% = 209,999.99; a cent more is the minimum.
    [InlineData("182608.69", false)]
    [InlineData("182608.70", true)]
    public void De_subsidiabele_kosten_zijn_sinds_29_april_2021_ten_minste_210000_euro(string kosten, bool genoeg)
    {
        foreach (var versie in Regelboek.Laad())
        {
            var toets = Beoordeling.Van(versie, Verband(Getal.Lees(kosten)), Feiten.Geen).Toets(Eiscode.MinimumKosten);

            Assert.Equal(genoeg || versie.Id == "slim-2020" ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan, toets.Uitkomst);
            Assert.Equal(versie.Eis(Eiscode.MinimumKosten).Artikel, toets.Artikel);
        }
    }

    [Theory]
    [InlineData("4347.82", Toetsuitkomst.NietVoldaan)]
    [InlineData("4347.83", Toetsuitkomst.Voldaan)]
    public void In_2020_geldt_voor_een_samenwerkingsverband_het_algemene_minimum(string kosten, Toetsuitkomst uitkomst) =>
        Assert.Equal(
            uitkomst,
            Beoordeling.Van(Versie("slim-2020"), Verband(Getal.Lees(kosten)), Feiten.Geen).Toets(Eiscode.MinimumKosten).Uitkomst
        );

    [Theory]
    [MemberData(nameof(Versies))]
    public void Er_zijn_ten_minste_twee_mkb_ondernemingen(string versie)
    {
        var school = Partij("10000002", 100_000.00m) with { Soort = Partijsoort.Onderwijsinstelling, Onderneming = null };

        Weigert(versie, Verband(200_000.00m, Partij("10000001", 100_000.00m), school), Eiscode.MkbPartijen);
    }

    [Theory]
    // Each pair: of which party which KVK number. Linked in either direction, through a third party, through an enterprise outside.
    [InlineData("1>2", 2)]
    [InlineData("2>1", 2)]
    [InlineData("1>2 2>3", 1)]
    [InlineData("1>3 2>3", 1)]
    [InlineData("3>1 3>2", 1)]
    [InlineData("1>9 2>9", 2)]
    [InlineData("1>8 2>9", 3)]
    [InlineData("1>8 2>9 1>9 3>8", 1)]
    [InlineData("1>1", 3)]
    [InlineData("", 3)]
    public void Verbonden_ondernemingen_tellen_als_een(string banden, int aantal)
    {
        Deelnemer[] deelnemers =
        [
            .. Enumerable
                .Range(1, 3)
                .Select(i =>
                    Partij($"1000000{i}", 60_000.00m) with
                    {
                        VerbondenMet =
                        [
                            .. banden
                                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                                .Where(b => b[0] == '0' + i)
                                .Select(b => $"1000000{b[2]}"),
                        ],
                    }
                ),
        ];

        foreach (var volgorde in new[] { deelnemers, [.. deelnemers.Reverse()] })
        {
            var toets = Beoordeling.Van(Slim2026, Verband(180_000.00m, volgorde), Feiten.Geen).Toets(Eiscode.MkbPartijen);

            Assert.Equal(new Waarde("aantal", $"{aantal}"), toets.Waarden[0]);
            Assert.Equal(aantal >= 2 ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan, toets.Uitkomst);
        }
    }

    [Fact]
    public void Twee_keer_dezelfde_onderneming_telt_een_keer() =>
        Weigert("slim-2026", Verband(200_000.00m, Partij("10000001", 100_000.00m), Partij("10000001", 100_000.00m)), Eiscode.MkbPartijen);

    [Theory]
    [MemberData(nameof(Versies))]
    public void Een_partij_die_zich_mkb_onderneming_noemt_is_niet_groot(string versie)
    {
        var groot = Partij("10000003", 40_000.00m) with { Onderneming = Klein with { WerkzamePersonen = 250m } };
        var net = groot with { Onderneming = Klein with { WerkzamePersonen = 249.99m } };

        var toets = Weigert(versie, MetDerde(groot), Eiscode.PartijOmvang);
        Assert.Contains("KVK-nummer 10000003", toets.Uitleg, StringComparison.Ordinal);
        Assert.True(Beoordeling.Van(Versie(versie), MetDerde(net), Feiten.Geen).Subsidiabel);
    }

    [Fact]
    public void Een_grote_onderwijsinstelling_mag_meedoen()
    {
        var school = Partij("10000003", 40_000.00m) with
        {
            Soort = Partijsoort.Onderwijsinstelling,
            Onderneming = Klein with { WerkzamePersonen = 900m },
        };

        Assert.True(Beoordeling.Van(Slim2026, MetDerde(school), Feiten.Geen).Subsidiabel);
    }

    [Fact]
    public void De_omvang_van_een_mkb_onderneming_zonder_cijfers_is_niet_te_beoordelen() =>
        Assert.Equal(
            Toetsuitkomst.NietBeoordeeld,
            Beoordeling
                .Van(Slim2026, MetDerde(Partij("10000003", 40_000.00m) with { Onderneming = null }), Feiten.Geen)
                .Toets(Eiscode.PartijOmvang)
                .Uitkomst
        );

    [Theory]
    [InlineData("160000.00", "40000.00", false)]
    [InlineData("160000.01", "39999.99", true)]
    public void Geen_partij_draagt_sinds_29_april_2021_meer_dan_80_procent(string een, string ander, bool teveel)
    {
        var plan = Verband(200_000.00m, Partij("10000001", Getal.Lees(ander)), Partij("10000002", Getal.Lees(een)));

        foreach (var versie in Regelboek.Laad().Where(v => v.Eisen.ContainsKey(Eiscode.AandeelPartij)))
        {
            var toets = Beoordeling.Van(versie, plan, Feiten.Geen).Toets(Eiscode.AandeelPartij);

            Assert.Equal(teveel ? Toetsuitkomst.NietVoldaan : Toetsuitkomst.Voldaan, toets.Uitkomst);
            Assert.Equal(versie.Eis(Eiscode.AandeelPartij).Artikel, toets.Artikel);
        }
        Assert.DoesNotContain(Beoordeling.Van(Versie("slim-2020"), plan, Feiten.Geen).Toetsen, t => t.Code == Eiscode.AandeelPartij);
    }

    [Fact]
    public void Wie_te_veel_draagt_leest_hoeveel()
    {
        var plan = Verband(200_000.00m, Partij("10000001", 160_000.01m), Partij("10000002", 39_999.99m));

        Assert.Equal(
            "De partij met KVK-nummer 10000001 draagt € 160.000,01 van de € 200.000,00. Dat is meer dan 80%. Verdeel de kosten anders. "
                + "(artikel 2.1)",
            Beoordeling.Van(Slim2026, plan, Feiten.Geen).Toets(Eiscode.AandeelPartij).Uitleg
        );
    }

    [Fact]
    public void Alleen_met_een_brancheorganisatie_wordt_haar_oprichting_beoordeeld()
    {
        var branche = Partij("10000003", 40_000.00m) with { Soort = Partijsoort.Brancheorganisatie, Onderneming = null };
        var nee = new Feiten { Oordelen = new Dictionary<string, bool> { [Eiscode.BrancheorganisatieOpgericht] = false } };

        Assert.Equal(
            [Toetsuitkomst.NietVanToepassing, Toetsuitkomst.NietBeoordeeld, Toetsuitkomst.NietVoldaan],
            new[] { (Goed, Feiten.Geen), (MetDerde(branche), Feiten.Geen), (MetDerde(branche), nee) }.Select(x =>
                Beoordeling.Van(Slim2026, x.Item1, x.Item2).Toets(Eiscode.BrancheorganisatieOpgericht).Uitkomst
            )
        );
    }

    [Fact]
    public void Zonder_opgave_van_steun_is_de_ruimte_niet_beoordeeld_en_met_opgave_telt_elke_partij_haar_eigen_steun()
    {
        var feiten = new Feiten
        {
            Peildatum = new(2026, 7, 1),
            Steun = [new(270_000.00m, new(2026, 1, 1)), new(300_000.00m, new(2026, 1, 1)) { KvkNummer = "10000003" }],
        };

        var beoordeling = Beoordeling.Van(Slim2026, Goed, feiten);

        // Without a number it is that of the hoofdaanvrager, 10000001: 30,000 is left of 70,500; 10000003 gets nothing.
        Assert.Equal(Toetsuitkomst.NietBeoordeeld, Beoordeling.Van(Slim2026, Goed, Feiten.Geen).Toets(Eiscode.DeMinimisruimte).Uitkomst);
        Assert.Equal([30_000.00m, 42_300.00m, 0m], beoordeling.Berekening.Delen.Select(d => d.Bedrag));
        Assert.Equal(72_300.00m, beoordeling.Subsidiebedrag);
        Assert.True(beoordeling.Berekening.MaximumToegepast);
        Assert.Equal(Toetsuitkomst.Voldaan, beoordeling.Toets(Eiscode.DeMinimisruimte).Uitkomst);
        Assert.Equal(
            "Uw samenwerkingsverband kan nog de-minimissteun krijgen, maar deze partij niet en zij krijgt dus niets: KVK-nummer 10000003. "
                + "(artikel 2.8, tweede lid)",
            beoordeling.Toets(Eiscode.DeMinimisruimte).Uitleg
        );
        Assert.Contains(
            "KVK-nummer 10000001: verlaagd van € 70.500,00 tot de ruimte onder het de-minimisplafond",
            beoordeling.Berekening.Regels.Select(r => r.Omschrijving)
        );
    }

    [Fact]
    public void Zonder_ruimte_voor_een_enkele_onderneming_is_er_niets_te_verlenen()
    {
        var school = Partij("10000003", 40_000.00m) with { Soort = Partijsoort.Onderwijsinstelling, Onderneming = null };
        var feiten = new Feiten
        {
            Peildatum = new(2026, 7, 1),
            Steun =
            [
                new(300_000.00m, new(2026, 1, 1)) { KvkNummer = "10000001" },
                new(300_000.00m, new(2026, 1, 1)) { KvkNummer = "10000002" },
            ],
        };

        Assert.Equal(
            Toetsuitkomst.NietVoldaan,
            Beoordeling.Van(Slim2026, MetDerde(school), feiten).Toets(Eiscode.DeMinimisruimte).Uitkomst
        );
        Assert.True(Beoordeling.Van(Slim2026, MetDerde(school), feiten with { Steun = [] }).Subsidiabel);
    }

    private static Plan MetDerde(Deelnemer derde) =>
        Verband(200_000.00m, Partij("10000001", 80_000.00m), Partij("10000002", 80_000.00m), derde);

    private static Toets Weigert(string versie, Plan plan, string eis)
    {
        var beoordeling = Beoordeling.Van(Versie(versie), plan, Feiten.Geen);

        Assert.False(beoordeling.Subsidiabel);
        Assert.Equal(0m, beoordeling.Subsidiebedrag);
        Assert.Equal(
            [eis, Grondcode.EisenRegeling],
            beoordeling.Toetsen.Where(t => t.Uitkomst == Toetsuitkomst.NietVoldaan).Select(t => t.Code)
        );
        return beoordeling.Toets(eis);
    }
}
