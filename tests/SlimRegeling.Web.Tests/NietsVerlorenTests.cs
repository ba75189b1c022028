using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>What is typed stays, whatever happens between typing and saving.</summary>
public sealed class NietsVerlorenTests(Portaalhuis huis, Browser browser)
{
    [Fact]
    public async Task Two_browsers_in_one_draft_see_what_the_other_wrote_and_choose_per_field()
    {
        await huis.Tijdvak("2026-twee-mkb");
        var zaak = await huis.Concept("2026-twee-mkb", Portaalhuis.Volledig);
        var een = await Portaal.Aangemeld(huis, browser);
        var twee = await Portaal.Aangemeld(huis, browser);
        await een.Ga($"/aanvragen/{zaak}/plan");
        await twee.Ga($"/aanvragen/{zaak}/plan");

        await een.Locator("#v-plan-doelen").FillAsync("Doelen van een.");
        await een.Locator("#v-plan-aanpak").FillAsync("Aanpak van een.");
        await Portaal.Knop(een, "Opslaan en controleren");
        await twee.Locator("#v-plan-doelen").FillAsync("Doelen van twee.");
        await twee.Locator("#v-plan-evaluatie").FillAsync("Evaluatie van twee.");
        await Portaal.Knop(twee, "Opslaan en controleren");

        var tekst = await twee.Locator("main").InnerTextAsync();
        Assert.Contains("Dit is intussen gewijzigd", tekst, StringComparison.Ordinal);
        Assert.Contains("Doelen van een.", tekst, StringComparison.Ordinal);
        Assert.Contains("Doelen van twee.", tekst, StringComparison.Ordinal);
        Assert.Contains("Elders gewijzigd en overgenomen: Aanpak.", tekst, StringComparison.Ordinal);
        Assert.Equal(1, await twee.Locator("fieldset.slim-rij").CountAsync());
        await twee.Locator("#v-plan-doelen-hun").CheckAsync();
        await Portaal.Knop(twee, "Bewaar mijn keuze");
        await twee.WaitForURLAsync($"**/{zaak}");

        var plan = (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("plan");
        Assert.Equal("Doelen van een.", plan.GetProperty("doelen").GetString());
        Assert.Equal("Aanpak van een.", plan.GetProperty("aanpak").GetString());
        Assert.Equal("Evaluatie van twee.", plan.GetProperty("evaluatie").GetString());

        // What only one of them changed is told by its name.
        await een.Ga($"/aanvragen/{zaak}/plan");
        await twee.Ga($"/aanvragen/{zaak}/plan");
        await een.Locator("#v-plan-aanpak").FillAsync("Weer anders.");
        await Portaal.Knop(een, "Opslaan en controleren");
        await een.WaitForURLAsync($"**/{zaak}");
        await Portaal.Knop(twee, "Opslaan en controleren");
        await twee.WaitForURLAsync($"**/{zaak}");
        await Assertions.Expect(twee.Locator("main [role=status]").First).ToContainTextAsync("Elders gewijzigd en overgenomen: Aanpak.");
        await een.Context.CloseAsync();
        await twee.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_tabs_in_different_tasks_do_not_get_in_each_others_way()
    {
        await huis.Tijdvak("2026-taken-mkb");
        var zaak = await huis.Concept("2026-taken-mkb", Portaalhuis.Volledig);
        var een = await Portaal.Aangemeld(huis, browser);
        var twee = await een.Context.NewPageAsync();
        await een.Ga($"/aanvragen/{zaak}/plan");
        await twee.Ga($"/aanvragen/{zaak}/onderneming");
        await een.Locator("#v-plan-doelen").FillAsync("Nieuwe doelen.");
        await Portaal.Knop(een, "Opslaan en controleren");
        await twee.Locator("#v-onderneming-jaaromzet").FillAsync("2.000.000");
        await Portaal.Knop(twee, "Opslaan en controleren");
        await twee.WaitForURLAsync($"**/{zaak}");
        var concept = await huis.Lees($"/v1/aanvragen/{zaak}/concept");
        Assert.Equal("Nieuwe doelen.", concept.GetProperty("plan").GetProperty("doelen").GetString());
        Assert.Equal("2000000.00", concept.GetProperty("onderneming").GetProperty("jaaromzet").GetString());
        await een.Context.CloseAsync();
    }

    [Fact]
    public async Task A_session_that_ended_halfway_brings_back_what_was_typed()
    {
        await huis.Tijdvak("2026-sessie-mkb");
        var zaak = await huis.Concept("2026-sessie-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}/plan");
        await blad.Locator("#v-plan-doelen").FillAsync("Getypt vlak voor het einde.");
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await Portaal.Knop(blad, "Opslaan en controleren");
        Assert.DoesNotContain("Getypt", Uri.UnescapeDataString(blad.Url), StringComparison.Ordinal);
        await blad.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Ondernemer }).ClickAsync();
        await blad.WaitForURLAsync("**/plan");
        Assert.Contains("U was afgemeld", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Getypt vlak voor het einde.", await blad.Locator("#v-plan-doelen").InputValueAsync());
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.WaitForURLAsync($"**/{zaak}");
        var concept = await huis.Lees($"/v1/aanvragen/{zaak}/concept");
        Assert.Equal("Getypt vlak voor het einde.", concept.GetProperty("plan").GetProperty("doelen").GetString());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task With_script_one_signs_in_beside_the_page_and_it_saves_what_was_typed_by_itself()
    {
        await huis.Tijdvak("2026-ernaast-mkb");
        var zaak = await huis.Concept("2026-ernaast-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/plan");
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await blad.Locator("#v-plan-doelen").FillAsync("Getypt zonder sessie.");
        var stand = blad.Locator(".slim-bewaarstand");
        await Assertions.Expect(stand).ToContainTextAsync("Niet opgeslagen: u bent afgemeld.");
        await Portaal.IsBruikbaar(blad, "afgemeld-ernaast");

        var nieuw = await blad.Context.RunAndWaitForPageAsync(() =>
            blad.GetByRole(AriaRole.Link, new() { Name = "Meld u aan in een nieuw venster" }).ClickAsync()
        );
        await nieuw.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Ondernemer }).ClickAsync();
        await nieuw.WaitForURLAsync($"**/{zaak}/plan");
        await Assertions.Expect(stand).ToContainTextAsync("Opgeslagen om", new() { Timeout = 30_000 });
        Assert.Equal("Getypt zonder sessie.", await blad.Locator("#v-plan-doelen").InputValueAsync());
        Assert.Equal("Getypt zonder sessie.", await Doelen(zaak));
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_too_much_to_keep_is_said_and_what_was_saved_before_is_there()
    {
        await huis.Tijdvak("2026-teveel-mkb");
        var zaak = await huis.Concept("2026-teveel-mkb", Portaalhuis.Volledig);
        Assert.False(string.IsNullOrEmpty(await Doelen(zaak)));
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}/plan");
        await blad.Locator("#v-plan-doelen").FillAsync(new string('x', 500_001));
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await Portaal.Knop(blad, "Opslaan en controleren");
        Assert.Equal("Wat u typte is niet opgeslagen", await blad.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync());
        var tekst = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Wat tijdens het typen al was opgeslagen, staat er dan.", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("vorige pagina", tekst, StringComparison.Ordinal);
        await blad.GetByRole(AriaRole.Link, new() { Name = "Open de pagina opnieuw" }).ClickAsync();
        await blad.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Ondernemer }).ClickAsync();
        await blad.WaitForURLAsync($"**/{zaak}/plan");
        Assert.Equal(await Doelen(zaak), await blad.Locator("#v-plan-doelen").InputValueAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task It_saves_as_one_types_says_so_and_tries_again_when_the_connection_is_gone()
    {
        await huis.Tijdvak("2026-typt-mkb");
        var zaak = await huis.Concept("2026-typt-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/plan");
        var stand = blad.Locator(".slim-bewaarstand");
        await blad.Locator("#v-plan-doelen").PressSequentiallyAsync("Samen leren");
        await Assertions.Expect(stand).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"Opgeslagen om \d\d:\d\d:\d\d"));
        Assert.Equal("Samen leren", await Doelen(zaak));

        await blad.Context.SetOfflineAsync(true);
        await blad.Locator("#v-plan-doelen").PressSequentiallyAsync(" en groeien");
        await Assertions.Expect(stand).ToContainTextAsync("Niet opgeslagen: geen verbinding");
        await blad.Context.SetOfflineAsync(false);
        await Assertions.Expect(stand).ToContainTextAsync("Opgeslagen om", new() { Timeout = 20_000 });
        Assert.Equal("Samen leren en groeien", await Doelen(zaak));

        await blad.ReloadAsync();
        Assert.Equal("Samen leren en groeien", await blad.Locator("#v-plan-doelen").InputValueAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_cannot_be_right_is_told_at_its_place_while_one_types_and_the_rest_is_saved()
    {
        await huis.Tijdvak("2026-plek-mkb");
        var zaak = await huis.Concept("2026-plek-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/onderneming");
        await blad.Locator("#v-onderneming-jaaromzet").FillAsync("1.500.000");
        await blad.Locator("#v-onderneming-balanstotaal").FillAsync("weet ik niet");
        await Assertions.Expect(blad.Locator("#v-onderneming-balanstotaal-vanzelf")).ToBeVisibleAsync();
        await Assertions.Expect(blad.Locator(".slim-bewaarstand")).ToContainTextAsync("behalve wat hieronder niet klopt");
        var onderneming = (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("onderneming");
        Assert.Equal("1500000.00", onderneming.GetProperty("jaaromzet").GetString());
        Assert.Empty(await Axe.Gebreken(blad));
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_row_that_a_colleague_added_stays_while_ones_own_page_saves_by_itself()
    {
        await huis.Tijdvak("2026-collega-mkb");
        var zaak = await huis.Concept("2026-collega-mkb", Portaalhuis.Volledig);
        var een = await Portaal.Aangemeld(huis, browser, scripts: true);
        var twee = await Portaal.Aangemeld(huis, browser);
        await een.Ga($"/aanvragen/{zaak}/activiteiten");
        await twee.Ga($"/aanvragen/{zaak}/activiteiten");
        await Portaal.Knop(twee, "Activiteit toevoegen");
        await twee.Locator("#v-activiteiten-1-soort-1").CheckAsync();
        await twee.Locator("#v-activiteiten-1-trajecten").FillAsync("3");
        await twee.Locator("#v-activiteiten-0-overigeExterneKosten").FillAsync("150,00");
        await Portaal.Knop(twee, "Opslaan en later verder");
        await twee.WaitForURLAsync($"**/{zaak}");

        var stand = een.Locator(".slim-bewaarstand");
        var (gezegd, overig) = (een.Locator("#meldingen"), een.Locator("#v-activiteiten-0-overigeExterneKosten"));
        foreach (var uren in (string[])["81", "82", "83"])
        {
            await een.Locator("#v-activiteiten-0-externeUren-0-uren").FillAsync(uren);
            await Assertions.Expect(stand).ToContainTextAsync("Nog niet opgeslagen");
            await Assertions.Expect(stand).ToContainTextAsync("Opgeslagen om");
            var bewaard = (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("activiteiten");
            Assert.Equal(uren, bewaard[0].GetProperty("externeUren")[0].GetProperty("uren").ToString());
            Assert.Equal("150.00", bewaard[0].GetProperty("overigeExterneKosten").GetString());
            Assert.Equal(2, bewaard.GetArrayLength());
            Assert.Equal(3, bewaard[1].GetProperty("trajecten").GetInt32());
            if (uren == "81")
            {
                // Which fields, once; and at the field that is here.
                await Assertions.Expect(gezegd).ToContainTextAsync("Elders gewijzigd en overgenomen: Activiteit 1, Andere externe kosten");
                await Assertions.Expect(gezegd).ToContainTextAsync("Activiteit 2, ");
                await Assertions.Expect(overig).ToHaveValueAsync("150,00");
                await Assertions.Expect(een.Locator("#v-activiteiten-0-overigeExterneKosten-elders")).ToBeVisibleAsync();
                Assert.Contains("-elders", await overig.GetAttributeAsync("aria-describedby"), StringComparison.Ordinal);
                await Portaal.IsBruikbaar(een, "elders-gewijzigd");
            }
            else
            {
                await Assertions.Expect(gezegd).Not.ToContainTextAsync("Elders gewijzigd");
            }
        }
        await Portaal.Knop(een, "Opslaan en later verder");
        await een.WaitForURLAsync($"**/{zaak}");
        Assert.Equal(2, (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("activiteiten").GetArrayLength());
        await een.Context.CloseAsync();
        await twee.Context.CloseAsync();
    }

    private async Task<string?> Doelen(string zaak) =>
        (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("plan").GetProperty("doelen").GetString();
}
