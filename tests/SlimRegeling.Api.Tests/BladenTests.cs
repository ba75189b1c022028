using System.Net.Http.Headers;
using System.Text;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>A PDF that somebody sent is looked at page by page, as pictures in which nothing can run.</summary>
public sealed class BladenTests(Apihuis huis)
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A];

    private readonly Zaakloop _loop = new(huis);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_page_is_a_picture_that_nobody_keeps_and_that_may_do_nothing()
    {
        var (_, document, wie) = await Ingediend(Getekend(3));
        foreach (var iemand in (string[])[wie, Mensen.Beoordelaar, Mensen.Medeondertekenaar])
        {
            var bladen = await Zaakloop.Gelukt(huis.Haal(iemand, $"/v1/documenten/{document}/bladen"));
            Assert.Equal(3, bladen.Inhoud.GetProperty("aantal").GetInt32());
            for (var nummer = 1; nummer <= 3; nummer++)
            {
                using var client = new HttpClient { BaseAddress = huis.Adres };
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await huis.Token(iemand));
                using var antwoord = await client.GetAsync(new Uri($"/v1/documenten/{document}/bladen/{nummer}", UriKind.Relative), Ct);
                var beeld = await antwoord.Content.ReadAsByteArrayAsync(Ct);
                Assert.Equal(Png, beeld[..Png.Length]);
                // Width and height, as they stand in every PNG: the longest side is the same whatever the size of the page.
                Assert.Equal(1400, Math.Max(Getal(beeld[16..20]), Getal(beeld[20..24])));
                Assert.Equal("image/png", antwoord.Content.Headers.ContentType?.MediaType);
                Assert.Equal("attachment", antwoord.Content.Headers.ContentDisposition?.DispositionType);
                Assert.Equal(["sandbox; default-src 'none'"], antwoord.Headers.GetValues("Content-Security-Policy"));
                Assert.Equal(["nosniff"], antwoord.Headers.GetValues("X-Content-Type-Options"));
                Assert.Equal("no-store", antwoord.Headers.CacheControl?.ToString());
            }
        }
        var tekst = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/documenten/{document}/bladen/1/tekst"));
        Assert.Equal("", tekst.Veld("tekst"));
    }

    [Fact]
    public async Task The_text_of_a_page_can_be_read_aloud()
    {
        var (_, document, wie) = await Ingediend(Proefpdf.MetBladen("Wij leren (samen)", "Twee"));
        var een = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/documenten/{document}/bladen/1/tekst"));
        var twee = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/documenten/{document}/bladen/2/tekst"));
        Assert.Equal(("Wij leren (samen)", "Twee"), (een.Veld("tekst"), twee.Veld("tekst")));
    }

    [Theory]
    [InlineData("3", 404, "blad-niet-gevonden")]
    [InlineData("0", 404, "blad-niet-gevonden")]
    [InlineData("-1", 404, "blad-niet-gevonden")]
    [InlineData("2147483647", 404, "blad-niet-gevonden")]
    [InlineData("2147483648", 400, "onleesbaar")]
    [InlineData("een", 400, "onleesbaar")]
    public async Task What_is_no_page_of_it_is_refused(string nummer, int status, string code)
    {
        var (_, document, wie) = await Ingediend(Getekend(2));
        (await huis.Haal(wie, $"/v1/documenten/{document}/bladen/{nummer}")).IsProbleem(status, code);
        (await huis.Haal(wie, $"/v1/documenten/{document}/bladen/{nummer}/tekst")).IsProbleem(status, code);
    }

    [Fact]
    public async Task What_is_no_pdf_has_no_pages()
    {
        var (_, document, wie) = await Ingediend(Encoding.UTF8.GetBytes("Ons plan in gewone tekst."));
        foreach (var pad in (string[])["bladen", "bladen/1", "bladen/1/tekst"])
        {
            (await huis.Haal(wie, $"/v1/documenten/{document}/{pad}")).IsProbleem(409, "geen-bladen");
        }
    }

    [Fact]
    public async Task Who_leafs_through_a_document_has_seen_it_once_and_again_when_they_come_back()
    {
        var (zaak, document, _) = await Ingediend(Getekend(2));
        foreach (var iemand in (string[])[Mensen.Beoordelaar, Mensen.Medeondertekenaar])
        {
            foreach (var pad in (string[])["bladen", "bladen/1", "bladen/1/tekst", "bladen/2"])
            {
                await Zaakloop.Gelukt(huis.Haal(iemand, $"/v1/documenten/{document}/{pad}"));
            }
        }
        Assert.Equal(2, await Gezien(document, zaak));
        Assert.Equal(
            1,
            await huis.Tel($"select count(*) from dossiers.inzage where kenmerk = '{document}' and wie = '{Mensen.Beoordelaar}'")
        );

        await huis.Voer($"update dossiers.inzage set op = op - interval '61 minutes' where kenmerk = '{document}'");
        await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/documenten/{document}/bladen/2"));
        Assert.Equal(3, await Gezien(document, zaak));

        // The document itself is a view each time.
        await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/documenten/{document}"));
        Assert.Equal(4, await Gezien(document, zaak));
    }

    [Fact]
    public async Task A_neighbour_and_who_has_an_interest_see_no_page_and_of_a_draft_no_employee_does()
    {
        var iemand = huis.Medewerker(Rol.Beoordelaar);
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Concept(await _loop.Tijdvak(), wie);
        var document = await Stuur(wie, zaak, Getekend(1));
        string[] paden = [.. ((string[])["bladen", "bladen/1", "bladen/1/tekst"]).Select(p => $"/v1/documenten/{document}/{p}")];
        foreach (var pad in paden)
        {
            (await huis.Haal(iemand, pad)).IsProbleem(404, "niet-gevonden");
            (await huis.Haal(Mensen.Bram, pad)).IsProbleem(404, "niet-gevonden");
            await Zaakloop.Gelukt(huis.Haal(wie, pad));
        }
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Haal(iemand, paden[1]));

        await Zaakloop.Gelukt(huis.Post(iemand, $"/v1/aanvragen/{zaak}/belang", """{"toelichting":"Mijn zus werkt daar."}"""));

        foreach (var pad in paden)
        {
            (await huis.Haal(iemand, pad)).IsProbleem(403, "eigen-belang");
            (await huis.Haal(Mensen.Bram, pad)).IsProbleem(404, "niet-gevonden");
            await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, pad));
        }
    }

    private Task<long> Gezien(string document, string zaak) =>
        huis.Tel($"select count(*) from dossiers.inzage where kenmerk = '{document}' and zaaknummer = '{zaak}' and wat = 'document'");

    /// <summary>A submitted case with this document.</summary>
    private async Task<(string Zaak, string Document, string Wie)> Ingediend(byte[] inhoud)
    {
        var wie = huis.Ondernemer().Wie;
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        return (zaak, await Stuur(wie, zaak, inhoud), wie);
    }

    private async Task<string> Stuur(string wie, string zaak, byte[] inhoud)
    {
        using var bestand = new ByteArrayContent(inhoud);
        bestand.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return (
            await Zaakloop.Gelukt(huis.Zend(wie, HttpMethod.Post, $"/v1/documenten?zaaknummer={zaak}&soort=opleidingsplan", bestand))
        ).Veld("document");
    }

    /// <summary>As programs make them: each page has a drawing, and the second is larger.</summary>
    private static byte[] Getekend(int bladen)
    {
        using var pdf = new PdfDocument();
        for (var nummer = 1; nummer <= bladen; nummer++)
        {
            var blad = pdf.AddPage();
            blad.Size = nummer == 2 ? PageSize.A3 : PageSize.A4;
            using var pen = XGraphics.FromPdfPage(blad);
            pen.DrawRectangle(XBrushes.Navy, 50, 50, 50 * nummer, 200);
        }
        using var uit = new MemoryStream();
        pdf.Save(uit, false);
        return uit.ToArray();
    }

    private static int Getal(byte[] bytes) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes);
}
