using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Web.Tests;

/// <summary>The list of work as who assesses uses it: by keyboard, full, with a colleague beside them, and late.</summary>
public sealed class WerkpaginaTests(Werkhuis huis, Browser browser) : IClassFixture<Werkhuis>
{
    private const string Lijst = "/beheer/werk";
    private const int PerBladzijde = 50;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_of_work_goes_by_keyboard()
    {
        var (een, twee) = (huis.Zaken[0], huis.Zaken[1]);
        var blad = await Portaal.Aangemeld(huis.Portaal, browser, scripts: true, wie: "Bas Beoordelaar");
        await Tab(blad, $"a[href='{Lijst}']");
        await blad.Keyboard.PressAsync("Enter");
        await blad.WaitForURLAsync($"**{Lijst}");
        await Portaal.IsBruikbaar(blad, "werk");

        await Tab(blad, "#wie");
        await blad.Keyboard.TypeAsync("Niem");
        await Tab(blad, "form[role=search] button");
        await blad.Keyboard.PressAsync("Enter");
        await blad.WaitForURLAsync($"**{Lijst}?*wie=niemand*");
        Assert.Contains("dagen te laat", await Rij(blad, een).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await Rij(blad, een).Locator($"a[href='/beheer/zaken/{een}']").CountAsync());
        Assert.Equal(1, await blad.Locator("main a[href='/beheer/standaardteksten']").CountAsync());

        // Nothing is chosen yet: that is told, and leads to the list.
        await Doe(blad, "neem");
        await blad.Locator("#fouten").WaitForAsync();
        await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync();
        Assert.Contains("Kies eerst een of meer zaken", await blad.Locator("#fouten").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "werk-fout");

        await Kies(blad, een);
        await Doe(blad, "neem");
        await Uitkomst(blad, "Gelukt: 1");
        await Portaal.IsBruikbaar(blad, "werk-uitkomst");
        await huis.Bijgewerkt();
        await blad.Ga($"{Lijst}?wie=mij");
        Assert.Equal("u", await Wie(blad, een));
        Assert.Equal(0, await Rij(blad, twee).CountAsync());

        // To a colleague, by the name that a beheerder wrote down.
        await Kies(blad, een);
        await Tab(blad, "#bulk-aan");
        await blad.Keyboard.TypeAsync("Bea");
        await Doe(blad, "wijs");
        await Uitkomst(blad, "Gelukt: 1");
        await huis.Bijgewerkt();

        // Who takes both has one; of the other it says who has it.
        await blad.Ga(Lijst);
        Assert.Equal(Werkhuis.Beanaam, await Wie(blad, een));
        await Kies(blad, een);
        await Kies(blad, twee);
        await Doe(blad, "neem");
        await Uitkomst(blad, "Gelukt: 1, niet gelukt: 1");
        Assert.Contains(
            $"Beoordelaar {Werkhuis.Beanaam} heeft deze aanvraag al genomen.",
            await blad.Locator("section[aria-labelledby=uitkomst]").InnerTextAsync(),
            StringComparison.Ordinal
        );
        // What went wrong stays chosen.
        Assert.True(await blad.Locator($"#kies-{een}").IsCheckedAsync());
        Assert.False(await blad.Locator($"#kies-{twee}").IsCheckedAsync());

        await blad.Ga($"/zaken/{een}");
        Assert.Contains(
            $"Beoordelaar {Werkhuis.Beanaam} heeft deze zaak. Overleg eerst",
            await blad.Locator("main [role=status]").First.InnerTextAsync(),
            StringComparison.Ordinal
        );
        await Portaal.IsBruikbaar(blad, "zaak-van-ander");
        await blad.Context.CloseAsync();
        var bea = await Portaal.Aangemeld(huis.Portaal, browser, wie: "Bea Werk");
        await bea.Ga($"/zaken/{een}");
        Assert.Contains("U hebt deze zaak.", await bea.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await bea.Context.CloseAsync();
    }

    [Fact]
    public async Task A_view_is_kept_opened_and_taken_away_by_keyboard()
    {
        var blad = await Portaal.Aangemeld(huis.Portaal, browser, scripts: true, wie: "Bea Werk");
        await blad.Ga($"{Lijst}?termijn=verlopen&fase=behandelen");
        await Tab(blad, "summary");
        await blad.Keyboard.PressAsync("Enter");
        await Tab(blad, "#weergave-naam");
        await blad.Keyboard.PressAsync("Enter");
        await blad.Locator("#fouten").WaitForAsync();
        await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync();
        await Tab(blad, "#weergave-naam");
        await blad.Keyboard.TypeAsync("Te laat");
        await blad.Keyboard.PressAsync("Enter");
        await blad.GetByText("De weergave 'Te laat' is bewaard.").WaitForAsync();
        await Portaal.IsBruikbaar(blad, "werk-weergave");

        await blad.Ga(Lijst);
        await Tab(blad, "section[aria-labelledby=weergaven] a");
        await blad.Keyboard.PressAsync("Enter");
        await blad.WaitForURLAsync($"**{Lijst}?fase=behandelen&termijn=verlopen");
        Assert.Equal("verlopen", await blad.Locator("#termijn").InputValueAsync());

        await Tab(blad, "section[aria-labelledby=weergaven] button");
        await blad.Keyboard.PressAsync("Enter");
        await blad.GetByText("De weergave is verwijderd.").WaitForAsync();
        Assert.Equal(0, await blad.Locator("section[aria-labelledby=weergaven]").CountAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_full_page_is_usable_and_the_next_one_goes_on_behind_it()
    {
        const string Tijdvak = "2026-werk-vol-met-een-lange-naam-mkb";
        await using var vol = await huis.Vermenigvuldig(huis.Zaken[7], PerBladzijde + 3, Tijdvak);
        var blad = await Portaal.Aangemeld(huis.Portaal, browser, scripts: true, wie: "Bea Werk");
        await blad.Ga($"{Lijst}?tijdvak={Tijdvak}");
        var gezien = await Nummers(blad);
        Assert.Equal(PerBladzijde, gezien.Count);
        await Portaal.IsBruikbaar(blad, "werk-vol");

        await blad.GetByRole(AriaRole.Link, new() { Name = "Kies alle zaken op deze bladzijde" }).ClickAsync();
        await blad.WaitForURLAsync("**alles=true*");
        Assert.Equal(PerBladzijde, await blad.Locator("tbody input:checked").CountAsync());

        await Tab(blad, "a[rel=next]");
        await blad.Keyboard.PressAsync("Enter");
        await blad.WaitForURLAsync("**na=*");
        gezien.AddRange(await Nummers(blad));
        Assert.Equal(PerBladzijde + 3, gezien.Distinct().Count());
        Assert.Equal(gezien.Order(StringComparer.Ordinal), gezien);
        Assert.Equal(0, await blad.Locator("a[rel=next]").CountAsync());
        Assert.Equal(404, (await blad.Ga($"{Lijst}?na=ergens"))!.Status);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reminder_is_typed_in_and_declared_void()
    {
        var zaak = huis.Zaken[2];
        var blad = await Portaal.Aangemeld(huis.Portaal, browser, scripts: true, wie: "Bas Beoordelaar");
        await blad.Ga($"{Lijst}?termijn=verlopen");
        await Rij(blad, zaak).GetByRole(AriaRole.Link, new() { Name = $"Ingebrekestelling van zaak {zaak}" }).ClickAsync();
        await blad.WaitForURLAsync($"**{Lijst}/{zaak}/ingebrekestelling");
        await Portaal.IsBruikbaar(blad, "ingebrekestelling");

        foreach (
            var (dag, fout) in ((string, string)[])
                [
                    ("30 februari 2026", "30 februari 2026 bestaat niet"),
                    (Dag(-60), "Een ingebrekestelling telt pas als die voorbij is."),
                    (Dag(1), "Deze dag komt nog."),
                ]
        )
        {
            await blad.Locator("#ontvangst-ontvangenOp").FillAsync(dag);
            await blad.Keyboard.PressAsync("Enter");
            await blad.GetByText(fout).First.WaitForAsync();
            Assert.Equal(dag, await blad.Locator("#ontvangst-ontvangenOp").InputValueAsync());
        }
        await Portaal.IsBruikbaar(blad, "ingebrekestelling-fout");
        await blad.Locator("#ontvangst-ontvangenOp").FillAsync(Dag(0));
        await blad.Keyboard.PressAsync("Enter");
        await blad.WaitForURLAsync($"**/zaken/{zaak}");
        await huis.Bijgewerkt();
        await blad.ReloadAsync();
        Assert.Contains(
            "De dwangsom is tot nu toe € 0,00.",
            (await blad.Locator("main").InnerTextAsync()).Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );
        await blad.Ga($"{Lijst}?termijn=in-gebreke");
        Assert.Equal([zaak], await Nummers(blad));

        await blad.Ga($"{Lijst}/{zaak}/ingebrekestelling");
        await Portaal.IsBruikbaar(blad, "ingebrekestelling-genoteerd");
        await blad.Locator("#verval-reden").FillAsync("Hoort bij een andere zaak.");
        await Portaal.Knop(blad, "Laat de ingebrekestelling vervallen");
        await blad.WaitForURLAsync($"**/zaken/{zaak}");
        await huis.Bijgewerkt();
        await blad.Ga($"{Lijst}?termijn=in-gebreke");
        Assert.Empty(await Nummers(blad));
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_told_and_what_it_costs_to_be_late_stands_in_the_list_and_in_the_case()
    {
        var (gemeld, loopt, gewoon) = (huis.Zaken[4], huis.Zaken[5], huis.Zaken[6]);
        var (vandaag, later) = (Moment.Dag(huis.Portaal.Nu), Moment.Dag(huis.Portaal.Nu).PlusDays(20));
        await Vraag(gemeld, "vertraging", new { verwachtOp = LocalDatePattern.Iso.Format(later) });
        await Vraag(gemeld, "ingebrekestelling", new { ontvangenOp = LocalDatePattern.Iso.Format(vandaag) });
        // So long ago the term still ran, which is refused when it is typed in.
        await Herinner(vandaag.PlusDays(-25), true, 99);
        await huis.Bijgewerkt();

        var blad = await Portaal.Aangemeld(huis.Portaal, browser, scripts: true, wie: "Bas Beoordelaar");
        await blad.Ga(Lijst);
        Assert.Equal(["Later gemeld", "In gebreke"], await Merken(blad, gemeld));
        Assert.Contains(
            $"De aanvrager verwacht het besluit uiterlijk op {Datumtekst.Van(later)}",
            await Rij(blad, gemeld).InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(["Dwangsom"], await Merken(blad, loopt));
        Assert.Empty(await Merken(blad, gewoon));
        Assert.Equal(0, await blad.GetByRole(AriaRole.Link, new() { Name = "Melding niet gelezen" }).CountAsync());
        await Portaal.IsBruikbaar(blad, "werk-later");

        await blad.Ga($"/zaken/{gemeld}");
        await Staat(
            blad,
            "besluiten",
            "Besluit op de aanvraag",
            "Die dag is voorbij.",
            "artikel 4:14, eerste lid, Awb",
            Datumtekst.Van(later)
        );
        await Portaal.IsBruikbaar(blad, "zaak-later");
        await blad.Ga($"/zaken/{loopt}");
        await Staat(blad, "besluiten", $"In gebreke gesteld op {Datumtekst.Van(vandaag.PlusDays(-25))}", "artikel 4:18 Awb");
        await blad.Ga($"/zaken/{gewoon}");
        var tekst = await Staat(blad, "besluiten", "Beslissen uiterlijk");
        Assert.DoesNotContain("verwacht", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("wangsom", tekst, StringComparison.Ordinal);
        await blad.Context.CloseAsync();

        // Who waits reads both, and no amount: nobody decided one yet.
        var eigen = await Portaal.Aangemeld(huis.Portaal, browser, wie: "Werkgever 4");
        await eigen.Ga($"/zaken/{gemeld}");
        await Staat(
            eigen,
            "nu",
            $"Ons besluit op uw aanvraag komt later. U krijgt het uiterlijk op {Datumtekst.Van(later)}.",
            "dan begint op die dag een dwangsom te lopen"
        );
        Assert.Equal(0, await eigen.Locator("section[aria-labelledby=besluiten]").CountAsync());
        await eigen.Context.CloseAsync();
        var ander = await Portaal.Aangemeld(huis.Portaal, browser, wie: "Werkgever 5");
        await ander.Ga($"/zaken/{loopt}");
        var nu = await Staat(ander, "nu", "loopt een dwangsom, tot ons besluit er is (artikel 4:17 Awb).");
        Assert.DoesNotContain("€", nu, StringComparison.Ordinal);
        await ander.Context.CloseAsync();

        await Vraag(gemeld, "ingebrekestelling/vervallenverklaring", new { reden = "Voor een andere zaak." });
        await Herinner(vandaag.PlusDays(-25), false, 100);
        await huis.Bijgewerkt();

        Task Vraag(string zaak, string wat, object inhoud) =>
            huis.Portaal.Gelukt(Werkhuis.Bas, HttpMethod.Post, $"/v1/aanvragen/{zaak}/{wat}", inhoud);

        Task Herinner(LocalDate op, bool geldt, long versie) =>
            huis.Portaal.Zeg(
                "aanvragen",
                "ingebrekestelling",
                loopt,
                new IngebrekestellingBericht(loopt, op, geldt, huis.Portaal.Nu, versie)
            );
    }

    [Fact]
    public async Task Three_clicks_do_one_thing()
    {
        var zaak = huis.Zaken[3];
        using var bas = new Bezoeker(huis.Portaal.Adres);
        using var aangemeld = await bas.MeldAan(Werkhuis.Bas, Lijst);
        foreach (var wat in (string[])["neem", "terug", "volledig", "neem", "wijs"])
        {
            // The list says who has it, which goes along.
            await huis.Bijgewerkt();
            await Klik(bas, Lijst, "bulk-zaken", ("zaak", zaak), ("wat", wat), ("aan", Werkhuis.Bea));
        }
        Assert.Equal(
            "aanvraag-ingediend,aanvraag-toegewezen,aanvraag-teruggegeven,aanvraag-volledig,aanvraag-toegewezen,aanvraag-toegewezen",
            await huis.Portaal.Voer($"select string_agg(type, ',' order by version) from aanvragen.mt_events where stream_id = '{zaak}'")
        );

        await Klik(bas, $"{Lijst}?wie=mij", "weergave-naam", ("naam", "Driemaal"));
        Assert.Equal(1L, await huis.Portaal.Voer("select count(*) from zaken.weergave where naam = 'Driemaal'"));
        await Klik(bas, Lijst, "weergave Driemaal");
        Assert.Equal(0L, await huis.Portaal.Voer("select count(*) from zaken.weergave where naam = 'Driemaal'"));

        var pad = $"{Lijst}/{zaak}/ingebrekestelling";
        await Klik(bas, pad, "ontvangst-ontvangenOp", ("ontvangenOp", Dag(0)));
        await huis.Bijgewerkt();
        await Klik(bas, pad, "verval-reden", ("reden", "Per ongeluk."));
        Assert.Equal(
            "ingebrekestelling-ontvangen,ingebrekestelling-vervallen",
            await huis.Portaal.Voer(
                $"select string_agg(type, ',' order by version) from aanvragen.mt_events where stream_id = '{zaak}' and type like 'ingebrekestelling%'"
            )
        );
        await huis.Bijgewerkt();
    }

    private async Task Klik(Bezoeker wie, string pad, string vorm, params (string Naam, string Waarde)[] getypt)
    {
        await huis.Bijgewerkt();
        using var blad = await wie.Haal(pad);
        var (naar, velden) = Bezoeker.Vorm(await blad.Content.ReadAsStringAsync(Ct), vorm, pad);
        var antwoorden = await wie.Driemaal(
            naar,
            () => new FormUrlEncodedContent([.. velden, .. getypt.Select(g => KeyValuePair.Create(g.Naam, g.Waarde))])
        );
        Assert.All(antwoorden, a => Assert.True(a is HttpStatusCode.Redirect or HttpStatusCode.OK, $"{naar}: {(int)a}"));
    }

    /// <summary>From where the keyboard is to the first thing of this kind after it.</summary>
    private static async Task Tab(IPage blad, string waar)
    {
        for (var i = 0; i < 400; i++)
        {
            await blad.Keyboard.PressAsync("Tab");
            if (await HeeftFocus(blad, waar))
            {
                return;
            }
        }
        Assert.Fail($"The keyboard does not come to {waar}.");
    }

    private static Task<bool> HeeftFocus(IPage blad, string waar) =>
        blad.EvaluateAsync<bool>("s => document.activeElement?.matches(s) === true", waar);

    private static async Task Kies(IPage blad, string zaak)
    {
        await Tab(blad, $"#kies-{zaak}");
        await blad.Keyboard.PressAsync("Space");
    }

    private static async Task Doe(IPage blad, string wat)
    {
        await Tab(blad, $"button[value={wat}]");
        await blad.Keyboard.PressAsync("Enter");
    }

    private static async Task Uitkomst(IPage blad, string kop)
    {
        await blad.GetByRole(AriaRole.Heading, new() { Name = kop, Exact = true }).WaitForAsync();
        await Assertions.Expect(blad.Locator("#uitkomst")).ToBeFocusedAsync();
    }

    private static ILocator Rij(IPage blad, string zaak) => blad.Locator($"tbody tr:has(a[href='/zaken/{zaak}'])");

    private static async Task<IReadOnlyList<string>> Merken(IPage blad, string zaak) =>
        await Rij(blad, zaak).Locator(".slim-stand").AllInnerTextsAsync();

    /// <summary>All of this, in the part of the page with this heading; gives what stands there.</summary>
    private static async Task<string> Staat(IPage blad, string kop, params string[] teksten)
    {
        var tekst = await blad.Locator($"section[aria-labelledby={kop}]").InnerTextAsync();
        Assert.All(teksten, t => Assert.Contains(t, tekst, StringComparison.Ordinal));
        return tekst;
    }

    private static Task<string> Wie(IPage blad, string zaak) => Rij(blad, zaak).Locator("td[data-kop=Wie]").InnerTextAsync();

    private static async Task<List<string>> Nummers(IPage blad) =>
        [.. await blad.Locator("tbody th a[href^='/zaken/']").AllInnerTextsAsync()];

    /// <summary>So many days from today as people write it.</summary>
    private string Dag(int over) =>
        Moment.Dag(huis.Portaal.Nu + Duration.FromDays(over)).ToString("d-M-uuuu", CultureInfo.InvariantCulture);
}
