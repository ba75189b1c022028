using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Playwright;
using SlimRegeling.Omgeving;

namespace SlimRegeling.Web.Tests;

/// <summary>A document beside its case: a picture, a text or the pages of a PDF are shown, and nothing of it runs; anything else is only saved.</summary>
public sealed class VoorvertoningTests(Portaalhuis huis, Browser browser)
{
    private const string Beleid = "sandbox; default-src 'none'";
    private const string Tekst = "Ons plan <script>document.title = 'gekaapt'</script> van 12 < 13 stappen.";

    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_and_a_text_are_shown_beside_the_case_and_a_word_file_is_only_saved()
    {
        var (zaak, stukken) = await MetStukken("2026-voorvertoning-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);

        await blad.Ga($"/beheer/zaken/{zaak}");
        await blad.GetByRole(AriaRole.Link, new() { Name = "uitleg.txt", Exact = true }).ClickAsync();
        Assert.Equal(Tekst, await blad.Locator("#voorvertoning pre").InnerTextAsync());
        Assert.StartsWith("Behandelen van zaak", await blad.TitleAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "voorvertoning-tekst");
        await blad.Ga($"/beheer/zaken/{zaak}?stuk={stukken["foto.png"]}");
        Assert.Equal(1, await blad.Locator("img.slim-beeld").EvaluateAsync<int>("beeld => beeld.decode().then(() => beeld.naturalWidth)"));
        await Portaal.IsBruikbaar(blad, "voorvertoning-beeld");
        await blad.Ga($"/beheer/zaken/{zaak}?stuk={stukken["plan.docx"]}");
        Assert.Contains("Daarom tonen wij het hier niet.", await blad.Locator("#voorvertoning").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await blad.Locator("iframe, object, embed").CountAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_pdf_is_leafed_through_by_keyboard_with_its_text_beside_each_page()
    {
        var (zaak, stukken) = await MetStukken("2026-bladeren-mkb");
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);

        await blad.Ga($"/beheer/zaken/{zaak}");
        await blad.GetByRole(AriaRole.Link, new() { Name = "plan.pdf", Exact = true }).PressAsync("Enter");
        var eerste = blad.GetByAltText("Bladzijde 1 van 3 van plan.pdf");
        Assert.Equal(990, await eerste.EvaluateAsync<int>("beeld => beeld.decode().then(() => beeld.naturalWidth)"));
        Assert.Equal(0, await blad.GetByRole(AriaRole.Link, new() { Name = "Vorige bladzijde" }).CountAsync());
        await blad.GetByRole(AriaRole.Link, new() { Name = "Volgende bladzijde" }).PressAsync("Enter");
        await blad.GetByAltText("Bladzijde 2 van 3 van plan.pdf").WaitForAsync();
        await blad.GetByText("Tekst van deze bladzijde").ClickAsync();
        var tekst = blad.GetByRole(AriaRole.Region, new() { Name = "Tekst van bladzijde 2 van plan.pdf" });
        Assert.Equal("Wij leren <b>samen</b>.", (await tekst.InnerTextAsync()).Trim());
        await Portaal.IsBruikbaar(blad, "voorvertoning-pdf");
        await blad.GetByRole(AriaRole.Link, new() { Name = "Volgende bladzijde" }).PressAsync("Enter");
        await blad.GetByAltText("Bladzijde 3 van 3 van plan.pdf").WaitForAsync();
        Assert.Equal(0, await blad.GetByRole(AriaRole.Link, new() { Name = "Volgende bladzijde" }).CountAsync());
        Assert.Contains("geen tekst te lezen", await blad.Locator("#voorvertoning").InnerTextAsync(), StringComparison.Ordinal);
        await blad.Ga($"/beheer/zaken/{zaak}?stuk={stukken["plan.pdf"]}&bladzijde=99");
        await blad.GetByAltText("Bladzijde 3 van 3 van plan.pdf").WaitForAsync();
        Assert.Equal(0, await blad.Locator("iframe, object, embed").CountAsync());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_that_nobody_sees_the_end_of_is_told_of_and_can_be_saved()
    {
        var id = "";
        var zaak = await Werkzaak.Ingediend(
            huis,
            "2026-zonder-einde-mkb",
            async zaak => id = await Stuur(zaak, "zwaar.pdf", Proefpdf.ZonderEinde())
        );
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Werkzaak.Beoordelaar);

        await blad.Ga($"/beheer/zaken/{zaak}?stuk={id}", new() { Timeout = 60_000 });

        var getoond = blad.Locator("#voorvertoning");
        Assert.Contains("te groot of te ingewikkeld om hier te tonen", await getoond.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await getoond.Locator("img").CountAsync());
        Assert.Equal(1, await getoond.GetByRole(AriaRole.Link, new() { Name = "Bewaar zwaar.pdf" }).CountAsync());
        await Portaal.IsBruikbaar(blad, "voorvertoning-pdf-te-zwaar");
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Only_a_picture_comes_to_be_looked_at_and_whatever_comes_may_do_nothing_here()
    {
        var (zaak, stukken) = await MetStukken("2026-beeldkop-mkb");
        var (_, vreemd) = await MetStukken("2026-beeldvreemd-mkb");
        using var bas = new Bezoeker(huis.Adres);
        using var aangemeld = await bas.MeldAan("beoordelaar");
        foreach (
            var (naam, handler, hoe) in ((string, string, string)[])
                [
                    ("foto.png", "Beeld", "inline"),
                    ("foto.png", "Stuk", "attachment"),
                    ("uitleg.txt", "Beeld", "attachment"),
                    ("plan.pdf", "Beeld", "attachment"),
                    ("plan.pdf", "Stuk", "attachment"),
                ]
        )
        {
            using var antwoord = await bas.Haal($"/beheer/zaken/{zaak}?handler={handler}&id={stukken[naam]}");
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            Assert.Equal(hoe, antwoord.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal([Beleid], antwoord.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(["nosniff"], antwoord.Headers.GetValues("X-Content-Type-Options"));
        }
        using var ander = await bas.Haal($"/beheer/zaken/{zaak}?handler=Stuk&id={vreemd["plan.pdf"]}");
        Assert.Equal(HttpStatusCode.NotFound, ander.StatusCode);
    }

    private async Task<(string Zaak, IReadOnlyDictionary<string, string> Stukken)> MetStukken(string tijdvak)
    {
        var stukken = new Dictionary<string, string>();
        var zaak = await Werkzaak.Ingediend(
            huis,
            tijdvak,
            async zaak =>
            {
                stukken["uitleg.txt"] = await Stuur(zaak, "uitleg.txt", System.Text.Encoding.UTF8.GetBytes(Tekst));
                stukken["foto.png"] = await Stuur(zaak, "foto.png", Png);
                stukken["plan.pdf"] = await Stuur(zaak, "plan.pdf", Proefpdf.MetBladen("Ons plan", "Wij leren <b>samen</b>.", ""));
                stukken["plan.docx"] = await Stuur(zaak, "plan.docx", Proefoffice.Docx());
            }
        );
        return (zaak, stukken);
    }

    private async Task<string> Stuur(string zaak, string naam, byte[] inhoud)
    {
        using var client = await Voorbeeldbeller.Als("ondernemer", huis.Adres);
        using var verzoek = new HttpRequestMessage(HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=bijlage");
        verzoek.Content = new ByteArrayContent(inhoud);
        verzoek.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        verzoek.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = naam };
        verzoek.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var antwoord = await client.SendAsync(verzoek, Ct);
        var tekst = await antwoord.Content.ReadAsStringAsync(Ct);
        Assert.True(antwoord.IsSuccessStatusCode, tekst);
        return JsonSerializer.Deserialize<JsonElement>(tekst).GetProperty("document").GetString()!;
    }
}
