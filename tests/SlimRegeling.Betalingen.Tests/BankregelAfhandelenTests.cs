using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>No movement is a dead end: costs of the bank, a return with costs, what went to who attached a payment, and what undoes another.</summary>
public sealed class BankregelAfhandelenTests
{
    private static readonly Instant Nu = Voorbeelden.Moment;
    private static readonly Verwijzing Tekst = new(Guid.Empty, "hash");
    private static readonly Opdracht Opdracht = new("B1", "SLIM", "t", "12345678", "V1", Betaalsoort.Voorschot, 5520m, ["bea", "mees"]);

    // More than any payment here: what is proposed and confirmed is not about the bound.
    private const decimal Ruim = 10_000m;

    private static readonly Rekening Rekening = new Rekening().Na(new RekeningVernomen(1, Tekst, "anna", Nu));

    private static readonly Betaalopdracht Open = new Betaalopdracht { Id = "B1" }.Na(new BetalingOpgedragen(Opdracht, Nu));

    private static readonly Betaalopdracht Betaald = Open.Na(new BetalingInBestand("R1", 1, Nu, ["fred", "anna"]))
        .Na(new BetalingUitgevoerd(Opdracht, "m0", Voorbeelden.Dag, Nu));

    private static readonly Betaalopdracht Beslagen = Open.Na(new AanhoudingGelegd("SLIM", 5520m, "BS1", Aanhoudgrond.Beslag, Nu));

    [Fact]
    public void Van_een_retour_met_kosten_komt_de_betaling_heel_terug_en_boekt_de_bank_wat_er_bewoog() =>
        Gen.Select(Gen.Int[2, 1_000_000], Gen.Int[1, 1_000_000], Gen.Bool)
            .Where(x => x.Item2 < x.Item1)
            .Sample(
                (betaald, terug, opTussenrekening) =>
                {
                    var opdracht = Opdracht with { Bedrag = betaald / 100m };
                    var order = Betaald with { Opdracht = opdracht };
                    var (regel, eerder) = Regel("m1", terug / 100m, opTussenrekening, reden: "AC04");

                    var (na, gebeurd) = Afgehandeld(regel, Regelafhandeling.Retour, order);
                    var retour = BankregelAfhandelen.Boek(Regelafhandeling.Retour, order, regel, Nu, Ruim).Gebeurtenissen;
                    var regels = Boek("r", [.. eerder, .. gebeurd]).Concat(Boek("B1", retour)).ToList();

                    Assert.Equal(terug / 100m, Saldo(regels, Bank));
                    Assert.Equal((betaald - terug) / 100m, Saldo(regels, Bankkosten));
                    Assert.Equal((-opdracht.Bedrag, 0m), (Saldo(regels, TeBetalen), Saldo(regels, Tussenrekening)));
                    Assert.Equal(Betaalstatus.Opgedragen, retour.Aggregate(order, (o, g) => o.Na(g)).Status);
                    Assert.Equal(("B1", Regeldoel.Betaalopdracht), (na.Gekoppeld, na.Doel));
                }
            );

    [Fact]
    public void Een_retour_met_kosten_is_minder_dan_een_betaling_die_is_uitgevoerd()
    {
        Geweigerd("past-niet", Stel(Retour(5520m), Regelafhandeling.Retour, Betaald));
        Geweigerd("past-niet", Stel(Retour(-5500m), Regelafhandeling.Retour, Betaald));
        Geweigerd("past-niet", Stel(Retour(5500m), Regelafhandeling.Retour, Open));
        Assert.IsType<BankregelVoorgesteld>(Assert.Single(Stel(Retour(5500m), Regelafhandeling.Retour, Betaald).Gebeurtenissen));
    }

    [Theory]
    [InlineData("AC04", false, null)]
    [InlineData(null, true, null)]
    [InlineData(null, false, "geen-retour")]
    public void Alleen_wat_de_bank_teruggekomen_noemt_of_terugdraait_is_een_retour_met_kosten(
        string? reden,
        bool teruggedraaid,
        string? code
    )
    {
        var gemeld = Retour(5519.99m, reden).Gemeld with { Teruggedraaid = teruggedraaid };

        var beslissing = Stel(new Bankregel { Id = "m1" }.Na(gemeld), Regelafhandeling.Retour, Betaald);

        Assert.Equal(code, beslissing.Weigering?.Code);
    }

    [Fact]
    public void Een_bank_houdt_ten_hoogste_in_wat_de_regel_van_die_dag_zegt()
    {
        var hoogstens = Retourkosten.Hoogstens(Vorderingszaak.Versie, Voorbeelden.Dag);
        (decimal, string?)[] gevallen = [(hoogstens, null), (hoogstens + 0.01m, "te-veel-kosten"), (5020m, "te-veel-kosten")];
        foreach (var (kosten, code) in gevallen)
        {
            var beslissing = BankregelAfhandelen.Boek(Regelafhandeling.Retour, Betaald, Retour(5520m - kosten), Nu, hoogstens);
            Assert.Equal(code, beslissing.Weigering?.Code);
        }
    }

    [Fact]
    public void Aan_wie_met_het_kenmerk_van_de_betaling_een_deel_terugbetaalt_wordt_geen_retour_aangeraden()
    {
        Assert.Contains("koppel haar dan aan een vordering", Uitleg(null), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("als retour", Uitleg(null), StringComparison.Ordinal);
        Assert.Contains("als retour met kosten", Uitleg("AC04"), StringComparison.Ordinal);

        static string Uitleg(string? reden) => AfschriftVerwerken.Beslis(Betaald, [new("m1", Bij(reden))], Nu).Regels[0].Regel.Uitleg;
        static Bankboeking Bij(string? reden) => new("m1", 1, 500m, Voorbeelden.Dag, Boekingsstatus.Geboekt, false, "B1", reden, "");
    }

    [Fact]
    public void Wat_aan_de_beslaglegger_gaat_is_betaald_tot_ten_hoogste_de_opdracht_en_niet_zonder_beslag() =>
        Gen.Int[1, 600_000]
            .Sample(centen =>
            {
                var regel = Regel("m1", -centen / 100m).Regel;
                Geweigerd("geen-beslag", Stel(regel, Regelafhandeling.Beslaglegger, Open));
                var beslissing = BankregelAfhandelen.Boek(Regelafhandeling.Beslaglegger, Beslagen, regel, Nu, Ruim);
                if (centen > 552_000)
                {
                    Geweigerd("past-niet", beslissing);
                    return;
                }
                var na = beslissing.Gebeurtenissen.Aggregate(Beslagen, (o, g) => o.Na(g));
                var over = na.Status == Betaalstatus.Uitgevoerd ? 0 : na.Opdracht.Bedrag;
                Assert.Equal((centen / 100m, 5520m - (centen / 100m)), (na.Ontvangen, over));
                Assert.Equal((na.Ontvangen, over == 0), (na.Beslagen, na.AanBeslaglegger == "BS1"));
                var regels = Boek("B1", beslissing.Gebeurtenissen);
                Assert.Equal((-centen / 100m, centen / 100m), (Saldo(regels, Bank), Saldo(regels, TeBetalen)));
                // What is left waits for the attachment to end; what is paid is in no round.
                Assert.Contains("beslag", Betaalbaarheid.Bezwaar(new Kandidaat(na, Rekening)), StringComparison.Ordinal);
            });

    [Fact]
    public void Wat_van_de_beslaglegger_terugkomt_is_weer_te_betalen()
    {
        var betaald = BankregelAfhandelen.Boek(Regelafhandeling.Beslaglegger, Beslagen, Regel("m1", -5520m).Regel, Nu, Ruim);
        var na = betaald.Gebeurtenissen.Aggregate(Beslagen, (o, g) => o.Na(g));

        var terug = BankregelAfhandelen.Boek(na, Regel("m2", 5520m).Regel, Nu).Gebeurtenissen.Aggregate(na, (o, g) => o.Na(g));

        Assert.Equal((Betaalstatus.Opgedragen, 0m, true), (terug.Status, terug.Ontvangen, terug.Aangehouden));
    }

    [Fact]
    public void Twee_regels_die_samen_nul_zijn_vallen_weg_en_staan_op_de_tussenrekening_tegenover_elkaar() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Bool, Gen.Bool)
            .Sample(
                (centen, eenOpTussenrekening, anderOpTussenrekening) =>
                {
                    var (een, eerder) = Regel("m1", centen / 100m, eenOpTussenrekening);
                    var (ander, ook) = Regel("m2", -centen / 100m, anderOpTussenrekening);

                    var (na, gebeurd) = Afgehandeld(een, Regelafhandeling.TegenElkaar, ander: ander);
                    var daar = BankregelAfhandelen.ValWeg(ander, een, Voorgesteld(een, ander), "cor", Nu).Gebeurtenissen;
                    var naar = daar.Aggregate(ander, (r, g) => r.Na(g));
                    var regels = Boek("een", [.. eerder, .. gebeurd]).Concat(Boek("ander", [.. ook, .. daar])).ToList();

                    Assert.Equal((0m, 0m), (Saldo(regels, Bank), Saldo(regels, Tussenrekening)));
                    Assert.Equal(4, regels.Count);
                    Assert.All((Bankregel[])[na, naar], r => Assert.Equal((Regelstatus.Gekoppeld, true), (r.Status, r.OpTussenrekening)));
                    Assert.Equal(("m2", "m1"), (na.Gekoppeld, naar.Gekoppeld));
                }
            );

    [Fact]
    public void Wat_niet_evenveel_is_of_al_is_afgehandeld_valt_nergens_tegen_weg()
    {
        var (een, ander) = (Regel("m1", 80m).Regel, Regel("m2", -80m).Regel);
        Geweigerd("niet-tegen-elkaar", Stel(een, Regelafhandeling.TegenElkaar, ander: Regel("m3", -79.99m).Regel));
        Geweigerd("niet-tegen-elkaar", Stel(een, Regelafhandeling.TegenElkaar, ander: een));
        Geweigerd("onjuiste-invoer", Stel(een, Regelafhandeling.TegenElkaar));
        var klaar = ander.Na(new BankregelGekoppeld("B1", "fien", "cor", Nu));
        Geweigerd("al-gekoppeld", Stel(een, Regelafhandeling.TegenElkaar, ander: klaar));
        // It was booked elsewhere since it was proposed.
        var voorgesteld = een.Na(Assert.Single(Stel(een, Regelafhandeling.TegenElkaar, ander: ander).Gebeurtenissen));
        Geweigerd("al-gekoppeld", BankregelAfhandelen.Bevestig(voorgesteld, "cor", Nu, ander: klaar));
        Geweigerd("zelf-voorgesteld", BankregelAfhandelen.Bevestig(voorgesteld, "fien", Nu, ander: ander));
    }

    [Theory]
    [InlineData(-1250, false)]
    [InlineData(-1250, true)]
    [InlineData(300, false)]
    public void Bankkosten_worden_als_kosten_geboekt_ook_vanaf_de_tussenrekening_en_ook_wat_ervan_terugkomt(int centen, bool eerst)
    {
        var bedrag = centen / 100m;
        var (regel, eerder) = Regel("m1", bedrag, eerst);

        var (na, gebeurd) = Afgehandeld(regel, Regelafhandeling.Bankkosten);
        var regels = Boek("r", [.. eerder, .. gebeurd]);

        Assert.Equal((bedrag, -bedrag, 0m), (Saldo(regels, Bank), Saldo(regels, Bankkosten), Saldo(regels, Tussenrekening)));
        Assert.Equal((Regelstatus.Gekoppeld, Regeldoel.Bankkosten, false), (na.Status, na.Doel, na.OpTussenrekening));
        Geweigerd("al-gekoppeld", Stel(na, Regelafhandeling.Bankkosten));
    }

    [Fact]
    public void Wat_een_kenmerk_van_ons_heeft_zijn_geen_bankkosten() =>
        Geweigerd("geen-bankkosten", Stel(Regel("m1", -5520m, kenmerk: "B1").Regel, Regelafhandeling.Bankkosten));

    [Fact]
    public void Terugbetaald_wordt_wat_is_ontvangen_op_een_vordering_die_er_is_en_is_voldaan()
    {
        Geweigerd("onjuiste-invoer", Stel(Regel("m1", 80m).Regel, Regelafhandeling.Terugbetalen));
        var open = Vorderingszaak.Lopend();
        var voldaan = open.Ontvang("m0", open.Open.Totaal, Voorbeelden.Dag, Nu)
            .Beslissing.Gebeurtenissen.Aggregate(open, (v, g) => v.Na(g));
        Geweigerd("vordering-open", Terug(Regel("m1", 80m).Regel, open));
        Geweigerd("past-niet", Terug(Regel("m1", -80m).Regel, voldaan));

        var regel = Regel("m1", 80m, opTussenrekening: true).Regel;
        var voorgesteld = regel.Na(Assert.Single(Terug(regel, voldaan).Gebeurtenissen));
        var gebeurd = BankregelAfhandelen.Bevestig(voorgesteld, "cor", Nu, voldaan).Gebeurtenissen;
        var order = Assert.IsType<TerugbetalingOpgedragen>(gebeurd[^1]).Opdracht;

        Assert.Equal((80m, Betaalsoort.Terugbetaling, voldaan.KvkNummer), (order.Bedrag, order.Soort, order.KvkNummer));
        Assert.Equal(["fien", "cor"], order.Ondertekenaars);
        var regels = Boek("r", gebeurd);
        Assert.Equal((0m, 80m, -80m), (Saldo(regels, Bank), Saldo(regels, Tussenrekening), Saldo(regels, TeBetalen)));
        Assert.Empty(Uitgaand.Berichten(order.Id, new BetalingOpgedragen(order, Nu)));

        static Beslissing Terug(Bankregel regel, Vordering vordering) =>
            BankregelAfhandelen.Beslis(
                regel,
                new BankregelAfhandelen.Verzoek(Regelafhandeling.Terugbetalen, "Gezien.", Vordering: vordering.Id),
                null,
                "fien",
                () => Tekst,
                Nu,
                Ruim,
                vordering
            );
    }

    private static Beslissing Stel(Bankregel regel, Regelafhandeling wat, Betaalopdracht? order = null, Bankregel? ander = null) =>
        BankregelAfhandelen.Beslis(
            regel,
            new BankregelAfhandelen.Verzoek(wat, "Gezien.", order?.Id, Bankregel: ander?.Id),
            order,
            "fien",
            () => Tekst,
            Nu,
            Ruim,
            ander: ander
        );

    /// <summary>Proposed by one and confirmed by another: what it is then, and what happened.</summary>
    private static (Bankregel Na, IReadOnlyList<Gebeurtenis> Gebeurd) Afgehandeld(
        Bankregel regel,
        Regelafhandeling wat,
        Betaalopdracht? order = null,
        Bankregel? ander = null
    )
    {
        var voorstel = Assert.Single(Stel(regel, wat, order, ander).Gebeurtenissen);
        var gebeurd = BankregelAfhandelen.Bevestig(regel.Na(voorstel), "cor", Nu, opdracht: order, ander: ander).Gebeurtenissen;
        return (gebeurd.Aggregate(regel.Na(voorstel), (r, g) => r.Na(g)), gebeurd);
    }

    private static Regelvoorstel Voorgesteld(Bankregel regel, Bankregel ander) =>
        regel.Na(Assert.Single(Stel(regel, Regelafhandeling.TegenElkaar, ander: ander).Gebeurtenissen)).Voorstel!;

    private static Bankregel Retour(decimal bedrag, string? reden = "AC04") => Regel("m1", bedrag, reden: reden).Regel;

    /// <summary>A movement that was put to people, and what of it was booked before.</summary>
    private static (Bankregel Regel, IReadOnlyList<Gebeurtenis> Eerder) Regel(
        string mutatie,
        decimal bedrag,
        bool opTussenrekening = false,
        string? kenmerk = null,
        string? reden = null
    )
    {
        IReadOnlyList<Gebeurtenis> eerder =
        [
            new BankregelGemeld(mutatie, "A", bedrag, Voorbeelden.Dag, kenmerk, reden, Tekst, Nu),
            .. opTussenrekening ? (Gebeurtenis[])[new BankregelGeboekt(mutatie, bedrag, Voorbeelden.Dag, "fien", "cor", Nu)] : [],
        ];
        return (eerder.Aggregate(new Bankregel { Id = mutatie }, (r, g) => r.Na(g)), eerder);
    }

    private static List<Boekingsregel> Boek(string stroom, IEnumerable<Gebeurtenis> gebeurtenissen)
    {
        var boekingen = gebeurtenissen.Select(g => Boeking.Van(stroom, g)).OfType<Boeking>().ToList();
        Assert.All(boekingen, b => Assert.Equal(b.Regels.Sum(r => r.Debet), b.Regels.Sum(r => r.Credit)));
        return [.. boekingen.SelectMany(b => b.Regels)];
    }

    /// <summary>Debit less credit.</summary>
    private static decimal Saldo(IEnumerable<Boekingsregel> regels, string rekening) =>
        regels.Where(r => r.Rekening == rekening).Sum(r => r.Debet - r.Credit);

    private static void Geweigerd(string code, Beslissing beslissing) => Assert.Equal(code, beslissing.Weigering?.Code);
}
