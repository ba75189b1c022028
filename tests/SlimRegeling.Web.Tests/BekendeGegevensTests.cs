using System.Text.Json;
using Microsoft.Playwright;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Web.Aanvraag;

namespace SlimRegeling.Web.Tests;

/// <summary>What we know of an enterprise is told where the form asks for it: where letters go, on which account we pay, which aid it had.</summary>
public sealed class BekendeGegevensTests(Portaalhuis huis, Browser browser)
{
    private const string Iban = "NL13TEST0123456789";
    private const string AndereIban = "GB29NWBK60161331926819";

    [Theory]
    [InlineData("NL13 test 0123 4567 89", Iban, true)]
    [InlineData(Iban, "…6789", true)]
    [InlineData(Iban, "…6788", false)]
    [InlineData(AndereIban, Iban, false)]
    public void Accounts_are_compared_however_they_are_written(string iban, string bekend, bool zelfde) =>
        Assert.Equal(zelfde, Rekeningvergelijking.IsZelfde(iban, bekend));

    [Fact]
    public async Task What_is_missing_is_told_at_each_step_and_filled_in_on_the_way_and_stops_nobody()
    {
        var (wie, kvk) = ("bekend-adres", "91000022");
        huis.Registreer(wie, wie, kvk);
        var zaak = await Concept(wie, await huis.Tijdvak("2026-bekendadres-mkb"), Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: wie);
        await blad.Ga($"/aanvragen/{zaak}");
        Assert.Equal("Niet ingevuld", await Portaal.Stand(blad, "gegevens").InnerTextAsync());
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        await Assertions.Expect(blad.Locator("#bereik")).ToContainTextAsync("nog geen adres en geen e-mailadres");
        Assert.Equal(1, await blad.Locator("#akkoord").CountAsync());

        await blad.Locator("#bereik a").ClickAsync();
        await VulAdres(blad);
        await Portaal.Knop(blad, "Sla op");
        await blad.WaitForURLAsync("**/indienen");
        await Assertions.Expect(blad.Locator("[role=status]")).ToHaveTextAsync("Uw gegevens zijn opgeslagen.");
        await Assertions.Expect(blad.Locator("#bereik")).ToContainTextAsync("Wij hebben nog geen e-mailadres van u.");
        await blad.Ga($"/aanvragen/{zaak}");
        Assert.Equal("E-mailadres ontbreekt", await Portaal.Stand(blad, "gegevens").InnerTextAsync());

        await blad.Locator("a[href^='/aanvragen/gegevens']").ClickAsync();
        // A mistake does not lose the way back.
        await blad.Locator("#v-email").FillAsync("geen adres");
        await Portaal.Knop(blad, "Bewaar hoe wij u bereiken");
        await blad.Locator("#v-email").FillAsync("bekend@voorbeeld.nl");
        await Portaal.Knop(blad, "Bewaar hoe wij u bereiken");
        await blad.WaitForURLAsync(new Uri(huis.Adres, $"/aanvragen/{zaak}").ToString());
        Assert.Equal("Klaar", await Portaal.Stand(blad, "gegevens").InnerTextAsync());
        await Portaal.IsBruikbaar(blad, "bekend-taken");
        await blad.Ga($"/aanvragen/{zaak}/indienen");
        Assert.Equal(0, await blad.Locator("#bereik").CountAsync());

        // Another site is no way back.
        await blad.Ga("/aanvragen/gegevens?terug=https://elders.example/");
        Assert.Equal(0, await blad.Locator("main a[href*='elders']").CountAsync());
        await Portaal.Knop(blad, "Bewaar hoe wij u bereiken");
        await Assertions.Expect(blad).ToHaveURLAsync(huis.Adres.ToString());
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_account_is_typed_once_and_where_two_stand_it_is_told_which_is_paid()
    {
        var (wie, kvk) = ("bekend-rekening", "91000023");
        huis.Registreer(wie, wie, kvk);
        var zaak = await Concept(wie, await huis.Tijdvak("2026-bekendrekening-mkb"), Portaalhuis.Volledig);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: wie);
        // From the application to the enterprise.
        await blad.Ga("/aanvragen/gegevens");
        await Assertions.Expect(blad.Locator("#v-iban")).ToHaveValueAsync(Iban);
        await Assertions.Expect(blad.Locator("#v-iban-merk")).ToContainTextAsync(zaak);
        await VulAdres(blad);
        await blad.Locator("#v-iban").FillAsync(AndereIban);
        await Portaal.Knop(blad, "Sla op");
        await Assertions.Expect(blad.Locator("[data-punt='iban']")).ToContainTextAsync(Iban);
        await Portaal.IsBruikbaar(blad, "bekend-gegevens");

        await blad.Ga($"/aanvragen/{zaak}/rekening");
        await Assertions.Expect(blad.Locator("[data-punt='rekening.iban']")).ToContainTextAsync($"Wij betalen op {AndereIban}");
        await Portaal.IsBruikbaar(blad, "bekend-rekening");
        await blad.Locator("#v-rekening-iban").FillAsync(AndereIban);
        await Portaal.Knop(blad, "Opslaan en controleren");
        await blad.Ga($"/aanvragen/{zaak}/rekening");
        Assert.Equal(0, await blad.Locator("[data-punt='rekening.iban']").CountAsync());
        await Assertions.Expect(blad.Locator("#v-rekening-iban-merk")).ToContainTextAsync("Op deze rekening betalen wij.");

        // From the enterprise to the next application.
        var volgende = await huis.Tijdvak("2026-bekendvolgende-mkb");
        await blad.Ga($"/aanvragen/beginnen?tijdvak={volgende}");
        await Portaal.Knop(blad, "Begin de aanvraag");
        await blad.WaitForURLAsync("**/aanvragen/SLIM-*");
        await blad.Ga($"{blad.Url}/rekening");
        await Assertions.Expect(blad.Locator("#v-rekening-iban")).ToHaveValueAsync(AndereIban);
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task Aid_that_this_scheme_granted_is_told_at_the_declaration_and_answers_nothing()
    {
        var (wie, kvk) = ("bekend-steun", "91000024");
        huis.Registreer(wie, wie, kvk);
        var tijdvak = await huis.Tijdvak("2026-bekendsteun-mkb");
        var eerder = await Concept(wie, tijdvak, Portaalhuis.Ondertekend);
        await huis.Gelukt(wie, HttpMethod.Post, $"/v1/aanvragen/{eerder}/indiening", new { });
        await huis.Stil();
        var zaak = await Concept(wie, await huis.Tijdvak("2026-bekendsteunnu-mkb"), null);
        var blad = await Portaal.Aangemeld(huis, browser, scripts: true, wie: wie);
        await blad.Ga($"/aanvragen/{zaak}/verklaringen");
        Assert.Equal(0, await blad.Locator("[data-punt='verklaringen.deMinimis']").CountAsync());

        var dag = huis.Nu.InUtc().Date;
        await huis.Zeg(
            "verlening",
            "subsidie-verleend",
            eerder,
            new SubsidieVerleendBericht(
                eerder,
                tijdvak,
                kvk,
                "slim-2026",
                $"{eerder}-V1",
                dag.PlusYears(-1),
                10_000.00m,
                6_000.00m,
                3_000.00m,
                dag.PlusYears(-1),
                dag.PlusDays(-1),
                "ambtshalve",
                ["A"],
                ["beoordelaar", "medeondertekenaar"],
                huis.Nu,
                Aanvragertype: "mkb-onderneming"
            )
        );

        var steun = await huis.Gelukt(wie, HttpMethod.Get, $"/v1/ondernemingen/{kvk}/steun");
        await blad.Ga($"/aanvragen/{zaak}/verklaringen");
        var punt = blad.Locator("[data-punt='verklaringen.deMinimis']");
        await Assertions.Expect(punt).ToContainTextAsync(Weergave.Bedrag("6000.00"));
        await Assertions.Expect(punt).ToContainTextAsync(Weergave.Bedrag(steun.GetProperty("beschikbaar").GetString()!));
        Assert.Equal(0, await blad.Locator("input[type=radio]:checked").CountAsync());
        await Portaal.IsBruikbaar(blad, "bekend-steun");
        await blad.Context.CloseAsync();
    }

    private async Task<string> Concept(string wie, string tijdvak, string? formulier)
    {
        var zaak = (await huis.Gelukt(wie, HttpMethod.Post, "/v1/aanvragen", new { tijdvak })).GetProperty("zaaknummer").GetString()!;
        if (formulier is not null)
        {
            await huis.Gelukt(wie, HttpMethod.Put, $"/v1/aanvragen/{zaak}/concept", JsonSerializer.Deserialize<JsonElement>(formulier));
        }
        return zaak;
    }

    private static async Task VulAdres(IPage blad)
    {
        foreach (
            var (veld, tekst) in ((string, string)[])
                [
                    ("naam", "De Troffel B.V."),
                    ("straat", "Dorpsstraat 12"),
                    ("postcode", "3511 AB"),
                    ("plaats", "Utrecht"),
                    ("sbiCodes", "4321"),
                    ("tenaamstelling", "De Troffel"),
                ]
        )
        {
            await blad.Locator($"#v-{veld}").FillAsync(tekst);
        }
    }
}
