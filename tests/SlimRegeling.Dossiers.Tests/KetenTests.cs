using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Omgeving;
using SlimRegeling.Regels;
using SlimRegeling.Relaties;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests;

/// <summary>Through HTTP: an enterprise enrols, an award is said before and a settlement after that, and the letters can be read.</summary>
public sealed class KetenTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly string Zaak = Platform.Zaaknummer.Maak([1, 2, 3, 4, 5, 6, 7, 8, 9]).ToString();

    private static readonly Inschrijven.Verzoek Inschrijving = new(
        Bouwbedrijf.Naam,
        Bouwbedrijf.Straat,
        "3511ab",
        Bouwbedrijf.Plaats,
        ["41.20"],
        "NL91 ABNA 0417 1643 00",
        "De Troffel"
    );

    [Fact]
    public async Task Van_inschrijving_tot_brief_en_steun()
    {
        await Ok(await huis.Post("ben", "/v1/besluiten", new IetsBesloten(Verlening: Verleend with { Zaaknummer = Zaak })));
        await huis.Stil();
        Assert.False(Assert.Single(await Brieven("olivia")).TryGetProperty("verzondenOp", out _));

        using var onbekend = await huis.Post(
            "olivia",
            $"/v1/ondernemingen/{Kvk}/rekening",
            new RekeningWijzigen.Verzoek(Inschrijving.Iban, "X")
        );
        Assert.Equal(HttpStatusCode.Conflict, onbekend.StatusCode);
        using var vreemd = await huis.Post("bram", $"/v1/ondernemingen/{Kvk}", Inschrijving);
        Assert.Equal(HttpStatusCode.NotFound, vreemd.StatusCode);
        await Ok(await huis.Post("olivia", $"/v1/ondernemingen/{Kvk}", Inschrijving));
        await huis.Stil();
        var vastgesteld = Vastgesteld with { Zaaknummer = Zaak, Besluit = $"{Zaak}-S1" };
        BeslissersContext.Oordelen[vastgesteld.Besluit] = new([
            new("A", true, "Het plan is er."),
            new("C", false, "Wij zagen geen methode."),
        ]);
        await Ok(await huis.Post("ben", "/v1/besluiten", new IetsBesloten(Vaststelling: vastgesteld)));
        await huis.Stil();

        var brieven = await Brieven("olivia");
        Assert.Equal(["vaststelling", "verlening"], brieven.Select(b => b.GetProperty("soort").GetString()));
        Assert.All(brieven, b => Assert.NotNull(b.GetProperty("verzondenOp").GetString()));
        Assert.Empty(await Brieven("bram"));
        using (var pdf = await huis.Haal("bea", $"/v1/brieven/{Zaak}-verlening"))
        {
            Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
            using var brief = new GelezenBrief(await pdf.Content.ReadAsByteArrayAsync(Ct));
            Assert.Contains("Dorpsstraat 12 3511 AB Utrecht", brief.Voorgelezen(), StringComparison.Ordinal);
        }
        // The reasons are in the decision itself (3:47 Awb).
        var vaststelling = (await Json(await huis.Haal("olivia", $"/v1/brieven/{Zaak}-vaststelling/pagina"))).GetRawText();
        Assert.Contains("U hebt haar uitgevoerd. Het plan is er.", vaststelling, StringComparison.Ordinal);
        Assert.Contains("niet laten zien. Wij zagen geen methode.", vaststelling, StringComparison.Ordinal);
        using var gluren = await huis.Haal("bram", $"/v1/brieven/{Zaak}-verlening");
        Assert.Equal(HttpStatusCode.NotFound, gluren.StatusCode);

        var steun = await Json(await huis.Haal("bea", $"/v1/ondernemingen/{Kvk}/steun"));
        Assert.Equal("288960.00", steun.GetProperty("steun")[0].GetProperty("ruimteNa").GetString());
    }

    [Fact]
    public async Task Een_rekening_en_een_adres_gaan_alleen_naar_een_dienst_en_de_eigenaar_ziet_de_laatste_rekening()
    {
        await Ok(await huis.Post("bram", "/v1/ondernemingen/22222222", Inschrijving));
        await Ok(await huis.Post("bram", "/v1/ondernemingen/22222222", Inschrijving));
        await Ok(
            await huis.Post("bram", "/v1/ondernemingen/22222222/rekening", new RekeningWijzigen.Verzoek("NL20INGB0001234567", "Slager"))
        );

        var beeld = await Json(await huis.Haal("bram", "/v1/ondernemingen/22222222"));

        Assert.Equal(
            (2, "NL20INGB0001234567", "3511 AB"),
            (
                beeld.GetProperty("rekening").GetProperty("volgnummer").GetInt32(),
                beeld.GetProperty("rekening").GetProperty("iban").GetString(),
                beeld.GetProperty("gegevens").GetProperty("postcode").GetString()
            )
        );
        foreach (var pad in (string[])["gegevens", "rekening?volgnummer=1"])
        {
            using var antwoord = await huis.Haal("bram", $"/v1/ondernemingen/22222222/{pad}");
            Assert.Equal(HttpStatusCode.Forbidden, antwoord.StatusCode);
        }
    }

    [Fact]
    public async Task Een_document_komt_terug_zoals_het_kwam_en_een_ander_ziet_het_niet()
    {
        var nummer = Platform.Zaaknummer.Maak([9, 8, 7, 6, 5, 4, 3, 2, 1]).ToString();
        await Ok(
            await huis.Post(
                "ben",
                "/v1/besluiten",
                new IetsBesloten(new AanvraagIngediendBericht(nummer, "2026-04-mkb", Kvk, "slim-2026", 11040.00m, Nu))
            )
        );
        await huis.Stil();
        var inhoud = Proefpdf.Van("plan");

        var (status, ontvangst) = await Stuur("olivia", nummer, inhoud);
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Stuur("olivia", nummer, [1, 2, 3])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Stuur("bram", nummer, inhoud)).Status);

        var id = ontvangst.GetProperty("document").GetString();
        using (var document = await huis.Haal("bea", $"/v1/documenten/{id}"))
            Assert.Equal(inhoud, await document.Content.ReadAsByteArrayAsync(Ct));
        using var gluren = await huis.Haal("bram", $"/v1/documenten/{id}");
        Assert.Equal(HttpStatusCode.NotFound, gluren.StatusCode);
    }

    [Fact]
    public async Task Verleningen_aan_een_onderneming_die_tegelijk_komen_tellen_bij_elkaar_op()
    {
        const string kvk = "33333333";
        var zaken = Enumerable.Range(0, 24).Select(i => Platform.Zaaknummer.Maak([1, 1, 1, 1, 1, 1, 1, 1, (byte)i]).ToString());
        var berichten = zaken.Select(zaak => new IetsBesloten(Verlening: Verleend with { Zaaknummer = zaak, KvkNummer = kvk }));
        foreach (var antwoord in await Task.WhenAll(berichten.Select(bericht => huis.Post("ben", "/v1/besluiten", bericht))))
            await Ok(antwoord);
        await huis.Stil();

        var steun = await Json(await huis.Haal("bea", $"/v1/ondernemingen/{kvk}/steun"));

        Assert.Equal(
            Enumerable.Range(1, 24).Select(i => 300000.00m - (i * 11040.00m)),
            steun.GetProperty("steun").EnumerateArray().Select(p => Getal.Lees(p.GetProperty("ruimteNa").GetString()!))
        );
    }

    private async Task<(HttpStatusCode Status, JsonElement Inhoud)> Stuur(string persoon, string nummer, byte[] inhoud)
    {
        using var client = await huis.Als(persoon);
        using var bestand = new ByteArrayContent(inhoud);
        bestand.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        using var antwoord = await client.PostAsync($"/v1/documenten?zaaknummer={nummer}&soort=opleidingsplan", bestand, Ct);
        return (antwoord.StatusCode, await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct));
    }

    private async Task<IReadOnlyList<JsonElement>> Brieven(string persoon) =>
        [.. (await Json(await huis.Haal(persoon, $"/v1/brieven?zaaknummer={Zaak}"))).EnumerateArray()];

    private static async Task<JsonElement> Json(HttpResponseMessage antwoord)
    {
        using (antwoord)
        {
            Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
            return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
        }
    }

    private static async Task Ok(HttpResponseMessage antwoord) => await Json(antwoord);
}
