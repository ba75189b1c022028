using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Relaties;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Post;

/// <summary>Through HTTP: an enterprise asks for paper, its letter waits, an employee prints it and says that it was posted.</summary>
public sealed class PostbundelTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private static readonly string Zaak = Platform.Zaaknummer.Maak([8, 8, 8, 8, 8, 8, 8, 8, 1]).ToString();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Van_papier_vragen_tot_gepost()
    {
        await Ok(huis.Post("olivia", $"/v1/ondernemingen/{Kvk}/contact", new { papier = true }));
        Assert.True((await Ok(huis.Haal("olivia", $"/v1/ondernemingen/{Kvk}/contact"))).GetProperty("papier").GetBoolean());
        await Ok(
            huis.Post(
                "olivia",
                $"/v1/ondernemingen/{Kvk}",
                new Inschrijven.Verzoek("De Troffel", "Dorpsstraat 12", "3511ab", "Utrecht", ["41.20"], "NL91 ABNA 0417 1643 00", "T")
            )
        );
        await huis.Stil();
        await Ok(huis.Post("ben", "/v1/besluiten", new IetsBesloten(Verlening: Verleend with { Zaaknummer = Zaak })));
        await Ok(huis.Post("ben", "/v1/besluiten", new IetsBesloten(Vaststelling: Vastgesteld with { Zaaknummer = Zaak })));
        await huis.Stil();

        var brieven = await Brieven();
        Assert.All(brieven, b => Assert.Equal("post", b.GetProperty("wachtOp").GetString()));
        Assert.All(brieven, b => Assert.False(b.TryGetProperty("verzondenOp", out _)));
        Assert.Equal(HttpStatusCode.NotFound, await Status(huis.Haal("olivia", $"/v1/brieven/{Zaak}-verlening")));
        Assert.Equal(2, (await Ok(huis.Haal("bea", "/v1/postbundels"))).GetProperty("aantal").GetInt32());

        // Two employees at the same moment: each letter is in one bundle.
        var gemaakt = await Task.WhenAll(huis.Post("bea", "/v1/postbundels", new { }), huis.Post("bas", "/v1/postbundels", new { }));
        Assert.Single(gemaakt, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Single(gemaakt, a => a.StatusCode == HttpStatusCode.Conflict);
        var eerste = (await Ok(Task.FromResult(gemaakt.Single(a => a.IsSuccessStatusCode)))).GetProperty("id").GetString();
        await Ok(huis.Post("bea", $"/v1/postbundels/{eerste}/intrekking", new { }));
        Assert.Equal(HttpStatusCode.Conflict, await Status(huis.Haal("bea", $"/v1/postbundels/{eerste}/pdf")));

        var bundel = await Ok(huis.Post("bea", "/v1/postbundels", new { }));
        var id = bundel.GetProperty("id").GetString();
        Assert.NotEqual(eerste, id);
        Assert.Equal(2, bundel.GetProperty("brieven").GetInt32());
        using (var pdf = await huis.Haal("bea", $"/v1/postbundels/{id}/pdf"))
        {
            using var druk = new GelezenBrief(await pdf.Content.ReadAsByteArrayAsync(Ct));
            var tekst = string.Concat(Enumerable.Range(1, druk.AantalBladen).Select(druk.Blad));
            Assert.Contains("subsidie verleend", tekst, StringComparison.Ordinal);
            Assert.Contains("uw subsidie is vastgesteld", tekst, StringComparison.Ordinal);
        }
        await Ok(huis.Post("bea", $"/v1/postbundels/{id}/verzending", new { }));
        Assert.Equal(HttpStatusCode.Conflict, await Status(huis.Post("bea", $"/v1/postbundels/{id}/verzending", new { })));

        var daarna = await Brieven();
        Assert.All(daarna, b => Assert.NotNull(b.GetProperty("verzondenOp").GetString()));
        Assert.Equal(HttpStatusCode.OK, await Status(huis.Haal("olivia", $"/v1/brieven/{Zaak}-verlening")));
        Assert.Equal(0, (await Ok(huis.Haal("bea", "/v1/postbundels"))).GetProperty("aantal").GetInt32());
    }

    [Theory]
    [InlineData("olivia")]
    [InlineData("ben")]
    [InlineData("rianne")]
    public async Task Alleen_wie_brieven_mag_lezen_doet_de_post(string wie)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await Status(huis.Haal(wie, "/v1/postbundels")));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(huis.Haal(wie, "/v1/postbundels/post-1/pdf")));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(huis.Post(wie, "/v1/postbundels", new { })));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(huis.Post(wie, "/v1/postbundels/post-1/verzending", new { })));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(huis.Post(wie, "/v1/postbundels/post-1/intrekking", new { })));
    }

    private async Task<IReadOnlyList<JsonElement>> Brieven() =>
        [.. (await Ok(huis.Haal("olivia", $"/v1/brieven?zaaknummer={Zaak}"))).EnumerateArray()];

    private static async Task<HttpStatusCode> Status(Task<HttpResponseMessage> vraag)
    {
        using var antwoord = await vraag;
        return antwoord.StatusCode;
    }

    private static async Task<JsonElement> Ok(Task<HttpResponseMessage> vraag)
    {
        using var antwoord = await vraag;
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
