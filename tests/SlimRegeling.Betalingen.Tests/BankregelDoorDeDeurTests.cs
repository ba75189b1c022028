using System.Globalization;
using System.Text;
using System.Text.Json;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What fits on nothing by itself comes to its end through the door, by two people, and the books still lie beside the bank.</summary>
public sealed class BankregelDoorDeDeurTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    [Fact]
    public async Task Een_betaling_die_met_aftrek_van_kosten_terugkomt_wordt_opnieuw_betaald()
    {
        var zaak = await Opgedragen();
        await Betaal(zaak);
        var regel = await Regel(new Bankmutatie(5507.50m, Af: false, zaak.Voorschot, "retour", "FOCR"));
        Assert.Contains("retour met kosten", Tekst(await Werkregel(regel), "uitleg"), StringComparison.Ordinal);

        await Handel(
            regel,
            $$"""{"afhandeling":"retour","betaalopdracht":"{{zaak.Voorschot}}","toelichting":"De bank hield 12,50 in."}""",
            kosten: "12.50"
        );

        var order = await Order(zaak);
        Assert.Equal(("opgedragen", "5520.00", "FOCR"), (Tekst(order, "status"), Tekst(order, "bedrag"), Tekst(order, "teruggegeven")));
        Assert.Equal(["bank 0.00 12.50", "bankkosten 12.50 0.00"], await Geboekt(regel));
        Assert.Equal(("0.00", "-5520.00"), (await Saldo("bank", zaak), await Saldo("te-betalen", zaak)));
        var ronde = await huis.StelVoor("fien", [zaak.Voorschot]);
        // Who said that it came back does not approve that it is paid again.
        Assert.Equal("eigen-controle", (await huis.Accordeer("cor", ronde)).Probleem);
        Assert.Equal(200, (await huis.Accordeer("fred", ronde)).Status);
        Assert.Equal(200, (await huis.Accordeer("anna", ronde)).Status);
        var weer = await Lees(Afschrift(new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot")));
        Assert.Equal(1, weer.GetProperty("geboekt").GetArrayLength());
        await Sluit();
    }

    [Theory]
    [InlineData("<Prtry>69 AC04</Prtry>")]
    [InlineData("")]
    public async Task Wat_de_bank_zonder_iso_reden_terugkomst_noemt_wordt_ook_opnieuw_betaald(string reden)
    {
        var zaak = await Opgedragen();
        await Betaal(zaak);
        var afschrift = Afschrift(new Bankmutatie(5512.50m, Af: false, zaak.Voorschot, "retour", "FOCR"));
        var zonder = afschrift.Replace("<Cd>FOCR</Cd>", reden, StringComparison.Ordinal);
        Assert.NotEqual(afschrift, zonder);
        var regel = Tekst((await Lees(zonder)).GetProperty("deelsGekoppeld")[0], "bankregel");
        Assert.True((await Werkregel(regel)).GetProperty("isRetour").GetBoolean());

        await Handel(
            regel,
            $$"""{"afhandeling":"retour","betaalopdracht":"{{zaak.Voorschot}}","toelichting":"De bank hield 7,50 in."}""",
            kosten: "7.50"
        );

        Assert.Equal("opgedragen", Tekst(await Order(zaak), "status"));
        await Sluit();
    }

    [Theory]
    [InlineData("500.00", null, "geen-retour")]
    [InlineData("5469.99", "FOCR", "te-veel-kosten")]
    public async Task Wie_een_deel_terugbetaalt_is_geen_retour_en_wat_ontbreekt_zijn_geen_kosten(string bedrag, string? reden, string code)
    {
        var zaak = await Opgedragen();
        await Betaal(zaak);
        var terug = new Bankmutatie(decimal.Parse(bedrag, CultureInfo.InvariantCulture), Af: false, zaak.Voorschot, "terug", reden);
        var regel = await Regel(terug);
        Assert.Equal(reden is not null, (await Werkregel(regel)).GetProperty("isRetour").GetBoolean());
        var voorstel = $$"""{"afhandeling":"retour","betaalopdracht":"{{zaak.Voorschot}}","toelichting":"x"}""";

        Assert.Equal(code, (await huis.Post("fien", $"/v1/bankregels/{regel}/voorstel", voorstel)).Probleem);

        Assert.Equal("uitgevoerd", Tekst(await Order(zaak), "status"));
        await Sluit();
    }

    [Fact]
    public async Task Wat_te_veel_werd_ontvangen_en_werd_teruggestort_valt_tegen_elkaar_weg()
    {
        var afschrift = Afschrift(
            new Bankmutatie(80.00m, Af: false, "NOTPROVIDED", "te veel"),
            new Bankmutatie(80.00m, Af: true, "NOTPROVIDED", "teruggestort")
        );
        var verslag = await Lees(afschrift);
        var regels = verslag.GetProperty("ongekoppeld").EnumerateArray().Select(r => Tekst(r, "bankregel")).ToList();
        var voorstel = $$"""{"afhandeling":"tegen-elkaar","bankregel":"{{regels[1]}}","toelichting":"Teruggestort op verzoek."}""";
        var pad = $"/v1/bankregels/{regels[0]}/voorstel";
        Assert.Equal(422, (await huis.Post("fien", pad, voorstel.Replace(regels[1], "x", StringComparison.Ordinal))).Status);
        var eigen = await huis.Post("fien", pad, voorstel.Replace(regels[1], regels[0], StringComparison.Ordinal));
        Assert.Equal("niet-tegen-elkaar", eigen.Probleem);

        await Handel(regels[0], voorstel);

        var lijst = (await huis.Haal("cor", "/v1/bankregels")).Inhoud.GetRawText();
        Assert.All(regels, r => Assert.DoesNotContain(r, lijst, StringComparison.Ordinal));
        Assert.Equal("al-gekoppeld", (await huis.Bevestig("fred", regels[1])).Probleem);
        var opTussenrekening = await huis.Vraag(
            $"""
            select sum(debet - credit)::text from betalingen.grootboek
            where rekening = 'tussenrekening' and stroom in ('{regels[0]}', '{regels[1]}')
            """
        );
        Assert.Equal(["0.00"], opTussenrekening);
        var weer = (await Lees(afschrift)).GetProperty("eerderGeboekt").EnumerateArray().ToList();
        Assert.Equal(2, weer.Count);
        Assert.All(weer, r => Assert.False(r.TryGetProperty("betaalopdracht", out _)));
        await Sluit();
    }

    [Fact]
    public async Task Wat_op_een_vordering_te_veel_kwam_wordt_in_een_ronde_terugbetaald_en_is_niets_van_de_subsidie()
    {
        var zaak = Zaak.Nieuw(vastgesteld: 4000.00m);
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await Betaal(zaak);
        await huis.Zeg(zaak.SubsidieVastgesteld);
        var vordering = $"{zaak.Zaaknummer}-TV1";
        var voorstel = $$"""{"afhandeling":"terugbetalen","vordering":"{{vordering}}","toelichting":"Te veel overgemaakt."}""";
        var los = await Regel(new Bankmutatie(1.00m, Af: false, "NOTPROVIDED", "los"));
        Assert.Equal("vordering-open", (await huis.Post("cor", $"/v1/bankregels/{los}/voorstel", voorstel)).Probleem);
        var regel = await Regel(new Bankmutatie(1600.00m, Af: false, "NOTPROVIDED", $"Terugbetaling {vordering}"));

        Assert.Equal(200, (await huis.Post("cor", $"/v1/bankregels/{regel}/voorstel", voorstel)).Status);
        Assert.Equal("zelf-voorgesteld", (await huis.Bevestig("cor", regel)).Probleem);
        Assert.Equal(200, (await huis.Bevestig("bea", regel)).Status);
        await Sluit();

        var orders = (await huis.Haal("fien", $"/v1/betaalopdrachten?zaaknummer={zaak.Zaaknummer}"))
            .Inhoud.GetProperty("opdrachten")
            .EnumerateArray();
        var order = Assert.Single(orders, o => Tekst(o, "soort") == "terugbetaling");
        var id = Tekst(order, "id");
        Assert.StartsWith($"{vordering}-T", id, StringComparison.Ordinal);
        Assert.Equal("80.00", Tekst(order, "bedrag"));
        var ronde = await huis.StelVoor("fien", [id]);
        // Who ordered it does not approve it.
        Assert.Equal("eigen-besluit", (await huis.Accordeer("cor", ronde)).Probleem);
        Assert.Equal(200, (await huis.Accordeer("fred", ronde)).Status);
        Assert.Equal(200, (await huis.Accordeer("anna", ronde)).Status);
        var bestand = await huis.Bestand("fien", $"/v1/betaalbestanden/{ronde.Inhoud.GetProperty("ronde").GetString()}");
        Assert.Single(Voorbeelden.Gekeurd(bestand).Descendants(Voorbeelden.Pain + "EndToEndId"), e => e.Value == id);
        var gelezen = await Lees(Encoding.UTF8.GetString(Voorbeeldbank.Voer(bestand, 1_000_000m, Voorbeelden.Moment)));
        Assert.Equal(1, gelezen.GetProperty("geboekt").GetArrayLength());

        Assert.Equal(
            ("-4000.00", "0.00", "0.00"),
            (await Saldo("bank", zaak), await Saldo("te-betalen", zaak), await Saldo("te-vorderen", zaak))
        );
        await Sluit();
        Assert.DoesNotContain(Buitenwereld.Toehoorder.Gehoord.OfType<BetalingOpgedragenBericht>(), b => b.Betaalopdracht == id);
        Assert.DoesNotContain(Buitenwereld.Toehoorder.Gehoord.OfType<BetalingUitgevoerdBericht>(), b => b.Betaalopdracht == id);
    }

    [Fact]
    public async Task Twee_die_elk_de_andere_kant_bevestigen_handelen_samen_een_keer_af()
    {
        var verslag = await Lees(
            Afschrift(
                new Bankmutatie(61.00m, Af: false, "NOTPROVIDED", "dubbel"),
                new Bankmutatie(61.00m, Af: true, "NOTPROVIDED", "hersteld")
            )
        );
        var regels = verslag.GetProperty("ongekoppeld").EnumerateArray().Select(r => Tekst(r, "bankregel")).ToList();
        foreach (var (een, ander) in ((string, string)[])[(regels[0], regels[1]), (regels[1], regels[0])])
        {
            var voorstel = $$"""{"afhandeling":"tegen-elkaar","bankregel":"{{ander}}","toelichting":"Fout van de bank."}""";
            Assert.Equal(200, (await huis.Post("fien", $"/v1/bankregels/{een}/voorstel", voorstel)).Status);
        }

        var antwoorden = await Task.WhenAll(huis.Bevestig("cor", regels[0]), huis.Bevestig("fred", regels[1]));

        Assert.Single(antwoorden, a => a.Status == 200);
        Assert.Equal("al-gekoppeld", Assert.Single(antwoorden, a => a.Status != 200).Probleem);
        foreach (var regel in regels)
        {
            Assert.Equal(2, (await Geboekt(regel)).Count);
        }
        await Sluit();
    }

    [Fact]
    public async Task Kosten_van_de_bank_staan_op_hun_eigen_rekening()
    {
        var zaak = await Opgedragen();
        var (kosten, betaling) = (
            await Regel(new Bankmutatie(12.50m, Af: true, "NOTPROVIDED", "kwartaalkosten")),
            await Regel(new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot"))
        );
        const string Bankkosten = """{"afhandeling":"bankkosten","toelichting":"Nota van het derde kwartaal."}""";
        Assert.Equal("geen-bankkosten", (await huis.Post("fien", $"/v1/bankregels/{betaling}/voorstel", Bankkosten)).Probleem);

        await Handel(kosten, Bankkosten);

        Assert.Equal(["bank 0.00 12.50", "bankkosten 12.50 0.00"], await Geboekt(kosten));
        await Sluit();
    }

    [Fact]
    public async Task Wat_aan_de_deurwaarder_is_betaald_sluit_de_opdracht_in_delen()
    {
        var zaak = await Opgedragen();
        var eerste = await Regel(new Bankmutatie(2000.00m, Af: true, "NOTPROVIDED", "deurwaarder"));
        var aanBeslaglegger =
            $$"""{"afhandeling":"beslaglegger","betaalopdracht":"{{zaak.Voorschot}}","toelichting":"Exploot 2026/117."}""";
        Assert.Equal("geen-beslag", (await huis.Post("fred", $"/v1/bankregels/{eerste}/voorstel", aanBeslaglegger)).Probleem);
        const string Exploot = """{"beslaglegger":"Deurwaarder De Vries","kenmerk":"2026/117","gelegdOp":"2026-06-05"}""";
        Assert.Equal(201, (await huis.Post("fien", $"/v1/rekeningen/{zaak.KvkNummer}/beslagen", Exploot)).Status);

        await Handel(eerste, aanBeslaglegger);
        var order = await Order(zaak);
        Assert.Equal(
            ("opgedragen", "3520.00", "2000.00", true),
            (Tekst(order, "status"), Tekst(order, "bedrag"), Tekst(order, "aanBeslaglegger"), order.GetProperty("aangehouden").GetBoolean())
        );
        await Sluit();

        await Handel(await Regel(new Bankmutatie(3520.00m, Af: true, "NOTPROVIDED", "deurwaarder")), aanBeslaglegger);
        order = await Order(zaak);
        Assert.Equal(("uitgevoerd", "5520.00"), (Tekst(order, "status"), Tekst(order, "aanBeslaglegger")));
        Assert.Equal(("-5520.00", "0.00"), (await Saldo("bank", zaak), await Saldo("te-betalen", zaak)));
        Assert.Equal(422, (await huis.StelVoor("fien", [zaak.Voorschot])).Status);
        await Sluit();
        Assert.Single(Buitenwereld.Toehoorder.Gehoord.OfType<BetalingUitgevoerdBericht>(), b => b.Betaalopdracht == zaak.Voorschot);
    }

    /// <summary>All that moved on the statements is in the books, and all of it adds up.</summary>
    private async Task Sluit()
    {
        await huis.Stil();
        Assert.Empty(await huis.Verschillen());
        Assert.Equal("0.00", Tekst((await huis.Haal("cor", "/v1/bankaansluiting")).Inhoud, "verschil"));
    }

    private async Task<Zaak> Opgedragen()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        return zaak;
    }

    private async Task Betaal(Zaak zaak)
    {
        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
        var verslag = await Lees(Afschrift(new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot")));
        Assert.Equal(1, verslag.GetProperty("geboekt").GetArrayLength());
    }

    /// <summary>A movement that comes on the work list.</summary>
    private async Task<string> Regel(Bankmutatie mutatie)
    {
        var verslag = await Lees(Afschrift(mutatie));
        var regels = verslag.GetProperty("deelsGekoppeld").EnumerateArray().Concat(verslag.GetProperty("ongekoppeld").EnumerateArray());
        return Tekst(Assert.Single(regels), "bankregel");
    }

    /// <summary>Proposed by one, who does not confirm it, and confirmed by another.</summary>
    /// <param name="kosten">Of the bank, as who confirms sees them; null where there are none.</param>
    private async Task Handel(string regel, string voorstel, string? kosten = null)
    {
        var voorgesteld = await huis.Post("fien", $"/v1/bankregels/{regel}/voorstel", voorstel);
        Assert.True(voorgesteld.Status == 200, voorgesteld.Inhoud.ToString());
        Assert.Equal("zelf-voorgesteld", (await huis.Bevestig("fien", regel)).Probleem);
        Assert.Empty(await Geboekt(regel));
        var ligt = (await Werkregel(regel)).GetProperty("voorstel");
        Assert.Equal(kosten, ligt.TryGetProperty("kosten", out var gezien) ? gezien.GetString() : null);
        var bevestigd = await huis.Bevestig("cor", regel);
        Assert.True(bevestigd.Status == 200, bevestigd.Inhoud.ToString());
        await huis.Stil();
    }

    private static string Afschrift(params IReadOnlyList<Bankmutatie> mutaties) =>
        Encoding.UTF8.GetString(
            Voorbeeldbank.Schrijf(
                Guid.NewGuid().ToString("n"),
                Voorbeelden.EigenIban,
                1_000_000m,
                Voorbeelden.Dag,
                Voorbeelden.Moment,
                mutaties
            )
        );

    private async Task<JsonElement> Lees(string afschrift)
    {
        var gelezen = await huis.Post("fien", "/v1/afschriften", afschrift, "application/xml");
        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
        await huis.Stil();
        return gelezen.Inhoud;
    }

    private async Task<JsonElement> Werkregel(string regel) =>
        (await huis.Haal("cor", "/v1/bankregels")).Inhoud.EnumerateArray().Single(r => Tekst(r, "bankregel") == regel);

    private async Task<JsonElement> Order(Zaak zaak) => (await huis.Haal("cor", $"/v1/betaalopdrachten/{zaak.Voorschot}")).Inhoud;

    private Task<IReadOnlyList<string>> Geboekt(string stroom) =>
        huis.Vraag(
            $"select rekening || ' ' || debet || ' ' || credit from betalingen.grootboek where stroom = '{stroom}' order by rekening, debet"
        );

    private async Task<string> Saldo(string rekening, Zaak zaak)
    {
        var saldi = (await huis.Haal("cor", $"/v1/grootboek/saldi?zaaknummer={zaak.Zaaknummer}")).Inhoud;
        return Tekst(saldi.EnumerateArray().Single(s => Tekst(s, "rekening") == rekening), "bedrag");
    }

    private static string Tekst(JsonElement van, string naam) => van.GetProperty(naam).GetString()!;
}
