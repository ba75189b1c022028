using JasperFx;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A claim is set off against a payment for another window (4:57, third paragraph; 4:93 Awb): that is paid, and this repaid.</summary>
public sealed class VerrekenenTests
{
    private const string Ander = "SLIM-7K2M9QX4TC";

    [Theory]
    [InlineData(5000, 1520, 0)]
    [InlineData(1520, 1520, 0)]
    [InlineData(1000, 1000, 520)]
    public void Wat_wordt_verrekend_is_daar_betaald_en_hier_terugbetaald_en_kost_de_bank_niets(int order, int verrekend, int open)
    {
        var opdracht = Order(order);
        var vordering = Getekend(Gedaan(Lopend(), Stel(Lopend(), opdracht)), Uiterlijk, opdracht);
        var gebeurd = Assert.Single(vordering.Verrekeningen);

        Assert.Equal((open, Id + "-V2"), ((int)vordering.Open.Totaal, gebeurd.Besluit));
        var order2 = Assert.IsType<BetalingVerrekend>(Assert.Single(VoorstelOndertekenen.Verreken(opdracht, Id, gebeurd).Gebeurtenissen));
        var na = opdracht.Na(order2);
        Assert.Equal((decimal)verrekend, na.Ontvangen);
        Assert.Equal(order == verrekend ? Betaalstatus.Uitgevoerd : Betaalstatus.Opgedragen, na.Status);
        Assert.Equal((decimal)order, na.Ontvangen + (na.Status == Betaalstatus.Uitgevoerd ? 0 : na.Opdracht.Bedrag));
        // What was signed is still known.
        Assert.Equal((decimal)order, na.Opdracht.Bedrag + na.Verlaagd);

        var (hier, daar) = (Boeking.Van(Id, gebeurd)!, Boeking.Van(opdracht.Id, order2)!);
        Assert.Equal((Nummer, Ander), (hier.Zaaknummer, daar.Zaaknummer));
        Assert.Equal(0, hier.Regels.Concat(daar.Regels).Where(r => r.Rekening == Grootboekrekeningen.Bank).Sum(r => r.Debet - r.Credit));
        Assert.All((Boeking[])[hier, daar], b => Assert.Equal(b.Regels.Sum(r => r.Debet), b.Regels.Sum(r => r.Credit)));
    }

    [Fact]
    public void Verrekenen_kan_alleen_met_wat_nog_niet_weg_is_van_dezelfde_ontvanger_voor_een_ander_tijdvak_en_dezelfde_activiteiten()
    {
        Assert.Equal("betaling-niet-open", Stel(Lopend(), Order(5000).Na(new BetalingInBestand("b", 1, Op(Uiterlijk)))).Weigering!.Code);
        Assert.Equal(
            "betaling-aangehouden",
            Stel(Lopend(), Order(5000).Na(new BetalingAangehouden(Ander, 5000m, 2, Op(Uiterlijk)))).Weigering!.Code
        );
        Assert.Equal("zelfde-tijdvak", Stel(Lopend(), Order(5000, tijdvak: "2024-04-mkb")).Weigering!.Code);
        Assert.Equal("betaalopdracht", Assert.Single(Stel(Lopend(), Order(5000, kvk: "87654321")).Weigering!.Fouten).Veld);
        Assert.Equal("betaalopdracht", Assert.Single(Stel(Lopend(), null).Weigering!.Fouten).Veld);
        Assert.Equal("zelfdeActiviteiten", Assert.Single(Stel(Lopend(), Order(5000), zelfde: false).Weigering!.Fouten).Veld);
        Assert.Equal("nog-geen-termijn", Stel(Besloten(), Order(5000)).Weigering!.Code);

        var voorgesteld = Gedaan(Lopend(), Stel(Lopend(), Order(5000)));
        var weg = Order(5000).Na(new BetalingInBestand("b", 1, Op(Uiterlijk)));
        Assert.Equal("betaling-niet-open", Teken(voorgesteld, voorgesteld.Voorstel!.Hash, "fred", Uiterlijk, weg).Weigering!.Code);
    }

    [Theory]
    [InlineData(Betaalsoort.Rente, "geen-subsidie")]
    [InlineData(Betaalsoort.Terugbetaling, "geen-subsidie")]
    [InlineData(Betaalsoort.Voorschot, null)]
    [InlineData(Betaalsoort.Vaststelling, null)]
    [InlineData(Betaalsoort.Nabetaling, null)]
    public void Verrekenen_kan_alleen_met_subsidie_en_dat_telt_bij_het_voorstel_en_bij_elke_handtekening(Betaalsoort soort, string? code)
    {
        var (order, ander) = (Order(5000), Order(5000, soort: soort));
        Assert.Equal(code, Stel(Lopend(), ander).Weigering?.Code);

        var voorgesteld = Gedaan(Lopend(), Stel(Lopend(), order));
        var hash = voorgesteld.Voorstel!.Hash;
        Assert.Equal(code, Teken(voorgesteld, hash, "fred", Uiterlijk, ander).Weigering?.Code);
        var getekend = Assert.IsType<VorderingsvoorstelOndertekend>(
            Assert.Single(Teken(voorgesteld, hash, "fred", Uiterlijk, order).Gebeurtenissen)
        );
        Assert.Equal(code, Teken(voorgesteld.Na(getekend), hash, "anna", Uiterlijk, ander).Weigering?.Code);
    }

    [Fact]
    public void Wat_nu_niet_mag_worden_betaald_wordt_niet_voorgesteld_en_niet_getekend_als_verrekening()
    {
        var zaak = new Verplichting { Id = Ander };
        var opgeschort = zaak.Na(new OpschortingVernomen("I1", Uiterlijk, Op(Uiterlijk)));
        var rekening = new Rekening { Id = Kvk }.Na(new RekeningVernomen(1, Tekst, "anna", Op(Uiterlijk)));
        var beslag = rekening.Na(new BeslagGelegd("B1", Tekst, "fien", Op(Uiterlijk)));
        var gewijzigd = rekening.Na(new RekeningVernomen(2, Tekst, "anna", Op(Uiterlijk)));
        // Its case claims what the bank sent back, until it hears so.
        var teruggegeven = Order(5000) with
        {
            Teruggegeven = "AC04",
        };
        var vordert = zaak.Na(new VerplichtingAangegaan("2026-04-mkb", Kvk, $"{Ander}-V1", 10_000m, 5000m, Op(Uiterlijk)))
            .Na(new VerplichtingIngetrokken("2026-04-mkb", "I1", 9000m, 4000m, 0m, 0m, 4000m, Op(Uiterlijk)));
        (string?, Betaalopdracht, Verplichting?, Rekening?)[] gevallen =
        [
            (null, Order(5000), zaak, rekening),
            ("betaling-opgeschort", Order(5000), opgeschort, rekening),
            ("beslag", Order(5000), zaak, beslag),
            ("rekening-niet-gecontroleerd", Order(5000), zaak, gewijzigd),
            ("betaling-teruggegeven", teruggegeven, vordert, rekening),
        ];

        var voorgesteld = Gedaan(Lopend(), Stel(Lopend(), Order(5000)));
        foreach (var (code, order, verplichting, rekeningen) in gevallen)
        {
            var verzoek = new VerrekenenVoorstellen.Verzoek(order.Id, true, "Zelfde methode.");
            var gesteld = VerrekenenVoorstellen.Beslis(
                Lopend(),
                verzoek,
                order,
                () => Tekst,
                "fien",
                Op(Uiterlijk),
                verplichting,
                rekeningen
            );
            Assert.Equal(code, gesteld.Weigering?.Code);
            var grond = new VoorstelOndertekenen.Grond(Versie, [], order, verplichting, rekeningen);
            var getekend = VoorstelOndertekenen.Beslis(voorgesteld, voorgesteld.Voorstel!.Hash, "fred", grond, Op(Uiterlijk));
            Assert.Equal(code, getekend.Weigering?.Code);
        }
    }

    [Theory]
    [InlineData(5000)]
    [InlineData(1520)]
    public void Wat_wordt_verrekend_gaat_uit_zijn_ronde_en_wordt_niet_ook_nog_betaald(int bedrag)
    {
        var opdracht = Order(bedrag).Na(new BetalingInRonde("R1", 1, Op(Uiterlijk)));
        var gebeurd = Getekend(Gedaan(Lopend(), Stel(Lopend(), opdracht)), Uiterlijk, opdracht).Verrekeningen[0];
        var na = VoorstelOndertekenen.Verreken(opdracht, Id, gebeurd).Gebeurtenissen.Aggregate(opdracht, (o, g) => o.Na(g));

        Assert.Null(na.Ronde);
        Assert.Equal(1520m, na.Verrekening);
        Assert.Equal("ronde-verouderd", RondeAccorderen.Verzend(na, "R1", 1, ["fred", "anna"], Op(Uiterlijk)).Weigering?.Code);
        Assert.Empty(RondeBijstellen.LaatLos(na, "R1", Op(Uiterlijk)).Gebeurtenissen);
        var opnieuw = RondeVoorstellen.NeemOp(na, "R2", 1, Op(Uiterlijk)).Weigering?.Code;
        Assert.Equal(na.Verrekend ? "niet-betaalbaar" : null, opnieuw);
        // Nor does the bank's word make it a payment that left.
        foreach (var bank in (decimal[])[-na.Opdracht.Bedrag, na.Opdracht.Bedrag])
        {
            var boeking = new Bankboeking("m", 1, bank, Uiterlijk, Boekingsstatus.Geboekt, false, na.Id, null, "");
            Assert.Empty(
                AfschriftVerwerken.Beslis(na, [new AfschriftVerwerken.Mutatie("m", boeking)], Op(Uiterlijk)).Beslissing.Gebeurtenissen
            );
        }
    }

    [Fact]
    public void Wat_intussen_deels_is_verrekend_wordt_niet_verlaagd_naar_meer_dan_er_nog_van_te_betalen_is()
    {
        var gelezen = Order(1000);
        var verlaging = Opdragen.Verlaag(gelezen, 1000m, 700m, "I1", Op(Uiterlijk));
        Assert.Equal((1000m, 700m), (verlaging.Was, verlaging.Bedrag));
        var verrekend = gelezen.Na(new BetalingVerrekend(gelezen.Opdracht, Id, $"{Id}-V2", 400m, Uiterlijk, Op(Uiterlijk)));
        Assert.Equal(600m, verrekend.Opdracht.Bedrag);

        // By what was read 700 would be due; of that 400 was received. All of it is decided again.
        Assert.Throws<ConcurrencyException>(() => Opdragen.Verlaag(verrekend, 1000m, 700m, "I1", Op(Uiterlijk)));
        var weg = gelezen.Na(new BetalingInBestand("b", 1, Op(Uiterlijk)));
        Assert.Throws<ConcurrencyException>(() => Opdragen.Verlaag(weg, 1000m, 700m, "I1", Op(Uiterlijk)));
    }

    private static Beslissing Stel(Vordering vordering, Betaalopdracht? opdracht, bool zelfde = true) =>
        VerrekenenVoorstellen.Beslis(
            vordering,
            new($"{Ander}-B1", zelfde, "Zelfde methode."),
            opdracht,
            () => Tekst,
            "fien",
            Op(Uiterlijk)
        );

    private static Betaalopdracht Order(
        decimal bedrag,
        string tijdvak = "2026-04-mkb",
        string kvk = Kvk,
        Betaalsoort soort = Betaalsoort.Voorschot
    ) =>
        new Betaalopdracht { Id = $"{Ander}-B1" }.Na(
            new BetalingOpgedragen(
                new Opdracht($"{Ander}-B1", Ander, tijdvak, kvk, $"{Ander}-V1", soort, bedrag, ["bea", "mees"]),
                Op(Uiterlijk)
            )
        );
}
