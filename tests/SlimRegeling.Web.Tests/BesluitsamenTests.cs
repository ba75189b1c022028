using System.Net;
using System.Text.RegularExpressions;
using SlimRegeling.Platform.Identiteit;
using static SlimRegeling.Web.Tests.KnoppenTests;

namespace SlimRegeling.Web.Tests;

/// <summary>Two who sign, or mend, in one case: the second is told by name who was first and what they did, and loses nothing that was typed.</summary>
public sealed class BesluitsamenTests(Portaalhuis portaal)
{
    private const string Mila = "medeondertekenaar";
    private const string Bas = "beoordelaar";
    private const string Veranderd = "Deze zaak is intussen veranderd";
    private const string Weg = "De stap die u deed, kan nu niet meer. Dit typte u:";
    private const string Hieronder = "Wat u typte, staat hieronder.";
    private const string Terugreden = "De begroting klopt niet met het plan.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reason_to_send_back_is_not_lost_when_a_colleague_signed_first()
    {
        const string Max = "besluitcollega-1";
        await Werkzaak.Collega(portaal, Max, "Max van Getekend", Rol.Medeondertekenaar);
        var zaak = await Werkzaak.Voorgelegd(portaal, "2026-samengetekend-mkb");
        var pad = Pad(zaak);
        using var mila = await Als(portaal.Adres, Mila);
        var gezien = await Lees(mila, pad);
        Assert.DoesNotContain("de regels zijn gewijzigd nadat", gezien, StringComparison.Ordinal);
        await Teken(Max, zaak);

        var (status, html) = await Stuur(mila, gezien, pad, "handler=Terug", ("reden", Terugreden));

        Assert.Equal(HttpStatusCode.OK, status);
        Bevat(html, Veranderd, "Subsidie verleend, door ", "en Max van Getekend.", Weg, Terugreden);
        Assert.DoesNotContain("Haal de laatste versie op", html, StringComparison.Ordinal);

        // Who only pressed is told the same, and that nothing was typed goes without saying.
        (status, html) = await Stuur(mila, gezien, pad, "handler=Teken");
        Assert.Equal(HttpStatusCode.OK, status);
        Bevat(html, Veranderd, "en Max van Getekend.");
        Assert.DoesNotContain(Hieronder, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_to_send_back_stays_in_its_form_when_another_proposal_lies_there()
    {
        const string Max = "besluitcollega-2";
        await Werkzaak.Collega(portaal, Max, "Max van Terug", Rol.Medeondertekenaar);
        var zaak = await Werkzaak.Voorgelegd(portaal, "2026-samenterug-mkb");
        var pad = Pad(zaak);
        using var mila = await Als(portaal.Adres, Mila);
        var gezien = await Lees(mila, pad);
        await portaal.Gelukt(Max, HttpMethod.Post, $"/v1/verleningen/{zaak}/terugzending", new { reden = "Kijk nog eens." });
        await portaal.Stil();

        // While it is with the assessor there is nothing to send back.
        var (_, tussen) = await Stuur(mila, gezien, pad, "handler=Terug", ("reden", Terugreden));
        Bevat(tussen, "Voorstel teruggezonden, door Max van Terug.", Weg, Terugreden);

        await Werkzaak.LegVoor(portaal, zaak);
        var (status, html) = await Stuur(mila, gezien, pad, "handler=Terug", ("reden", Terugreden));
        Assert.Equal(HttpStatusCode.OK, status);
        Bevat(html, Veranderd, "Voorstel teruggezonden, door Max van Terug.", Hieronder, $"{Terugreden}</textarea>");
        Assert.DoesNotContain(Weg, html, StringComparison.Ordinal);

        (status, _) = await Stuur(mila, html, pad, "handler=Terug", ("reden", Terugreden));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal(
            2L,
            await portaal.Voer($"select count(*) from verlening.mt_events where stream_id = '{zaak}' and type = 'voorstel-teruggezonden'")
        );
    }

    [Fact]
    public async Task What_was_written_to_mend_a_mistake_is_not_lost_when_a_colleague_was_first()
    {
        const string Bea = "besluitcollega-3";
        const string Max = "besluitcollega-4";
        const string Reden = "Noem ook de plaats.";
        await Werkzaak.Collega(portaal, Bea, "Bea van Herstel", Rol.Beoordelaar);
        await Werkzaak.Collega(portaal, Max, "Max van Herstel", Rol.Medeondertekenaar);
        var zaak = await Werkzaak.Voorgelegd(portaal, "2026-samenherstel-mkb");
        await Teken(Mila, zaak);
        await portaal.Stil();
        var (pad, herstel) = (Pad(zaak), $"/v1/verleningen/{zaak}/herstelvoorstellen");
        using var bas = await Als(portaal.Adres, Bas);
        using var mila = await Als(portaal.Adres, Mila);
        var gezien = await Lees(bas, pad);
        await StelVoor();

        var (status, html) = await Stuur(
            bas,
            gezien,
            pad,
            "id=\"herstel-fout\"",
            ("soort", "tekst"),
            ("fout", "De datum is verkeerd."),
            ("juist", "Het was de eerste mei.")
        );

        Assert.Equal(HttpStatusCode.OK, status);
        Bevat(html, Veranderd, "Herstel van een fout voorgesteld, door Bea van Herstel.");
        Bevat(html, Weg, "De datum is verkeerd.", "Het was de eerste mei.");

        // Of who sends it back too; and a mistake of one's own before that hides nothing of what happened.
        gezien = await Lees(mila, pad);
        await ZendTerug();
        (_, html) = await Stuur(mila, gezien, pad, "id=\"herstelterug-reden\"", ("reden", Reden));
        Bevat(html, "Voorstel tot herstel teruggezonden, door Max van Herstel.", Weg, Reden);

        await StelVoor();
        (_, html) = await Stuur(mila, gezien, pad, "id=\"herstelterug-reden\"");
        Bevat(html, "Vul dit in.");
        (_, html) = await Stuur(mila, html, pad, "id=\"herstelterug-reden\"", ("reden", Reden));
        Bevat(html, Veranderd, "Voorstel tot herstel teruggezonden, door Max van Herstel.", $"{Reden}</textarea>");
        (status, _) = await Stuur(mila, html, pad, "id=\"herstelterug-reden\"", ("reden", Reden));
        Assert.Equal(HttpStatusCode.Redirect, status);

        Task StelVoor() =>
            portaal.Gelukt(
                Bea,
                HttpMethod.Post,
                herstel,
                new
                {
                    herstelt = $"{zaak}-V1",
                    soort = "tekst",
                    fout = "De naam klopt niet.",
                    juist = "De naam is Bouw BV.",
                }
            );

        Task ZendTerug() => portaal.Gelukt(Max, HttpMethod.Post, $"{herstel}/terugzending", new { reden = "Te kort." });
    }

    [Fact]
    public async Task Who_ticks_a_case_that_a_colleague_signed_is_not_told_that_they_did()
    {
        const string Pagina = "/beheer/ondertekenen";
        var zaak = await Werkzaak.Aangevuld(portaal, "2026-samenniet-mkb");
        await portaal.Gelukt(
            Bas,
            HttpMethod.Post,
            $"/v1/aanvragen/{zaak}/volledigheid",
            new { volledig = false, ontbreekt = (string[])["begroting"] }
        );
        using var max = await Als(portaal.Adres, "medeondertekenaar-2");
        var lijst = await Lees(max, Pagina);
        var keuze = Regex.Match(lijst, $"value=\"({zaak} [0-9a-f]+)\"").Groups[1].Value;
        var hash = keuze.Split(' ')[1];
        await portaal.Gelukt(Mila, HttpMethod.Post, $"/v1/aanvragen/{zaak}/buitenbehandelingstelling", new { hash });

        var (_, html) = await Stuur(max, lijst, Pagina, "id=\"niet-behandelen\"", ("zaak", keuze));

        Bevat(html, "0 van 1 ondertekend", "niet ondertekend. Over deze aanvraag is al besloten");
        await portaal.Stil();
    }

    [Fact]
    public async Task Who_signs_is_told_that_rules_changed_after_the_proposal_was_computed()
    {
        var zaak = await Werkzaak.Voorgelegd(portaal, "2026-samenregels-mkb");
        // As of an assessment by a state of the rules that is another than that of now: rules that change, change for every test.
        await portaal.Voer(
            $"update verlening.mt_doc_verlening set data = jsonb_set(data, '{{voorstel,regelhash}}', '\"eerder\"') where id = '{zaak}'"
        );
        using var mila = await Als(portaal.Adres, Mila);

        var html = await Lees(mila, Pad(zaak));

        Bevat(html, "de regels zijn gewijzigd nadat dit voorstel is berekend", "Dan gaat het voorstel terug", "Onderteken het besluit");
        await Teken(Mila, zaak);
    }

    [Fact]
    public async Task Who_signs_sends_along_with_which_template_the_letter_was_read()
    {
        var zaak = await Werkzaak.Voorgelegd(portaal, "2026-samengelezen-mkb");
        var pad = Pad(zaak);
        using var mila = await Als(portaal.Adres, Mila);

        var (status, _) = await Stuur(mila, await Lees(mila, pad), pad, "handler=Teken");

        Assert.Equal(HttpStatusCode.Redirect, status);
        var brief = await portaal.Voer(
            $"select data ->> 'brief' from verlening.mt_events where stream_id = '{zaak}' and type = 'subsidie-verleend'"
        );
        Assert.Equal(64, Assert.IsType<string>(brief).Length);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_shown_now_is_told_and_the_page_stays()
    {
        var zaak = await Werkzaak.Voorgelegd(portaal, "2026-samengeenbrief-mkb");
        await Teken(Mila, zaak);
        await portaal.Stil();
        var fout = new
        {
            herstelt = $"{zaak}-V1",
            soort = "tekst",
            fout = "De naam klopt niet.",
            juist = "De naam is Bouw BV.",
        };
        await portaal.Gelukt(Bas, HttpMethod.Post, $"/v1/verleningen/{zaak}/herstelvoorstellen", fout);
        // As when what is proposed goes away between two reads.
        await portaal.Voer(
            $$"""
            delete from verlening.mt_doc_inhoud where id =
              (select (data #>> '{herstel,voorstel,toelichting,id}')::uuid from verlening.mt_doc_verlening where id = '{{zaak}}')
            """
        );
        using var mila = await Als(portaal.Adres, Mila);

        var html = await Lees(mila, Pad(zaak));

        Bevat(html, $"Wij kunnen de brief van zaak {zaak} nu niet laten zien.", "herstelterug-reden");
    }

    [Fact]
    public async Task What_one_proposed_oneself_is_taken_back_by_that_name()
    {
        const string Dina = "besluitcollega-5";
        await Werkzaak.Collega(portaal, Dina, "Dina van Dubbel", Rol.Beoordelaar, Rol.Medeondertekenaar);
        var zaak = await Werkzaak.Klaar(portaal, "2026-samenterugnemen-mkb");
        await portaal.Gelukt(Dina, HttpMethod.Post, $"/v1/aanvragen/{zaak}/overdracht", new { van = Bas });
        var gronden = (await Werkzaak.TeOordelen(portaal, zaak)).Select(code => new
        {
            code,
            uitkomst = "voldaan",
            argument = "Het plan laat dit zien.",
        });
        await portaal.Gelukt(Dina, HttpMethod.Post, $"/v1/aanvragen/{zaak}/beoordeling", new { gronden });
        await portaal.Stil();
        var pad = Pad(zaak);
        using var dina = await Als(portaal.Adres, Dina);
        using var bas = await Als(portaal.Adres, Bas);

        var html = await Lees(dina, pad);

        Bevat(html, "Neem uw voorstel terug", "Waarom neemt u uw voorstel terug?");
        Assert.DoesNotContain("handler=Teken", html, StringComparison.Ordinal);
        var (status, _) = await Stuur(dina, html, pad, "handler=Terug", ("reden", "Ik vergat een regel."));
        Assert.Equal(HttpStatusCode.Redirect, status);
        await portaal.Stil();
        Bevat(await Lees(bas, pad), "Teruggenomen door Dina van Dubbel", "Ik vergat een regel.");
    }

    private static string Pad(string zaak) => $"/beheer/zaken/{zaak}/besluit";

    private async Task Teken(string wie, string zaak)
    {
        var beeld = await portaal.Gelukt(wie, HttpMethod.Get, $"/v1/verleningen/{zaak}");
        var hash = beeld.GetProperty("voorstel").GetProperty("hash").GetString();
        await portaal.Gelukt(wie, HttpMethod.Post, $"/v1/verleningen/{zaak}/ondertekening", new { hash });
    }

    private static void Bevat(string html, params IReadOnlyList<string> teksten) =>
        Assert.All(teksten, tekst => Assert.Contains(tekst, html, StringComparison.Ordinal));

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
