using Microsoft.Playwright;
using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>A case in the sample: the page of the case asks for proof, and the page behind it takes documents and what was done.</summary>
public sealed class BewijsTests(Portaalhuis huis, Browser browser)
{
    private static readonly string Formulier = Portaalhuis.Volledig.Replace(
        "\"verklaringen\":{",
        "\"verklaringen\":{\"waarheid\":true,",
        StringComparison.Ordinal
    );

    [Fact]
    public async Task Proof_is_asked_with_its_last_day_and_sent_with_a_file_and_words_per_activity()
    {
        var zaak = await InSteekproef(huis, "2026-steekproefbewijs-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/zaken/{zaak}");
        var vraag = await blad.Locator("[aria-labelledby=bewijs]").InnerTextAsync();
        Assert.Contains("Dat kan tot en met", vraag, StringComparison.Ordinal);
        Assert.Contains("Activiteit A:", vraag, StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "zaak-bewijs");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Stuur uw bewijs" }).ClickAsync();
        await blad.WaitForURLAsync("**/bewijs");
        await Portaal.IsBruikbaar(blad, "bewijs");

        // Nothing given: told at each field. What was written stays when a file is sent.
        await Portaal.Knop(blad, "Verstuur mijn bewijs");
        Assert.Equal(2, await blad.Locator("#fouten li").CountAsync());
        await blad.Locator("#fouten a").First.ClickAsync();
        await Portaal.IsBruikbaar(blad, "bewijs-fout");
        await blad.Locator("#toelichting-A").FillAsync("De adviseur heeft ons bedrijf doorgelicht.");
        await blad.Locator("#bestand-A").SetInputFilesAsync(Bestand("programma.pdf", [.. "MZ"u8, .. new byte[200]]));
        await blad.Locator("button[value='bestand:A']").ClickAsync();
        Assert.Contains("programma", await blad.Locator("#bestand-A-fout").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Locator("#bestand-A").SetInputFilesAsync(Bestand("factuur.pdf", Proefpdf.Van("factuur")));
        await blad.Locator("button[value='bestand:A']").ClickAsync();
        await blad.GetByText("factuur.pdf is ontvangen.").WaitForAsync();
        Assert.Equal("De adviseur heeft ons bedrijf doorgelicht.", await blad.Locator("#toelichting-A").InputValueAsync());
        await huis.Stil();
        await Portaal.Knop(blad, "Verstuur mijn bewijs");
        await blad.WaitForURLAsync($"**/zaken/{zaak}");
        Assert.Contains("Wij hebben uw bewijs ontvangen", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await huis.Stil();
        await blad.ReloadAsync();
        Assert.Equal(0, await blad.Locator("[aria-labelledby=bewijs]").CountAsync());
        await blad.GetByRole(AriaRole.Link, new() { Name = "Uw bewijs bekijken of aanvullen" }).ClickAsync();
        await blad.WaitForURLAsync("**/bewijs");
        Assert.Contains("U stuurde al bewijs op", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var bewijs = (await huis.Lees($"/v1/verantwoordingen/{zaak}")).GetProperty("bewijs");
        Assert.Equal("A", bewijs.GetProperty("stukken")[0].GetProperty("activiteit").GetString());
        await blad.Context.CloseAsync();
        var buurman = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Portaalhuis.Buurman);
        Assert.Equal(404, (await buurman.Ga($"/aanvragen/{zaak}/bewijs"))!.Status);
        await buurman.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_was_chosen_for_another_activity_comes_along_with_the_button_of_one()
    {
        var zaak = await InSteekproef(huis, "2026-bewijssamen-mkb", "A", "C");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/bewijs");

        await blad.Locator("#bestand-A").SetInputFilesAsync(Bestand("factuur.pdf", Proefpdf.Van("factuur")));
        await blad.Locator("#bestand-C").SetInputFilesAsync(Bestand("urenlijst.pdf", Proefpdf.Van("uren")));
        await blad.Locator("button[value='bestand:A']").ClickAsync();

        await blad.GetByText("factuur.pdf, urenlijst.pdf is ontvangen.").WaitForAsync();
        var stukken = (await huis.Lees($"/v1/documenten?zaaknummer={zaak}")).EnumerateArray();
        Assert.Equal(["bewijs-activiteit-a", "bewijs-activiteit-c"], stukken.Select(s => s.GetProperty("soort").GetString()).Order());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Signed_out_halfway_it_comes_back_and_in_English_it_can_be_used_too()
    {
        var zaak = await InSteekproef(huis, "2026-bewijsuit-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/taal/en?terug=/aanvragen/{zaak}/bewijs");
        Assert.StartsWith(
            "Send your proof",
            await blad.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync(),
            StringComparison.Ordinal
        );
        await Portaal.IsBruikbaar(blad, "bewijs-engels");
        await blad.Locator("#toelichting-A").FillAsync("Getypt.");
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await Portaal.Knop(blad, "Send my proof");
        await blad.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Ondernemer }).ClickAsync();
        await blad.WaitForURLAsync("**/bewijs");
        Assert.Contains("You were signed out", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Getypt.", await blad.Locator("#toelichting-A").InputValueAsync());
        await blad.Context.CloseAsync();
    }

    private static FilePayload Bestand(string naam, byte[] inhoud) =>
        new()
        {
            Name = naam,
            MimeType = "application/pdf",
            Buffer = inhoud,
        };

    /// <summary>Awarded long ago, and drawn. The way from submission to award has tests of its own.</summary>
    internal static async Task<string> InSteekproef(Portaalhuis huis, string tijdvak, params string[] activiteiten)
    {
        await huis.Tijdvak(tijdvak);
        var zaak = await huis.Concept(tijdvak, Formulier);
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        var dag = huis.Nu.InUtc().Date;
        await huis.Zeg(
            "verlening",
            "subsidie-verleend",
            zaak,
            new SubsidieVerleendBericht(
                zaak,
                tijdvak,
                "69599084",
                "slim-2026",
                $"{zaak}-V1",
                dag.PlusYears(-1),
                10_000.00m,
                6_000.00m,
                3_000.00m,
                dag.PlusYears(-1),
                dag.PlusDays(-1),
                "ambtshalve",
                activiteiten is [] ? ["A"] : activiteiten,
                ["beoordelaar", "medeondertekenaar"],
                huis.Nu,
                Aanvragertype: "mkb-onderneming"
            )
        );
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/verantwoordingen/{zaak}/steekproef", new { zaad = "zaad", bron = "proef" });
        await huis.Stil();
        return zaak;
    }
}
