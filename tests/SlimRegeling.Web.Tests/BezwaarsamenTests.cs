using System.Net;
using System.Text.Json;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>Two employees in one objection: the second is told what the first did, loses nothing that was typed, and decides.</summary>
public sealed class BezwaarsamenTests(Portaalhuis portaal)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_second_reads_who_was_first_and_keeps_what_was_typed()
    {
        const string Collega = "bezwaarcollega-1";
        const string Vorm = "value=\"ontvankelijkheid\"";
        var bezwaar = await Bezwaar("2026-samenbezwaar-mkb", Collega);
        var pad = $"/beheer/bezwaren/{bezwaar}";
        using var bas = await KnoppenTests.Als(portaal.Adres, "beoordelaar");
        var gezien = await Lees(bas, pad);
        await Doe(Collega, bezwaar, "ontvankelijkheid", new { grond = "op-tijd", argument = "Van de collega." });

        var (status, html) = await Stuur(bas, gezien, pad, Vorm, ("grond", "op-tijd"), ("argument", "Dit typte Bas."));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Dit bezwaar is intussen veranderd", html, StringComparison.Ordinal);
        Assert.Contains($"Beoordeeld of het bezwaar kan worden behandeld, door {Collega}.", html, StringComparison.Ordinal);
        Assert.Contains("Dit typte Bas.", html, StringComparison.Ordinal);
        Assert.Equal("Van de collega.", await Argument(bezwaar));

        // A mistake of their own before that hides nothing of it.
        await Doe(Collega, bezwaar, "hoorverslag", new { dag = $"{Platform.Tijd.Moment.Dag(portaal.Nu):uuuu-MM-dd}", tekst = "Gezegd." });
        (_, html) = await Stuur(bas, html, pad, Vorm, ("grond", "op-tijd"));
        Assert.Contains("Vul dit in.", html, StringComparison.Ordinal);
        (_, html) = await Stuur(bas, html, pad, Vorm, ("grond", "op-tijd"), ("argument", "Dit typte Bas."));
        Assert.Contains($"Verslag van het horen vastgelegd, door {Collega}.", html, StringComparison.Ordinal);

        (status, _) = await Stuur(bas, html, pad, Vorm, ("grond", "op-tijd"), ("argument", "Dit typte Bas."));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal("Dit typte Bas.", await Argument(bezwaar));
    }

    [Fact]
    public async Task What_was_written_for_a_step_that_a_colleague_took_is_not_lost()
    {
        const string Collega = "bezwaarcollega-2";
        var bezwaar = await Bezwaar("2026-samenadvies-mkb", Collega);
        var pad = $"/beheer/bezwaren/{bezwaar}";
        await Doe(Collega, bezwaar, "commissie", new { });
        using var bas = await KnoppenTests.Als(portaal.Adres, "beoordelaar");
        var gezien = await Lees(bas, pad);
        await Doe(Collega, bezwaar, "advies", new { strekking = "ongegrond", tekst = "Het advies." });

        var (status, html) = await Stuur(bas, gezien, pad, "value=\"advies\"", ("strekking", "gegrond"), ("tekst", "Lang overgetypt."));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("De stap die u deed, kan nu niet meer. Dit typte u:", html, StringComparison.Ordinal);
        Assert.Contains("Lang overgetypt.", html, StringComparison.Ordinal);
        Assert.Contains($"Advies van de commissie vastgelegd, door {Collega}.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interest_is_told_whatever_a_colleague_did_meanwhile()
    {
        const string Collega = "bezwaarcollega-3";
        var bezwaar = await Bezwaar("2026-samenbelang-mkb", Collega);
        var pad = $"/beheer/bezwaren/{bezwaar}";
        using var bas = await KnoppenTests.Als(portaal.Adres, "beoordelaar");
        var gezien = await Lees(bas, pad);
        await Doe(Collega, bezwaar, "commissie", new { });

        var (status, _) = await Stuur(bas, gezien, pad, "value=\"belang\"", ("reden", "Mijn zus werkt er."));

        Assert.Equal(HttpStatusCode.Redirect, status);
        using var dicht = await bas.Haal(pad);
        Assert.Equal(HttpStatusCode.Forbidden, dicht.StatusCode);
    }

    /// <summary>Lodged, and all that follows from it by itself has happened.</summary>
    private async Task<string> Bezwaar(string tijdvak, string collega)
    {
        portaal.Registreer(new(collega, collega, [Rol.Beoordelaar]));
        await portaal.Tijdvak(tijdvak);
        var zaak = await portaal.Concept(tijdvak, Portaalhuis.Ondertekend);
        await portaal.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await portaal.Stil();
        await portaal.Zeg("aanvragen", "aanvraag-beoordeeld", zaak, Bezwaarzaak.Afwijzen(zaak, tijdvak, portaal.Nu));
        await Bezwaarzaak.Onderteken(portaal.Adres, zaak);
        var bezwaar = await Bezwaarzaak.Ingediend(portaal.Adres, zaak);
        await portaal.Stil();
        return bezwaar;
    }

    private Task<JsonElement> Doe(string wie, string bezwaar, string stap, object verzoek) =>
        portaal.Gelukt(wie, HttpMethod.Post, $"/v1/bezwaren/{bezwaar}/{stap}", verzoek);

    private async Task<string?> Argument(string bezwaar) =>
        (await portaal.Gelukt("beoordelaar", HttpMethod.Get, $"/v1/bezwaren/{bezwaar}"))
            .GetProperty("ontvankelijkheid")
            .GetProperty("argument")
            .GetString();

    private static async Task<string> Lees(Bezoeker wie, string pad)
    {
        using var blad = await wie.Haal(pad);
        Assert.Equal(HttpStatusCode.OK, blad.StatusCode);
        return await blad.Content.ReadAsStringAsync(Ct);
    }

    /// <summary>Sends the form of a page in which this stands, with what was typed in it.</summary>
    private static async Task<(HttpStatusCode Status, string Html)> Stuur(
        Bezoeker wie,
        string html,
        string pad,
        string vorm,
        params (string Naam, string Waarde)[] getypt
    )
    {
        var (naar, velden) = Bezoeker.Vorm(html, vorm, pad);
        using var antwoord = await wie.Stuur(
            HttpMethod.Post,
            naar,
            [.. velden, .. getypt.Select(g => KeyValuePair.Create(g.Naam, g.Waarde))]
        );
        return (antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
    }
}
