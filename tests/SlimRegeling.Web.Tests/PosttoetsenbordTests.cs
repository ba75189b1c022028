using Microsoft.Playwright;
using static SlimRegeling.Web.Tests.Toetsenbord;

namespace SlimRegeling.Web.Tests;

/// <summary>Letters on paper, their texts and the e-mail that does not arrive, by keyboard alone.</summary>
public sealed class PosttoetsenbordTests(Browser browser)
{
    private const string Wie = "toetspost";
    private const string Kvk = "91000021";
    private const string Sjabloon = "/beheer/brieven/bewijsverzoek";

    [Fact]
    public async Task The_post_the_text_of_a_letter_and_a_failed_e_mail_take_no_mouse()
    {
        await using var huis = new Portaalhuis();
        await huis.InitializeAsync();
        var zaak = await WachtOpDePost(huis);

        await Post(await Aangemeld(huis.Adres, browser, "beoordelaar"));
        await StelVoor(await Aangemeld(huis.Adres, browser, "regelbeheerder"));
        await Onderteken(await Aangemeld(huis.Adres, browser, "regelbeheerder-2"));
        await huis.Voer(
            $"""
            insert into dossiers.email (sleutel, kvk_nummer, soort, zaaknummer, bij_concept, stand, gemaakt_op, volgende_op, stand_op, tot, fout)
            values ('{zaak}.Brief.toetsenbord.{Kvk}', '{Kvk}', 'Brief', '{zaak}', false, 'Geweigerd', now(), now(), now(), now(), '550')
            """
        );
        await StuurOpnieuw(await Aangemeld(huis.Adres, browser, "beheerder"), zaak);
    }

    private static async Task Post(IPage blad)
    {
        await blad.Ga("/beheer/post");
        await Druk(blad, "#verzenddag", "Home");
        await Volg(blad, "form[action='/beheer/post'] button[type='submit']");
        Assert.Contains("De bundel is klaar.", await Status(blad), StringComparison.Ordinal);
        await Volg(blad, "form[action$='handler=Gepost'] button[type='submit']");
        Assert.Contains("De brieven zijn als gepost gemeld.", await Status(blad), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    private static async Task StelVoor(IPage blad)
    {
        await blad.Ga("/beheer/brieven");
        await Volg(blad, $"a[href='{Sjabloon}']");
        await Typ(blad, "#tekst-onderwerp", "Toon wat u deed");
        await Typ(blad, "#tekst-toelichting", "Korter.");
        await Volg(blad, "button[formaction$='handler=Voorbeeld']");
        Assert.Contains("Toon wat u deed", await blad.Locator("article.slim-brief").InnerTextAsync(), StringComparison.Ordinal);
        await Volg(blad, $"form[action='{Sjabloon}'] button[type='submit']:not([formaction])");
        await blad.GetByText("Uw voorstel ligt klaar.").WaitForAsync();
        await blad.Context.CloseAsync();
    }

    private static async Task Onderteken(IPage blad)
    {
        await blad.Ga(Sjabloon);
        await Volg(blad, "form[action$='handler=Ondertekenen'] button[type='submit']");
        await blad.GetByText("Brieven worden nu geschreven met versie 2.").WaitForAsync();
        await blad.Context.CloseAsync();
    }

    private static async Task StuurOpnieuw(IPage blad, string zaak)
    {
        await blad.Ga("/beheer/emails");
        await Volg(blad, $"a[href='/zaken/{zaak}']");
        await Volg(blad, "form[action$='handler=Email'] button[type='submit']");
        Assert.Contains("De e-mail wordt opnieuw gestuurd.", await Status(blad), StringComparison.Ordinal);
        await blad.Context.CloseAsync();
    }

    private static Task<string> Status(IPage blad) => blad.Locator("[role=status]").First.InnerTextAsync();

    /// <summary>An enterprise that asks for paper, with a letter that waits.</summary>
    private static async Task<string> WachtOpDePost(Portaalhuis huis)
    {
        huis.Registreer(Wie, "Tessa Toets", Kvk);
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/ondernemingen/{Kvk}/contact", new { papier = true });
        await huis.Ingeschreven(Wie, "Tessa Toets B.V.", Kvk);
        var zaak = await huis.Concept(await huis.Tijdvak("2026-toetspost-mkb"), Portaalhuis.Ondertekend, Wie);
        await huis.Gelukt(Wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        await huis.Gelukt(
            "beoordelaar",
            HttpMethod.Post,
            $"/v1/aanvragen/{zaak}/volledigheid",
            new { volledig = false, ontbreekt = (string[])["activiteitenplan"] }
        );
        await huis.Stil();
        var brief = Assert.Single((await huis.Gelukt(Wie, HttpMethod.Get, $"/v1/brieven?zaaknummer={zaak}")).EnumerateArray());
        Assert.Equal("post", brief.GetProperty("wachtOp").GetString());
        return zaak;
    }
}
