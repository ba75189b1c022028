using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SlimRegeling.Relaties;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Post;

/// <summary>Through HTTP: a letter of which what was written with it is gone is named, and holds up no other.</summary>
public sealed class NietTeDrukkenTests(Proefhuis huis) : IClassFixture<Proefhuis>
{
    private static readonly string Zaak = Platform.Zaaknummer.Maak([8, 8, 8, 8, 8, 8, 8, 8, 2]).ToString();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Een_brief_die_niet_te_drukken_is_houdt_de_andere_niet_op()
    {
        await Ok(huis.Post("olivia", $"/v1/ondernemingen/{Kvk}/contact", new { papier = true }));
        await Ok(
            huis.Post(
                "olivia",
                $"/v1/ondernemingen/{Kvk}",
                new Inschrijven.Verzoek("De Troffel", "Dorpsstraat 12", "3511ab", "Utrecht", ["41.20"], "NL91 ABNA 0417 1643 00", "T")
            )
        );
        await huis.Stil();
        // Nobody has what this hash is of.
        var weg = AanvullingGevraagd with
        {
            Zaaknummer = Zaak,
            Toelichtinghash = "weg",
        };
        await Ok(huis.Post("ben", "/v1/besluiten", new IetsBesloten(Aanvulling: weg)));
        await Ok(huis.Post("ben", "/v1/besluiten", new IetsBesloten(Verlening: Verleend with { Zaaknummer = Zaak })));
        await huis.Stil();

        var bundel = await Ok(huis.Post("bea", "/v1/postbundels", new { }));

        Assert.Equal(1, bundel.GetProperty("brieven").GetInt32());
        var niet = Assert.Single(bundel.GetProperty("nietGedrukt").EnumerateArray());
        Assert.Equal(($"{Zaak}-aanvulling", "aanvulling"), (niet.GetProperty("brief").GetString(), niet.GetProperty("soort").GetString()));
        Assert.Contains("vernietigd of gewijzigd", niet.GetProperty("reden").GetString(), StringComparison.Ordinal);
        await Ok(huis.Post("bea", $"/v1/postbundels/{bundel.GetProperty("id").GetString()}/verzending", new { }));
        // It waits on, and whoever looks at it next reads why.
        using var alleen = await huis.Post("bea", "/v1/postbundels", new { });
        Assert.Equal(HttpStatusCode.Conflict, alleen.StatusCode);
        var probleem = await alleen.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.EndsWith(":niet-te-drukken", probleem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Contains($"{Zaak}-aanvulling", probleem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Ok(Task<HttpResponseMessage> vraag)
    {
        using var antwoord = await vraag;
        Assert.True(antwoord.IsSuccessStatusCode, await antwoord.Content.ReadAsStringAsync(Ct));
        return await antwoord.Content.ReadFromJsonAsync<JsonElement>(Ct);
    }
}
