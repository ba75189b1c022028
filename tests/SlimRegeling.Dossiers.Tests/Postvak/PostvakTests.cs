using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Relaties;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Postvak;

/// <summary>Through HTTP: the letters of all cases of an enterprise, a page at a time, and which of them one opened.</summary>
public sealed class PostvakTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
    public async Task Brieven_van_alle_zaken_staan_bij_elkaar_en_een_nieuwe_verschuift_geen_bladzijde()
    {
        await Gelukt(await huis.Post("olivia", $"/v1/ondernemingen/{Kvk}", Inschrijving));
        var (een, twee, drie) = (await Verleen(1), await Verleen(2), await Verleen(3));

        var eerste = await Lees("olivia", "?aantal=2");
        Assert.Equal([drie, twee], Brieven(eerste));
        var vier = await Verleen(4);
        var tweede = await Lees("olivia", $"?aantal=2&na={eerste.GetProperty("volgende").GetString()}");
        Assert.Equal([een], Brieven(tweede));
        Assert.False(tweede.TryGetProperty("volgende", out _));

        var alle = await Lees("olivia");
        Assert.Equal([vier, drie, twee, een], Brieven(alle));
        Assert.All(
            alle.GetProperty("berichten").EnumerateArray(),
            b =>
                Assert.Equal(
                    ("verlening", true, false, false),
                    (
                        b.GetProperty("soort").GetString(),
                        b.GetProperty("alsPagina").GetBoolean(),
                        b.GetProperty("perPost").GetBoolean(),
                        b.GetProperty("gelezen").GetBoolean()
                    )
                )
        );
        Assert.Equal(4, await Ongelezen("olivia"));

        // As a page or as a PDF, and once however often.
        await Open("olivia", $"{drie}/pagina");
        await Open("olivia", een);
        await Open("olivia", een);
        // An employee who opens it leaves no mark here.
        await Open("bea", twee);
        Assert.Equal(2, await Ongelezen("olivia"));
        Assert.Equal([false, true, false, true], Gelezen(await Lees("olivia")));

        Assert.Empty(Brieven(await Lees("bram")));
        Assert.Empty(Brieven(await Lees("bram", $"?na={twee}")));
        Assert.Equal(0, await Ongelezen("bram"));
        foreach (var pad in (string[])["", "/ongelezen"])
        {
            using var medewerker = await huis.Haal("bea", $"/v1/berichten{pad}");
            Assert.Equal(HttpStatusCode.Forbidden, medewerker.StatusCode);
        }
        foreach (var vraag in (string[])["?aantal=0", "?aantal=101", "?na=ergens"])
        {
            using var onjuist = await huis.Haal("olivia", $"/v1/berichten{vraag}");
            Assert.Equal((vraag, HttpStatusCode.UnprocessableEntity), (vraag, onjuist.StatusCode));
        }
    }

    /// <summary>Awards a case of this enterprise; gives the id of the letter.</summary>
    private async Task<string> Verleen(byte nummer)
    {
        var zaak = Platform.Zaaknummer.Maak([2, 2, 2, 2, 2, 2, 2, 2, nummer]).ToString();
        var besloten = new IetsBesloten(
            new AanvraagIngediendBericht(zaak, "2026-04-mkb", Kvk, "slim-2026", 11040.00m, Nu),
            Verleend with
            {
                Zaaknummer = zaak,
                Besluit = $"{zaak}-V1",
            }
        );
        await Gelukt(await huis.Post("ben", "/v1/besluiten", besloten));
        await huis.Stil();
        return $"{zaak}-verlening";
    }

    private async Task<JsonElement> Lees(string persoon, string vraag = "") =>
        await Gelukt(await huis.Haal(persoon, $"/v1/berichten{vraag}"));

    private async Task<int> Ongelezen(string persoon) =>
        (await Gelukt(await huis.Haal(persoon, "/v1/berichten/ongelezen"))).GetProperty("aantal").GetInt32();

    private async Task Open(string persoon, string brief)
    {
        using var antwoord = await huis.Haal(persoon, $"/v1/brieven/{brief}");
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
    }

    private static IEnumerable<string> Brieven(JsonElement lijst) =>
        lijst.GetProperty("berichten").EnumerateArray().Select(b => b.GetProperty("id").GetString()!);

    private static IEnumerable<bool> Gelezen(JsonElement lijst) =>
        lijst.GetProperty("berichten").EnumerateArray().Select(b => b.GetProperty("gelezen").GetBoolean());

    private static async Task<JsonElement> Gelukt(HttpResponseMessage antwoord)
    {
        using (antwoord)
        {
            Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
            return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
        }
    }
}
