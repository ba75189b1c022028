using System.Text.Json;
using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>Each check of the rules shows at its field as soon as it can be known, and goes away when it is mended.</summary>
public sealed class MeldingenTests(Portaalhuis huis, Browser browser)
{
    private const string Begroot = """
        {"onderneming":{"naam":"De Troffel","werkzamePersonen":12.5,"jaaromzet":"1500000.00","balanstotaal":"800000.00","sbiCodes":["4321"]},
         "activiteiten":[{"soort":"A","externeUren":[{"uren":10,"uurtarief":"150.00"}]}]}
        """;

    private const string TeGroot = """
        {"onderneming":{"werkzamePersonen":300},"activiteiten":[{"soort":"A","overigeExterneKosten":"1000.00"}]}
        """;

    [Fact]
    public async Task Two_mistakes_show_at_their_fields_while_one_types_and_go_when_they_are_mended()
    {
        await huis.Tijdvak("2026-punten-mkb");
        var zaak = await huis.Concept("2026-punten-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/onderneming");
        var (personen, balans) = (blad.Locator("#v-onderneming-werkzamePersonen"), blad.Locator("#v-onderneming-balanstotaal"));
        await personen.FillAsync("300");
        await balans.FillAsync("weet ik niet");
        var fouten = blad.Locator("p[data-fout]");
        await Assertions.Expect(fouten).ToHaveCountAsync(2);
        await Assertions.Expect(blad.Locator("[data-fout='onderneming.werkzamePersonen']")).ToContainTextAsync("te groot");
        await Assertions.Expect(personen).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Contains(
            "v-onderneming-werkzamePersonen-vanzelf",
            await personen.GetAttributeAsync("aria-describedby"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "v-onderneming-werkzamePersonen-uitleg",
            await personen.GetAttributeAsync("aria-describedby"),
            StringComparison.Ordinal
        );
        // One stays where one types, and a screen reader hears it.
        await Assertions.Expect(balans).ToBeFocusedAsync();
        await Assertions.Expect(blad.Locator("#meldingen[role=status]")).ToContainTextAsync("Balanstotaal:");
        // What one did not come to is not missing yet.
        Assert.Equal(0, await blad.Locator("[data-fout='onderneming.jaaromzet']").CountAsync());
        await Portaal.IsBruikbaar(blad, "melding-fouten");

        await personen.FillAsync("12,5");
        await Assertions.Expect(fouten).ToHaveCountAsync(1);
        await Assertions.Expect(personen).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await balans.FillAsync("800000");
        await Assertions.Expect(fouten).ToHaveCountAsync(0);
        await Assertions.Expect(blad.Locator("#meldingen")).ToContainTextAsync("opgelost");
        await Assertions.Expect(balans).ToBeFocusedAsync();
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_page_told_of_a_mistake_goes_when_it_is_mended_and_what_is_missing_stays()
    {
        await huis.Tijdvak("2026-hersteld-mkb");
        var zaak = await huis.Concept("2026-hersteld-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/onderneming");
        await blad.Locator("#v-onderneming-balanstotaal").FillAsync("veel");
        await Portaal.Knop(blad, "Opslaan en controleren");
        await Assertions.Expect(blad.Locator("#v-onderneming-balanstotaal-fout")).ToBeVisibleAsync();
        var lijst = blad.Locator("#fouten li");
        await Assertions.Expect(lijst.And(blad.Locator("[data-plaats-van='onderneming.balanstotaal']"))).ToHaveCountAsync(1);
        await blad.Locator("#v-onderneming-balanstotaal").FillAsync("800000");
        await Assertions.Expect(blad.Locator("#v-onderneming-balanstotaal-fout")).ToHaveCountAsync(0);
        await Assertions.Expect(lijst.And(blad.Locator("[data-plaats-van='onderneming.balanstotaal']"))).ToHaveCountAsync(0);
        await Assertions.Expect(lijst.And(blad.Locator("[data-plaats-van='onderneming.jaaromzet']"))).ToHaveCountAsync(1);
        await Assertions.Expect(blad.Locator("#v-onderneming-jaaromzet-fout")).ToBeVisibleAsync();
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Points_of_attention_show_at_their_place_and_the_amount_moves_with_each_save()
    {
        await huis.Tijdvak("2026-bedrag-mkb");
        var zaak = await huis.Concept("2026-bedrag-mkb", Begroot);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/activiteiten");
        var (uren, tarief) = (
            blad.Locator("#v-activiteiten-0-externeUren-0-uren"),
            blad.Locator("#v-activiteiten-0-externeUren-0-uurtarief")
        );
        var boven = blad.Locator("[data-punt='activiteiten[0].externeUren[0].uurtarief']");
        var minimum = blad.Locator("[data-punt='activiteiten']");
        await Assertions.Expect(boven).ToContainTextAsync("135,00");
        Assert.Contains("-letop-0", await tarief.GetAttributeAsync("aria-describedby"), StringComparison.Ordinal);
        await Assertions.Expect(minimum).ToContainTextAsync("ten minste");
        await Assertions.Expect(minimum).ToContainTextAsync("artikel 2.4");
        await Assertions.Expect(Bedrag(blad, "kosten")).ToHaveTextAsync("€\u00a01.552,50");
        await Portaal.IsBruikbaar(blad, "melding-punten");

        await tarief.FillAsync("125");
        await Assertions.Expect(boven).ToHaveCountAsync(0);
        await Assertions.Expect(Bedrag(blad, "kosten")).ToHaveTextAsync("€\u00a01.437,50");
        await uren.FillAsync("80");
        await Assertions.Expect(minimum).ToHaveCountAsync(0);
        await Assertions.Expect(Bedrag(blad, "subsidie")).ToHaveTextAsync("€\u00a06.900,00");
        await Assertions.Expect(blad.Locator("#meldingen")).ToContainTextAsync("Subsidie nu €\u00a06.900,00.");
        await Assertions.Expect(uren).ToBeFocusedAsync();
        var uitleg = blad.Locator("#opbrengst tbody tr").Filter(new() { HasText = "artikel" }).Or(blad.Locator("#opbrengst tbody tr"));
        await Assertions.Expect(uitleg.First).ToContainTextAsync("2.14");
        await tarief.FillAsync("150");
        await Assertions.Expect(boven).ToHaveCountAsync(1);
        await Assertions.Expect(blad.Locator("#meldingen")).ToContainTextAsync("Uurtarief:");
        await Assertions.Expect(Bedrag(blad, "subsidie")).ToHaveTextAsync("€\u00a07.452,00");

        await blad.Ga($"/aanvragen/{zaak}");
        await Assertions.Expect(Bedrag(blad, "subsidie")).ToHaveTextAsync("€\u00a07.452,00");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Costs_show_before_the_size_is_known_and_the_place_counts_rows_as_the_page_does()
    {
        await huis.Tijdvak("2026-alleen-mkb");
        var zaak = await huis.Concept("2026-alleen-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/activiteiten");
        await Portaal.Knop(blad, "Activiteit toevoegen");
        // The first row stays empty, and is not saved.
        await blad.Locator("#v-activiteiten-1-soort-0").CheckAsync();
        await blad.Locator("#v-activiteiten-1-externeUren-erbij").ClickAsync();
        await blad.Locator("#v-activiteiten-1-externeUren-0-uren").FillAsync("10");
        await blad.Locator("#v-activiteiten-1-externeUren-0-uurtarief").FillAsync("150");
        await Assertions.Expect(blad.Locator("[data-punt='activiteiten[1].externeUren[0].uurtarief']")).ToHaveCountAsync(1);
        await Assertions.Expect(Bedrag(blad, "kosten")).ToHaveTextAsync("€\u00a01.552,50");
        await Assertions.Expect(Bedrag(blad, "subsidie")).ToBeHiddenAsync();
        await Assertions.Expect(blad.Locator("#opbrengst")).ToContainTextAsync("zodra ook is ingevuld hoe groot u bent");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_it_shows_after_saving_in_the_task_and_in_the_list()
    {
        await huis.Tijdvak("2026-stil-mkb");
        var zaak = await huis.Concept("2026-stil-mkb", TeGroot);
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}");
        await Assertions.Expect(blad.Locator("#punten-onderneming")).ToContainTextAsync("te groot");
        await Assertions.Expect(blad.Locator("#punten-onderneming")).ToContainTextAsync("Nog in te vullen: Jaaromzet, Balanstotaal");
        await Assertions.Expect(blad.Locator("#punten-activiteiten")).ToContainTextAsync("Nog 1 punt:");
        await Assertions.Expect(blad.Locator("#punten-activiteiten")).ToContainTextAsync("ten minste");
        Assert.Equal(0, await blad.Locator("#punten-plan").CountAsync());
        await Assertions.Expect(Bedrag(blad, "kosten")).ToHaveTextAsync("€\u00a01.150,00");

        // Who looks sees it at the field; nobody is led to a list of mistakes.
        await blad.Locator("#punten-onderneming a").First.ClickAsync();
        await blad.WaitForURLAsync("**/onderneming#v-onderneming-werkzamePersonen");
        await Assertions.Expect(blad.Locator("#v-onderneming-werkzamePersonen-fout")).ToContainTextAsync("te groot");
        Assert.Equal(0, await blad.Locator("#fouten").CountAsync());
        await blad.Locator("#v-onderneming-werkzamePersonen").FillAsync("30");
        await blad.Locator("#v-onderneming-balanstotaal").FillAsync("veel");
        await Portaal.Knop(blad, "Opslaan en controleren");
        await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync();
        Assert.Equal(0, await blad.Locator("#v-onderneming-werkzamePersonen-fout").CountAsync());
        await Assertions.Expect(blad.Locator("#v-onderneming-balanstotaal-fout")).ToBeVisibleAsync();

        await blad.Ga($"/aanvragen/{zaak}/activiteiten");
        await Assertions.Expect(blad.Locator("[data-punt='activiteiten']")).ToContainTextAsync("ten minste");
        await blad.Locator("#v-activiteiten-0-overigeExterneKosten").FillAsync("10000");
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.WaitForURLAsync($"**/{zaak}");
        Assert.Equal(0, await blad.Locator("#punten-activiteiten").CountAsync());
        await Assertions.Expect(Bedrag(blad, "kosten")).ToHaveTextAsync("€\u00a011.500,00");
        var concept = await huis.Lees($"/v1/aanvragen/{zaak}/concept");
        Assert.Equal(
            JsonValueKind.Undefined,
            concept.GetProperty("onderneming").TryGetProperty("balanstotaal", out var b) ? b.ValueKind : default
        );
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_list_with_what_remains_can_be_used_by_everyone_in_two_languages()
    {
        await huis.Tijdvak("2026-lijst-mkb");
        var zaak = await huis.Concept("2026-lijst-mkb", TeGroot);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}");
        await Portaal.IsBruikbaar(blad, "melding-taken");
        await blad.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(blad.Locator("#punten-activiteiten")).ToContainTextAsync("1 point to go:");
        await blad.Ga($"/aanvragen/{zaak}/activiteiten");
        await blad.Locator("#v-activiteiten-0-overigeExterneKosten").FillAsync("2000");
        await Assertions.Expect(blad.Locator("#meldingen")).ToContainTextAsync("Costs that count now €\u00a02.300,00.");
        await Portaal.IsBruikbaar(blad, "melding-engels");
        await blad.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_amount_that_can_mean_two_things_is_asked_and_one_click_answers(bool scripts)
    {
        var tijdvak = await huis.Tijdvak($"2026-vraag-{(scripts ? "met" : "zonder")}-mkb");
        var zaak = await huis.Concept(tijdvak);
        var blad = await Portaal.Aangemeld(huis, browser, scripts);
        await blad.Ga($"/aanvragen/{zaak}/onderneming");
        var omzet = blad.Locator("#v-onderneming-jaaromzet");
        await omzet.FillAsync("1.500");
        if (!scripts)
        {
            await Portaal.Knop(blad, "Opslaan en controleren");
        }
        var knoppen = blad.Locator(".slim-veld:has(#v-onderneming-jaaromzet) .slim-lezingen button");
        await Assertions.Expect(knoppen).ToHaveTextAsync(["Ik bedoel €\u00a01.500,00", "Ik bedoel €\u00a01,50"]);
        await Assertions.Expect(blad.Locator("[data-fout='onderneming.jaaromzet']")).ToContainTextAsync("Bedoelt u");
        if (scripts)
        {
            await Portaal.IsBruikbaar(blad, "melding-vraag");
        }
        await knoppen.First.ClickAsync();
        await Assertions.Expect(omzet).ToHaveValueAsync("1.500,00");
        await Assertions.Expect(knoppen).ToHaveCountAsync(0);
        var onderneming = (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("onderneming");
        Assert.Equal("1500.00", onderneming.GetProperty("jaaromzet").GetString());
        await blad.Context.CloseAsync();
    }

    private static ILocator Bedrag(IPage blad, string deel) => blad.Locator($"#opbrengst [data-deel='{deel}'] dd");
}
