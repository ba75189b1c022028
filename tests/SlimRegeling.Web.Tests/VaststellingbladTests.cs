using System.Net;
using Microsoft.Playwright;
using SlimRegeling.Berichten.Leercultuurscans;
using SlimRegeling.Platform.Identiteit;
using static SlimRegeling.Web.Tests.KnoppenTests;

namespace SlimRegeling.Web.Tests;

/// <summary>A declaration on the page on which it is settled: with the keyboard alone, with two in one case, and signed by two others.</summary>
public sealed class VaststellingbladTests(Portaalhuis huis, Browser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declaration_is_judged_with_the_keyboard_alone_and_two_others_sign_it()
    {
        const string Max = "vaststelcollega-1";
        await Werkzaak.Collega(huis, Max, "Max van Vast", Rol.Medeondertekenaar);
        var zaak = await Vaststelzaak.Gedeclareerd(huis, "2026-vaststelblad-mkb");
        var pad = $"/beheer/zaken/{zaak}/vaststelling";
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);
        await blad.Ga(pad);
        // What the program sees is filled in, and what it comes to is computed.
        await Assertions.Expect(blad.Locator("#v-regel-adviseur-uitkomst-gewijzigd")).ToBeCheckedAsync();
        await Assertions.Expect(blad.Locator("#v-regel-adviseur-bedrag")).ToHaveValueAsync("4860,00");
        await Assertions.Expect(blad.Locator("#v-regel-materiaal-uitkomst-afgewezen")).ToBeCheckedAsync();
        await Assertions.Expect(blad.Locator("#uitkomst .slim-bedrag")).ToHaveTextAsync("€\u00a08.227,74");
        var naast = blad.Locator("table[aria-labelledby=begroting] tbody tr");
        await Assertions.Expect(naast).ToHaveCountAsync(2);
        await Assertions.Expect(naast.First).ToContainTextAsync("€\u00a06.210,00");
        await Portaal.IsBruikbaarOokSmal(blad, "vaststelling");

        // The document of a line is read beside it, and what was typed stays.
        await Toetsenbord.Druk(blad, "#v-regel-materiaal-reden", "End");
        await blad.Keyboard.TypeAsync(" Wij zagen geen afschrift.");
        await Toetsenbord.Volg(blad, "#ernaast button[value^='toon:']");
        await Assertions.Expect(blad.Locator("#voorvertoning")).ToContainTextAsync("factuur;2024-117");
        var getypt = await blad.Locator("#v-regel-materiaal-reden").InputValueAsync();
        Assert.EndsWith("Wij zagen geen afschrift.", getypt, StringComparison.Ordinal);

        // Without a reason it is not laid before another, and the page says where.
        await blad.Locator("#v-regel-materiaal-reden").FocusAsync();
        await blad.Keyboard.PressAsync("Control+A");
        await blad.Keyboard.PressAsync("Delete");
        await Toetsenbord.Volg(blad, ".slim-knoppen button[value=voorleggen]");
        await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync();
        await Assertions.Expect(blad.Locator("#v-regel-materiaal-reden-fout")).ToContainTextAsync("Schrijf op waarom");
        await Portaal.IsBruikbaarOokSmal(blad, "vaststelling-fout");
        await Toetsenbord.Typ(blad, "#v-regel-materiaal-reden", "Wij zagen geen afschrift.");
        await Toetsenbord.Volg(blad, ".slim-knoppen button[value=voorleggen]");
        await Assertions.Expect(blad.Locator("[role=status]").First).ToContainTextAsync("Uw voorstel ligt klaar.");
        Assert.Equal(0, await blad.Locator("#stap-tekenen").CountAsync());
        await blad.Context.CloseAsync();

        var mila = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Medeondertekenaar);
        await mila.Ga("/beheer/ondertekenen");
        await Portaal.IsBruikbaar(mila, "ondertekenen-vaststelling");
        await mila.Locator($"a[href='{pad}']").ClickAsync();
        await mila.WaitForURLAsync("**/vaststelling");
        var voorstel = await mila.Locator("main").InnerTextAsync();
        string[] delen =
        [
            "vaststellen op €\u00a08.227,74",
            "€\u00a03.627,74",
            "Wij zagen geen afschrift.",
            "Geen bewijs van betaling",
            // Of the letter.
            "Kenmerk",
        ];
        foreach (var deel in delen)
        {
            Assert.Contains(deel, voorstel, StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaarOokSmal(mila, "vaststelling-voorgesteld");
        await mila.Locator("#stap-tekenen > summary").ClickAsync();
        await Portaal.Knop(mila, "Onderteken de vaststelling");
        await Assertions.Expect(mila.Locator("[role=status]")).ToContainTextAsync("U hebt het voorstel ondertekend.");
        Assert.Equal(0, await mila.Locator("#stap-tekenen").CountAsync());
        await mila.Context.CloseAsync();

        var hash = (await Vaststelzaak.Stand(huis, zaak)).GetProperty("voorstel").GetProperty("hash").GetString();
        await huis.Gelukt(Max, HttpMethod.Post, $"/v1/verantwoordingen/{zaak}/ondertekening", new { hash });
        var stand = await Vaststelzaak.Stand(huis, zaak);
        Assert.Equal(
            ("vastgesteld", "8227.74"),
            (stand.GetProperty("fase").GetString(), stand.GetProperty("besluit").GetProperty("vastgesteld").GetString())
        );
    }

    [Fact]
    public async Task Who_accepts_a_line_in_which_something_is_seen_says_why_and_who_signs_reads_it()
    {
        const string Waarom = "De kwitantie zat bij de factuur.";
        var zaak = await Vaststelzaak.Gedeclareerd(huis, "2026-vaststeltoch-mkb");
        var pad = $"/beheer/zaken/{zaak}/vaststelling";
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);
        await blad.Ga(pad);
        // The words of the program still stand in the field: to leave them there is no reason.
        await blad.Locator("#v-regel-materiaal-uitkomst-aanvaard").CheckAsync();
        await Portaal.Knop(blad, "Leg voor aan twee collega's");
        await Assertions
            .Expect(blad.Locator("#v-regel-materiaal-reden-fout"))
            .ToContainTextAsync("Schrijf op waarom u haar toch aanvaardt");
        await Portaal.IsBruikbaarOokSmal(blad, "vaststelling-toch-fout");
        await blad.Locator("#v-regel-materiaal-reden").FillAsync(Waarom);
        await Portaal.Knop(blad, "Leg voor aan twee collega's");
        await Assertions.Expect(blad.Locator("[role=status]").First).ToContainTextAsync("Uw voorstel ligt klaar.");
        await blad.Context.CloseAsync();

        var mila = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Medeondertekenaar);
        await mila.Ga(pad);
        await Assertions.Expect(mila.Locator("#toch ~ ul.slim-lijst li").First).ToHaveTextAsync($"materiaal: {Waarom}");
        await Portaal.IsBruikbaarOokSmal(mila, "vaststelling-toch");
        await mila.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_is_second_is_told_by_whom_and_what_and_what_was_typed_stays()
    {
        const string Bea = "vaststelcollega-2";
        const string Waarom = "Wij zagen geen afschrift van de bank.";
        await Werkzaak.Collega(huis, Bea, "Bea van Eerder", Rol.Beoordelaar);
        var zaak = await Vaststelzaak.Gedeclareerd(huis, "2026-vaststelsamen-mkb");
        var pad = $"/beheer/zaken/{zaak}/vaststelling";
        using var bas = await Als(huis.Adres, "beoordelaar");
        using var bea = await Als(huis.Adres, Bea);
        var gezien = await Lees(bas, pad);
        await Klik(bea, pad, "id=\"formulier\"", [("_doe", "voorleggen"), .. Regels("Geen betaling te zien.")]);

        var (naar, velden) = Bezoeker.Vorm(gezien, "id=\"formulier\"", pad);
        using var antwoord = await bas.Stuur(
            HttpMethod.Post,
            naar,
            [.. velden, .. Regels(Waarom).Append(("_doe", "voorleggen")).Select(v => KeyValuePair.Create(v.Item1, v.Item2))]
        );
        var html = await antwoord.Content.ReadAsStringAsync(Ct);

        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        foreach (var deel in (string[])["Deze zaak is intussen veranderd", "Vaststelling voorgesteld, door Bea van Eerder.", Waarom])
        {
            Assert.Contains(deel, html, StringComparison.Ordinal);
        }
        Assert.Equal(
            1L,
            await huis.Voer($"select count(*) from vaststelling.mt_events where stream_id = '{zaak}' and type = 'vaststelling-voorgesteld'")
        );
    }

    [Fact]
    public async Task What_was_chosen_is_there_again_when_the_page_is_opened_anew()
    {
        const string Waarom = "Dit komt morgen terug.";
        var zaak = await Vaststelzaak.Gedeclareerd(huis, "2026-vaststelklad-mkb");
        var pad = $"/beheer/zaken/{zaak}/vaststelling";
        using var bas = await Als(huis.Adres, "beoordelaar");
        var (naar, velden) = Bezoeker.Vorm(await Lees(bas, pad), "id=\"formulier\"", pad);
        using var bewaard = await bas.Stuur(
            HttpMethod.Post,
            naar,
            [.. velden, .. Regels(Waarom).Append(("_doe", "bewaar")).Select(v => KeyValuePair.Create(v.Item1, v.Item2))]
        );
        Assert.Equal(HttpStatusCode.OK, bewaard.StatusCode);

        Assert.Contains(Waarom, await Lees(bas, pad), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_brings_its_article_when_none_was_typed()
    {
        var zaak = await Vaststelzaak.Gedeclareerd(huis, "2026-vaststelartikel-mkb");
        var pad = $"/beheer/zaken/{zaak}/vaststelling";
        using var bas = await Als(huis.Adres, "beoordelaar");
        var (naar, velden) = Bezoeker.Vorm(await Lees(bas, pad), "id=\"formulier\"", pad);
        using var bewaard = await bas.Stuur(
            HttpMethod.Post,
            naar,
            [
                .. velden,
                .. Regel("materiaal", "afgewezen", "", "wettelijke-taak", "", "Dat moest al van de wet.")
                    .Append(("_doe", "bewaar"))
                    .Select(v => KeyValuePair.Create(v.Item1, v.Item2)),
            ]
        );

        Assert.Contains("value=\"13, onderdeel g\"", await bewaard.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_off_is_asked_counted_and_shown_to_who_signs()
    {
        const string Waarom = "De urenregistratie was niet van u.";
        var zaak = await Vaststelzaak.Gedeclareerd(huis, "2026-vaststelverlaging-mkb");
        var pad = $"/beheer/zaken/{zaak}/vaststelling";
        using var bas = await Als(huis.Adres, "beoordelaar");
        var zonderReden = await Voorgelegd([("verlaging.grond", "onjuiste-gegevens"), ("verlaging.bedrag", "227,74")]);
        Assert.Contains("Schrijf op waarom u de subsidie lager vaststelt", zonderReden, StringComparison.Ordinal);
        var onleesbaar = await Voorgelegd([("verlaging.grond", "onjuiste-gegevens"), ("verlaging.bedrag", "veel")]);
        Assert.Contains("id=\"v-verlaging-bedrag-fout\"", onleesbaar, StringComparison.Ordinal);

        await Voorgelegd([("verlaging.grond", "onjuiste-gegevens"), ("verlaging.bedrag", "227,74"), ("verlaging.reden", Waarom)]);

        using var mila = await Als(huis.Adres, "medeondertekenaar");
        var voorstel = WebUtility.HtmlDecode(await Lees(mila, pad));
        foreach (
            var deel in (string[])
                ["Gaat er nog af", "\u20ac\u00a0227,74", "\u20ac\u00a08.000,00", "artikel 4:46, tweede lid, onderdeel c, Awb", Waarom]
        )
        {
            Assert.Contains(deel, voorstel, StringComparison.Ordinal);
        }
        Assert.Contains("value=\"227,74\"", await Lees(bas, pad), StringComparison.Ordinal);
        var verlaging = (await Vaststelzaak.Stand(huis, zaak)).GetProperty("voorstel").GetProperty("verlaging");
        Assert.Equal(
            ("onjuiste-gegevens", "227.74", Waarom),
            (
                verlaging.GetProperty("grond").GetString(),
                verlaging.GetProperty("bedrag").GetString(),
                verlaging.GetProperty("reden").GetString()
            )
        );

        async Task<string> Voorgelegd((string, string)[] ingevuld)
        {
            var (naar, velden) = Bezoeker.Vorm(await Lees(bas, pad), "id=\"formulier\"", pad);
            using var antwoord = await bas.Stuur(
                HttpMethod.Post,
                naar,
                [
                    .. velden,
                    .. Regels("Geen betaling te zien.")
                        .Concat(ingevuld)
                        .Append(("_doe", "voorleggen"))
                        .Select(v => KeyValuePair.Create(v.Item1, v.Item2)),
                ]
            );
            return await antwoord.Content.ReadAsStringAsync(Ct);
        }
    }

    /// <summary>Also who signs sees it: the page is the same.</summary>
    [Fact]
    public async Task That_a_scan_was_done_is_shown_and_not_what_it_found()
    {
        var zaak = await Vaststelzaak.Gedeclareerd(huis, "2026-vaststelscan-mkb");
        var pad = $"/beheer/zaken/{zaak}/vaststelling";
        using var bas = await Als(huis.Adres, "beoordelaar");
        Assert.Contains("Geen scan.", await Lees(bas, pad), StringComparison.Ordinal);

        var kvkNummer = (await huis.Gelukt("beoordelaar", HttpMethod.Get, $"/v1/aanvragen/{zaak}")).GetProperty("kvkNummer").GetString()!;
        await huis.Zeg(
            "leercultuurscans",
            "scan-afgerond",
            zaak,
            new ScanAfgerondBericht(
                zaak,
                kvkNummer,
                $"scan-{zaak}",
                "kernvragen-1",
                new(2024, 7, 1),
                new(2024, 7, 22),
                24,
                "voorlopig beeld",
                "0f1e2d3c",
                huis.Nu,
                "Kernvragen leercultuur, versie 1",
                "Eigen vragen van deze uitvoering"
            )
        );

        using var mila = await Als(huis.Adres, "medeondertekenaar");
        foreach (var html in (string[])[await Lees(bas, pad), await Lees(mila, pad)])
        {
            Assert.DoesNotContain("Geen scan.", html, StringComparison.Ordinal);
            foreach (
                var deel in (string[])
                    [
                        "Kernvragen leercultuur, versie 1",
                        "Eigen vragen van deze uitvoering",
                        "24 mensen",
                        "voorlopig beeld",
                        "22 juli 2024",
                        "0f1e2d3c",
                    ]
            )
            {
                Assert.Contains(deel, html, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>What a browser sends of the lines: the rate to the maximum, and not what nobody saw paid.</summary>
    internal static (string, string)[] Regels(string waarom) =>
        [
            .. Regel("adviseur", "gewijzigd", "4860,00", "tarief", "12, vierde lid", "Het uurtarief is ten hoogste € 135,00."),
            .. Regel("materiaal", "afgewezen", "", "geen-betaalbewijs", "13", waarom),
        ];

    private static (string, string)[] Regel(string id, string uitkomst, string bedrag, string code, string artikel, string reden) =>
        [
            ($"regel.{id}.uitkomst", uitkomst),
            ($"regel.{id}.bedrag", bedrag),
            ($"regel.{id}.code", code),
            ($"regel.{id}.artikel", artikel),
            ($"regel.{id}.reden", reden),
        ];

    private static async Task<string> Lees(Bezoeker wie, string pad)
    {
        using var blad = await wie.Haal(pad);
        Assert.Equal(HttpStatusCode.OK, blad.StatusCode);
        return await blad.Content.ReadAsStringAsync(Ct);
    }
}
