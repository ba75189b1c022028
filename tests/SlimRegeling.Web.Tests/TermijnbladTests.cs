using System.Globalization;
using Microsoft.Playwright;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Pages.Werk;
using static SlimRegeling.Web.Tests.KnoppenTests;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// After the award: by when a decision must be there, what was told of it and what it costs to be late, for who works on it and for who waits; and what a
/// recipient told that nobody read.
/// </summary>
public sealed class TermijnbladTests(Portaalhuis huis, Browser browser)
{
    [Fact]
    public async Task Of_a_settlement_and_a_change_that_come_later_stands_what_was_told_and_what_is_owed()
    {
        const string Tijdvak = "2026-telaat-mkb";
        const string Wie = "termijnlezer";
        const string Naam = "Tess Termijn";
        const string Kvk = "94000007";
        huis.Registreer(Wie, Naam, Kvk);
        await huis.Ingeschreven(Wie, Naam, Kvk);
        var zaak = await Werkzaak.Ingediend(huis, Tijdvak, wie: Wie);
        await Vaststelzaak.Verleen(huis, zaak, Tijdvak, "slim-2024", "aanvraag");
        var (nu, vandaag, wijziging) = (huis.Nu, Moment.Dag(huis.Nu), $"{zaak}-W1");
        var (later, ontvangen) = (vandaag.PlusDays(20), vandaag.PlusDays(-25));
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);
        await blad.Ga($"/zaken/{zaak}");
        // Nothing was asked yet.
        Assert.Equal(0, await blad.Locator("section[aria-labelledby=besluiten]").CountAsync());

        await Zeg("vaststelling", "declaratie-ingediend", new DeclaratieIngediendBericht(zaak, 6, 9_683.20m, nu));
        await Zeg(
            "vaststelling",
            "vaststelling-vertraagd",
            new VaststellingVertraagdBericht(zaak, Kvk, "slim-2024", vandaag.PlusDays(-30), later, nu, 97)
        );
        await Zeg(
            "vaststelling",
            "vaststelling-ingebrekestelling",
            new VaststellingIngebrekestellingBericht(zaak, ontvangen, true, nu, 98)
        );
        await Zeg("verlening", "wijziging-gevraagd", new WijzigingGevraagdBericht(zaak, wijziging, Kvk, "plan", vandaag.PlusDays(3), nu));
        await Zeg(
            "verlening",
            "wijziging-vertraagd",
            new WijzigingVertraagdBericht(zaak, wijziging, Kvk, "slim-2024", vandaag.PlusDays(3), later, nu)
        );
        await huis.Bijgewerkt();

        await blad.Ga($"/beheer/werk?tijdvak={Tijdvak}");
        Assert.Equal(["Later gemeld", "Dwangsom"], await Rij(blad, zaak).Locator(".slim-stand").AllInnerTextsAsync());
        Assert.Contains(
            $"De aanvrager verwacht de vaststelling uiterlijk op {Datumtekst.Van(later)}",
            await Rij(blad, zaak).InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(1, await Rij(blad, zaak).Locator($"a[href='/beheer/zaken/{zaak}/vaststelling#ingebreke']").CountAsync());
        Assert.Equal(0, await Rij(blad, zaak).GetByText("Melding niet gelezen").CountAsync());
        await Portaal.IsBruikbaar(blad, "werk-vaststelling-later");
        await blad.Ga($"/zaken/{zaak}");
        var besluiten = await blad.Locator("section[aria-labelledby=besluiten]").InnerTextAsync();
        foreach (
            var deel in (string[])
                [
                    "Vaststelling van de subsidie",
                    $"Besluit op wijziging {wijziging}",
                    "artikel 4:14, eerste lid, Awb",
                    "artikel 4:14, derde lid, Awb",
                    $"In gebreke gesteld op {Datumtekst.Van(ontvangen)}. De dwangsom is tot nu toe",
                    "artikel 4:17, derde lid, Awb",
                    "artikel 4:18 Awb",
                ]
        )
        {
            Assert.Contains(deel, besluiten, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Besluit op de aanvraag", besluiten, StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "zaak-vaststelling-later");
        await blad.Context.CloseAsync();

        var eigen = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Naam);
        await eigen.Ga($"/zaken/{zaak}");
        var tekst = await eigen.Locator("section[aria-labelledby=nu]").InnerTextAsync();
        foreach (
            var zin in (string[])
                [
                    $"Wij stellen uw subsidie later vast. U krijgt het besluit uiterlijk op {Datumtekst.Van(later)}.",
                    $"Wij ontvingen op {Datumtekst.Van(ontvangen)} uw brief dat de vaststelling van uw subsidie te laat is.",
                    "loopt een dwangsom, tot ons besluit er is (artikel 4:17 Awb).",
                    $"Ons besluit op uw verzoek {wijziging} komt later. U krijgt het uiterlijk op {Datumtekst.Van(later)}.",
                ]
        )
        {
            Assert.Contains(zin, tekst, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("U moest ons", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("€", tekst, StringComparison.Ordinal);
        await eigen.Ga("/taal/en");
        await eigen.Ga($"/zaken/{zaak}");
        Assert.Contains("We settle your subsidy later.", await eigen.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(eigen, "zaak-later-engels");
        await eigen.Context.CloseAsync();

        Task Zeg(string context, string soort, object bericht) => huis.Zeg(context, soort, zaak, bericht);
    }

    [Fact]
    public async Task What_a_recipient_told_is_marked_in_the_list_until_an_assessor_has_read_it()
    {
        const string Tijdvak = "2026-melder-mkb";
        const string Lijst = $"/beheer/werk?tijdvak={Tijdvak}";
        var zaak = await Projectzaak.Verleend(huis, Tijdvak, "melder", "Mels Melder", "94000008");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);
        await huis.Bijgewerkt();
        await blad.Ga(Lijst);
        Assert.Equal(0, await Melding(blad, zaak).CountAsync());

        await huis.Gelukt("melder", HttpMethod.Post, $"/v1/aanvragen/{zaak}/meldingen", new { tekst = "De adviseur begint later." });
        await huis.Bijgewerkt();
        await blad.Ga($"{Lijst}&fase=melding");
        await Portaal.IsBruikbaar(blad, "werk-melding");
        await Melding(blad, zaak).ClickAsync();
        await blad.WaitForURLAsync($"**/zaken/{zaak}#meldingen");
        await Assertions.Expect(blad.Locator("section[aria-labelledby=meldingen]")).ToContainTextAsync("De adviseur begint later.");
        await Portaal.IsBruikbaar(blad, "zaak-melding");
        await Portaal.Knop(blad, "Ik heb deze meldingen gelezen");
        await blad.GetByText("De meldingen staan niet meer in het werk.").WaitForAsync();
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Ik heb deze meldingen gelezen" }).CountAsync());

        await huis.Bijgewerkt();
        await blad.Ga($"{Lijst}&fase=melding");
        await blad.GetByText("Er is geen zaak die hierbij past.").WaitForAsync();
        await blad.Ga(Lijst);
        Assert.Equal(1, await Rij(blad, zaak).CountAsync());
        Assert.Equal(0, await Melding(blad, zaak).CountAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_asked_for_a_change_and_who_decides_read_that_it_comes_later()
    {
        const string Wie = "uitgestelde";
        var zaak = await Projectzaak.Verleend(huis, "2026-uitgesteld-mkb", Wie, "Udo Uitgesteld", "94000009");
        var later = Moment.Dag(huis.Nu).PlusDays(80);
        var (vragen, beslissen) = ($"/aanvragen/{zaak}/wijzigingen", $"/beheer/zaken/{zaak}/wijzigingen");
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/verleningen/{zaak}/wijzigingen", new { soort = "plan", reden = "Andere volgorde." });
        using var eigen = await Als(huis.Adres, Wie);
        using var bas = await Als(huis.Adres, "beoordelaar");
        Assert.DoesNotContain("Ons besluit komt later.", await Lees(eigen, vragen), StringComparison.Ordinal);
        Assert.DoesNotContain("De ontvanger verwacht", await Lees(bas, beslissen), StringComparison.Ordinal);

        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/verleningen/{zaak}/wijzigingen/1/vertraging", Verwacht(later));

        Assert.Contains(
            $"Ons besluit komt later. Wij beslissen uiterlijk op {Datumtekst.Van(later)}.",
            await Lees(eigen, vragen),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"De ontvanger verwacht het besluit uiterlijk</dt><dd>{Datumtekst.Van(later)}",
            await Lees(bas, beslissen),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_asked_for_the_settlement_reads_with_the_project_that_it_comes_later()
    {
        const string Gemeld = "Wij meldden dat het later wordt, uiterlijk op</dt><dd>";
        var zaak = await Vaststelzaak.Gedeclareerd(huis, "2026-projectlater-mkb");
        var kvk = (await huis.Gelukt("beoordelaar", HttpMethod.Get, $"/v1/aanvragen/{zaak}")).GetProperty("kvkNummer").GetString()!;
        var uiterlijk = (await Vaststelzaak.Stand(huis, zaak)).GetProperty("vaststellenUiterlijk").GetString()!;
        var later = LocalDatePattern.Iso.Parse(uiterlijk).Value.PlusDays(9);
        // By the number that the enterprise was given.
        var wie = string.Create(CultureInfo.InvariantCulture, $"onderneming-{int.Parse(kvk[2..], CultureInfo.InvariantCulture)}");
        using var eigen = await Als(huis.Adres, wie);
        var pad = $"/aanvragen/{zaak}/verantwoorden";
        Assert.DoesNotContain(Gemeld, await Lees(eigen, pad), StringComparison.Ordinal);

        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/verantwoordingen/{zaak}/vertraging", Verwacht(later));

        Assert.Contains($"{Gemeld}{Datumtekst.Van(later)}", await Lees(eigen, pad), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reminder_leads_to_where_what_it_is_about_is_decided()
    {
        const string Zaak = "SLIM-000000000A";
        Assert.Equal(($"/beheer/werk/{Zaak}/ingebrekestelling", $"van zaak {Zaak}"), Werkkeuzes.Ingebrekestelling(Zaak, new()));
        Assert.Equal(
            ($"/beheer/zaken/{Zaak}/vaststelling#ingebreke", $"over de vaststelling van zaak {Zaak}"),
            Werkkeuzes.Ingebrekestelling(Zaak, new() { Vaststelling = true })
        );
        Assert.Equal(
            ($"/beheer/zaken/{Zaak}/wijzigingen", $"over wijziging {Zaak}-W1"),
            Werkkeuzes.Ingebrekestelling(Zaak, new() { Wijziging = $"{Zaak}-W1" })
        );
        Assert.Equal(
            ($"/beheer/bezwaren/{Zaak}-Z1#ingebreke", $"bij bezwaar {Zaak}-Z1"),
            Werkkeuzes.Ingebrekestelling(Zaak, new() { Bezwaar = $"{Zaak}-Z1" })
        );
    }

    private static object Verwacht(LocalDate dag) => new { verwachtOp = LocalDatePattern.Iso.Format(dag) };

    private static async Task<string> Lees(Bezoeker wie, string pad)
    {
        using var blad = await wie.Haal(pad);
        return await blad.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static ILocator Rij(IPage blad, string zaak) => blad.Locator($"tbody tr:has(a[href='/zaken/{zaak}'])");

    private static ILocator Melding(IPage blad, string zaak) => Rij(blad, zaak).Locator($"a[href='/zaken/{zaak}#meldingen']");
}
