using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Claiming back, from the decision to the last cent: each step by who may and when the law lets it (title 4.4 Awb).</summary>
public sealed class VorderingTests
{
    [Fact]
    public void Een_ander_dan_wie_voorstelde_tekent_en_pas_de_tweede_handtekening_besluit()
    {
        var voorgesteld = Gedaan(Ontstaan(), Voorgesteld(Ontstaan()));
        var hash = voorgesteld.Voorstel!.Hash;

        Assert.Equal("zelf-voorgesteld", Teken(voorgesteld, hash, "fien", Besluitdag).Weigering!.Code);
        Assert.Equal("ander-voorstel", Teken(voorgesteld, "h", "fred", Besluitdag).Weigering!.Code);
        var eerste = Gedaan(voorgesteld, Teken(voorgesteld, hash, "fred", Besluitdag));
        Assert.Null(eerste.Besloten);
        Assert.Equal("zelfde-persoon", Teken(eerste, hash, "fred", Besluitdag).Weigering!.Code);
        var besloten = Gedaan(eerste, Teken(eerste, hash, "cor", Besluitdag)).Besloten!;
        Assert.Equal((Id, 1520m, 5520m, 0m), (besloten.Besluit, besloten.Bedrag, besloten.Betaald, besloten.EerderGevorderd));
        Assert.Equal(["fien", "fred", "cor"], besloten.Ondertekenaars);
    }

    [Fact]
    public void Wie_een_belang_meldde_tekent_niet_en_wat_die_voorstelde_wordt_niet_getekend()
    {
        var voorgesteld = Gedaan(Ontstaan(), Voorgesteld(Ontstaan()));

        Assert.Equal(
            "eigen-belang",
            VoorstelOndertekenen
                .Beslis(voorgesteld, voorgesteld.Voorstel!.Hash, "fred", new(Versie, ["fred"]), Op(Besluitdag))
                .Weigering!.Code
        );
        Assert.Equal(
            "voorstel-met-belang",
            VoorstelOndertekenen
                .Beslis(voorgesteld, voorgesteld.Voorstel.Hash, "fred", new(Versie, ["fien"]), Op(Besluitdag))
                .Weigering!.Code
        );
    }

    [Fact]
    public void Terugvorderen_kan_vijf_jaar_en_alleen_wat_is_ontvangen()
    {
        Assert.Equal("te-laat-om-terug-te-vorderen", Stel(5520m, [], Besluitdag.PlusYears(-5).PlusDays(-1)));
        Assert.Null(Stel(5520m, [], Besluitdag.PlusYears(-5)));
        Assert.Equal("betaling-onderweg", Stel(5520m, [$"{Nummer}-B1"], Besluitdag));
        Assert.Equal("betaling-onderweg", Stel(1519m, [], Besluitdag));

        static string? Stel(decimal betaald, IReadOnlyList<string> onderweg, LocalDate vastgesteld) =>
            TerugvorderenVoorstellen
                .Beslis(Ontstaan(), new("a"), new(betaald, onderweg, 0m, Op(vastgesteld)), () => Tekst, "fien", Versie, Op(Besluitdag))
                .Weigering?.Code;
    }

    [Fact]
    public void De_termijn_begint_met_de_brief_en_zes_weken_later_begint_het_verzuim()
    {
        var lopend = Lopend();

        Assert.Equal((Uiterlijk, Uiterlijk.PlusDays(1)), (lopend.Termijn!.Uiterlijk, lopend.Verzuim!.Value));
        Assert.Equal(Vorderingstand.Loopt, lopend.Stand(Uiterlijk));
        Assert.Equal(Vorderingstand.InVerzuim, lopend.Stand(Uiterlijk.PlusDays(1)));
        Assert.Equal(Uiterlijk.PlusYears(5), lopend.Verjaart(Versie, Uiterlijk));
        Assert.Empty(BijBriefVerzonden.Beslis(lopend, Brief("terugvordering", Uiterlijk), Versie).Gebeurtenissen);
        Assert.Equal("onbekend-besluit", BijBriefVerzonden.Beslis(Ontstaan(), Brief("terugvordering", Uiterlijk), Versie).Weigering!.Code);
    }

    [Fact]
    public void Na_de_termijn_volgt_een_keer_een_aanmaning_met_haar_vergoeding()
    {
        var lopend = Lopend();

        Assert.Empty(Aanmanen.Beslis(lopend, Versie, Op(Uiterlijk)).Gebeurtenissen);
        // The statement of the last day is read on the day after it.
        Assert.Empty(Aanmanen.Beslis(lopend, Versie, Op(Aanmaandag.PlusDays(-1))).Gebeurtenissen);
        var aangemaand = Assert.IsType<VorderingAangemaand>(Assert.Single(Aanmanen.Beslis(lopend, Versie, Op(Aanmaandag)).Gebeurtenissen));
        Assert.Equal((1520m, 19m), (aangemaand.Openstaand, aangemaand.Vergoeding));
        Assert.Empty(Aanmanen.Beslis(Aangemaand(), Versie, Op(Aanmaandag.PlusDays(1))).Gebeurtenissen);
        Assert.Equal(new LocalDate(2025, 5, 1), Aangemaand().Aanmaningstermijn!.Uiterlijk);
        Assert.Equal(new Toerekening(19m, 0m, 1520m), Aangemaand().Open);
    }

    [Fact]
    public void Wie_op_de_laatste_dag_alles_betaalde_was_niet_in_verzuim_en_de_aanmaning_kost_dan_niets()
    {
        // Heard of after the reminder, in two movements.
        var deels = Betaald(Aangemaand(), 1000m, Uiterlijk.PlusDays(-1));
        Assert.Equal(new Toerekening(19m, 0m, 520m), deels.Open);
        var (beslissing, over) = deels.Ontvang("m2", 520m, Uiterlijk, Op(Aanmaandag.PlusDays(1)));
        var vervallen = Assert.Single(beslissing.Gebeurtenissen.OfType<VorderingskostenVervallen>());
        Assert.Equal((19m, 0m), (vervallen.Bedrag, over));
        Assert.Equal(1520m, Assert.Single(beslissing.Gebeurtenissen.OfType<VorderingVoldaan>()).Betaald);
        var voldaan = Gedaan(deels, beslissing);
        Assert.Equal((Toerekening.Niets, Vorderingstand.Voldaan), (voldaan.Open, voldaan.Stand(Aanmaandag)));

        var (aangemaand, terug) = (Boeking.Van(Id, Aangemaand().Aangemaand!)!, Boeking.Van(Id, vervallen)!);
        var samen = aangemaand.Regels.Concat(terug.Regels).GroupBy(r => r.Rekening);
        Assert.All(samen, r => Assert.Equal(0m, r.Sum(s => s.Debet - s.Credit)));

        // A day later, or a cent less, is too late.
        Assert.Equal(new Toerekening(0m, 0m, 19m), Betaald(Aangemaand(), 1520m, Uiterlijk.PlusDays(1)).Open);
        Assert.Equal(new Toerekening(19m, 0m, 0.01m), Betaald(Aangemaand(), 1519.99m, Uiterlijk).Open);
    }

    [Fact]
    public void Geld_gaat_naar_kosten_dan_rente_dan_de_hoofdsom_en_wat_te_veel_is_blijft_over()
    {
        var dag = Uiterlijk.PlusDays(200);
        var vordering = Gedaan(Aangemaand(), Rente(Aangemaand(), dag));
        vordering = Getekend(vordering, dag);
        var rente = vordering.Open.Rente;
        Assert.True(rente > 20m);

        var deels = Betaald(vordering, 19m + rente + 500m, dag);
        Assert.Equal(new Toerekening(0m, 0m, 1020m), deels.Open);
        Assert.Empty(deels.Ontvang("m1", 500m, dag, Op(dag)).Beslissing.Gebeurtenissen);
        var (beslissing, rest) = deels.Ontvang("m2", 1020.01m, dag, Op(dag));
        Assert.Equal(0.01m, rest);
        Assert.Equal(19m + rente + 1520m, Assert.Single(beslissing.Gebeurtenissen.OfType<VorderingVoldaan>()).Betaald);
        Assert.Equal(Vorderingstand.Voldaan, Gedaan(deels, beslissing).Stand(dag));
    }

    [Fact]
    public void Op_tijd_betaald_geeft_geen_rente_en_onder_de_drempel_ook_niet()
    {
        Assert.Equal("niet-in-verzuim", Rente(Lopend(), Uiterlijk.PlusDays(1)).Weigering!.Code);
        Assert.Equal("niet-in-verzuim", Rente(Betaald(Lopend(), 1520m, Uiterlijk), Uiterlijk).Weigering!.Code);
        var opTijd = Betaald(Lopend(), 1520m, Uiterlijk);
        Assert.Equal(0m, opTijd.Rente(Versie, Uiterlijk.PlusYears(2)));
        Assert.Equal("rente-onder-drempel", Rente(opTijd, Uiterlijk.PlusYears(2)).Weigering!.Code);
        Assert.Equal("rente-onder-drempel", Rente(Lopend(), Uiterlijk.PlusDays(20)).Weigering!.Code);
    }

    [Fact]
    public void Wie_te_laat_betaalt_is_rente_schuldig_tot_de_dag_van_betaling_ook_als_die_later_wordt_vastgesteld()
    {
        var betaald = Betaald(Lopend(20_000m), 20_000m, Uiterlijk.PlusDays(31));

        // Thirty days at 6%: 20,000 x 0.06 x 30 / 365.
        Assert.Equal(98.63m, betaald.Rente(Versie, Uiterlijk.PlusYears(1)));
        var gedaan = Gedaan(betaald, Rente(betaald, Uiterlijk.PlusDays(40)));
        Assert.Equal(98.63m, Getekend(gedaan, Uiterlijk.PlusDays(40)).Open.Rente);
    }

    [Fact]
    public void Wat_lager_wordt_gevorderd_heeft_over_dat_deel_nooit_rente_gedragen()
    {
        var lager = Gedaan(Lopend(20_000m), Lopend(20_000m).StelBij(10_000m, "BZ1", Op(Uiterlijk.PlusDays(30))));

        Assert.Equal(Lopend(10_000m).Rente(Versie, Uiterlijk.PlusDays(100)), lager.Rente(Versie, Uiterlijk.PlusDays(100)));
    }

    [Fact]
    public void In_termijnen_betalen_houdt_de_aanmaning_tegen_tot_een_termijn_is_gemist_en_de_regeling_ingetrokken()
    {
        var dag = Uiterlijk.PlusDays(-5);
        var fout = Regeling(Lopend(), dag, (Uiterlijk.PlusMonths(1), 760m), (Uiterlijk.PlusMonths(2), 750m));
        Assert.Equal("termijnen", Assert.Single(fout.Weigering!.Fouten).Veld);
        Assert.Equal(422, fout.Weigering.Status);
        Assert.NotNull(Regeling(Lopend(), dag, (Uiterlijk.PlusMonths(2), 760m), (Uiterlijk.PlusMonths(1), 760m)).Weigering);

        var goed = Gedaan(Lopend(), Regeling(Lopend(), dag, (Uiterlijk.PlusMonths(1), 760m), (Uiterlijk.PlusMonths(2), 760m)));
        var regeling = Getekend(goed, dag);
        Assert.Equal(Vorderingstand.Regeling, regeling.Stand(Uiterlijk.PlusMonths(1)));
        Assert.Empty(Aanmanen.Beslis(regeling, Versie, Op(Uiterlijk.PlusMonths(1))).Gebeurtenissen);
        Assert.Equal(0m, Betaald(regeling, 760m, Uiterlijk.PlusMonths(1)).Achterstand(Uiterlijk.PlusMonths(1).PlusDays(1)));
        Assert.Equal("regeling-nagekomen", Einde(regeling, Uiterlijk.PlusMonths(1)).Weigering!.Code);

        var gemist = Uiterlijk.PlusMonths(1).PlusDays(1);
        Assert.Equal(760m, regeling.Achterstand(gemist));
        var ingetrokken = Getekend(Gedaan(regeling, Einde(regeling, gemist)), gemist);
        Assert.IsType<VorderingAangemaand>(Aanmanen.Beslis(ingetrokken, Versie, Op(gemist)).Gebeurtenissen[0]);
    }

    [Fact]
    public void Een_dwangbevel_kan_pas_na_de_aanmaning_en_zijn_kosten_zijn_voor_de_schuldenaar()
    {
        var na = new LocalDate(2025, 5, 2);
        Assert.Equal("niet-aangemaand", Bevel(Lopend(), na).Weigering!.Code);
        Assert.Equal("aanmaningstermijn-loopt", Bevel(Aangemaand(), na.PlusDays(-1)).Weigering!.Code);
        Assert.Equal("niets-te-betekenen", Betekend(Aangemaand(), na).Weigering!.Code);

        var bevel = Getekend(Gedaan(Aangemaand(), Bevel(Aangemaand(), na)), na);
        Assert.Equal(1539m, bevel.Dwangbevel!.Openstaand.Totaal);
        Assert.Equal(new Toerekening(119m, 0m, 1520m), Gedaan(bevel, Betekend(bevel, na)).Open);
    }

    [Theory]
    [InlineData(Belemmering.Faillissement, "curator")]
    [InlineData(Belemmering.Surseance, "bewindvoerder")]
    [InlineData(Belemmering.Schuldsanering, "bewindvoerder")]
    [InlineData(Belemmering.Overlijden, "erfgenamen")]
    public void Faillissement_en_overlijden_houden_aanmanen_en_dwang_tegen_en_zeggen_wat_te_doen(Belemmering soort, string wie)
    {
        var vanaf = Uiterlijk.PlusDays(10);
        var gemeld = Belemmeren.Beslis(Lopend(), new Belemmeren.Verzoek(soort, vanaf, "Register."), () => Tekst, "fien", Op(vanaf));
        var belemmerd = Gedaan(Lopend(), gemeld);

        Assert.Empty(Aanmanen.Beslis(belemmerd, Versie, Op(vanaf)).Gebeurtenissen);
        Assert.Contains(wie, Bevel(belemmerd, vanaf).Weigering!.Uitleg, StringComparison.Ordinal);
        Assert.Contains(wie, VorderingenTonen.Van(belemmerd, Versie, vanaf).Volgende, StringComparison.Ordinal);
        var loopt = soort is Belemmering.Surseance or Belemmering.Overlijden;
        Assert.Equal(loopt, belemmerd.Rente(Versie, vanaf.PlusDays(100)) > belemmerd.Rente(Versie, vanaf));
        var einde = new Belemmeren.Einde("Opgeheven.");
        Assert.Equal("zelf-gemeld", Belemmeren.Beslis(belemmerd, einde, () => Tekst, "fien", Op(vanaf)).Weigering!.Code);
        var op = Belemmeren.Beslis(belemmerd, einde, () => Tekst, "fred", Op(vanaf));
        Assert.NotEmpty(Aanmanen.Beslis(Gedaan(belemmerd, op), Versie, Op(vanaf)).Gebeurtenissen);
    }

    [Fact]
    public void Afboeken_vragen_twee_handtekeningen_en_een_reden_en_wat_daarna_wegvalt_was_nooit_verloren()
    {
        Assert.Equal(422, AfboekenVoorstellen.Beslis(Aangemaand(), new(" "), () => Tekst, "fien", Op(Uiterlijk)).Weigering!.Status);
        var voorgesteld = Gedaan(
            Aangemaand(),
            AfboekenVoorstellen.Beslis(Aangemaand(), new("Niets te verhalen."), () => Tekst, "fien", Op(Uiterlijk))
        );
        Assert.Equal(0m, Gedaan(voorgesteld, Teken(voorgesteld, voorgesteld.Voorstel!.Hash, "fred", Uiterlijk)).Afgeboekt.Totaal);
        var afgeboekt = Getekend(voorgesteld, Uiterlijk);
        Assert.Equal((new Toerekening(19m, 0m, 1520m), Vorderingstand.Afgeboekt), (afgeboekt.Afgeboekt, afgeboekt.Stand(Uiterlijk)));

        var lager = Gedaan(afgeboekt, afgeboekt.StelBij(520m, "BZ1", Op(Uiterlijk)));
        Assert.Equal((520m, 0m), (lager.Afgeboekt.Hoofdsom, lager.Open.Hoofdsom));
    }

    [Fact]
    public void Geld_dat_binnenkomt_of_een_lagere_vordering_doet_een_voorstel_vervallen()
    {
        var voorgesteld = Gedaan(Aangemaand(), AfboekenVoorstellen.Beslis(Aangemaand(), new("Niets."), () => Tekst, "fien", Op(Uiterlijk)));

        Assert.Null(Betaald(voorgesteld, 10m, Uiterlijk).Voorstel);
        Assert.Null(Gedaan(voorgesteld, voorgesteld.StelBij(1000m, "BZ1", Op(Uiterlijk))).Voorstel);
    }

    [Fact]
    public void Wat_na_het_besluit_meer_wordt_is_een_nieuwe_vordering_en_wat_minder_wordt_gaat_van_de_nieuwste_af()
    {
        var (eerste, tweede) = (Betaald(Lopend(), 500m, Uiterlijk), Ontstaan(300m) with { Id = $"{Nummer}-TV2" });

        Assert.Equal([(1520m, false), (80m, true)], Verdeel([eerste], 1600m));
        Assert.Equal([(1520m, false), (400m, false)], Verdeel([eerste, tweede], 1920m));
        Assert.Equal([(1420m, false), (0m, false)], Verdeel([eerste, tweede], 1420m));
        // What was repaid is due again: the obligation orders it, and the claim stays as it was paid.
        Assert.Equal([(500m, false), (0m, false)], Verdeel([eerste, tweede], 0m));

        static IEnumerable<(decimal, bool)> Verdeel(IReadOnlyList<Vordering> vorderingen, decimal gevorderd) =>
            Vordering.Verdeel(vorderingen, gevorderd).Select(v => (v.Hoofdsom, v.Vordering is null));
    }

    private static Beslissing Rente(Vordering vordering, LocalDate dag) =>
        RenteVoorstellen.Beslis(vordering, new("Te laat."), () => Tekst, "fien", Versie, Op(dag));

    private static Beslissing Regeling(
        Vordering vordering,
        LocalDate dag,
        params IReadOnlyList<(LocalDate Dag, decimal Bedrag)> termijnen
    ) =>
        RegelingVoorstellen.Beslis(
            vordering,
            new RegelingVoorstellen.Verzoek("Gevraagd.", [.. termijnen.Select(t => new Termijnbetaling(t.Dag, t.Bedrag))]),
            () => Tekst,
            "fien",
            Versie,
            Op(dag)
        );

    private static Beslissing Einde(Vordering vordering, LocalDate dag) =>
        RegelingVoorstellen.Beslis(vordering, new RegelingVoorstellen.Einde("Gemist."), () => Tekst, "fien", Op(dag));

    private static Beslissing Bevel(Vordering vordering, LocalDate dag) =>
        DwangbevelVoorstellen.Beslis(vordering, new DwangbevelVoorstellen.Verzoek("Niet betaald."), () => Tekst, "fien", Op(dag));

    private static Beslissing Betekend(Vordering vordering, LocalDate dag) =>
        DwangbevelVoorstellen.Beslis(
            vordering,
            new DwangbevelVoorstellen.Betekening(dag, 100m, "Deurwaarder Pen, 2025-17."),
            () => Tekst,
            "fien",
            Op(dag)
        );
}
