using System.Net;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Tijd;
using static SlimRegeling.Web.Tests.KnoppenTests;

namespace SlimRegeling.Web.Tests;

/// <summary>What changed between looking at it and the button is not agreed to: the page tells, and shows how it stands now.</summary>
public sealed class GezienGeldTests(Portaalhuis huis)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_that_changed_since_it_was_looked_at_is_not_approved()
    {
        var een = await Geldzaak.Verleend(huis, "2026-geldgezien-een-mkb");
        var twee = await Geldzaak.Verleend(huis, "2026-geldgezien-twee-mkb");
        using var fenna = await Als(huis.Adres, Geldzaak.Fenna);
        using var floris = await Als(huis.Adres, Geldzaak.Floris);
        using var coen = await Als(huis.Adres, Geldzaak.Coen);
        var vandaag = Moment.Dag(huis.Nu);
        await Klik(
            fenna,
            "/geld/rondes",
            "Stel deze ronde voor",
            ("uitvoerdatum", Geldzaak.Getypt(vandaag)),
            ("opdrachten", een.Opdracht),
            ("opdrachten", twee.Opdracht)
        );
        var ronde = (await een.Order(huis)).GetProperty("ronde").GetString()!;
        var pad = $"/geld/rondes/{ronde}";
        var gezien = await Bekijk(coen, pad, "Accordeer deze ronde");
        await Klik(floris, pad, "Neem deze uit de ronde", ("opdrachten", twee.Opdracht), ("toelichting", "Wacht nog even."));

        Assert.Contains("is veranderd sinds u haar bekeek", await Druk(coen, gezien), StringComparison.Ordinal);
        Assert.Equal("betaalronde-voorgesteld betaalronde-bijgesteld", await Geldzaak.Verloop(huis, "betalingen", ronde));

        await Klik(coen, pad, "Accordeer deze ronde");
        Assert.Equal(
            "betaalronde-voorgesteld betaalronde-bijgesteld betaalronde-geaccordeerd",
            await Geldzaak.Verloop(huis, "betalingen", ronde)
        );
    }

    [Fact]
    public async Task An_account_that_came_after_the_one_looked_at_is_not_approved_with_it()
    {
        var zaak = await Geldzaak.Verleend(huis, "2026-geldgezien-drie-mkb");
        using var coen = await Als(huis.Adres, Geldzaak.Coen);
        var pad = $"/geld/rekeningen/{zaak.Kvk}";
        await Wijzig("NL02ABNA0123456789");
        var gezien = await Bekijk(coen, pad, "Leg de controle vast");
        await Wijzig("NL20INGB0001234567");

        var html = await Druk(coen, gezien, ("akkoord", "ja"), ("toelichting", "Gebeld op een bekend nummer."));

        Assert.Contains("is niet de rekening die nu geldt", html, StringComparison.Ordinal);
        Assert.True((await zaak.Order(huis)).GetProperty("aangehouden").GetBoolean());
        Assert.Equal(
            0L,
            await huis.Voer($"select count(*) from betalingen.mt_events where stream_id = '{zaak.Kvk}' and type = 'rekening-gecontroleerd'")
        );

        async Task Wijzig(string iban)
        {
            await huis.Gelukt(
                zaak.Wie,
                HttpMethod.Post,
                $"/v1/ondernemingen/{zaak.Kvk}/rekening",
                new { iban, tenaamstelling = "Een andere naam" }
            );
            await huis.Stil();
        }
    }

    [Fact]
    public async Task A_counter_entry_that_was_proposed_anew_since_it_was_looked_at_is_not_signed()
    {
        var zaak = await Geldzaak.Verleend(huis, "2026-geldgezien-vier-mkb");
        var boeking = (string)
            (await huis.Voer($"select boeking::text from betalingen.grootboek where zaaknummer = '{zaak.Zaak}' order by 1 limit 1"))!;
        using var fenna = await Als(huis.Adres, Geldzaak.Fenna);
        using var floris = await Als(huis.Adres, Geldzaak.Floris);
        using var coen = await Als(huis.Adres, Geldzaak.Coen);
        using var cleo = await Als(huis.Adres, Geldzaak.Cleo);
        var pad = $"/geld/grootboek/boekingen/{boeking}";
        await Klik(fenna, pad, "voorstellen-reden", ("reden", "Op de verkeerde zaak."));
        var gezien = await Bekijk(coen, pad, "Onderteken de tegenboeking");
        await Klik(cleo, pad, "terugzenden-reden", ("reden", "Welke dan?"));
        await Klik(floris, pad, "voorstellen-reden", ("reden", "Het bedrag klopt niet."));

        Assert.Contains("is opnieuw voorgesteld sinds u haar bekeek", await Druk(coen, gezien), StringComparison.Ordinal);
        Assert.Equal(
            "correctie-voorgesteld correctie-teruggezonden correctie-voorgesteld",
            await Geldzaak.Verloop(huis, "betalingen", boeking)
        );

        await Klik(coen, pad, "Onderteken de tegenboeking");
        Assert.EndsWith(" correctie-geboekt", await Geldzaak.Verloop(huis, "betalingen", boeking), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_that_was_proposed_anew_since_it_was_looked_at_is_not_signed()
    {
        var zaak = await Geldzaak.Verleend(huis, "2026-geldgezien-vijf-mkb");
        await zaak.Betaald(huis);
        var vordering = await zaak.Ingetrokken(huis);
        var pad = $"/geld/vorderingen/{vordering}";
        using var fenna = await Als(huis.Adres, Geldzaak.Fenna);
        using var floris = await Als(huis.Adres, Geldzaak.Floris);
        using var coen = await Als(huis.Adres, Geldzaak.Coen);
        await Klik(fenna, pad, "terugvorderen-argument", ("argument", "Te veel betaald."));
        var gezien = await Bekijk(coen, pad, "Onderteken dit voorstel");
        await Klik(floris, pad, "terugzenden-reden", ("reden", "Leg uit waarom."));
        await Klik(fenna, pad, "terugvorderen-argument", ("argument", "De methode is er niet; het voorschot was te hoog."));

        Assert.Contains("is niet het voorstel dat nu voorligt", await Druk(coen, gezien), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "vorderingsvoorstel-ondertekend",
            await Geldzaak.Verloop(huis, "betalingen", vordering),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_movement_for_which_something_else_was_proposed_since_it_was_looked_at_is_not_booked()
    {
        const string Tekst = "Een storting die twee keer werd bekeken";
        await Geldzaak.Lees(huis, new Bankmutatie(52.50m, Af: false, "NOTPROVIDED", Tekst));
        var regels = (await huis.Gelukt(Geldzaak.Fenna, HttpMethod.Get, "/v1/bankregels")).EnumerateArray();
        var nummer = regels.Single(r => r.GetProperty("tekst").GetString() == Tekst).GetProperty("bankregel").GetString()!;
        var pad = $"/geld/bankregels/{nummer}";
        using var fenna = await Als(huis.Adres, Geldzaak.Fenna);
        using var floris = await Als(huis.Adres, Geldzaak.Floris);
        using var coen = await Als(huis.Adres, Geldzaak.Coen);
        await Klik(fenna, pad, "tussenrekening-toelichting", ("toelichting", "Nog niet bekend."));
        var gezien = await Bekijk(coen, pad, "Bevestig dit voorstel");
        await Klik(floris, pad, "tussenrekening-toelichting", ("toelichting", "Wij vragen het de bank."));

        Assert.Contains("is veranderd sinds u het bekeek", await Druk(coen, gezien), StringComparison.Ordinal);
        Assert.DoesNotContain("bankregel-geboekt", await Geldzaak.Verloop(huis, "betalingen", nummer), StringComparison.Ordinal);
    }

    /// <summary>The form of the page with this button, as it is now.</summary>
    internal static async Task<(string Naar, IReadOnlyList<KeyValuePair<string, string>> Velden)> Bekijk(
        Bezoeker wie,
        string pad,
        string knop
    )
    {
        using var blad = await wie.Haal(pad);
        return Bezoeker.Vorm(await blad.Content.ReadAsStringAsync(Ct), knop, pad);
    }

    /// <summary>Presses the button of a form that was looked at before.</summary>
    /// <returns>The page that comes of it: it was refused.</returns>
    internal static async Task<string> Druk(
        Bezoeker wie,
        (string Naar, IReadOnlyList<KeyValuePair<string, string>> Velden) vorm,
        params IEnumerable<(string Naam, string Waarde)> getypt
    )
    {
        using var antwoord = await wie.Stuur(
            HttpMethod.Post,
            vorm.Naar,
            [.. vorm.Velden, .. getypt.Select(g => KeyValuePair.Create(g.Naam, g.Waarde))]
        );
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        return WebUtility.HtmlDecode(await antwoord.Content.ReadAsStringAsync(Ct));
    }
}
