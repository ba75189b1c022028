using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A file that never came to the bank: two people take it back, after its day, and only while the bank did nothing with any of it.</summary>
public sealed class TerugnameTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const string Bestand = "R1";
    private static readonly Instant Gemaakt = Voorbeelden.Moment;
    private static readonly Instant Nu = Gemaakt + Duration.FromDays(5);
    private static readonly Verwijzing Inhoud = new(Guid.Empty, "hash");

    [Fact]
    public void Twee_mensen_nemen_een_bestand_terug_en_de_betaling_gaat_terug_naar_haar_opdracht()
    {
        var (ronde, order) = (Ronde(), Onderweg());
        Assert.Equal("niets-voorgesteld", BestandTerugnemen.Bevestig(ronde, [order], "hash", "cor", Nu).Weigering?.Code);
        ronde = ronde.Na(Assert.Single(Stel(ronde, order).Gebeurtenissen));
        Assert.Equal("terugname-voorgesteld", Stel(ronde, order).Weigering?.Code);
        Assert.Equal("zelf-voorgesteld", BestandTerugnemen.Bevestig(ronde, [order], "hash", "fien", Nu).Weigering?.Code);
        Assert.Equal("ander-voorstel", BestandTerugnemen.Bevestig(ronde, [order], "ander", "cor", Nu).Weigering?.Code);

        ronde = ronde.Na(Assert.Single(BestandTerugnemen.Bevestig(ronde, [order], "hash", "cor", Nu).Gebeurtenissen));

        Assert.Equal(Rondestatus.Teruggenomen, ronde.Status);
        var terug = order.Na(Assert.Single(BestandTerugnemen.GeefTerug(order, Bestand, "cor", Nu).Gebeurtenissen));
        Assert.Equal(Betaalstatus.Opgedragen, terug.Status);
        Assert.Null(terug.Bestand);
        Assert.Null(RondeVoorstellen.NeemOp(terug, "R2", 1, Nu).Weigering);
        Assert.Equal("al-teruggenomen", BestandTerugnemen.Bevestig(ronde, [terug], "hash", "anna", Nu).Weigering?.Code);
        Assert.Equal("al-teruggenomen", Stel(ronde, terug).Weigering?.Code);
        Assert.Equal("al-geaccordeerd", RondeBijstellen.Weiger(ronde, ["B1"])?.Code);
        var stand = new RondeAccorderen.Stand([], new HashSet<string>());
        Assert.Equal("al-geaccordeerd", RondeAccorderen.Beslis(ronde, stand, "hash", "jan", Nu).Weigering?.Code);
        // What the bank books of it after all is for people: nothing is guessed.
        var boeking = new Bankboeking("m", 1, -5520m, Voorbeelden.Dag, Boekingsstatus.Geboekt, false, "B1", null, "");
        var (beslissing, regels) = AfschriftVerwerken.Beslis(terug, [new AfschriftVerwerken.Mutatie("m", boeking)], Nu);
        Assert.Empty(beslissing.Gebeurtenissen);
        Assert.Equal(AfschriftVerwerken.Oordeel.DeelsGekoppeld, Assert.Single(regels).Oordeel);
    }

    [Fact]
    public void Wat_bij_de_bank_aankwam_of_nog_kan_aankomen_wordt_niet_teruggenomen()
    {
        var (ronde, order) = (Ronde(), Onderweg());
        Assert.Equal(
            "uitvoerdatum-niet-voorbij",
            BestandTerugnemen.Beslis(ronde, [order], () => Inhoud, "fien", Gemaakt).Weigering?.Code
        );
        Betaalopdracht[] bekend =
        [
            order.Na(new BetalingUitgevoerd(order.Opdracht, "ref/1", Voorbeelden.Dag, Nu)),
            order.Na(new BetalingAfgewezen(order.Opdracht, Bestand, "AC04", Nu)),
        ];
        var voorgesteld = ronde.Na(Assert.Single(Stel(ronde, order).Gebeurtenissen));
        foreach (var stand in bekend)
        {
            Assert.Equal("bestand-aangekomen", Stel(ronde, stand).Weigering?.Code);
            Assert.Equal("bestand-aangekomen", BestandTerugnemen.Bevestig(voorgesteld, [stand], "hash", "cor", Nu).Weigering?.Code);
            Assert.Throws<JasperFx.ConcurrencyException>(() => BestandTerugnemen.GeefTerug(stand, Bestand, "cor", Nu));
        }
        Assert.Equal("geen-bestand", Stel(ronde with { Gemaakt = null }, order).Weigering?.Code);
    }

    [Fact]
    public async Task Een_teruggenomen_bestand_wordt_niet_meer_gegeven_en_zijn_betaling_gaat_in_een_nieuwe_ronde()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        var ronde = (await huis.Ronde("fien", zaak.Voorschot)).Inhoud.GetProperty("ronde").GetString()!;
        var pad = $"/v1/betaalbestanden/{ronde}/terugname";
        const string Bank = """{"toelichting":"De bank heeft het bestand niet ontvangen."}""";
        Assert.Equal("uitvoerdatum-niet-voorbij", (await huis.Post("fien", pad, Bank)).Probleem);
        var voorbij = await huis.Vraag(
            $"""
            update betalingen.mt_doc_betaalronde set data = jsonb_set(data, array['gemaakt', 'uitvoerdatum'], '"2026-01-01"')
            where id = '{ronde}' returning id
            """
        );
        Assert.Single(voorbij);
        Assert.Equal(422, (await huis.Post("fien", pad, """{"toelichting":" "}""")).Status);
        Assert.Equal(200, (await huis.Post("fien", pad, Bank)).Status);
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/vervallenverklaring", "{}")).Status);
        Assert.Equal("niets-voorgesteld", (await huis.Post("cor", $"{pad}/vervallenverklaring", "{}")).Probleem);
        Assert.Equal(200, (await huis.Post("fien", pad, Bank)).Status);
        var terugname = (await huis.Haal("cor", $"/v1/betaalrondes/{ronde}")).Inhoud.GetProperty("terugname");
        Assert.Equal("De bank heeft het bestand niet ontvangen.", terugname.GetProperty("toelichting").GetString());

        var hash = $$"""{"hash":"{{terugname.GetProperty("hash").GetString()}}"}""";
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/bevestiging", hash)).Status);
        await huis.Stil();

        Assert.Equal("al-teruggenomen", (await huis.Haal("fien", $"/v1/betaalbestanden/{ronde}")).Probleem);
        Assert.Equal("opgedragen", (await huis.Haal("fien", $"/v1/betaalopdrachten/{zaak.Voorschot}")).Inhoud.GetProperty("status").GetString());
        var terug = (await huis.Haal("cor", "/v1/betaalrondes?stand=teruggenomen")).Inhoud.GetProperty("rondes").EnumerateArray();
        Assert.Equal(ronde, Assert.Single(terug).GetProperty("ronde").GetString());
        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
    }

    private static Beslissing Stel(Betaalronde ronde, Betaalopdracht order) =>
        BestandTerugnemen.Beslis(ronde, [order], () => Inhoud, "fien", Nu);

    private static Betaalronde Ronde() =>
        new Betaalronde { Id = Bestand }
            .Na(new BetaalrondeVoorgesteld(Voorbeelden.Dag, [new Ronderegel("B1", "SLIM", 5520m, 1)], 5520m, "bestand", Inhoud, "fred", Gemaakt))
            .Na(new BetaalbestandGemaakt(Voorbeelden.Dag, ["B1"], 5520m, "bestand", Inhoud, Gemaakt));

    private static Betaalopdracht Onderweg() =>
        new Betaalopdracht { Id = "B1" }
            .Na(new BetalingOpgedragen(new("B1", "SLIM", "2026-04-mkb", "12345678", "V1", Betaalsoort.Voorschot, 5520m, ["bea"]), Gemaakt))
            .Na(new BetalingInRonde(Bestand, 1, Gemaakt))
            .Na(new BetalingInBestand(Bestand, 1, Gemaakt, ["anna", "cor"]));
}
