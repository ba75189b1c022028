using System.Text.Json;
using Microsoft.Playwright;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>Two assessors in one assessment: who saves second is told by whom, who no longer has the case is told who has it, and no text is lost.</summary>
public sealed class BeoordeelsamenTests(Portaalhuis huis, Browser browser)
{
    private const string Bas = "beoordelaar";

    [Fact]
    public async Task Who_saves_second_is_told_by_whom_and_what_keeps_what_was_typed_and_decides()
    {
        const string Bea = "bea-samen";
        await Werkzaak.Collega(huis, Bea, "Bea van Samen", Rol.Beoordelaar);
        var zaak = await Werkzaak.Klaar(huis, "2026-tweede-mkb");
        var tweede = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        await tweede.Ga($"/beheer/zaken/{zaak}/beoordeling");
        // Bea takes the case, writes, and gives it back, while Bas has it open.
        await Neem(Bea, zaak, van: Bas);
        var eerste = await Portaal.Aangemeld(huis, browser, wie: "Bea van Samen");
        await eerste.Ga($"/beheer/zaken/{zaak}/beoordeling");
        await Oordeel(eerste, "niet-haalbaar", "Er is geen planning.");
        await Oordeel(eerste, "evaluatie-ongeschikt", "De evaluatie meet niets.");
        await Bewaar(eerste);
        await Assertions.Expect(eerste.Locator("[role=status]")).ToContainTextAsync("Bewaard om");
        await Neem(Bas, zaak, van: Bea);

        await Oordeel(tweede, "niet-haalbaar", "De planning is te krap.");
        await Oordeel(tweede, "commercieel-doel", "Het plan is voor de eigen mensen.");
        await Bewaar(tweede);

        var gezegd = await tweede.Locator("#samengevoegd").InnerTextAsync();
        Assert.Contains("Bea van Samen bewaarde haar op", gezegd, StringComparison.Ordinal);
        Assert.Contains("De evaluatie meet niets.", gezegd, StringComparison.Ordinal);
        await Portaal.IsBruikbaar(tweede, "werkblad-samengevoegd");
        Assert.Equal("De planning is te krap.", await tweede.Locator("#v-niet-haalbaar-argument").InputValueAsync());
        Assert.Equal("De evaluatie meet niets.", await tweede.Locator("#v-evaluatie-ongeschikt-argument").InputValueAsync());
        // Without a choice nothing is saved; with it what was chosen is.
        await Bewaar(tweede);
        await Assertions.Expect(tweede.Locator("#fouten")).ToContainTextAsync("Kies hierboven welke tekst u wilt houden.");
        await tweede.Locator("#v-niet-haalbaar-argument-hun").CheckAsync();
        await Bewaar(tweede);
        await Assertions.Expect(tweede.Locator("[role=status]")).ToContainTextAsync("Bewaard om");

        var bewaard = (await huis.Gelukt(Bas, HttpMethod.Get, $"/v1/aanvragen/{zaak}/beoordeling")).GetProperty("concept");
        Assert.Equal(2, bewaard.GetProperty("versie").GetInt64());
        Assert.Equal(
            ["De evaluatie meet niets.", "Er is geen planning.", "Het plan is voor de eigen mensen."],
            bewaard
                .GetProperty("verzoek")
                .GetProperty("gronden")
                .EnumerateArray()
                .Select(g => g.GetProperty("argument").GetString())
                .Order(StringComparer.Ordinal)
        );
        await eerste.Context.CloseAsync();
        await tweede.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_types_while_a_colleague_takes_the_case_over_is_told_who_has_it_now_and_keeps_what_was_typed()
    {
        const string Bea = "bea-overname";
        await Werkzaak.Collega(huis, Bea, "Bea van Overname", Rol.Beoordelaar);
        var zaak = await Werkzaak.Klaar(huis, "2026-overgenomen-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, wie: Werkzaak.Beoordelaar);
        await blad.Ga($"/beheer/zaken/{zaak}/beoordeling");
        await Oordeel(blad, "niet-haalbaar", "De planning is te krap.");
        await Neem(Bea, zaak, van: Bas);

        await Bewaar(blad);

        await Assertions.Expect(blad.Locator("main")).ToContainTextAsync("Beoordelaar Bea van Overname behandelt deze aanvraag.");
        var gezegd = await blad.Locator("main").InnerTextAsync();
        Assert.Contains("Bea van Overname behandelt deze zaak.", gezegd, StringComparison.Ordinal);
        Assert.Contains("Wat u typte, staat hierboven", gezegd, StringComparison.Ordinal);
        Assert.Equal("De planning is te krap.", await blad.Locator("#v-niet-haalbaar-argument").InputValueAsync());
        Assert.Equal(0, await blad.Locator(".slim-knoppen button[value=bewaar]").CountAsync());
        await Portaal.IsBruikbaar(blad, "werkblad-overgenomen");
        var bewaard = (await huis.Gelukt(Bea, HttpMethod.Get, $"/v1/aanvragen/{zaak}/beoordeling")).GetProperty("concept");
        Assert.Equal(0, bewaard.GetProperty("versie").GetInt64());
        await blad.Context.CloseAsync();
    }

    private Task<JsonElement> Neem(string wie, string zaak, string van) =>
        huis.Gelukt(wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/overdracht", new { van });

    private static async Task Oordeel(IPage blad, string code, string argument)
    {
        await blad.Locator($"#v-{code}-oordeel-0").CheckAsync();
        await blad.Locator($"#v-{code}-argument").FillAsync(argument);
    }

    private static Task Bewaar(IPage blad) => blad.Locator(".slim-knoppen button[value=bewaar]").ClickAsync();
}
