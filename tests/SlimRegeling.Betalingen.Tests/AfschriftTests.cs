using System.Text;
using System.Text.Json;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Uitbetalen.AfschriftVerwerken;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What is on a statement is booked once, in whatever order it comes, or is worked off by two people; and what the bank refuses goes back.</summary>
public sealed class AfschriftTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
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

    private static readonly Betaalopdracht Onderweg = new Betaalopdracht { Id = "B1" }
        .Na(new BetalingOpgedragen(Opdracht, Voorbeelden.Moment))
        .Na(new BetalingInBestand("R1", 1, Voorbeelden.Moment, ["fred", "anna"]));

    [Fact]
    public void Wat_in_een_bestand_in_de_verkeerde_volgorde_staat_wordt_in_de_goede_geboekt()
    {
        Mutatie[] mutaties = [Mutatie("terug", 5520m), Mutatie("betaald", -5520m)];

        var (beslissing, regels) = Beslis(Onderweg, mutaties, Voorbeelden.Moment);

        Assert.Equal([typeof(BetalingUitgevoerd), typeof(BetalingTeruggekomen)], beslissing.Gebeurtenissen.Select(g => g.GetType()));
        Assert.All(regels, r => Assert.Equal(Oordeel.Geboekt, r.Oordeel));
        var na = beslissing.Gebeurtenissen.Aggregate(Onderweg, (o, g) => o.Na(g));
        Assert.All(Beslis(na, mutaties, Voorbeelden.Moment).Regels, r => Assert.Equal(Oordeel.EerderGeboekt, r.Oordeel));
    }

    [Theory]
    [InlineData("AC04", false, true)]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    public void Alleen_wat_de_bank_teruggekomen_noemt_of_terugdraait_is_vanzelf_een_retour(string? reden, bool teruggedraaid, bool retour)
    {
        var betaald = Onderweg.Na(new BetalingUitgevoerd(Opdracht, "m1", Voorbeelden.Dag, Voorbeelden.Moment));
        var ontvangen = Mutatie("m2", 5520m);
        ontvangen = ontvangen with { Boeking = ontvangen.Boeking with { Retourreden = reden, Teruggedraaid = teruggedraaid } };
        var gemeld = new BankregelGemeld(
            "m2",
            "A",
            5520m,
            Voorbeelden.Dag,
            "B1",
            reden,
            new Verwijzing(Guid.Empty, "hash"),
            Voorbeelden.Moment,
            Teruggedraaid: teruggedraaid
        );

        var (beslissing, regels) = Beslis(betaald, [ontvangen], Voorbeelden.Moment);

        Assert.Equal(retour, beslissing.Gebeurtenissen is [BetalingTeruggekomen]);
        Assert.Equal(retour ? Oordeel.Geboekt : Oordeel.DeelsGekoppeld, Assert.Single(regels).Oordeel);
        // People can say that it came back all the same.
        var doorMensen = BankregelAfhandelen.Boek(betaald, new Bankregel { Id = "m2" }.Apply(gemeld), Voorbeelden.Moment);
        Assert.IsType<BetalingTeruggekomen>(Assert.Single(doorMensen.Gebeurtenissen));
    }

    [Fact]
    public async Task Een_retour_die_op_een_eerder_afschrift_staat_dan_de_betaling_wacht_en_wordt_dan_vanzelf_geboekt()
    {
        var zaak = await Betaald();
        var retour = Afschrift(new Bankmutatie(5520.00m, Af: false, zaak.Voorschot, "retour", "AC04"));
        var verslag = await Lees(retour);
        var regel = Assert.Single(verslag.GetProperty("deelsGekoppeld").EnumerateArray()).GetProperty("bankregel").GetString()!;
        Assert.Contains(regel, await Werklijst("cor"), StringComparison.Ordinal);

        var betaling = await Lees(Afschrift(new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot")));

        Assert.Equal(2, betaling.GetProperty("geboekt").GetArrayLength());
        Assert.DoesNotContain(regel, await Werklijst("cor"), StringComparison.Ordinal);
        var order = await Order(zaak);
        Assert.Equal(("opgedragen", "AC04"), (Tekst(order, "status"), Tekst(order, "teruggegeven")));
        Assert.Equal(1, (await Lees(retour)).GetProperty("eerderGeboekt").GetArrayLength());
        Assert.Equal("0.00", await Saldo("bank", zaak));
    }

    [Fact]
    public async Task Wat_bij_niets_hoort_wordt_door_twee_mensen_op_de_tussenrekening_gezet_en_later_gekoppeld()
    {
        var zaak = await Betaald();
        var verslag = await Lees(Afschrift(new Bankmutatie(5520.00m, Af: true, "NOTPROVIDED", "Zonder kenmerk")));
        var regel = Assert.Single(verslag.GetProperty("ongekoppeld").EnumerateArray()).GetProperty("bankregel").GetString()!;
        var pad = $"/v1/bankregels/{regel}";
        Assert.Equal("niets-voorgesteld", (await huis.Bevestig("cor", regel)).Probleem);
        Assert.Equal(422, (await huis.Post("fien", $"{pad}/voorstel", """{"afhandeling":"tussenrekening","toelichting":" "}""")).Status);
        const string tussen = """{"afhandeling":"tussenrekening","toelichting":"Nog niet bekend."}""";
        Assert.Equal(200, (await huis.Post("fien", $"{pad}/voorstel", tussen)).Status);
        Assert.Equal("zelf-voorgesteld", (await huis.Bevestig("fien", regel)).Probleem);
        Assert.Equal(200, (await huis.Bevestig("cor", regel)).Status);
        Assert.Equal(["bank 0.00 5520.00", "tussenrekening 5520.00 0.00"], await Geboekt(regel));
        Assert.Equal("al-op-tussenrekening", (await huis.Post("fien", $"{pad}/voorstel", tussen)).Probleem);

        var ander = $$"""{"afhandeling":"koppelen","betaalopdracht":"{{zaak.Slot}}","toelichting":"x"}""";
        Assert.Equal(422, (await huis.Post("fien", $"{pad}/voorstel", ander)).Status);
        var koppelen = $$"""{"afhandeling":"koppelen","betaalopdracht":"{{zaak.Voorschot}}","toelichting":"De bank noemde de opdracht."}""";
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/voorstel", koppelen)).Status);
        Assert.Equal(200, (await huis.Bevestig("fred", regel)).Status);

        Assert.Equal("uitgevoerd", Tekst(await Order(zaak), "status"));
        Assert.Equal(
            ["bank 0.00 5520.00", "bank 5520.00 0.00", "tussenrekening 0.00 5520.00", "tussenrekening 5520.00 0.00"],
            await Geboekt(regel)
        );
        Assert.Equal("-5520.00", await Saldo("bank", zaak));
        Assert.Equal("al-gekoppeld", (await huis.Bevestig("cor", regel)).Probleem);
        Assert.DoesNotContain(regel, await Werklijst("cor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Een_voorstel_dat_door_een_ander_is_vervangen_wordt_niet_ongezien_bevestigd()
    {
        var zaak = await Betaald();
        var verslag = await Lees(Afschrift(new Bankmutatie(5520.00m, Af: true, "NOTPROVIDED", "Zonder kenmerk")));
        var regel = Assert.Single(verslag.GetProperty("ongekoppeld").EnumerateArray()).GetProperty("bankregel").GetString()!;
        var pad = $"/v1/bankregels/{regel}";
        const string tussen = """{"afhandeling":"tussenrekening","toelichting":"Nog niet bekend."}""";
        Assert.Equal(200, (await huis.Post("fien", $"{pad}/voorstel", tussen)).Status);
        var regels = (await huis.Haal("cor", "/v1/bankregels")).Inhoud.EnumerateArray();
        var gezien = regels.Single(r => Tekst(r, "bankregel") == regel).GetProperty("voorstel").GetProperty("hash").GetString();
        var koppelen = $$"""{"afhandeling":"koppelen","betaalopdracht":"{{zaak.Voorschot}}","toelichting":"De bank noemde de opdracht."}""";
        Assert.Equal(200, (await huis.Post("fred", $"{pad}/voorstel", koppelen)).Status);

        Assert.Equal("ander-voorstel", (await huis.Post("cor", $"{pad}/bevestiging", $$"""{"hash":"{{gezien}}"}""")).Probleem);

        Assert.Empty(await Geboekt(regel));
        Assert.Equal("in-bestand", Tekst(await Order(zaak), "status"));
        Assert.Equal(400, (await huis.Post("cor", $"{pad}/bevestiging", "{}")).Status);
        Assert.Equal(200, (await huis.Bevestig("cor", regel)).Status);
        Assert.Equal("uitgevoerd", Tekst(await Order(zaak), "status"));
    }

    [Fact]
    public async Task Wat_niet_op_een_opdracht_past_wordt_er_ook_niet_met_de_hand_op_geboekt()
    {
        var zaak = await Betaald();
        var verslag = await Lees(Afschrift(new Bankmutatie(5000.00m, Af: true, zaak.Voorschot, "voorschot")));
        var regel = Assert.Single(verslag.GetProperty("deelsGekoppeld").EnumerateArray()).GetProperty("bankregel").GetString();
        var koppelen = $$"""{"afhandeling":"koppelen","betaalopdracht":"{{zaak.Voorschot}}","toelichting":"x"}""";

        var geweigerd = await huis.Post("fien", $"/v1/bankregels/{regel}/voorstel", koppelen);

        Assert.Equal("past-niet", geweigerd.Probleem);
        Assert.Equal("in-bestand", Tekst(await Order(zaak), "status"));
        Assert.Empty(await Geboekt(regel!));
    }

    [Fact]
    public async Task Een_afschrift_wordt_bewaard_en_een_ander_onder_hetzelfde_kenmerk_geweigerd()
    {
        var zaak = await Betaald();
        var kenmerk = Guid.NewGuid().ToString("n");
        var mutatie = new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot");
        await Lees(Schrijf(kenmerk, mutatie));

        var anders = await Stuur(Schrijf(kenmerk, mutatie with { Bedrag = 5519.00m }));

        Assert.Equal(422, anders.Status);
        Assert.Contains("eerder gelezen met andere bedragen", anders.Inhoud.GetRawText(), StringComparison.Ordinal);
        var lijst = (await huis.Haal("cor", "/v1/afschriften")).Inhoud.EnumerateArray();
        var beeld = Assert.Single(lijst, a => Tekst(a, "kenmerk") == kenmerk);
        Assert.Equal((1, 1, 0), (Aantal(beeld, "regels"), Aantal(beeld, "geboekt"), Aantal(beeld, "opWerklijst")));
        var bewaard = (await huis.Haal("cor", $"/v1/afschriften/{Tekst(beeld, "afschrift")}")).Inhoud;
        Assert.Equal("voorschot", Tekst(Assert.Single(bewaard.GetProperty("regels").EnumerateArray()), "tekst"));
        Assert.Equal(1, Aantal((await Lees(Schrijf(kenmerk, mutatie))).GetProperty("eerderGeboekt")));
    }

    [Fact]
    public async Task Van_een_afschrift_dat_niet_op_een_ander_volgt_wordt_dat_gezegd_en_het_wordt_wel_geboekt()
    {
        var zaak = await Betaald();
        await Lees(Van(1.00m));
        var los = await Lees(Van(77_000.07m, new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot")));
        var volgend = await Lees(Van(71_480.07m));

        Assert.Contains(
            "€ 77.000,07",
            Tekst(Assert.Single(los.GetProperty("afschriften").EnumerateArray()), "letOp"),
            StringComparison.Ordinal
        );
        Assert.Equal(1, Aantal(los.GetProperty("geboekt")));
        Assert.False(Assert.Single(volgend.GetProperty("afschriften").EnumerateArray()).TryGetProperty("letOp", out _));

        static byte[] Van(decimal begin, params IReadOnlyList<Bankmutatie> mutaties) =>
            Voorbeeldbank.Schrijf(
                Guid.NewGuid().ToString("n"),
                Voorbeelden.EigenIban,
                begin,
                Voorbeelden.Dag,
                Voorbeelden.Moment,
                mutaties
            );
    }

    [Fact]
    public async Task Wat_de_bank_afwijst_gaat_terug_naar_zijn_opdracht_en_wordt_in_een_nieuwe_ronde_betaald()
    {
        var (af, goed) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[af, goed])
        {
            await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        }
        var ronde = (await huis.Ronde("fien", af.Voorschot, goed.Voorschot)).Inhoud.GetProperty("ronde").GetString();
        var pain = await huis.Bestand("fien", $"/v1/betaalbestanden/{ronde}");
        var redenen = new Dictionary<string, string> { [af.Voorschot] = "AC04" };
        var status = Voorbeeldbank.Wijs(pain, Voorbeelden.Moment, redenen);
        Voorbeelden.GekeurdeStatus(status);

        var verslag = await Status(status);
        Assert.Equal(af.Voorschot, Tekst(Assert.Single(verslag.Inhoud.GetProperty("teruggezet").EnumerateArray()), "betaalopdracht"));
        Assert.Equal(1, Aantal((await Status(status)).Inhoud.GetProperty("eerderVerwerkt")));
        await huis.Stil();
        Assert.Equal("opgedragen", Tekst(await Order(af), "status"));
        Assert.Equal("in-bestand", Tekst(await Order(goed), "status"));
        Assert.Equal("0.00", await Saldo("bank", af));
        Assert.Equal("-5520.00", await Saldo("te-betalen", af));

        var voorgesteld = await huis.StelVoor("fien", [af.Voorschot]);
        var tweede = Tekst(voorgesteld.Inhoud, "ronde");
        var regel = Assert.Single((await huis.Haal("anna", $"/v1/betaalrondes/{tweede}")).Inhoud.GetProperty("regels").EnumerateArray());
        Assert.Equal("AC04", Tekst(regel, "teruggegeven"));
        Assert.Equal(200, (await huis.Accordeer("fred", voorgesteld)).Status);
        Assert.Equal(200, (await huis.Accordeer("anna", voorgesteld)).Status);
        Assert.NotEqual(ronde, tweede);
        Assert.Equal(1, Aantal((await Status(status)).Inhoud.GetProperty("eerderVerwerkt")));
        await Lees(Voorbeeldbank.Voer(await huis.Bestand("fien", $"/v1/betaalbestanden/{tweede}"), 1_000_000m, Voorbeelden.Moment));
        Assert.Equal("-5520.00", await Saldo("bank", af));
        var onbekend = Encoding.UTF8.GetString(status).Replace(ronde!, "SLIM-2000-01-01-1", StringComparison.Ordinal);
        Assert.Equal(422, (await Status(Encoding.UTF8.GetBytes(onbekend))).Status);
    }

    private async Task<Zaak> Betaald()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
        return zaak;
    }

    private static Mutatie Mutatie(string naam, decimal bedrag) =>
        new(naam, new Bankboeking(naam, 1, bedrag, Voorbeelden.Dag, Boekingsstatus.Geboekt, false, "B1", bedrag > 0 ? "AC04" : null, ""));

    private static byte[] Afschrift(params IReadOnlyList<Bankmutatie> mutaties) => Schrijf(Guid.NewGuid().ToString("n"), mutaties);

    private static byte[] Schrijf(string kenmerk, params IReadOnlyList<Bankmutatie> mutaties) =>
        Voorbeeldbank.Schrijf(kenmerk, Voorbeelden.EigenIban, 1_000_000m, Voorbeelden.Dag, Voorbeelden.Moment, mutaties);

    private async Task<JsonElement> Lees(byte[] afschrift)
    {
        var gelezen = await Stuur(afschrift);
        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
        await huis.Stil();
        return gelezen.Inhoud;
    }

    private Task<Gekregen> Stuur(byte[] afschrift) =>
        huis.Post("fien", "/v1/afschriften", Encoding.UTF8.GetString(afschrift), "application/xml");

    private Task<Gekregen> Status(byte[] bericht) =>
        huis.Post("fien", "/v1/statusberichten", Encoding.UTF8.GetString(bericht), "application/xml");

    private async Task<string> Werklijst(string wie) => (await huis.Haal(wie, "/v1/bankregels")).Inhoud.GetRawText();

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

    private static int Aantal(JsonElement van, string naam) => van.GetProperty(naam).GetInt32();

    private static int Aantal(JsonElement lijst) => lijst.GetArrayLength();
}
