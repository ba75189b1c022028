using System.Text.Json;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

public class BeoordelingTests
{
    private static readonly Feiten AllesBekend = new()
    {
        Peildatum = new(2026, 7, 1),
        Steun = [],
        NietVastgesteldeZaken = [],
        VerleendInTijdvak = [],
        VerklaringenAanwezig = true,
        PastOnderPlafond = true,
        Oordelen = Grondcode.DoorBeoordelaar.Concat(Eiscode.DoorBeoordelaar).ToDictionary(code => code, _ => true),
    };

    [Fact]
    public void De_zaak_is_subsidiabel_en_noemt_versie_en_hash()
    {
        var beoordeling = Beoordeling.Van(Slim2026, Zaak, AllesBekend);

        Assert.True(beoordeling.Subsidiabel);
        Assert.Equal(Grootteklasse.Klein, beoordeling.Grootteklasse);
        Assert.Equal(11_040.00m, beoordeling.Subsidiebedrag);
        Assert.Equal(5_520.00m, beoordeling.Voorschot);
        Assert.Equal(("slim-2026", Slim2026.Hash), (beoordeling.Regelversie, beoordeling.Parametershash));
        Assert.DoesNotContain(beoordeling.Toetsen, t => t.Uitkomst is Toetsuitkomst.NietVoldaan or Toetsuitkomst.NietBeoordeeld);
    }

    [Fact]
    public void Wat_het_plan_alleen_niet_kan_zeggen_is_niet_beoordeeld_en_houdt_niets_tegen()
    {
        var beoordeling = Beoordeling.Van(Slim2026, Zaak, Feiten.Geen);

        Assert.True(beoordeling.Subsidiabel);
        Assert.Equal(11_040.00m, beoordeling.Subsidiebedrag);
        Assert.All(
            Grondcode.Alle.Where(g => g != Grondcode.EisenRegeling),
            code => Assert.Equal(Toetsuitkomst.NietBeoordeeld, beoordeling.Toets(code).Uitkomst)
        );
    }

    [Fact]
    public void Elke_eis_en_elke_grond_komt_een_keer_terug_met_het_artikel_van_de_versie()
    {
        var toetsen = Beoordeling.Van(Slim2026, Zaak, AllesBekend).Toetsen;

        Assert.Equal(Getoetst.Concat(Grondcode.Alle), toetsen.Select(t => t.Code));
        Assert.Equal(
            Getoetst.Select(c => Slim2026.Eis(c).Artikel).Concat(Grondcode.Alle.Select(c => Slim2026.Grond(c).Artikel)),
            toetsen.Select(t => t.Artikel)
        );
        Assert.Equal("2.12, onderdeel k", Slim2026.Grond(Grondcode.LopendProject).Artikel);
    }

    public static TheoryData<string> Beoordeeld => [.. Grondcode.DoorBeoordelaar];

    [Theory]
    [InlineData("niet-haalbar")]
    [InlineData(Grondcode.PlafondOverschreden)]
    [InlineData(Eiscode.MinimumKosten)]
    public void Een_oordeel_over_iets_wat_niemand_beoordeelt_is_een_fout(string code) =>
        Assert.Throws<ArgumentException>(() =>
            Beoordeling.Van(Slim2026, Zaak, AllesBekend with { Oordelen = new Dictionary<string, bool> { [code] = true } })
        );

    [Theory]
    [MemberData(nameof(Beoordeeld))]
    public void Een_grond_die_de_beoordelaar_aanwezig_acht_weigert(string grond)
    {
        var oordelen = AllesBekend.Oordelen.ToDictionary(o => o.Key, o => o.Key != grond);

        Weigert(grond, Zaak, AllesBekend with { Oordelen = oordelen });
    }

    [Fact]
    public void Een_eerdere_A_of_C_die_niet_is_vastgesteld_weigert_en_de_uitleg_noemt_de_zaak()
    {
        var toets = Weigert(Grondcode.LopendProject, Zaak, AllesBekend with { NietVastgesteldeZaken = ["SLIM-0000000001"] });

        Assert.Equal(
            "Een eerdere subsidie voor A of C is nog niet vastgesteld (SLIM-0000000001). Vraag opnieuw aan als dat is gebeurd, of vraag "
                + "alleen B aan. (artikel 2.12, onderdeel k)",
            toets.Uitleg
        );
    }

    [Fact]
    public void Een_lopend_project_staat_een_aanvraag_voor_alleen_B_niet_in_de_weg()
    {
        var alleenB = Met(new Activiteit(Activiteitsoort.B) { Trajecten = 1 });

        var beoordeling = Beoordeling.Van(Slim2026, alleenB, AllesBekend with { NietVastgesteldeZaken = ["SLIM-0000000001"] });

        Assert.True(beoordeling.Subsidiabel);
        Assert.Equal(Toetsuitkomst.NietVanToepassing, beoordeling.Toets(Grondcode.LopendProject).Uitkomst);
    }

    [Fact]
    public void Een_vergelijkbaar_plan_in_hetzelfde_tijdvak_weigert() =>
        Weigert(Grondcode.AlVerleendInTijdvak, Zaak, AllesBekend with { VerleendInTijdvak = ["SLIM-0000000001"] });

    [Fact]
    public void Een_ontbrekende_verklaring_weigert() =>
        Weigert(Grondcode.VerklaringOntbreekt, Zaak, AllesBekend with { VerklaringenAanwezig = false });

    [Fact]
    public void Een_bereikt_plafond_weigert() =>
        Weigert(Grondcode.PlafondOverschreden, Zaak, AllesBekend with { PastOnderPlafond = false });

    [Theory]
    // 4,347.82 + 652.17 = 4,999.99; 4,347.83 + 652.17 = 5,000.00, and 60% of that is the smallest subsidy.
    [InlineData("4347.82", false, "0.00")]
    [InlineData("4347.83", true, "3000.00")]
    public void De_subsidiabele_kosten_van_A_en_C_moeten_5000_euro_zijn(string kosten, bool subsidiabel, string bedrag)
    {
        var beoordeling = Beoordeling.Van(Slim2026, MetExterneKosten(Getal.Lees(kosten)), AllesBekend);

        Assert.Equal(subsidiabel, beoordeling.Subsidiabel);
        Assert.Equal(Getal.Lees(bedrag), beoordeling.Subsidiebedrag);
        Assert.Equal(subsidiabel ? Toetsuitkomst.Voldaan : Toetsuitkomst.NietVoldaan, beoordeling.Toets(Grondcode.EisenRegeling).Uitkomst);
    }

    [Fact]
    public void De_uitleg_van_grond_a_noemt_de_eis_in_woorden()
    {
        var toets = Beoordeling.Van(Slim2026, MetExterneKosten(1_000m), AllesBekend).Toets(Grondcode.EisenRegeling);

        Assert.Equal(
            "Uw aanvraag voldoet niet aan: De subsidiabele kosten van A en C halen het minimum. De uitleg staat bij elke eis. "
                + "(artikel 2.12, onderdeel a)",
            toets.Uitleg
        );
    }

    [Fact]
    public void Loopbaantrajecten_tellen_niet_mee_voor_het_minimum()
    {
        var plan = Met(new(Activiteitsoort.A) { OverigeExterneKosten = 1_000.00m }, new(Activiteitsoort.B) { Trajecten = 10 });

        Assert.False(Beoordeling.Van(Slim2026, plan, AllesBekend).Subsidiabel);
    }

    [Fact]
    public void Een_praktijkleerplaats_maakt_het_hele_plan_niet_subsidiabel()
    {
        var plan = Zaak with { Activiteiten = [.. Zaak.Activiteiten, new(Activiteitsoort.D)] };

        var beoordeling = Beoordeling.Van(Slim2026, plan, AllesBekend);

        Assert.False(beoordeling.Subsidiabel);
        Assert.Equal(Toetsuitkomst.NietVoldaan, beoordeling.Toets(Eiscode.Activiteitsoort).Uitkomst);
    }

    [Fact]
    public void Een_soort_aanvrager_die_de_versie_niet_kent_wordt_geweigerd_en_ziet_wat_er_nog_meer_is()
    {
        var beoordeling = Beoordeling.Van(Slim2026, Zaak with { Aanvragertype = Aanvragertype.Grootbedrijf }, AllesBekend);

        Assert.False(beoordeling.Subsidiabel);
        Assert.Null(beoordeling.Berekening.Percentage);
        Assert.Equal(("2.19 en 2.21", Toetsuitkomst.NietVoldaan), Uitkomst(beoordeling.Toets(Eiscode.Aanvragertype)));
        Assert.Equal(Toetsuitkomst.NietVoldaan, beoordeling.Toets(Grondcode.EisenRegeling).Uitkomst);
        Assert.Equal(Toetsuitkomst.Voldaan, beoordeling.Toets(Eiscode.MinimumKosten).Uitkomst);
        Assert.Equal(
            "Een grootbedrijf kan in dit tijdvak niet aanvragen. Dat kan alleen als mkb-onderneming of samenwerkingsverband. Ga na of u "
                + "zo kunt aanvragen. (artikel 2.19 en 2.21)",
            beoordeling.Toets(Eiscode.Aanvragertype).Uitleg
        );
    }

    [Fact]
    public void Een_tijdvak_voor_een_ander_soort_aanvrager_weigert_en_noemt_voor_wie_het_is()
    {
        var beoordeling = Beoordeling.Van(Slim2026, Zaak, AllesBekend with { TijdvakVoor = Aanvragertype.Samenwerkingsverband });

        Assert.False(beoordeling.Subsidiabel);
        Assert.Equal(
            "Dit tijdvak is voor een samenwerkingsverband. U vraagt aan als mkb-onderneming. Vraag aan in een tijdvak dat voor u is "
                + "bedoeld. (artikel 2.19 en 2.21)",
            beoordeling.Toets(Eiscode.Aanvragertype).Uitleg
        );
        Assert.True(Beoordeling.Van(Slim2026, Zaak, AllesBekend with { TijdvakVoor = Aanvragertype.MkbOnderneming }).Subsidiabel);
    }

    [Theory]
    [InlineData("50000.00", Toetsuitkomst.NietVanToepassing)]
    [InlineData("50000.01", Toetsuitkomst.NietBeoordeeld)]
    public void Offertes_zijn_pas_nodig_boven_50000_euro(string kosten, Toetsuitkomst uitkomst) =>
        Assert.Equal(
            ("2.14, derde lid", uitkomst),
            Uitkomst(Beoordeling.Van(Slim2026, MetExterneKosten(Getal.Lees(kosten)), Feiten.Geen).Toets(Eiscode.Marktconformiteit))
        );

    [Fact]
    public void Elke_uitkomst_is_in_woorden_uit_te_leggen()
    {
        var gemist = AllesBekend with { Oordelen = AllesBekend.Oordelen.ToDictionary(o => o.Key, _ => false) };
        var alles = Zaak with { Activiteiten = [.. Zaak.Activiteiten, new(Activiteitsoort.B) { Trajecten = 1 }] };
        Plan[] plannen =
        [
            Zaak,
            alles,
            MetExterneKosten(1_000m),
            MetExterneKosten(60_000m),
            Met(new Activiteit(Activiteitsoort.B)),
            Met(new Activiteit(Activiteitsoort.D)),
            Zaak with
            {
                Aanvragertype = Aanvragertype.Grootbedrijf,
            },
            Zaak with
            {
                Onderneming = Klein with { WerkzamePersonen = 300m },
            },
        ];
        Feiten[] feiten =
        [
            Feiten.Geen,
            AllesBekend,
            gemist,
            AllesBekend with
            {
                NietVastgesteldeZaken = ["SLIM-1"],
                VerleendInTijdvak = ["SLIM-2"],
                PastOnderPlafond = false,
            },
            AllesBekend with
            {
                VerklaringenAanwezig = false,
                Steun = [new(300_000m, new(2026, 1, 1))],
            },
        ];

        var toetsen = plannen.SelectMany(p => feiten.SelectMany(f => Beoordeling.Van(Slim2026, p, f).Toetsen)).ToList();

        Assert.All(toetsen, t => Assert.EndsWith($"(artikel {t.Artikel})", t.Uitleg, StringComparison.Ordinal));
        Assert.All(
            Getoetst.Concat(Grondcode.Alle),
            code => Assert.Contains(toetsen, t => t.Code == code && t.Uitkomst == Toetsuitkomst.NietVoldaan)
        );
    }

    [Fact]
    public void Een_opgeslagen_beoordeling_bewaart_codes_en_waarden_en_legt_zich_later_hetzelfde_uit()
    {
        var beoordeling = Beoordeling.Van(Slim2026, Zaak, AllesBekend);

        var json = JsonSerializer.Serialize(beoordeling);
        var terug = JsonSerializer.Deserialize<Beoordeling>(json)!;

        Assert.DoesNotContain("Uitleg", json, StringComparison.Ordinal);
        Assert.DoesNotContain("Omschrijving", json, StringComparison.Ordinal);
        Assert.Equal(beoordeling.Toetsen.Select(t => t.Uitleg), terug.Toetsen.Select(t => t.Uitleg));
        Assert.Equal(beoordeling.Berekening.Regels.Select(r => r.Omschrijving), terug.Berekening.Regels.Select(r => r.Omschrijving));
    }

    private static Toets Weigert(string grond, Plan plan, Feiten feiten)
    {
        var beoordeling = Beoordeling.Van(Slim2026, plan, feiten);
        var toets = beoordeling.Toets(grond);

        Assert.False(beoordeling.Subsidiabel);
        Assert.Equal(0m, beoordeling.Subsidiebedrag);
        Assert.Equal([grond], beoordeling.Toetsen.Where(t => t.Uitkomst == Toetsuitkomst.NietVoldaan).Select(t => t.Code));
        Assert.Equal(Slim2026.Grond(grond).Artikel, toets.Artikel);
        return toets;
    }

    private static (string, Toetsuitkomst) Uitkomst(Toets toets) => (toets.Artikel, toets.Uitkomst);
}
