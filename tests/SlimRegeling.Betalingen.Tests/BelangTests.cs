using System.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Who declared an interest of their own in a case pays nothing of it, and sees nothing of it.</summary>
public sealed class BelangTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const string Gesloten = "eigen-belang";

    [Fact]
    public async Task Wie_een_belang_meldde_geeft_geen_akkoord_tot_een_collega_de_zaak_weer_opent()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(Belang(zaak, "fien", geldt: true, 2));
        var ronde = await huis.StelVoor("fred", [zaak.Voorschot]);
        var (bekijken, beeld) = ($"/v1/betaalopdrachten/{zaak.Voorschot}", ronde.Inhoud.GetProperty("ronde").GetString());

        var geweigerd = await huis.Accordeer("fien", ronde);
        Assert.Equal((403, Gesloten), (geweigerd.Status, geweigerd.Probleem));
        Assert.Equal(Gesloten, (await huis.Haal("fien", bekijken)).Probleem);
        Assert.Equal(Gesloten, (await huis.Haal("fien", $"/v1/betaalrondes/{beeld}")).Probleem);
        const string uitname = """{"opdrachten":["x"],"toelichting":"x"}""";
        Assert.Equal(Gesloten, (await huis.Post("fien", $"/v1/betaalrondes/{beeld}/uitname", uitname)).Probleem);
        Assert.Equal(Gesloten, (await huis.Post("fien", $"/v1/betaalrondes/{beeld}/intrekking", """{"toelichting":"x"}""")).Probleem);
        Assert.Equal(Gesloten, (await huis.Haal("fien", $"/v1/grootboek/saldi?zaaknummer={zaak.Zaaknummer}")).Probleem);
        Assert.Equal(200, (await huis.Haal("cor", $"/v1/betaalrondes/{beeld}")).Status);
        Assert.Equal(200, (await huis.Haal("fred", bekijken)).Status);
        Assert.Equal(200, (await huis.Accordeer("cor", ronde)).Status);

        await huis.Zeg(Belang(zaak, "fien", geldt: false, 3));
        Assert.Equal(200, (await huis.Accordeer("fien", ronde)).Status);
    }

    [Theory]
    [InlineData("fred")]
    [InlineData("fien")]
    public async Task Een_ronde_van_wie_daarna_een_belang_meldde_gaat_niet_door_zonder_die_betaling_wel(string wie)
    {
        var (dicht, open) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[dicht, open])
        {
            await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        }
        var ronde = await huis.StelVoor("fred", [dicht.Voorschot, open.Voorschot]);
        Assert.Equal(200, (await huis.Accordeer("fien", ronde)).Status);
        await huis.Zeg(Belang(dicht, wie, geldt: true, 2));

        var geweigerd = await huis.Accordeer("anna", ronde);
        Assert.Equal((409, "ronde-met-belang"), (geweigerd.Status, geweigerd.Probleem));
        Assert.Contains(dicht.Voorschot, geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(open.Voorschot, geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);

        var pad = $"/v1/betaalrondes/{ronde.Inhoud.GetProperty("ronde").GetString()}";
        var uitname = $$"""{"opdrachten":["{{dicht.Voorschot}}"],"toelichting":"Een collega heeft er een belang bij."}""";
        Assert.Equal(200, (await huis.Post("cor", $"{pad}/uitname", uitname)).Status);
        var opnieuw = new Gekregen(200, (await huis.Haal("anna", pad)).Inhoud.GetProperty("ronde"));
        Assert.Equal(200, (await huis.Accordeer("anna", opnieuw)).Status);
        Assert.Equal(200, (await huis.Accordeer("fien", opnieuw)).Status);
        Assert.Equal("in-bestand", await Status(open));
    }

    [Fact]
    public async Task Wie_een_belang_meldde_zet_de_betaling_in_geen_bestand_en_een_collega_wel()
    {
        var (dicht, open) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[dicht, open])
        {
            await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        }
        await huis.Zeg(Belang(dicht, "fien", geldt: true, 2));

        var geweigerd = await Maak("fien", dicht.Voorschot);
        Assert.Equal(422, geweigerd.Status);
        Assert.Contains("eigen belang", geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(201, (await Maak("fien", open.Voorschot)).Status);
        Assert.Equal(201, (await Maak("fred", dicht.Voorschot)).Status);
    }

    [Fact]
    public async Task Wie_een_belang_meldde_controleert_geen_rekening_waarop_een_betaling_van_die_zaak_wacht()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(zaak.Rekening(2));
        await huis.Zeg(Belang(zaak, "cor", geldt: true, 2));

        var geweigerd = await huis.Post(
            "cor",
            $"/v1/rekeningen/{zaak.KvkNummer}/controle",
            """{"volgnummer":2,"akkoord":true,"toelichting":"Gebeld op het bekende nummer."}"""
        );

        Assert.Equal((403, Gesloten), (geweigerd.Status, geweigerd.Probleem));
    }

    [Fact]
    public async Task Wie_een_belang_meldde_ziet_de_rekening_van_die_onderneming_niet_en_een_collega_wel()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(zaak.Rekening(2));
        await huis.Zeg(Belang(zaak, "fien", geldt: true, 2));
        var pad = $"/v1/rekeningen/{zaak.KvkNummer}";

        var geweigerd = await huis.Haal("fien", pad);
        Assert.Equal((403, Gesloten), (geweigerd.Status, geweigerd.Probleem));
        Assert.DoesNotContain(zaak.KvkNummer, (await huis.Haal("fien", "/v1/rekeningen")).Inhoud.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(200, (await huis.Haal("fred", pad)).Status);
        Assert.Contains(zaak.KvkNummer, (await huis.Haal("fred", "/v1/rekeningen")).Inhoud.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wie_een_belang_meldde_ziet_de_betaling_in_geen_lijst_en_leest_geen_bestand_of_afschrift_met_haar()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        var bestand = (await Maak("fred", zaak.Voorschot)).Inhoud.GetProperty("ronde").GetString();
        var betaald = Voorbeeldbank.Voer(await huis.Bestand("fred", $"/v1/betaalbestanden/{bestand}"), 1_000_000m, Voorbeelden.Moment);
        var afschrift = Encoding.UTF8.GetString(betaald);
        await huis.Zeg(Belang(zaak, "fien", geldt: true, 2));

        const string Lijst = "/v1/betaalopdrachten?aantal=500";
        Assert.DoesNotContain(zaak.Zaaknummer, (await huis.Haal("fien", Lijst)).Inhoud.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(zaak.Zaaknummer, (await huis.Haal("fred", Lijst)).Inhoud.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(Gesloten, (await huis.Haal("fien", $"/v1/betaalbestanden/{bestand}")).Probleem);
        Assert.Equal(Gesloten, (await huis.Post("fien", "/v1/afschriften", afschrift, "application/xml")).Probleem);
        Assert.Equal("in-bestand", await Status(zaak));
        Assert.Equal(200, (await huis.Post("fred", "/v1/afschriften", afschrift, "application/xml")).Status);
        Assert.Equal("uitgevoerd", await Status(zaak));
        var gelezen = (await huis.Haal("fred", "/v1/afschriften")).Inhoud.EnumerateArray();
        var id = gelezen.Single(a => a.GetProperty("kenmerk").GetString() == bestand).GetProperty("afschrift").GetString();
        var regels = $"/v1/afschriften/{id}";
        Assert.DoesNotContain(zaak.Zaaknummer, (await huis.Haal("fien", regels)).Inhoud.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(zaak.Zaaknummer, (await huis.Haal("fred", regels)).Inhoud.GetRawText(), StringComparison.Ordinal);
    }

    private async Task<string> Status(Zaak zaak) =>
        (await huis.Haal("fred", $"/v1/betaalopdrachten/{zaak.Voorschot}")).Inhoud.GetProperty("status").GetString()!;

    private static BelangGewijzigdBericht Belang(Zaak zaak, string wie, bool geldt, long versie) =>
        new(zaak.Zaaknummer, wie, geldt, Voorbeelden.Moment, versie);

    private Task<Gekregen> Maak(string wie, string id) => huis.Ronde(wie, id);
}
