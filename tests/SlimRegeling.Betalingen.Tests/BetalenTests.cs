using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Betalingen;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Tijd;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>From a signed decision to the bank and back, through the door.</summary>
public sealed class BetalenTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private static string Vandaag => LocalDatePattern.Iso.Format(Moment.Dag(SystemClock.Instance.GetCurrentInstant()));

    [Fact]
    public async Task Voorschot_en_vaststelling_worden_betaald_en_het_grootboek_sluit()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.Equal("opgedragen", await Status(zaak.Voorschot));
        await Betaal(zaak.Voorschot);
        Assert.Equal("uitgevoerd", await Status(zaak.Voorschot));
        Assert.Equal(
            "budget=11040.00 verplichtingen=-11040.00 voorschotten=5520.00 kosten=0.00 te-betalen=0.00 te-vorderen=0.00 bank=-5520.00 rente=0.00 oninbaar=0.00 tussenrekening=0.00 bankkosten=0.00",
            await Saldi(zaak)
        );

        await huis.Zeg(zaak.SubsidieVastgesteld);
        await Betaal(zaak.Slot);
        Assert.Equal(
            "budget=0.00 verplichtingen=0.00 voorschotten=0.00 kosten=11040.00 te-betalen=0.00 te-vorderen=0.00 bank=-11040.00 rente=0.00 oninbaar=0.00 tussenrekening=0.00 bankkosten=0.00",
            await Saldi(zaak)
        );
    }

    [Fact]
    public async Task Een_gewijzigde_rekening_houdt_de_betaling_aan_tot_een_ander_haar_heeft_gecontroleerd()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Zeg(zaak.Rekening(2));

        var geweigerd = await Maak(zaak.Voorschot);
        Assert.Equal(422, geweigerd.Status);
        Assert.Contains("aangehouden", geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);

        const string akkoord = """{"volgnummer":2,"akkoord":true,"toelichting":"Gebeld op het bekende nummer."}""";
        var pad = $"/v1/rekeningen/{zaak.KvkNummer}/controle";
        Assert.Equal("eigen-wijziging", (await huis.Post("anna", pad, akkoord)).Probleem);
        Assert.Equal(200, (await huis.Post("cor", pad, akkoord)).Status);
        Assert.Equal(201, (await Maak(zaak.Voorschot)).Status);
        var bestand = Encoding.UTF8.GetString(await huis.Bestand("fien", $"/v1/betaalbestanden/{await BestandVan(zaak.Voorschot)}"));
        Assert.Contains(Zaak.TweedeIban, bestand, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wie_de_ronde_maakte_het_besluit_tekende_of_de_rekening_controleerde_geeft_geen_akkoord_en_niemand_twee_keer()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(2), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await huis.Post(
            "cor",
            $"/v1/rekeningen/{zaak.KvkNummer}/controle",
            """{"volgnummer":2,"akkoord":true,"toelichting":"Gebeld op het bekende nummer."}"""
        );

        var ronde = await huis.StelVoor("fien", [zaak.Voorschot]);
        Assert.Equal("eigen-ronde", (await huis.Accordeer("fien", ronde)).Probleem);
        Assert.Equal("eigen-besluit", (await huis.Accordeer("bea", ronde)).Probleem);
        Assert.Equal("eigen-controle", (await huis.Accordeer("cor", ronde)).Probleem);
        Assert.Equal(200, (await huis.Accordeer("fred", ronde)).Status);
        Assert.Equal("zelfde-persoon", (await huis.Accordeer("fred", ronde)).Probleem);
        Assert.Equal("opgedragen", await Status(zaak.Voorschot));
        var pad = $"/v1/betaalbestanden/{ronde.Inhoud.GetProperty("ronde").GetString()}";
        Assert.Equal("nog-niet-geaccordeerd", (await huis.Haal("fien", pad)).Probleem);
        Assert.Equal(200, (await huis.Accordeer("anna", ronde)).Status);
        Assert.Equal("in-bestand", await Status(zaak.Voorschot));
        Assert.Equal("al-geaccordeerd", (await huis.Accordeer("anna", ronde)).Probleem);
        var akkoorden = (await huis.Haal("fien", $"/v1/betaalopdrachten/{zaak.Voorschot}")).Inhoud.GetProperty("akkoorden");
        Assert.Equal(["fred", "anna"], akkoorden.EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task Een_bestand_dat_opnieuw_wordt_gemaakt_is_gelijk_en_betaalt_niet_nog_eens()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);

        var sleutel = Guid.NewGuid().ToString();
        var eerste = await huis.StelVoor("fien", [zaak.Voorschot], sleutel);
        Assert.Equal(eerste.Inhoud.GetRawText(), (await huis.StelVoor("fien", [zaak.Voorschot], sleutel)).Inhoud.GetRawText());
        Assert.Equal(422, (await Maak(zaak.Voorschot)).Status);
        Assert.Equal(200, (await huis.Accordeer("fred", eerste)).Status);
        Assert.Equal(200, (await huis.Accordeer("anna", eerste)).Status);
        Assert.Equal(422, (await Maak(zaak.Voorschot)).Status);

        var pad = $"/v1/betaalbestanden/{await BestandVan(zaak.Voorschot)}";
        Assert.Equal(await huis.Bestand("fien", pad), await huis.Bestand("fred", pad));
        Voorbeelden.Gekeurd(await huis.Bestand("fien", pad));
        var som = Convert.ToHexStringLower(SHA256.HashData(await huis.Bestand("fien", pad)));
        Assert.Equal(eerste.Inhoud.GetProperty("hash").GetString(), som);
    }

    [Fact]
    public async Task Een_afschrift_dat_twee_keer_komt_boekt_een_keer_en_wat_niet_past_wordt_gezegd()
    {
        var (betaald, afwijkend) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[betaald, afwijkend])
        {
            await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
            Assert.Equal(201, (await Maak(zaak.Voorschot)).Status);
        }
        var afschrift = Afschrift(
            new Bankmutatie(5520.00m, Af: true, betaald.Voorschot, "voorschot"),
            new Bankmutatie(5000.00m, Af: true, afwijkend.Voorschot, "voorschot"),
            new Bankmutatie(12.50m, Af: true, "HUUR-2026", "kosten"),
            new Bankmutatie(75.00m, Af: false, betaald.Voorschot, "teruggave")
        );

        var verslag = await Lees(afschrift);
        Assert.Equal((1, 0, 2, 1), Aantallen(verslag));
        Assert.Equal((0, 1, 2, 1), Aantallen(await Lees(afschrift)));
        Assert.Contains("bank=-5520.00", await Saldi(betaald), StringComparison.Ordinal);
        Assert.Equal("in-bestand", await Status(afwijkend.Voorschot));
    }

    [Fact]
    public async Task Wat_de_bank_terugstuurt_moet_opnieuw_worden_geaccordeerd()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await Maak(zaak.Voorschot);
        var verslag = await Lees(
            Afschrift(
                new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "voorschot"),
                new Bankmutatie(5520.00m, Af: false, zaak.Voorschot, "retour", "AC04")
            )
        );
        Assert.Equal((2, 0, 0, 0), Aantallen(verslag));
        Assert.Equal("opgedragen", await Status(zaak.Voorschot));
        Assert.Contains(
            "te-betalen=-5520.00 te-vorderen=0.00 bank=0.00 rente=0.00 oninbaar=0.00",
            await Saldi(zaak),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Wat_terugkomt_na_een_lagere_vaststelling_wordt_niet_teruggevorderd_en_voor_minder_opnieuw_betaald()
    {
        var zaak = Zaak.Nieuw(vastgesteld: 4000.00m);
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        await Betaal(zaak.Voorschot);
        await huis.Zeg(zaak.SubsidieVastgesteld);
        Assert.Contains(
            "te-betalen=0.00 te-vorderen=1520.00 bank=-5520.00 rente=0.00 oninbaar=0.00",
            await Saldi(zaak),
            StringComparison.Ordinal
        );

        await Lees(Afschrift(new Bankmutatie(5520.00m, Af: false, zaak.Voorschot, "retour", "AC04")));
        await huis.Stil();

        Assert.Contains(
            "te-betalen=-4000.00 te-vorderen=0.00 bank=0.00 rente=0.00 oninbaar=0.00",
            await Saldi(zaak),
            StringComparison.Ordinal
        );
        var gezegd = Buitenwereld.Toehoorder.Gehoord.ToList();
        var uitgevoerd = gezegd.OfType<BetalingUitgevoerdBericht>().Single(b => b.Zaaknummer == zaak.Zaaknummer);
        var terug = gezegd.OfType<BetalingTeruggekomenBericht>().Single(b => b.Zaaknummer == zaak.Zaaknummer);
        Assert.Equal((zaak.Voorschot, 5520.00m), (terug.Betaalopdracht, terug.Bedrag));
        Assert.True(terug.Versie > uitgevoerd.Versie);
        Assert.Equal(4000.00m, gezegd.OfType<BetalingVerlaagdBericht>().Single(b => b.Zaaknummer == zaak.Zaaknummer).Bedrag);

        await Betaal(zaak.Voorschot);
        Assert.Equal(
            "budget=0.00 verplichtingen=0.00 voorschotten=0.00 kosten=4000.00 te-betalen=0.00 te-vorderen=0.00 bank=-4000.00 rente=0.00 oninbaar=0.00 tussenrekening=0.00 bankkosten=0.00",
            await Saldi(zaak)
        );
    }

    [Fact]
    public async Task Een_ronde_zonder_keuze_neemt_alles_wat_betaald_mag_worden_en_zegt_waarom_de_rest_niet()
    {
        var (klaar, wacht) = (Zaak.Nieuw(), Zaak.Nieuw());
        await huis.Zeg(klaar.Rekening(1), klaar.SubsidieVerleend, klaar.VoorschotToegekend);
        await huis.Zeg(wacht.SubsidieVerleend, wacht.VoorschotToegekend);

        var gemaakt = await huis.Post("fien", "/v1/betaalrondes", $$"""{"uitvoerdatum":"{{Vandaag}}"}""");
        Assert.Equal(201, gemaakt.Status);
        var (mee, over) = (gemaakt.Inhoud.GetProperty("betaalopdrachten"), gemaakt.Inhoud.GetProperty("overgeslagen"));
        Assert.Contains(klaar.Voorschot, mee.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(wacht.Voorschot, over.GetRawText(), StringComparison.Ordinal);
        var ronde = gemaakt.Inhoud.GetProperty("ronde").GetString();
        Assert.Equal(ronde, (await huis.Haal("fien", $"/v1/betaalopdrachten/{klaar.Voorschot}")).Inhoud.GetProperty("ronde").GetString());
        Assert.False((await huis.Haal("fien", $"/v1/betaalopdrachten/{wacht.Voorschot}")).Inhoud.TryGetProperty("ronde", out _));
        var ingetrokken = await huis.Post("fred", $"/v1/betaalrondes/{ronde}/intrekking", """{"toelichting":"Te vroeg."}""");
        Assert.Equal(200, ingetrokken.Status);
        Assert.Equal("ronde-ingetrokken", (await huis.Accordeer("cor", gemaakt)).Probleem);
        Assert.Equal(201, (await Maak(klaar.Voorschot)).Status);
    }

    [Fact]
    public async Task Het_grootboek_laat_zich_niet_wijzigen()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.SubsidieVerleend);
        foreach (
            var sql in (string[])
                ["update betalingen.grootboek set debet = debet + 1", "delete from betalingen.grootboek", "truncate betalingen.grootboek"]
        )
        {
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => huis.Vraag(sql));
        }
    }

    private Task<Gekregen> Maak(string id) => huis.Ronde("fien", id);

    private async Task Betaal(string id)
    {
        Assert.Equal(201, (await Maak(id)).Status);
        var bestand = await huis.Bestand("fien", $"/v1/betaalbestanden/{await BestandVan(id)}");
        var verslag = await Lees(Voorbeeldbank.Voer(bestand, 1_000_000m, Voorbeelden.Moment));
        Assert.Equal((1, 0, 0, 0), Aantallen(verslag));
    }

    private static byte[] Afschrift(params IReadOnlyList<Bankmutatie> mutaties) =>
        Voorbeeldbank.Schrijf(
            Guid.NewGuid().ToString("n"),
            Voorbeelden.EigenIban,
            1_000_000m,
            Voorbeelden.Dag,
            Voorbeelden.Moment,
            mutaties
        );

    private async Task<Gekregen> Lees(byte[] afschrift)
    {
        var gelezen = await huis.Post("fien", "/v1/afschriften", Encoding.UTF8.GetString(afschrift), "application/xml");
        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
        return gelezen;
    }

    private static (int, int, int, int) Aantallen(Gekregen verslag) =>
        (
            verslag.Inhoud.GetProperty("geboekt").GetArrayLength(),
            verslag.Inhoud.GetProperty("eerderGeboekt").GetArrayLength(),
            verslag.Inhoud.GetProperty("deelsGekoppeld").GetArrayLength(),
            verslag.Inhoud.GetProperty("ongekoppeld").GetArrayLength()
        );

    private async Task<string?> BestandVan(string id) =>
        (await huis.Haal("fien", $"/v1/betaalopdrachten/{id}")).Inhoud.GetProperty("bestand").GetString();

    private async Task<string> Status(string id) =>
        (await huis.Haal("fien", $"/v1/betaalopdrachten/{id}")).Inhoud.GetProperty("status").GetString()!;

    private async Task<string> Saldi(Zaak zaak)
    {
        var saldi = (await huis.Haal("cor", $"/v1/grootboek/saldi?zaaknummer={zaak.Zaaknummer}")).Inhoud;
        return string.Join(
            ' ',
            saldi
                .EnumerateArray()
                .Select(s =>
                    string.Create(CultureInfo.InvariantCulture, $"{s.GetProperty("rekening")}={s.GetProperty("bedrag").GetString()}")
                )
        );
    }
}
