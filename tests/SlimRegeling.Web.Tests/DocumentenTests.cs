using Microsoft.Playwright;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>Documents in a draft: told before what is taken, refused at the field, taken away again, and submitted with the rest.</summary>
public sealed class DocumentenTests(Portaalhuis huis, Browser browser)
{
    private const string Bewijs = "bewijs-bankrekening";
    private const string Lang =
        "een heel lange naam van een bestand die nergens op een telefoon past en ook nog \u00e9\u20ac tekens heeft.pdf";

    private static FilePayload Bestand(string naam, byte[] inhoud) =>
        new()
        {
            Name = naam,
            MimeType = "application/pdf",
            Buffer = inhoud,
        };

    [Fact]
    public async Task Without_script_a_file_is_refused_at_its_field_sent_taken_away_and_goes_with_the_application()
    {
        await huis.Tijdvak("2026-stukken-mkb");
        var zaak = await huis.Concept("2026-stukken-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}");
        Assert.Equal("Niet begonnen", await Portaal.Stand(blad, "documenten").InnerTextAsync());
        await blad.Ga($"/aanvragen/{zaak}/documenten");
        Assert.Contains("PDF tot 20 MB", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        // Who applies for their own enterprise has no machtiging to show.
        Assert.Equal(0, await blad.Locator("#bestand-machtiging").CountAsync());

        foreach (
            var (bestand, uitleg) in ((FilePayload?, string)[])
                [
                    (null, "Kies eerst een bestand."),
                    (Bestand("leeg.pdf", []), "Dit bestand is leeg."),
                    (Bestand("factuur.pdf", [.. "MZ"u8, .. new byte[200]]), "Dit bestand is een programma."),
                    (Bestand("zip.pdf", Proefoffice.Zip(("a.txt", "x"u8.ToArray()))), "Dit bestand is een map met bestanden"),
                    (
                        Bestand("bom.docx", Proefoffice.Docx(("word/media/a.bin", new byte[50 * 1024 * 1024]))),
                        "Dit bestand wordt veel te groot als het wordt geopend."
                    ),
                    (Bestand("pad.docx", Proefoffice.Docx(("../../etc/passwd", "x"u8.ToArray()))), "namen van mappen die er niet horen"),
                    (
                        Bestand("script.pdf", Proefpdf.Van("x", "/OpenAction 4 0 R", "<< /S /JavaScript /JS (app.alert(1)) >>")),
                        "In deze PDF zit iets dat vanzelf iets doet"
                    ),
                    (
                        Bestand("macro.docx", Proefoffice.Docx(("word/vbaProject.bin", "x"u8.ToArray()))),
                        "In dit bestand zitten macro's of knoppen met een programma."
                    ),
                ]
        )
        {
            await Stuur(blad, Bewijs, bestand);
            await Assertions.Expect(blad.Locator("#fouten")).ToBeFocusedAsync(new() { Timeout = 20_000 });
            Assert.StartsWith("Fout: ", await blad.TitleAsync(), StringComparison.Ordinal);
            Assert.Contains(uitleg, await blad.Locator($"#bestand-{Bewijs}-fout").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal("true", await blad.Locator($"#bestand-{Bewijs}").GetAttributeAsync("aria-invalid"));
            await blad.Locator("#fouten a").ClickAsync();
            await Assertions.Expect(blad.Locator($"#bestand-{Bewijs}")).ToBeFocusedAsync();
        }
        await StuurTeGroot(blad);
        // Nothing of it stands there, and the rest of the draft is as it was.
        Assert.Equal(0, await blad.Locator(".slim-stukkenlijst li").CountAsync());
        var rekening = (await huis.Lees($"/v1/aanvragen/{zaak}/concept")).GetProperty("rekening");
        Assert.Equal("NL13TEST0123456789", rekening.GetProperty("iban").GetString());

        await Stuur(blad, Bewijs, Bestand(Lang, Proefpdf.Van("rekening")));
        Assert.Contains("is ontvangen.", await blad.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        await Stuur(blad, "bijlage", Bestand("vergissing.pdf", Proefpdf.Van("mis")));
        Assert.Equal(2, await blad.Locator(".slim-stukkenlijst li").CountAsync());
        await blad.GetByRole(AriaRole.Button, new() { Name = "vergissing.pdf" }).ClickAsync();
        Assert.Contains("weggehaald", await blad.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await blad.Locator(".slim-stukkenlijst li").CountAsync());

        await blad.Ga($"/aanvragen/{zaak}");
        Assert.Equal("Klaar", await Portaal.Stand(blad, "documenten").InnerTextAsync());
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        Assert.Contains(Lang, await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        await blad.WaitForURLAsync("**/ontvangst");
        await huis.Stil();
        await blad.Ga($"/aanvragen/{zaak}/documenten");
        Assert.Equal(1, await blad.Locator(".slim-stukkenlijst li").CountAsync());
        Assert.Equal(0, await blad.GetByRole(AriaRole.Button, new() { Name = "Haal weg" }).CountAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_submits_without_is_warned_a_download_is_saved_and_the_page_can_be_used_by_everyone()
    {
        await huis.Tijdvak("2026-blad-stukken-mkb");
        var zaak = await huis.Concept("2026-blad-stukken-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true);
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        Assert.Contains("Dit document vragen wij nog", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Ga($"/aanvragen/{zaak}/documenten");
        await Portaal.IsBruikbaar(blad, "documenten-leeg");
        await Stuur(blad, Bewijs, Bestand("x.exe", [.. "MZ"u8, .. new byte[200]]));
        await Portaal.IsBruikbaar(blad, "documenten-fout");
        var inhoud = Proefpdf.Van("rekening");
        await Stuur(blad, Bewijs, Bestand(Lang, inhoud));
        await Portaal.IsBruikbaar(blad, "documenten-vol");
        var adres = await blad.GetByRole(AriaRole.Link, new() { Name = Lang }).GetAttributeAsync("href");
        var antwoord = await blad.Context.APIRequest.GetAsync(new Uri(huis.Adres, adres).ToString());
        Assert.Equal(inhoud, await antwoord.BodyAsync());
        Assert.Equal("sandbox; default-src 'none'", antwoord.Headers["content-security-policy"]);
        Assert.StartsWith("attachment", antwoord.Headers["content-disposition"], StringComparison.Ordinal);
        await blad.Context.CloseAsync();
        var buurman = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        antwoord = await buurman.Context.APIRequest.GetAsync(new Uri(huis.Adres, adres).ToString());
        Assert.Equal(404, antwoord.Status);
        await buurman.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_sent_when_the_session_ended_did_not_come_and_the_page_says_so()
    {
        await huis.Tijdvak("2026-stuk-sessie-mkb");
        var zaak = await huis.Concept("2026-stuk-sessie-mkb", Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser);
        await blad.Ga($"/aanvragen/{zaak}/documenten");
        await blad.Context.ClearCookiesAsync(new() { Name = "slimregeling" });
        await Stuur(blad, Bewijs, Bestand("rekening.pdf", Proefpdf.Van("rekening")));
        await blad.GetByRole(AriaRole.Button, new() { Name = Portaalhuis.Ondernemer }).ClickAsync();
        await blad.WaitForURLAsync("**/documenten");
        Assert.Contains("Uw bestand is niet ontvangen", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await blad.Locator(".slim-stukkenlijst li").CountAsync());
        await blad.Context.CloseAsync();
    }

    /// <summary>More than a server takes by itself: also that is told at the field. From a file, because a test sends what it holds slowly.</summary>
    private static async Task StuurTeGroot(IPage blad)
    {
        var map = Directory.CreateTempSubdirectory("te-groot");
        var pad = Path.Combine(map.FullName, "groot.pdf");
        await using (var bestand = File.Create(pad))
        {
            bestand.SetLength(31 * 1024 * 1024);
        }
        await blad.Locator($"#bestand-{Bewijs}").SetInputFilesAsync(pad);
        await blad.Locator($"form:has(#bestand-{Bewijs}) button").ClickAsync();
        await Assertions
            .Expect(blad.Locator($"#bestand-{Bewijs}-fout"))
            .ToContainTextAsync("Dit bestand is te groot.", new() { Timeout = 20_000 });
        map.Delete(recursive: true);
    }

    private static async Task Stuur(IPage blad, string soort, FilePayload? bestand)
    {
        var veld = blad.Locator($"#bestand-{soort}");
        if (bestand is not null)
        {
            await veld.SetInputFilesAsync(bestand);
        }
        await blad.Locator($"form:has(#bestand-{soort}) button").ClickAsync();
    }
}
