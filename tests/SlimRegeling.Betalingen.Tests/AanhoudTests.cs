using System.Text;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What a payment waits for, and who lets it go: an objection, an attachment, a name that no bank takes.</summary>
public sealed class AanhoudTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private static readonly Instant Nu = Voorbeelden.Moment;
    private static readonly Verwijzing Inhoud = new(Guid.Empty, "hash");
    private static readonly Opdracht Opdracht = new(
        "B1",
        "SLIM",
        "2026-04-mkb",
        "12345678",
        "V1",
        Betaalsoort.Voorschot,
        5520m,
        ["bea", "mees"]
    );

    [Fact]
    public async Task Een_betaling_waartegen_bezwaar_loopt_wacht_tot_iemand_ernaar_heeft_gekeken_die_daarna_niet_accordeert()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(zaak.Bezwaar);
        var geweigerd = await huis.StelVoor("fien", [zaak.Voorschot]);
        Assert.Equal(422, geweigerd.Status);
        Assert.Contains("6:16 Awb", geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);

        var vrijgave = $$"""{"bezwaar":"{{zaak.Zaaknummer}}-BZ1","toelichting":"Het bezwaar gaat over de hoogte."}""";
        var pad = $"/v1/betaalopdrachten/{zaak.Voorschot}/vrijgave";
        Assert.Equal("eigen-besluit", (await huis.Post("bea", pad, vrijgave)).Probleem);
        Assert.Equal(200, (await huis.Post("cor", pad, vrijgave)).Status);
        Assert.Equal("niet-aangehouden", (await huis.Post("cor", pad, vrijgave)).Probleem);
        var ronde = await huis.StelVoor("fien", [zaak.Voorschot]);
        Assert.Equal(201, ronde.Status);
        Assert.Equal("eigen-controle", (await huis.Accordeer("cor", ronde)).Probleem);
        Assert.Equal(200, (await huis.Accordeer("fred", ronde)).Status);
    }

    [Fact]
    public async Task Een_bezwaar_dat_eindigt_houdt_niets_meer_aan_en_een_later_ook_een_nieuwe_opdracht()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.Bezwaar);
        await huis.Zeg(zaak.VoorschotToegekend);
        Assert.Equal(422, (await huis.StelVoor("fien", [zaak.Voorschot])).Status);
        await huis.Zeg(zaak.BezwaarIngetrokken);
        Assert.Equal(201, (await huis.StelVoor("fien", [zaak.Voorschot])).Status);
    }

    [Fact]
    public async Task Beslag_houdt_alle_betalingen_aan_de_onderneming_aan_tot_een_ander_zegt_dat_het_is_geeindigd()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        var pad = $"/v1/rekeningen/{zaak.KvkNummer}/beslagen";
        const string exploot =
            """{"beslaglegger":"Deurwaarder De Vries","kenmerk":"2026/117","gelegdOp":"2026-06-05","bedrag":"2000.00"}""";
        Assert.Equal(422, (await huis.Post("fien", pad, exploot.Replace("2026-06-05", "2999-01-01", StringComparison.Ordinal))).Status);
        var gelegd = await huis.Post("fien", pad, exploot);
        Assert.Equal(201, gelegd.Status);
        var nummer = gelegd.Inhoud.GetProperty("beslag").GetString()!;

        // Also what is ordered after it.
        await huis.Zeg(zaak.SubsidieVastgesteld);
        foreach (var opdracht in (string[])[zaak.Voorschot, zaak.Slot])
        {
            var geweigerd = await huis.StelVoor("fred", [opdracht]);
            Assert.Contains("475 Wetboek van Burgerlijke", geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);
        }
        var beeld = (await huis.Haal("cor", "/v1/rekeningen"))
            .Inhoud.EnumerateArray()
            .Single(r => r.GetProperty("kvkNummer").GetString() == zaak.KvkNummer);
        Assert.Equal("11040.00", beeld.GetProperty("wachtend").GetString());
        Assert.Equal("Deurwaarder De Vries", beeld.GetProperty("beslagen")[0].GetProperty("beslaglegger").GetString());

        const string opheffing = """{"toelichting":"Brief van de deurwaarder van 1 juli."}""";
        Assert.Equal("eigen-beslag", (await huis.Post("fien", $"{pad}/{nummer}/opheffing", opheffing)).Probleem);
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/{nummer}/opheffing", opheffing)).Status);
        Assert.Equal("al-opgeheven", (await huis.Post("cor", $"{pad}/{nummer}/opheffing", opheffing)).Probleem);
        var ronde = await huis.StelVoor("fred", [zaak.Voorschot, zaak.Slot]);
        Assert.Equal(201, ronde.Status);
        Assert.Equal("eigen-controle", (await huis.Accordeer("cor", ronde)).Probleem);
    }

    [Fact]
    public async Task Een_beslag_dat_niet_is_vastgelegd_wordt_ook_niet_gezegd_vastgelegd_te_zijn()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        const string exploot = """{"beslaglegger":"Deurwaarder De Vries","kenmerk":"2026/118","gelegdOp":"2026-06-05"}""";

        var geweigerd = await huis.Post("fien", $"/v1/rekeningen/{zaak.KvkNummer}/beslagen", exploot, ifMatch: "\"99\"");

        Assert.Equal((412, "verouderd"), (geweigerd.Status, geweigerd.Probleem));
        var order = (await huis.Haal("cor", $"/v1/betaalopdrachten/{zaak.Voorschot}")).Inhoud;
        Assert.False(order.GetProperty("aangehouden").GetBoolean());
        Assert.Equal(201, (await huis.Post("fien", $"/v1/rekeningen/{zaak.KvkNummer}/beslagen", exploot)).Status);
    }

    [Fact]
    public async Task Een_naam_die_geen_bank_aanneemt_houdt_die_betaling_aan_en_de_ronde_gaat_door()
    {
        var (goed, onleesbaar) = (Zaak.Nieuw(), Zaak.Nieuw());
        await huis.Zeg(goed.Rekening(1), goed.SubsidieVerleend, goed.VoorschotToegekend);
        await huis.Zeg(
            Buitenwereld.Rekening(onleesbaar.KvkNummer, 1, Zaak.EersteIban, naam: "😀😀"),
            onleesbaar.SubsidieVerleend,
            onleesbaar.VoorschotToegekend
        );

        var ronde = await huis.Post(
            "fien",
            "/v1/betaalrondes",
            $$"""{"uitvoerdatum":"{{NodaTime.Text.LocalDatePattern.Iso.Format(Platform.Tijd.Moment.Dag(SystemClock.Instance.GetCurrentInstant()))}}"}"""
        );

        Assert.Equal(201, ronde.Status);
        Assert.Contains(goed.Voorschot, ronde.Inhoud.GetProperty("betaalopdrachten").GetRawText(), StringComparison.Ordinal);
        var over = ronde.Inhoud.GetProperty("overgeslagen").EnumerateArray();
        var reden = over.Single(o => o.GetProperty("betaalopdracht").GetString() == onleesbaar.Voorschot).GetProperty("reden").GetString();
        Assert.Contains("de naam van de rekening is niet te schrijven", reden, StringComparison.Ordinal);
        var order = (await huis.Haal("fien", $"/v1/betaalopdrachten/{onleesbaar.Voorschot}")).Inhoud;
        Assert.True(order.GetProperty("aangehouden").GetBoolean());
        Assert.Equal("naam", order.GetProperty("aanhoudingen")[0].GetProperty("grond").GetString());
        await huis.Post(
            "cor",
            $"/v1/betaalrondes/{ronde.Inhoud.GetProperty("ronde").GetString()}/intrekking",
            """{"toelichting":"Proef."}"""
        );

        // Another account with a name that can be written is checked as any other.
        await huis.Zeg(onleesbaar.Rekening(2));
        await huis.Post(
            "cor",
            $"/v1/rekeningen/{onleesbaar.KvkNummer}/controle",
            """{"volgnummer":2,"akkoord":true,"toelichting":"Gebeld."}"""
        );
        Assert.Equal(201, (await huis.Ronde("fien", onleesbaar.Voorschot)).Status);
        var bestand = Encoding.UTF8.GetString(await huis.Bestand("fien", $"/v1/betaalbestanden/{await BestandVan(onleesbaar.Voorschot)}"));
        Assert.Contains("Bakkerij De Gouden Aar", bestand, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_rekening_waarvan_de_gegevens_vernietigd_zijn_houdt_alleen_haar_eigen_betaling_uit_de_ronde()
    {
        var (goed, weg) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[goed, weg])
        {
            await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        }
        var vernietigd = await huis.Vraag(
            $"""
            delete from betalingen.mt_doc_inhoud where id = (
              select (data -> 'gegevens' ->> 'id')::uuid from betalingen.mt_events
              where stream_id = '{weg.KvkNummer}' and type = 'rekening-vernomen'
            ) returning id::text
            """
        );
        Assert.Single(vernietigd);
        var vandaag = NodaTime.Text.LocalDatePattern.Iso.Format(Platform.Tijd.Moment.Dag(SystemClock.Instance.GetCurrentInstant()));

        var ronde = await huis.Post("fien", "/v1/betaalrondes", $$"""{"uitvoerdatum":"{{vandaag}}"}""");

        Assert.Equal(201, ronde.Status);
        Assert.Contains(goed.Voorschot, ronde.Inhoud.GetProperty("betaalopdrachten").GetRawText(), StringComparison.Ordinal);
        var over = ronde.Inhoud.GetProperty("overgeslagen").EnumerateArray();
        var reden = over.Single(o => o.GetProperty("betaalopdracht").GetString() == weg.Voorschot).GetProperty("reden").GetString();
        Assert.Contains("vernietigd", reden, StringComparison.Ordinal);
        await huis.Post(
            "cor",
            $"/v1/betaalrondes/{ronde.Inhoud.GetProperty("ronde").GetString()}/intrekking",
            """{"toelichting":"Proef."}"""
        );
    }

    [Fact]
    public void Wat_op_weg_is_naar_de_bank_wordt_niet_aangehouden_en_elke_aanhouding_is_er_een_keer()
    {
        var open = new Betaalopdracht { Id = "B1" }.Na(new BetalingOpgedragen(Opdracht, Nu));
        var gelegd = open.Na(Assert.Single(open.HoudAan("BS1", Aanhoudgrond.Beslag, Nu).Gebeurtenissen));
        Assert.Empty(gelegd.HoudAan("BS1", Aanhoudgrond.Beslag, Nu).Gebeurtenissen);
        Assert.Empty(gelegd.HefOp("BS2", Aanhoudgrond.Beslag, "cor", Inhoud, Nu).Gebeurtenissen);
        Assert.True(gelegd.Aangehouden);
        var onderweg = open.Na(new BetalingInBestand("R1", 1, Nu, ["fred", "anna"]));
        Assert.Empty(onderweg.HoudAan("BS1", Aanhoudgrond.Beslag, Nu).Gebeurtenissen);
    }

    [Fact]
    public void Wie_naar_een_bezwaar_keek_laat_de_betaling_daar_niet_nog_eens_op_wachten()
    {
        var open = new Betaalopdracht { Id = "B1" }.Na(new BetalingOpgedragen(Opdracht, Nu));
        var wacht = Opdragen.Bezwaren(open, ["BZ1", "BZ2"], [], Nu).Aggregate(open, (o, e) => o.Na(e));
        Assert.Equal(["BZ1", "BZ2"], wacht.Aanhoudingen.Select(a => a.Nummer));
        var gezien = wacht.Na(Assert.Single(VrijGeven.Beslis(wacht, "BZ1", "cor", () => Inhoud, Nu).Gebeurtenissen));
        Assert.Empty(Opdragen.Bezwaren(gezien, ["BZ1", "BZ2"], [], Nu));
        var klaar = Opdragen.Bezwaren(gezien, ["BZ1"], ["BZ2"], Nu).Aggregate(gezien, (o, e) => o.Na(e));
        Assert.False(klaar.Aangehouden);
        Assert.Equal(["cor"], klaar.Vrijgevers);
    }

    [Theory]
    [InlineData("Bakkerij De Gouden Aar B.V.", "bakkerij de gouden aar", Naamoordeel.Overeenkomst)]
    [InlineData("Jörg & Søren VOF", "Jorg + Soren v.o.f.", Naamoordeel.Overeenkomst)]
    [InlineData("Bakkerij De Gouden Aar", "Bakkerij De Gouden Aer", Naamoordeel.LijktErop)]
    [InlineData("De Gouden Aar", "Bakkerij De Gouden Aar Holding", Naamoordeel.LijktErop)]
    [InlineData("Bakkerij De Gouden Aar", "J. Jansen", Naamoordeel.Anders)]
    [InlineData("😀", "J. Jansen", Naamoordeel.Anders)]
    public void Namen_worden_vergeleken_zonder_hoofdletters_tekens_en_rechtsvorm(string gegeven, string bekend, Naamoordeel oordeel) =>
        Assert.Equal(oordeel, Naambestand.Vergelijk(gegeven, bekend));

    [Fact]
    public async Task De_naamcontrole_zegt_wat_zij_weet_en_een_andere_naam_vraagt_bij_akkoord_een_reden()
    {
        var ct = TestContext.Current.CancellationToken;
        var bestand = Naambestand.Van(["NL02 ABNA 0123 4567 89;Bakkerij De Gouden Aar B.V.", "", "NL20INGB0001234567;J. Jansen"]);
        Assert.Equal(Naamoordeel.Overeenkomst, await bestand.Vraag(Zaak.EersteIban, "Bakkerij De Gouden Aar", ct));
        Assert.Equal(Naamoordeel.Anders, await bestand.Vraag(Zaak.TweedeIban, "Bakkerij De Gouden Aar", ct));
        Assert.Equal(Naamoordeel.Onbekend, await bestand.Vraag(Voorbeelden.EigenIban, "Bakkerij De Gouden Aar", ct));
        Assert.Throws<Platform.Opstartfout>(() => Naambestand.Van(["NL02ABNA0123456780;fout"]));
        var rekening = new Rekening().Na(new RekeningVernomen(1, Inhoud, "piet", Nu)).Na(new RekeningVernomen(2, Inhoud, "piet", Nu));
        foreach (var oordeel in Enum.GetValues<Naamoordeel>())
        {
            var afgekeurd = Gecontroleerd(Beslis(false, oordeel, null));
            Assert.Equal(oordeel, afgekeurd.Naamcontrole);
            Assert.Null(afgekeurd.Naamreden);
            var akkoord = Gecontroleerd(Beslis(true, oordeel, Inhoud));
            Assert.Equal(oordeel, akkoord.Naamcontrole);
            Assert.Equal(Inhoud, akkoord.Naamreden);
            var zonder = Beslis(true, oordeel, null);
            Assert.Equal(oordeel == Naamoordeel.Anders ? "naamreden" : null, zonder.Weigering?.Fouten.Single().Veld);
        }

        Beslissing Beslis(bool akkoord, Naamoordeel oordeel, Verwijzing? reden) =>
            Controleren.Beslis(rekening, 2, akkoord, "cor", new HashSet<string>(), Inhoud, Nu, oordeel, reden);

        static RekeningGecontroleerd Gecontroleerd(Beslissing beslissing) =>
            Assert.IsType<RekeningGecontroleerd>(Assert.Single(beslissing.Gebeurtenissen));
    }

    [Fact]
    public async Task Wie_de_rekening_controleert_ziet_wat_de_naamcontrole_zegt()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.Rekening(2));
        var beeld = (await huis.Haal("cor", $"/v1/rekeningen/{zaak.KvkNummer}")).Inhoud;
        Assert.Equal(Zaak.TweedeIban, beeld.GetProperty("iban").GetString());
        Assert.Equal("niet-beschikbaar", beeld.GetProperty("naamcontrole").GetString());
        Assert.True(beeld.GetProperty("teControleren").GetBoolean());
        Assert.Equal(404, (await huis.Haal("cor", "/v1/rekeningen/99999999")).Status);
    }

    private async Task<string?> BestandVan(string id) =>
        (await huis.Haal("fien", $"/v1/betaalopdrachten/{id}")).Inhoud.GetProperty("bestand").GetString();
}
