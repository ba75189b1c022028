using System.Globalization;
using Microsoft.Playwright;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>An award in its project: a change is asked and taken back, a progress report given, and what is meant to be withdrawn answered.</summary>
public sealed class ProjectbladTests(Portaalhuis huis, Browser browser)
{
    [Fact]
    public async Task More_time_is_asked_with_a_reason_kept_while_one_types_and_taken_back()
    {
        var zaak = await Projectzaak.Verleend(huis, "2026-wijziging-mkb", "wijziger", "Wout Wijziger", "94000003");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Wout Wijziger");
        await blad.Ga($"/aanvragen/{zaak}/verantwoorden");
        Assert.Contains("Versie 1: Zoals eerst verleend", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "project");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Een wijziging vragen of bekijken" }).ClickAsync();
        await blad.GetByRole(AriaRole.Link, new() { Name = "Meer tijd" }).ClickAsync();
        await blad.WaitForURLAsync("**/wijzigingen/uitstel");
        await blad.Locator("#v-reden").FillAsync("De adviseur is ziek.");
        await Assertions.Expect(blad.Locator(".slim-bewaarstand")).ToContainTextAsync("nog niet verstuurd");
        await blad.ReloadAsync();
        await Assertions.Expect(blad.Locator("#v-reden")).ToHaveValueAsync("De adviseur is ziek.");

        // What the API refuses stands at its field.
        await blad.Locator("#v-nieuwEinde").FillAsync("31-12-2099");
        await Portaal.Knop(blad, "Verstuur het verzoek");
        await Assertions.Expect(blad.Locator("#v-nieuwEinde-fout")).ToContainTextAsync("niet verder worden verlengd");
        await Portaal.IsBruikbaar(blad, "wijziging-fout");
        var beeld = await huis.Gelukt("wijziger", HttpMethod.Get, $"/v1/verleningen/{zaak}/wijzigingen");
        await blad.Locator("#v-nieuwEinde").FillAsync(beeld.GetProperty("uitersteEinde").GetString()!);
        await Portaal.Knop(blad, "Verstuur het verzoek");
        await blad.WaitForURLAsync("**/wijzigingen");
        await blad.GetByText("Wacht op ons besluit").WaitForAsync();
        await Portaal.IsBruikbaar(blad, "wijzigingen");
        await Portaal.Knop(blad, "Trek dit verzoek in");
        await blad.GetByText("Uw verzoek is ingetrokken.").WaitForAsync();
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Another_budget_is_asked_beside_what_each_activity_weighs_now()
    {
        var zaak = await Projectzaak.Verleend(huis, "2026-begroting-mkb", "begroter", "Bo Begroter", "94000005");
        var delen = (await huis.Gelukt("begroter", HttpMethod.Get, $"/v1/verleningen/{zaak}/wijzigingen"))
            .GetProperty("aandelen")
            .EnumerateArray()
            .Select(d => (Code: d.GetProperty("code").GetString(), Bedrag: d.GetProperty("bedrag").GetString()!))
            .ToList();
        Assert.NotEmpty(delen);
        var samen = Weergave.Bedrag(delen.Sum(d => decimal.Parse(d.Bedrag, CultureInfo.InvariantCulture)));
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Bo Begroter");
        await blad.Ga($"/aanvragen/{zaak}/wijzigingen/begroting");
        foreach (var (code, bedrag) in delen)
        {
            await Assertions
                .Expect(blad.Locator($"#v-aandeel-{code}-uitleg"))
                .ToHaveTextAsync(
                    $"Nu {Weergave.Bedrag(bedrag)}. Samen blijft het {samen}. Schuift u alleen binnen een activiteit, laat deze bedragen dan leeg."
                );
        }
        await Portaal.IsBruikbaar(blad, "wijziging-begroting");

        // What comes to another sum is refused at the fields that say what it is now.
        foreach (var (code, _) in delen)
        {
            await blad.Locator($"#v-aandeel-{code}").FillAsync("1,00");
        }
        await blad.Locator("#v-reden").FillAsync("De adviseur werd duurder.");
        await Portaal.Knop(blad, "Verstuur het verzoek");
        await Assertions.Expect(blad.Locator($"#v-aandeel-{delen[0].Code}-fout")).ToContainTextAsync("Samen blijft het");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_partnership_sends_its_progress_report_with_the_file()
    {
        var zaak = await Projectzaak.Gehoord(huis, "2026-voortgang-mkb", Projectzaak.Verband);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/verantwoorden");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Stuur uw voortgangsverslag" }).ClickAsync();
        await blad.WaitForURLAsync("**/voortgang");
        await Assertions
            .Expect(blad.Locator("main"))
            .ToContainTextAsync("Maak dit verslag op het model van de minister. Waar u het vindt:");
        await Portaal.Knop(blad, "Verstuur het verslag");
        Assert.Equal(2, await blad.Locator("#fouten li").CountAsync());
        await Portaal.IsBruikbaar(blad, "voortgang-fout");
        await blad.Locator("#v-toelichting").FillAsync("Wij zijn op de helft.");
        await blad.Locator("#bestand").SetInputFilesAsync(Projectzaak.Bestand("verslag.pdf", Proefpdf.Van("verslag")));
        await Portaal.Knop(blad, "Verstuur het verslag");
        // The file is examined and heard of first, and stays ticked.
        await huis.Stil();
        if (blad.Url.EndsWith("/voortgang", StringComparison.Ordinal))
        {
            await Assertions.Expect(blad.Locator("#stuk-0")).ToBeCheckedAsync();
            await Portaal.Knop(blad, "Verstuur het verslag");
        }
        await blad.WaitForURLAsync("**/verantwoorden");
        var verslag = (await huis.Lees($"/v1/verantwoordingen/{zaak}/voortgang")).GetProperty("verslag");
        Assert.Equal("Wij zijn op de helft.", verslag.GetProperty("toelichting").GetString());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_meant_to_be_withdrawn_is_read_and_answered()
    {
        var zaak = await Projectzaak.Verleend(huis, "2026-zienswijze-mkb", "reageerder", "Rosa Reageerder", "94000004");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Rosa Reageerder");
        await blad.Ga($"/aanvragen/{zaak}/zienswijze");
        Assert.Contains("U hoeft niets te doen", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Projectzaak.Voorgenomen(huis, zaak);

        await blad.Ga($"/aanvragen/{zaak}/verantwoorden");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Lees waarom en geef uw reactie" }).ClickAsync();
        await blad.WaitForURLAsync("**/zienswijze");
        Assert.Contains("De methode is er niet.", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.Knop(blad, "Verstuur uw reactie");
        await Assertions.Expect(blad.Locator("#tekst-fout")).ToBeVisibleAsync();
        await Portaal.IsBruikbaar(blad, "zienswijze-fout");
        await blad.Locator("#tekst").FillAsync("Wij zijn later begonnen.");
        await Portaal.Knop(blad, "Verstuur uw reactie");
        await blad.WaitForURLAsync("**/verantwoorden");
        await blad.Ga($"/aanvragen/{zaak}/zienswijze");
        Assert.Contains("Wij zijn later begonnen.", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }
}
