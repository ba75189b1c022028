using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Dossiers.Sjablonen;
using SlimRegeling.Relaties;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Sjablonen;

/// <summary>
/// Through HTTP: a scheme manager changes the text of a letter with a preview on a real case, another signs, and the next letter has it; the ones
/// before stay as they were sent.
/// </summary>
public sealed class SjabloonbeheerTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private const string Pad = "/v1/briefsjablonen/verlening";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Van_voorstel_tot_brief()
    {
        var (eerste, tweede) = (Zaak(1), Zaak(2));
        BeslissersContext.Uitleg[eerste] = new([], [new("Externe kosten", 10000.00m, "2.14")]);
        await Ok(
            huis.Post(
                "olivia",
                $"/v1/ondernemingen/{Kvk}",
                new Inschrijven.Verzoek("王小明 Bouw", "Dorpsstraat 12", "3511ab", "Utrecht", ["41.20"], "NL91 ABNA 0417 1643 00", "W")
            )
        );
        await Verleen(eerste);

        var beeld = await Ok(huis.Haal("rianne", Pad));
        Assert.Equal(1, beeld.GetProperty("versie").GetInt32());
        var tekst = beeld
            .GetProperty("tekst")
            .GetString()!
            .Replace("Geachte heer of mevrouw,", "Beste ondernemer,", StringComparison.Ordinal);

        var voorbeeld = await Ok(huis.Post("rianne", $"{Pad}/voorbeeld/{eerste}", new { onderwerp = "U krijgt {bedrag}", tekst }));
        Assert.Equal("U krijgt € 11.040,00", voorbeeld.GetProperty("onderwerp").GetString());
        Assert.Contains("Externe kosten", voorbeeld.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", voorbeeld.ToString(), StringComparison.Ordinal);
        var verzonnen = await Ok(huis.Post("rianne", $"{Pad}/voorbeeld", new { onderwerp = "U krijgt {bedrag}", tekst }));
        Assert.Contains("Beste ondernemer,", verzonnen.ToString(), StringComparison.Ordinal);

        var voorgesteld = await Ok(
            huis.Post("rianne", $"{Pad}/voorstellen", new Voorstellen.Verzoek(1, "U krijgt {bedrag}", tekst, "Een vriendelijker aanhef."))
        );
        var (nummer, hash) = (voorgesteld.GetProperty("voorstel").GetInt32(), voorgesteld.GetProperty("hash").GetString());
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await Status(huis.Post("rianne", $"{Pad}/voorstellen/{nummer}/ondertekening", new { hash }))
        );
        var gelezen = (await Ok(huis.Haal("rob", Pad))).GetProperty("voorstellen")[0];
        Assert.False(gelezen.GetProperty("zelfU").GetBoolean());
        Assert.Contains(
            gelezen.GetProperty("verschil").EnumerateArray(),
            r => r.GetProperty("soort").GetString() == "nieuw" && r.GetProperty("tekst").GetString() == "Beste ondernemer,"
        );
        await Ok(huis.Post("rob", $"{Pad}/voorstellen/{nummer}/ondertekening", new { hash }));

        await Verleen(tweede);
        var toen = await Ok(huis.Haal("olivia", $"/v1/brieven/{eerste}-verlening/pagina"));
        var nu = await Ok(huis.Haal("olivia", $"/v1/brieven/{tweede}-verlening/pagina"));
        Assert.Equal("Besluit op uw aanvraag: subsidie verleend", toen.GetProperty("onderwerp").GetString());
        Assert.Equal("U krijgt € 11.040,00", nu.GetProperty("onderwerp").GetString());
        Assert.Equal("王小明 Bouw", nu.GetProperty("adressering")[0].GetString());
        using var pdf = await huis.Haal("olivia", $"/v1/brieven/{tweede}-verlening");
        using var brief = new GelezenBrief(await pdf.Content.ReadAsByteArrayAsync(Ct));
        Assert.Contains("王小明 Bouw", brief.Voorgelezen(), StringComparison.Ordinal);
        Assert.Contains("Beste ondernemer,", brief.Voorgelezen(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, await Status(huis.Haal("bram", $"/v1/brieven/{tweede}-verlening/pagina")));

        // Read before the other text was signed, signed after it: what was read is what is sent. What is not here is written with the one in use.
        var (gelezene, onbekend) = (Zaak(3), Zaak(4));
        await Verleen(gelezene, Briefsoorten.Zoek("verlening")!.Ingebouwd.Tekst.Hash);
        await Verleen(onbekend, new string('0', 64));
        var zoalsGelezen = await Ok(huis.Haal("olivia", $"/v1/brieven/{gelezene}-verlening/pagina"));
        var inGebruik = await Ok(huis.Haal("olivia", $"/v1/brieven/{onbekend}-verlening/pagina"));
        Assert.Equal("Besluit op uw aanvraag: subsidie verleend", zoalsGelezen.GetProperty("onderwerp").GetString());
        Assert.Equal("U krijgt € 11.040,00", inGebruik.GetProperty("onderwerp").GetString());
    }

    [Theory]
    [InlineData("olivia")]
    [InlineData("bea")]
    [InlineData("ben")]
    public async Task Alleen_een_regelbeheerder_ziet_en_wijzigt_sjablonen(string wie)
    {
        object tekst = new { onderwerp = "x", tekst = "y" };
        Assert.Equal(HttpStatusCode.Forbidden, await Status(huis.Haal(wie, "/v1/briefsjablonen")));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(huis.Haal(wie, Pad)));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(huis.Post(wie, $"{Pad}/voorbeeld", tekst)));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(huis.Post(wie, $"{Pad}/voorbeeld/{Zaak(9)}", tekst)));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await Status(huis.Post(wie, $"{Pad}/voorstellen", new Voorstellen.Verzoek(1, "x", "y", "z")))
        );
    }

    [Fact]
    public async Task Een_onbekende_soort_of_zaak_krijgt_een_antwoord_in_woorden()
    {
        var soort = await Weigering(huis.Haal("rianne", "/v1/briefsjablonen/ansichtkaart"), HttpStatusCode.NotFound);
        Assert.Contains("verlening, afwijzing", soort, StringComparison.Ordinal);
        var zaak = await Weigering(
            huis.Post("rianne", $"{Pad}/voorbeeld/{Zaak(8)}", new { onderwerp = "x", tekst = "y" }),
            HttpStatusCode.NotFound
        );
        Assert.Contains("kreeg geen brief", zaak, StringComparison.Ordinal);
        var tekst = await Weigering(
            huis.Post("rianne", $"{Pad}/voorbeeld", new { onderwerp = "x", tekst = "{onzin}" }),
            HttpStatusCode.UnprocessableEntity
        );
        Assert.Contains("het veld {onzin} kennen wij niet", tekst, StringComparison.Ordinal);
    }

    private static string Zaak(byte nummer) => Platform.Zaaknummer.Maak([7, 7, 7, 7, 7, 7, 7, 7, nummer]).ToString();

    /// <param name="brief">With which template the letter was read before it was signed.</param>
    private async Task Verleen(string zaak, string? brief = null)
    {
        await Ok(huis.Post("ben", "/v1/besluiten", new IetsBesloten(Verlening: Verleend with { Zaaknummer = zaak, Brief = brief })));
        await huis.Stil();
    }

    private static async Task<HttpStatusCode> Status(Task<HttpResponseMessage> vraag)
    {
        using var antwoord = await vraag;
        return antwoord.StatusCode;
    }

    private static async Task<string> Weigering(Task<HttpResponseMessage> vraag, HttpStatusCode status)
    {
        using var antwoord = await vraag;
        Assert.Equal(status, antwoord.StatusCode);
        return (await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct)).ToString();
    }

    private static async Task<JsonElement> Ok(Task<HttpResponseMessage> vraag)
    {
        using var antwoord = await vraag;
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
