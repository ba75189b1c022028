using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>By when we pay (4:87 Awb), and what we owe when we do not (4:97 to 4:99 Awb); and what a recipient paid of interest and never owed (4:102 Awb).</summary>
public sealed class BetaaltermijnTests
{
    private const string Order = Nummer + "-B1";

    /// <summary>The letter that told the decision; the last day is that of a claim that was told on the same day.</summary>
    private static readonly LocalDate Verzonden = Besluitdag.PlusDays(1);

    [Fact]
    public void De_laatste_dag_is_zes_weken_na_de_brief_en_een_week_vooraf_wordt_gewaarschuwd()
    {
        Assert.Equal(Uiterlijk, Termijn(Open()).Uiterlijk);
        Assert.Equal(Termijnstand.Loopt, Stand(Termijn(Open()), Uiterlijk.PlusDays(-8)));
        Assert.Equal(Termijnstand.Nadert, Stand(Termijn(Open()), Uiterlijk.PlusDays(-7)));
        Assert.Equal(Termijnstand.Nadert, Stand(Termijn(Open()), Uiterlijk));
        Assert.Equal(Termijnstand.TeLaat, Stand(Termijn(Open()), Uiterlijk.PlusDays(1)));
        Assert.Equal(Termijnstand.Opgeschort, Stand(Termijn(Open()), Uiterlijk.PlusDays(1), opgeschort: true));
        Assert.Equal(Termijnstand.NietBekendgemaakt, Stand(Betaaltermijn.Van(Open(), null, Versie), Uiterlijk.PlusDays(1)));
        var vervallen = Open().Na(new BetalingVerlaagd(Open().Opdracht, "I1", 20_000m, 0m, Op(Uiterlijk)));
        Assert.Equal(Termijnstand.Klaar, Stand(Termijn(vervallen), Uiterlijk.PlusDays(1)));
        // What was received too much goes back by no decision on the subsidy.
        var terug = Termijn(Open() with { Opdracht = Open().Opdracht with { Soort = Betaalsoort.Terugbetaling } });
        Assert.Null(terug.Uiterlijk);
        Assert.Equal((Termijnstand.Klaar, 0m), (Stand(terug, Uiterlijk.PlusDays(1)), terug.Rente(Versie, Uiterlijk.PlusDays(1))));
    }

    [Fact]
    public void Wie_te_laat_betaalt_telt_de_dagen_en_is_rente_verschuldigd_tot_de_dag_van_betaling()
    {
        var open = Termijn(Open());
        Assert.Equal((31, 98.63m), (open.TeLaat(Uiterlijk.PlusDays(31)), open.Rente(Versie, Uiterlijk.PlusDays(31))));

        // Thirty days at 6%, however long ago: 20,000 x 0.06 x 30 / 365.
        var betaald = Termijn(Uitgevoerd(Uiterlijk.PlusDays(31)));
        Assert.Equal((31, 98.63m), (betaald.TeLaat(Uiterlijk.PlusYears(1)), betaald.Rente(Versie, Uiterlijk.PlusYears(1))));
        Assert.Equal(Termijnstand.RenteVerschuldigd, Stand(betaald, Uiterlijk.PlusYears(1)));
        Assert.Equal(Termijnstand.Klaar, betaald.Stand(Versie, Uiterlijk.PlusYears(1), opgeschort: false, besloten: true));

        var opTijd = Termijn(Uitgevoerd(Uiterlijk));
        Assert.Equal((0, 0m), (opTijd.TeLaat(Uiterlijk.PlusYears(1)), opTijd.Rente(Versie, Uiterlijk.PlusYears(1))));
        Assert.Equal(Termijnstand.Klaar, Stand(opTijd, Uiterlijk.PlusYears(1)));
    }

    [Fact]
    public void Wij_zijn_dezelfde_rente_verschuldigd_als_een_ontvanger_die_even_laat_betaalt() =>
        Gen.Select(Gen.Int[1, 5_000_000], Gen.Int[-10, 500])
            .Sample(
                (centen, dagen) =>
                {
                    var (bedrag, dag) = (centen / 100m, Uiterlijk.PlusDays(dagen));
                    var ontvanger = Betaald(Lopend(bedrag), bedrag, dag).Rente(Versie, dag);

                    Assert.Equal(ontvanger, Termijn(Uitgevoerd(dag, bedrag)).Rente(Versie, Uiterlijk.PlusYears(2)));
                },
                iter: 200
            );

    [Fact]
    public void Onder_de_drempel_voor_een_bestuursorgaan_is_er_niets_verschuldigd()
    {
        // Each day is 3.29.
        Assert.Equal("rente-onder-drempel", Voorstel(Uitgevoerd(Uiterlijk.PlusDays(4))).Weigering!.Code);
        Assert.Equal(Termijnstand.Klaar, Stand(Termijn(Uitgevoerd(Uiterlijk.PlusDays(4))), Uiterlijk.PlusYears(1)));
        Assert.Null(Voorstel(Uitgevoerd(Uiterlijk.PlusDays(5))).Weigering);
    }

    [Fact]
    public void Rente_wordt_pas_voorgesteld_als_er_te_laat_is_betaald_met_een_reden_en_een_dag_die_kan()
    {
        var laat = Uitgevoerd(Uiterlijk.PlusDays(31));
        Assert.Equal("niet-te-laat", Voorstel(Open()).Weigering!.Code);
        Assert.Equal("niet-te-laat", Voorstel(Uitgevoerd(Uiterlijk)).Weigering!.Code);
        Assert.Equal(422, Voorstel(laat, argument: " ").Weigering!.Status);
        Assert.Equal(422, Voorstel(laat, vanaf: Uiterlijk).Weigering!.Status);
        Assert.Equal(422, Voorstel(laat, vanaf: Uiterlijk.PlusDays(32)).Weigering!.Status);

        // Ten days of which it was suspended.
        var voorstel = Gedaan(Voorstel(laat, vanaf: Uiterlijk.PlusDays(11))).Voorstel!;
        Assert.Equal((Uiterlijk.PlusDays(11), 65.75m), (voorstel.Van, voorstel.Bedrag));
    }

    [Fact]
    public void Was_de_betaling_al_die_tijd_niet_verschuldigd_dan_besluiten_twee_dat_er_geen_rente_is()
    {
        var laat = Uitgevoerd(Uiterlijk.PlusDays(31));
        var voorgesteld = Gedaan(Voorstel(laat, vanaf: Uiterlijk.PlusDays(31)));
        Assert.Equal(0m, voorgesteld.Voorstel!.Bedrag);

        var eerste = Gedaan(Teken(voorgesteld, laat, "fred"), voorgesteld);
        var besloten = Gedaan(Teken(eerste, laat, "cor"), eerste);
        Assert.Empty(Uitgaand.Berichten(besloten.Id, besloten.Besloten!));
        var beeld = BetaaltermijnenTonen.Van(Termijn(laat), besloten, opgeschort: false, Versie, Uiterlijk.PlusYears(1));
        Assert.Equal((Termijnstand.Klaar, null), (beeld.Stand, beeld.Rentebesluit));
    }

    [Fact]
    public void Twee_anderen_tekenen_en_dan_is_er_een_opdracht_die_haar_eigen_schuld_boekt()
    {
        var laat = Uitgevoerd(Uiterlijk.PlusDays(31));
        var voorgesteld = Gedaan(Voorstel(laat));
        Assert.Equal("voorstel-ligt-voor", Voorstel(laat, stand: voorgesteld).Weigering!.Code);
        Assert.Equal("zelf-voorgesteld", Teken(voorgesteld, laat, "fien").Weigering!.Code);
        Assert.Equal("ander-voorstel", Teken(voorgesteld, laat, "fred", "h").Weigering!.Code);
        Assert.Equal("eigen-belang", Teken(voorgesteld, laat, "fred", metBelang: ["fred"]).Weigering!.Code);
        Assert.Equal("voorstel-met-belang", Teken(voorgesteld, laat, "fred", metBelang: ["fien"]).Weigering!.Code);
        var teruggekomen = laat.Na(new BetalingTeruggekomen(laat.Opdracht, "m2", "AC04", Uiterlijk.PlusDays(40), Op(Uiterlijk)));
        Assert.Equal("betaling-veranderd", Teken(voorgesteld, teruggekomen, "fred").Weigering!.Code);

        var eerste = Gedaan(Teken(voorgesteld, laat, "fred"), voorgesteld);
        Assert.Null(eerste.Besloten);
        Assert.Equal("zelfde-persoon", Teken(eerste, laat, "fred").Weigering!.Code);
        var besloten = Gedaan(Teken(eerste, laat, "cor"), eerste).Besloten!;
        Assert.Equal(["fien", "fred", "cor"], besloten.Ondertekenaars);

        var opdracht = Renteopdracht.Van(besloten);
        Assert.Equal(($"{Order}-RB", $"{Order}-R", 98.63m), (opdracht.Id, opdracht.Besluit, opdracht.Bedrag));
        var gebeurtenis = new BetalingOpgedragen(opdracht, Op(Uiterlijk));
        Assert.Equal(
            [("rente", 98.63m, 0m), ("te-betalen", 0m, 98.63m)],
            Boeking.Van(opdracht.Id, gebeurtenis)!.Regels.Select(r => (r.Rekening, r.Debet, r.Credit))
        );
        // No other context counts it as subsidy.
        Assert.Empty(Uitgaand.Berichten(opdracht.Id, gebeurtenis));
        Assert.Empty(Uitgaand.Berichten(opdracht.Id, new BetalingAangehouden(Nummer, 98.63m, 2, Op(Uiterlijk))));
        Assert.Single(Uitgaand.Berichten(Order, new BetalingAangehouden(Nummer, 98.63m, 2, Op(Uiterlijk))));
        Assert.Equal("al-besloten", Voorstel(laat, stand: Gedaan(Teken(eerste, laat, "cor"), eerste)).Weigering!.Code);
    }

    [Fact]
    public void Een_voorstel_gaat_met_een_reden_terug_en_kan_dan_opnieuw()
    {
        var laat = Uitgevoerd(Uiterlijk.PlusDays(31));
        var voorgesteld = Gedaan(Voorstel(laat));
        var hash = voorgesteld.Voorgesteld!.Hash;

        Assert.Equal(422, ZendTerug(voorgesteld, hash, " ").Weigering!.Status);
        Assert.Equal("ander-voorstel", ZendTerug(voorgesteld, "h", "Nee.").Weigering!.Code);
        var terug = Gedaan(ZendTerug(voorgesteld, hash, "Noem de opschorting."), voorgesteld);
        Assert.Equal("geen-voorstel", Teken(terug, laat, "fred", hash).Weigering!.Code);
        Assert.Null(Voorstel(laat, stand: terug).Weigering);
    }

    /// <summary>The claim of 20,000 became the 10,000 that was repaid of it, after its interest was set and paid: half of that was never owed.</summary>
    [Fact]
    public void Te_veel_betaalde_rente_gaat_door_twee_handtekeningen_terug_naar_de_ontvanger()
    {
        var dag = Uiterlijk.PlusDays(31);
        var vordering = Getekend(Vorderingszaak.Gedaan(Lopend(20_000m), Rente(Lopend(20_000m), dag)), dag);
        vordering = Betaald(vordering, 10_098.63m, dag);
        vordering = Vorderingszaak.Gedaan(vordering, vordering.StelBij(10_000m, "BZ1", Op(dag)));
        Assert.Equal(Toerekening.Niets, vordering.Open);

        var voorgesteld = Vorderingszaak.Gedaan(vordering, Rente(vordering, dag.PlusDays(20)));
        var voorstel = voorgesteld.Voorstel!.Voorstel;
        Assert.Equal((Vorderingsbesluit.Renteteruggave, 49.31m), (voorstel.Soort, voorstel.Bedrag));
        var eerste = Vorderingszaak.Gedaan(voorgesteld, Vorderingszaak.Teken(voorgesteld, voorgesteld.Voorstel.Hash, "fred", dag));
        Assert.Empty(eerste.Teruggaven);

        var terug = Getekend(voorgesteld, dag.PlusDays(20));
        var opdracht = Renteopdracht.Van(Assert.Single(terug.Teruggaven));
        Assert.Equal(($"{Nummer}-R1-1", Betaalsoort.Rente, 49.31m), (opdracht.Id, opdracht.Soort, opdracht.Bedrag));
        Assert.Equal(vordering.Open, terug.Open);
        Assert.Equal("rente-al-vastgesteld", Rente(terug, dag.PlusDays(21)).Weigering!.Code);
        // It is no reference by which money would be booked on the claim.
        Assert.Null(Betalingskenmerk.Zoek(opdracht.Id, "rente"));
    }

    private static Beslissing Rente(Vordering vordering, LocalDate dag) =>
        RenteVoorstellen.Beslis(vordering, new("Te laat."), () => Tekst, "fien", Versie, Op(dag));

    private static Betaaltermijn Termijn(Betaalopdracht betaalopdracht) => Betaaltermijn.Van(betaalopdracht, Verzonden, Versie);

    private static Termijnstand Stand(Betaaltermijn termijn, LocalDate vandaag, bool opgeschort = false) =>
        termijn.Stand(Versie, vandaag, opgeschort, besloten: false);

    private static Betaalopdracht Open(decimal bedrag = 20_000m)
    {
        var opdracht = new Opdracht(Order, Nummer, "2024-04-mkb", Kvk, $"{Nummer}-V1", Betaalsoort.Voorschot, bedrag, ["bea", "mees"]);
        return new Betaalopdracht { Id = Order }.Na(new BetalingOpgedragen(opdracht, Op(Besluitdag)));
    }

    private static Betaalopdracht Uitgevoerd(LocalDate dag, decimal bedrag = 20_000m)
    {
        var open = Open(bedrag);
        return open.Na(new BetalingInBestand("SLIM-2025-05-16-1", 1, Op(dag)))
            .Na(new BetalingUitgevoerd(open.Opdracht, "m1", dag, Op(dag)));
    }

    private static Beslissing Voorstel(
        Betaalopdracht betaalopdracht,
        string argument = "De rekening was niet op tijd gecontroleerd.",
        LocalDate? vanaf = null,
        Rentevergoeding? stand = null
    ) =>
        RentevergoedingVoorstellen.Beslis(
            stand,
            Termijn(betaalopdracht),
            new(argument, vanaf),
            () => Tekst,
            "fien",
            Versie,
            Op(Uiterlijk.PlusDays(60))
        );

    private static Beslissing Teken(
        Rentevergoeding stand,
        Betaalopdracht betaalopdracht,
        string wie,
        string? hash = null,
        IReadOnlyCollection<string>? metBelang = null
    ) =>
        RentevergoedingOndertekenen.Beslis(
            stand,
            betaalopdracht,
            hash ?? stand.Voorgesteld!.Hash,
            wie,
            metBelang ?? [],
            Op(Uiterlijk.PlusDays(61))
        );

    private static Beslissing ZendTerug(Rentevergoeding stand, string hash, string reden) =>
        RentevergoedingOndertekenen.Beslis(
            stand,
            new RentevergoedingOndertekenen.Terugzending(hash, reden),
            () => Tekst,
            "fred",
            Op(Uiterlijk.PlusDays(61))
        );

    private static Rentevergoeding Gedaan(Beslissing beslissing, Rentevergoeding? stand = null)
    {
        Assert.Null(beslissing.Weigering?.Uitleg);
        return beslissing.Gebeurtenissen.Aggregate(
            stand ?? new Rentevergoeding { Id = $"{Order}-R" },
            (s, gebeurtenis) => s.Na(gebeurtenis)
        );
    }
}
