using System.Text;
using System.Text.Json;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Claiming back, through the door and on a real database: from a settlement below the advance to the money on the statement.</summary>
public sealed partial class VorderenDoorDeDeurTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    [Fact]
    public async Task Wat_te_veel_is_voorgeschoten_wordt_door_drie_mensen_teruggevorderd_en_op_het_afschrift_voldaan()
    {
        var (zaak, vordering) = await TeVorderen();
        var beeld = await Beeld(vordering);
        Assert.Equal(("ontstaan", "1520.00"), (Veld(beeld, "stand"), Veld(beeld, "hoofdsom")));
        Assert.Contains("1520.00", (await huis.Haal("cor", "/v1/vorderingen")).Inhoud.GetRawText(), StringComparison.Ordinal);

        Assert.Equal(422, (await Stel("fien", vordering, "terugvordering", """{"argument":" "}""")).Status);
        Assert.Equal(200, (await Stel("fien", vordering, "terugvordering", """{"argument":"Lager vastgesteld."}""")).Status);
        Assert.Equal("voorstel-ligt-voor", (await Stel("fred", vordering, "afboeking", """{"argument":"a"}""")).Probleem);
        var hash = (await Beeld(vordering)).GetProperty("voorstel").GetProperty("hash").GetString()!;
        Assert.Equal("zelf-voorgesteld", (await Teken("fien", vordering, hash)).Probleem);
        Assert.Equal(200, (await Teken("fred", vordering, hash)).Status);
        Assert.Equal("zelfde-persoon", (await Teken("fred", vordering, hash)).Probleem);
        Assert.Equal(200, (await Teken("cor", vordering, hash)).Status);
        await huis.Stil();
        var besloten = Assert.Single(Buitenwereld.Toehoorder.Gehoord.OfType<TerugvorderingBeslotenBericht>(), b => b.Besluit == vordering);
        Assert.Equal((1520m, 5520m), (besloten.Bedrag, besloten.Betaald));

        await huis.Zeg(Verzonden(zaak, vordering));
        Assert.Equal("2026-08-11", Veld(await Beeld(vordering), "uiterlijk"));

        var afschrift = Afschrift(
            new Bankmutatie(1000.00m, Af: false, "NOTPROVIDED", $"Terugbetaling {vordering}"),
            new Bankmutatie(600.00m, Af: false, vordering, "rest")
        );
        var verslag = await Lees(afschrift);
        Assert.Equal((1, 0, 1, 0), Aantallen(verslag));
        Assert.Equal((0, 1, 1, 0), Aantallen(await Lees(afschrift)));
        beeld = await Beeld(vordering);
        Assert.Equal("voldaan", Veld(beeld, "stand"));
        Assert.Equal("1520.00", beeld.GetProperty("ontvangen").GetProperty("hoofdsom").GetString());
        await huis.Stil();
        Assert.Single(Buitenwereld.Toehoorder.Gehoord.OfType<VorderingVoldaanBericht>(), b => b.Vordering == vordering);
        Assert.Equal("te-vorderen=0.00 bank=-4000.00", await Saldi(zaak));
        // What is more than was claimed waits for people, as no more than that.
        var deel = verslag.Inhoud.GetProperty("deelsGekoppeld")[0];
        var over = await Werkregel(deel.GetProperty("bankregel").GetString()!);
        Assert.Equal(("80.00", vordering, "80.00"), (Veld(over, "bedrag"), Veld(over, "vordering"), Veld(deel, "rest")));
        Assert.Equal("0", (await huis.Vraag(Openstaand(zaak)))[0]);
    }

    [Fact]
    public async Task Waarvan_mensen_al_een_deel_boekten_wordt_bij_nog_eens_lezen_niet_ook_heel_op_een_betaling_geboekt()
    {
        var (_, vordering) = await TeVorderen();
        await Besluit(vordering);
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
        var kenmerk = Guid.NewGuid().ToString("n");
        var terug = new Bankmutatie(5520.00m, Af: false, zaak.Voorschot, "Wat dit is, weten wij niet");
        var regel = (await Lees(Schrijf(kenmerk, terug))).Inhoud.GetProperty("deelsGekoppeld")[0].GetProperty("bankregel").GetString()!;
        var koppelen = $$"""{"afhandeling":"koppelen","vordering":"{{vordering}}","toelichting":"De ontvanger belde."}""";
        Assert.Equal(200, (await huis.Post("fien", $"/v1/bankregels/{regel}/voorstel", koppelen)).Status);
        Assert.Equal(200, (await huis.Bevestig("cor", regel)).Status);
        Assert.Equal("4000.00", Veld(await Werkregel(regel), "bedrag"));

        // The same movement on another statement, now with the payment of which it has the reference.
        var beide = Encoding.UTF8.GetString(Schrijf(kenmerk, terug, new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot")));
        var verslag = await Lees(Encoding.UTF8.GetBytes(beide.Replace(kenmerk, Guid.NewGuid().ToString("n"), StringComparison.Ordinal)));

        Assert.Equal((1, 0, 1, 0), Aantallen(verslag));
        Assert.Equal("uitgevoerd", Veld((await huis.Haal("cor", $"/v1/betaalopdrachten/{zaak.Voorschot}")).Inhoud, "status"));
        Assert.Equal("te-vorderen=0.00 bank=-5520.00", await Saldi(zaak));
        Assert.Equal("4000.00", Veld(await Werkregel(regel), "bedrag"));
    }

    [Fact]
    public async Task Geld_zonder_kenmerk_wordt_door_twee_mensen_aan_een_vordering_gekoppeld_en_wat_over_is_blijft_op_de_tussenrekening()
    {
        var (zaak, vordering) = await TeVorderen();
        await Besluit(vordering);
        var verslag = await Lees(Afschrift(new Bankmutatie(1600.00m, Af: false, "NOTPROVIDED", "terug")));
        var regel = verslag.Inhoud.GetProperty("ongekoppeld")[0].GetProperty("bankregel").GetString()!;
        var pad = $"/v1/bankregels/{regel}";
        Assert.Equal(
            200,
            (await huis.Post("fien", $"{pad}/voorstel", """{"afhandeling":"tussenrekening","toelichting":"Onbekend."}""")).Status
        );
        Assert.Equal(200, (await huis.Bevestig("cor", regel)).Status);

        foreach (var fout in (string[])[$"{zaak.Zaaknummer}-TV9", $"{vordering}\",\"betaalopdracht\":\"{zaak.Voorschot}"])
        {
            Assert.Equal(422, (await huis.Post("fien", $"{pad}/voorstel", Koppelen(fout))).Status);
        }
        Assert.Equal(200, (await huis.Post("fien", $"{pad}/voorstel", Koppelen(vordering))).Status);
        Assert.Equal("zelf-voorgesteld", (await huis.Bevestig("fien", regel)).Probleem);
        Assert.Equal("te-vorderen=1520.00 bank=-5520.00", await Saldi(zaak));
        Assert.Equal(200, (await huis.Bevestig("fred", regel)).Status);

        Assert.Equal("voldaan", Veld(await Beeld(vordering), "stand"));
        Assert.Equal("te-vorderen=0.00 bank=-4000.00", await Saldi(zaak));
        Assert.Equal("0", (await huis.Vraag(Openstaand(zaak)))[0]);
        var over = await Werkregel(regel);
        Assert.Equal(("80.00", "op-tussenrekening"), (Veld(over, "bedrag"), Veld(over, "status")));
        var som = await huis.Vraag(
            $"select sum(credit - debet)::text from betalingen.grootboek where stroom = '{regel}' and rekening = 'tussenrekening'"
        );
        Assert.Equal("80.00", som[0]);
        Assert.Equal("past-niet", (await huis.Post("fien", $"{pad}/voorstel", Koppelen(vordering))).Probleem);
        await huis.Stil();
        Assert.Empty(await huis.Verschillen());

        static string Koppelen(string nummer) =>
            $$"""{"afhandeling":"koppelen","vordering":"{{nummer}}","toelichting":"De ontvanger belde."}""";
    }

    [Fact]
    public async Task Een_betaling_die_wordt_verrekend_gaat_vanzelf_uit_haar_ronde_en_de_rest_wordt_betaald()
    {
        var (zaak, vordering) = await TeVorderen();
        await Besluit(vordering);
        await huis.Zeg(Verzonden(zaak, vordering));
        var ander = Zaak.Nieuw() with { KvkNummer = zaak.KvkNummer };
        await huis.Zeg(ander.SubsidieVerleend with { Tijdvak = "2027-04-mkb" }, ander.VoorschotToegekend);
        var ronde = await huis.StelVoor("fred", [ander.Voorschot]);
        Assert.Equal(200, (await huis.Accordeer("cor", ronde)).Status);

        var verrekening = $$"""{"betaalopdracht":"{{ander.Voorschot}}","zelfdeActiviteiten":true,"argument":"Zelfde methode."}""";
        Assert.Equal(200, (await Stel("fien", vordering, "verrekening", verrekening)).Status);
        await Onderteken(vordering);

        Assert.Equal("ronde-verouderd", (await huis.Accordeer("anna", ronde)).Probleem);
        var order = (await huis.Haal("fien", $"/v1/betaalopdrachten/{ander.Voorschot}")).Inhoud;
        Assert.Equal(("opgedragen", "4000.00", "1520.00"), (Veld(order, "status"), Veld(order, "bedrag"), Veld(order, "verrekend")));
        Assert.False(order.TryGetProperty("ronde", out _));
        Assert.Equal("te-vorderen=0.00 bank=-4000.00", await Saldi(zaak));
        Assert.Equal("te-vorderen=0.00 bank=-1520.00", await Saldi(ander));

        var intrekking = $"/v1/betaalrondes/{ronde.Inhoud.GetProperty("ronde").GetString()}/intrekking";
        Assert.Equal(200, (await huis.Post("cor", intrekking, """{"toelichting":"Verrekend."}""")).Status);
        Assert.Equal(201, (await huis.Ronde("fien", ander.Voorschot)).Status);
        Assert.Equal((1, 0, 0, 0), Aantallen(await Lees(Afschrift(new Bankmutatie(4000.00m, Af: true, ander.Voorschot, "voorschot")))));
        Assert.Equal("te-vorderen=0.00 bank=-5520.00", await Saldi(ander));
        await huis.Stil();
        Assert.Empty(await huis.Verschillen());
    }

    [Fact]
    public async Task Alleen_finance_ziet_en_stelt_voor_en_een_ander_ziet_niet_of_zij_er_is()
    {
        var (zaak, vordering) = await TeVorderen();

        Assert.Equal(403, (await Stel("cor", vordering, "terugvordering", """{"argument":"a"}""")).Status);
        Assert.Equal(401, (await huis.Post(null, $"/v1/vorderingen/{vordering}/terugvordering", """{"argument":"a"}""")).Status);
        Assert.Equal(404, (await huis.Haal("fien", $"/v1/vorderingen/{zaak.Zaaknummer}-TV2")).Status);
        Assert.Equal(403, (await huis.Haal("cor", $"/v1/vorderingen/{vordering}/tekst?tekst={Guid.NewGuid()}")).Status);
        Assert.Empty(
            (await huis.Haal("fien", $"/v1/betaalzaken/{zaak.Zaaknummer}/vorderingen")).Inhoud.GetProperty("vorderingen").EnumerateArray()
        );
    }

    [Fact]
    public async Task De_ontvanger_ziet_de_eigen_vordering_vanaf_het_besluit_met_hoe_te_betalen_en_de_buur_niet()
    {
        var (zaak, vordering) = await TeVorderen("69999991");
        var pad = $"/v1/betaalzaken/{zaak.Zaaknummer}/vorderingen";
        Assert.Empty((await huis.Haal("ontvanger", pad)).Inhoud.GetProperty("vorderingen").EnumerateArray());
        await Besluit(vordering);

        var eigen = Assert.Single((await huis.Haal("ontvanger", pad)).Inhoud.GetProperty("vorderingen").EnumerateArray());
        Assert.Equal(
            (vordering, "1520.00", Voorbeelden.EigenIban),
            (Veld(eigen, "vordering"), Veld(eigen, "openstaand"), Veld(eigen, "iban"))
        );
        Assert.False(eigen.TryGetProperty("voorstel", out _));
        Assert.Equal(404, (await huis.Haal("buur", pad)).Status);
        Assert.Equal(403, (await huis.Haal("ontvanger", $"/v1/vorderingen/{vordering}")).Status);
        Assert.Equal(403, (await huis.Haal("ontvanger", "/v1/vorderingen")).Status);

        // Writing off forgives nothing, and is told to nobody.
        Assert.Equal(200, (await Stel("fien", vordering, "afboeking", """{"argument":"Niets te verhalen."}""")).Status);
        await Onderteken(vordering);
        Assert.Equal("afgeboekt", Veld(await Beeld(vordering), "stand"));
        var na = Assert.Single((await huis.Haal("ontvanger", pad)).Inhoud.GetProperty("vorderingen").EnumerateArray());
        Assert.Equal(eigen.GetRawText(), na.GetRawText());
    }

    private async Task Besluit(string vordering)
    {
        Assert.Equal(200, (await Stel("fien", vordering, "terugvordering", """{"argument":"Lager vastgesteld."}""")).Status);
        await Onderteken(vordering);
    }

    private async Task Onderteken(string vordering)
    {
        var hash = (await Beeld(vordering)).GetProperty("voorstel").GetProperty("hash").GetString()!;
        Assert.Equal(200, (await Teken("fred", vordering, hash)).Status);
        Assert.Equal(200, (await Teken("cor", vordering, hash)).Status);
    }

    /// <summary>An advance of 5,520 was paid, and 4,000 settled.</summary>
    private async Task<(Zaak Zaak, string Vordering)> TeVorderen(string? kvkNummer = null)
    {
        var zaak = Zaak.Nieuw(vastgesteld: 4000.00m);
        zaak = kvkNummer is null ? zaak : zaak with { KvkNummer = kvkNummer };
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
        Assert.Equal((1, 0, 0, 0), Aantallen(await Lees(Afschrift(new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot")))));
        await huis.Zeg(zaak.SubsidieVastgesteld);
        return (zaak, $"{zaak.Zaaknummer}-TV1");
    }

    private static BriefVerzondenBericht Verzonden(Zaak zaak, string vordering) =>
        new(zaak.Zaaknummer, $"{vordering}-terugvordering", "terugvordering", vordering, new(2026, 6, 30), Voorbeelden.Moment);

    private Task<Gekregen> Stel(string wie, string vordering, string wat, string inhoud) =>
        huis.Post(wie, $"/v1/vorderingen/{vordering}/{wat}", inhoud);

    private Task<Gekregen> Teken(string wie, string vordering, string hash) =>
        huis.Post(wie, $"/v1/vorderingen/{vordering}/ondertekening", $$"""{"hash":"{{hash}}"}""");

    private async Task<JsonElement> Beeld(string vordering)
    {
        var gekregen = await huis.Haal("fien", $"/v1/vorderingen/{vordering}");
        Assert.True(gekregen.Status == 200, gekregen.Inhoud.ToString());
        return gekregen.Inhoud;
    }

    private static string? Veld(JsonElement beeld, string veld) => beeld.GetProperty(veld).GetString();

    private async Task<JsonElement> Werkregel(string regel) =>
        Assert.Single((await huis.Haal("cor", "/v1/bankregels")).Inhoud.EnumerateArray(), r => Veld(r, "bankregel") == regel);

    private async Task<Gekregen> Lees(byte[] afschrift)
    {
        var gelezen = await huis.Post("fien", "/v1/afschriften", Encoding.UTF8.GetString(afschrift), "application/xml");
        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
        return gelezen;
    }

    private static byte[] Afschrift(params IReadOnlyList<Bankmutatie> mutaties) => Schrijf(Guid.NewGuid().ToString("n"), mutaties);

    private static byte[] Schrijf(string kenmerk, params IReadOnlyList<Bankmutatie> mutaties) =>
        Voorbeeldbank.Schrijf(kenmerk, Voorbeelden.EigenIban, 1_000_000m, Voorbeelden.Dag, Voorbeelden.Moment, mutaties);

    private static (int, int, int, int) Aantallen(Gekregen verslag) =>
        (
            verslag.Inhoud.GetProperty("geboekt").GetArrayLength(),
            verslag.Inhoud.GetProperty("eerderGeboekt").GetArrayLength(),
            verslag.Inhoud.GetProperty("deelsGekoppeld").GetArrayLength(),
            verslag.Inhoud.GetProperty("ongekoppeld").GetArrayLength()
        );

    private async Task<string> Saldi(Zaak zaak)
    {
        var saldi = (await huis.Haal("cor", $"/v1/grootboek/saldi?zaaknummer={zaak.Zaaknummer}")).Inhoud;
        return string.Join(
            ' ',
            saldi
                .EnumerateArray()
                .Where(s => s.GetProperty("rekening").GetString() is "te-vorderen" or "bank")
                .Select(s => $"{s.GetProperty("rekening").GetString()}={s.GetProperty("bedrag").GetString()}")
        );
    }

    /// <summary>What the obligation still says is to be claimed: it knows of what was repaid.</summary>
    private static string Openstaand(Zaak zaak) =>
        $"""
            select (1520 - sum((t ->> 'bedrag')::numeric))::int::text from betalingen.mt_doc_verplichting,
              jsonb_array_elements(data -> 'terugbetalingen') t where id = '{zaak.Zaaknummer}'
            """;
}
