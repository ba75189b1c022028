using System.Text.Json;

namespace SlimRegeling.Web.Tests;

/// <summary>Who acts for one establishment reads on each page what that means, and at the last step who can take it.</summary>
public sealed class VestigingTests(Portaalhuis huis, Browser browser)
{
    private const string Vera = "Vera Vestiging";

    [Fact]
    public async Task The_page_says_who_can_submit_in_both_languages_and_keeps_what_was_prepared()
    {
        const string Wie = "vestiging-indienen";
        var tijdvak = await huis.Tijdvak("2026-vestiging-mkb");
        huis.Registreer(Wie, Vera, "90007001", vestiging: "000012345678");
        var zaak = (await huis.Gelukt(Wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
        var formulier = JsonSerializer.Deserialize<JsonElement>(Portaalhuis.Volledig);
        await huis.Gelukt(Wie, HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", formulier);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: Vera);

        await blad.Ga($"/aanvragen/{zaak}/indienen");
        Assert.Contains("U handelt voor één vestiging (nummer 000012345678).", await blad.ContentAsync(), StringComparison.Ordinal);
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Onderteken en dien in");
        Assert.Contains(
            "Vraag iemand die voor de hele onderneming mag handelen om dit te doen.",
            await blad.Locator(".slim-fouten").InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.True(await blad.Locator("#akkoord").IsCheckedAsync());
        await Portaal.IsBruikbaar(blad, "vestiging-indienen");

        await blad.Ga($"/taal/en?terug=/aanvragen/{zaak}/indienen");
        await blad.Locator("#akkoord").CheckAsync();
        await Portaal.Knop(blad, "Sign and submit");
        Assert.Contains(
            "Ask someone who may act for the whole enterprise to do this.",
            await blad.Locator(".slim-fouten").InnerTextAsync(),
            StringComparison.Ordinal
        );
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task A_machtiging_is_not_given_nor_ended_and_the_page_says_so()
    {
        huis.Registreer("geheel-machtiging", "Gaby Geheel", "90007002");
        huis.Registreer("vestiging-machtiging", "Vince Vestiging", "90007002", vestiging: "000087654321");
        await huis.Gelukt(
            "geheel-machtiging",
            HttpMethod.Post,
            "/v1/machtigingen",
            new
            {
                gemachtigde = "68727720",
                naam = "Ada",
                uwNaam = "Klant",
                omvang = (string[])["aanvragen"],
            }
        );
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: "Vince Vestiging");
        await blad.Ga("/machtigingen/90007002-68727720/beeindigen");
        await Portaal.Knop(blad, "Ja, beëindig de machtiging");
        Assert.Contains("dit bindt de hele onderneming", await blad.Locator(".slim-fouten").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "vestiging-machtiging-beeindigen");

        await blad.Ga("/machtigingen/geven");
        await blad.Locator("#gemachtigde").FillAsync("44444444");
        await blad.Locator("#naam").FillAsync("Ander bureau");
        await blad.Locator("#uwNaam").FillAsync("Klant");
        await blad.Locator("input[name=omvang][value=aanvragen]").CheckAsync();
        await Portaal.Knop(blad, "Geef de machtiging");
        Assert.Contains("dit bindt de hele onderneming", await blad.Locator(".slim-fouten").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Ander bureau", await blad.Locator("#naam").InputValueAsync());
        await blad.Context.CloseAsync();
    }
}
