using System.Text;
using System.Text.Json;
using NodaTime;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Berichten.Dossiers;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Regels;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Paying late ourselves, through the door and on a real database: from the last day that is over to the interest on the statement.</summary>
public sealed class VerzuimDoorDeDeurTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    /// <summary>Six weeks before it the letter was sent, long before the day of payment.</summary>
    private static readonly LocalDate Uiterlijk = new(2024, 2, 13);

    [Fact]
    public async Task Wat_te_laat_is_betaald_geeft_rente_die_twee_anderen_tekenen_en_de_boeken_sluiten()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.Equal("niet-bekendgemaakt", Veld(await Termijn(zaak), "stand"));
        Assert.DoesNotContain(await Lijst(), t => Veld(t, "zaaknummer") == zaak.Zaaknummer);

        await huis.Zeg(Verzonden(zaak));
        var laat = Assert.Single(await Lijst(), t => Veld(t, "zaaknummer") == zaak.Zaaknummer);
        Assert.Equal(("te-laat", "2024-02-13"), (Veld(laat, "stand"), Veld(laat, "uiterlijk")));
        var pad = $"/v1/betaalopdrachten/{zaak.Voorschot}/rentevergoeding";
        Assert.Equal("niet-te-laat", (await huis.Post("fien", pad, """{"argument":"Te laat."}""")).Probleem);

        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
        await Betaald(zaak.Voorschot, zaak.Voorschotbedrag);
        var rente = WettelijkeRente.Bedrag(
            Regelboek.Versie("slim-2026"),
            Uiterlijk.PlusDays(1),
            [new(Uiterlijk.PlusDays(1), zaak.Voorschotbedrag)],
            [],
            Voorbeelden.Dag
        );
        var termijn = await Termijn(zaak);
        Assert.Equal(("rente-verschuldigd", Tekst(rente)), (Veld(termijn, "stand"), Veld(termijn, "rente")));

        Assert.Equal(403, (await huis.Post("cor", pad, """{"argument":"Te laat."}""")).Status);
        Assert.Equal(200, (await huis.Post("fien", pad, """{"argument":"Te laat."}""")).Status);
        var hash = (await Termijn(zaak)).GetProperty("voorstel").GetProperty("hash").GetString()!;
        Assert.Equal("zelf-voorgesteld", (await Teken("fien")).Probleem);
        Assert.Equal(200, (await Teken("fred")).Status);
        Assert.Equal("zelfde-persoon", (await Teken("fred")).Probleem);
        Assert.Equal(200, (await Teken("bea")).Status);
        await huis.Stil();
        var besloten = Assert.Single(
            Buitenwereld.Toehoorder.Gehoord.OfType<RentevergoedingBeslotenBericht>(),
            b => b.Betaalopdracht == zaak.Voorschot
        );
        Assert.Equal((rente, Uiterlijk, Voorbeelden.Dag), (besloten.Bedrag, besloten.Uiterlijk, besloten.Tot));
        Assert.Empty(await huis.Verschillen());

        var opdracht = $"{zaak.Voorschot}-RB";
        Assert.Equal(201, (await huis.Ronde("fred", opdracht)).Status);
        await Betaald(opdracht, rente);
        await huis.Stil();
        Assert.DoesNotContain(
            Buitenwereld.Toehoorder.Gehoord.OfType<BetalingUitgevoerdBericht>(),
            b => b.Zaaknummer == zaak.Zaaknummer && b.Bedrag == rente
        );
        Assert.DoesNotContain(await Lijst(), t => Veld(t, "zaaknummer") == zaak.Zaaknummer);
        Assert.Empty(await huis.Verschillen());

        Task<Gekregen> Teken(string wie) => huis.Post(wie, $"{pad}/ondertekening", $$"""{"hash":"{{hash}}"}""");
    }

    [Fact]
    public async Task Een_brief_aan_een_ander_dan_de_ontvanger_maakt_een_besluit_niet_bekend_en_alleen_finance_kijkt()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(
            Verzonden(zaak) with
            {
                Brief = $"{zaak.Zaaknummer}-V1-beslissing-op-bezwaar-afschrift-partij-1",
                Ontvanger = "partij-1",
            }
        );

        Assert.Equal("niet-bekendgemaakt", Veld(await Termijn(zaak), "stand"));
        foreach (var wie in (string[])["bob", "ontvanger"])
        {
            Assert.Equal(403, (await huis.Haal(wie, "/v1/betaaltermijnen")).Status);
            Assert.Equal(403, (await huis.Haal(wie, $"/v1/betaalopdrachten/{zaak.Voorschot}/betaaltermijn")).Status);
        }
        Assert.Equal(404, (await huis.Haal("fien", $"/v1/betaalopdrachten/{zaak.Zaaknummer}-B9/betaaltermijn")).Status);
    }

    private static BriefVerzondenBericht Verzonden(Zaak zaak) =>
        new(
            zaak.Zaaknummer,
            $"{zaak.Zaaknummer}-verlening",
            "verlening",
            $"{zaak.Zaaknummer}-V1",
            Uiterlijk.PlusWeeks(-6),
            Voorbeelden.Moment
        );

    private async Task<JsonElement> Termijn(Zaak zaak)
    {
        var gekregen = await huis.Haal("fien", $"/v1/betaalopdrachten/{zaak.Voorschot}/betaaltermijn");
        Assert.True(gekregen.Status == 200, gekregen.Inhoud.ToString());
        return gekregen.Inhoud;
    }

    private async Task<IReadOnlyList<JsonElement>> Lijst() => [.. (await huis.Haal("cor", "/v1/betaaltermijnen")).Inhoud.EnumerateArray()];

    private async Task Betaald(string opdracht, decimal bedrag)
    {
        var afschrift = Voorbeeldbank.Schrijf(
            Guid.NewGuid().ToString("n"),
            Voorbeelden.EigenIban,
            1_000_000m,
            Voorbeelden.Dag,
            Voorbeelden.Moment,
            [new Bankmutatie(bedrag, Af: true, opdracht, "betaling")]
        );
        var gelezen = await huis.Post("fien", "/v1/afschriften", Encoding.UTF8.GetString(afschrift), "application/xml");
        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
        Assert.Equal(1, gelezen.Inhoud.GetProperty("geboekt").GetArrayLength());
        await huis.Stil();
    }

    private static string? Veld(JsonElement beeld, string veld) => beeld.GetProperty(veld).GetString();

    private static string Tekst(decimal bedrag) => bedrag.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
