using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Playwright;
using SlimRegeling.Host.Voorbeeldzaken;
using static SlimRegeling.Web.Tests.KnoppenTests;

namespace SlimRegeling.Web.Tests;

/// <summary>One case with odd cents: letters, pages, the file for the bank and the books say what was signed, read as people read them.</summary>
public sealed class GelijkeBedragenTests(Portaalhuis huis, Browser browser)
{
    private const string Wie = "geldcenten";
    private const string Naam = "Cent Centjens";
    private const string Kvk = "91000111";

    /// <summary>What is left of the award when it is withdrawn in part.</summary>
    private const decimal Blijft = 1_000.00m;

    private static readonly XNamespace Pain = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    // Each step of the computation has something to round.
    private static readonly string Formulier = Portaalhuis.Ondertekend.Replace(
        "\"uren\":80,\"uurtarief\":\"125.00\"",
        "\"uren\":79,\"uurtarief\":\"124.37\"",
        StringComparison.Ordinal
    );

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_signed_stands_to_the_cent_in_letters_on_pages_in_the_file_and_in_the_books()
    {
        huis.Registreer(Wie, Naam, Kvk);
        await huis.Ingeschreven(Wie, "Bouwbedrijf De Cent B.V.", Kvk);
        var zaak = await Geldzaak.Verleend(huis, "2026-geldcenten-mkb", Wie, Formulier);
        var besluit = (await Werkzaak.Verlening(huis, zaak.Zaak)).GetProperty("besluit");
        var (verleend, voorschot) = (Bedrag(besluit, "bedrag"), Bedrag(besluit, "voorschot"));
        Assert.True(verleend % 1 != 0 && voorschot % 1 != 0, $"No cents in {verleend} and {voorschot}.");
        var ontvanger = await Portaal.Aangemeld(huis, browser, wie: Naam);
        var fenna = await Portaal.Aangemeld(huis, browser, wie: "Fenna Financieel");

        await IsVerleend(ontvanger, zaak.Zaak, verleend, voorschot);
        await IsBetaald(ontvanger, fenna, zaak, voorschot);
        Assert.Equal(
            [
                new("Bank", zaak.Zaak, 0m, voorschot),
                new("Budget", zaak.Zaak, verleend, 0m),
                new("Te betalen", zaak.Zaak, 0m, voorschot),
                new("Te betalen", zaak.Zaak, voorschot, 0m),
                new("Verplichtingen", zaak.Zaak, 0m, verleend),
                new("Voorschotten", zaak.Zaak, voorschot, 0m),
            ],
            await Boeken(fenna, zaak.Zaak)
        );

        var vordering = await zaak.Ingetrokken(huis);
        await IsTeruggevorderd(ontvanger, fenna, zaak.Zaak, vordering, voorschot);
        var geboekt = await Boeken(fenna, zaak.Zaak);
        Assert.Equal(
            new Bladbedrag.Regel("Te vorderen", zaak.Zaak, voorschot - Blijft, 0m),
            Assert.Single(geboekt, r => r.Rekening == "Te vorderen")
        );
        Assert.Equal(geboekt.Sum(r => r.Debet), geboekt.Sum(r => r.Credit));
        await ontvanger.Context.CloseAsync();
        await fenna.Context.CloseAsync();
    }

    /// <summary>On the page of the case, and in its letter.</summary>
    private static async Task IsVerleend(IPage ontvanger, string zaak, decimal verleend, decimal voorschot)
    {
        Assert.Equal((verleend, voorschot, 0m), await Zaakblad(ontvanger, zaak));
        var brief = await Brief(ontvanger, zaak, $"{zaak}-verlening");
        Assert.Contains($"ten hoogste {Tekst(verleend)}.", brief, StringComparison.Ordinal);
        Assert.Contains($"U krijgt een voorschot van {Tekst(voorschot)} ", brief, StringComparison.Ordinal);
        Assert.Equal(voorschot, await Bladbedrag.InRij(ontvanger, Bladbedrag.Met(ontvanger, "td", "Waarvan voorschot"), "Bedrag"));
    }

    /// <summary>In the round, in its file, and on the page of the case when the bank told so.</summary>
    private async Task IsBetaald(IPage ontvanger, IPage fenna, Geldzaak zaak, decimal voorschot)
    {
        var pad = $"/geld/rondes/{await Geldzaak.Ronde(huis, zaak.Opdracht)}";
        await fenna.Ga(pad);
        var opdracht = fenna.GetByRole(AriaRole.Link, new() { Name = zaak.Opdracht, Exact = true });
        Assert.Equal(voorschot, await Bladbedrag.InRij(fenna, opdracht, "Bedrag"));
        foreach (var som in (string[])["Totaal van het bestand", "Som van de betalingen"])
        {
            Assert.Equal(voorschot, await Bladbedrag.Gegeven(fenna.Locator("main dl"), som));
        }
        using var ophaler = await Als(huis.Adres, Geldzaak.Fenna);
        using var bestand = await ophaler.Haal($"{pad}?handler=Bestand");
        var pain = XDocument.Parse(await bestand.Content.ReadAsStringAsync(Ct));
        var betaling = Assert.Single(pain.Descendants(Pain + "CdtTrfTxInf"));
        Assert.Equal(zaak.Opdracht, betaling.Descendants(Pain + "EndToEndId").Single().Value);
        var inBestand = Punt(betaling.Descendants(Pain + "InstdAmt").Single().Value);
        Assert.Equal(voorschot, inBestand);
        Assert.All(pain.Descendants(Pain + "CtrlSum"), x => Assert.Equal(voorschot, Punt(x.Value)));

        await Geldzaak.Lees(huis, new Bankmutatie(inBestand, Af: true, zaak.Opdracht, "voorschot"));
        Assert.Equal(voorschot, (await Zaakblad(ontvanger, zaak.Zaak)).Betaald);
    }

    /// <summary>On the page of the claim, on that of the case, and in the letter.</summary>
    private async Task IsTeruggevorderd(IPage ontvanger, IPage fenna, string zaak, string vordering, decimal voorschot)
    {
        var terug = voorschot - Blijft;
        var pad = $"/geld/vorderingen/{vordering}";
        using var maker = await Als(huis.Adres, Geldzaak.Fenna);
        using var floris = await Als(huis.Adres, Geldzaak.Floris);
        using var coen = await Als(huis.Adres, Geldzaak.Coen);
        await Klik(maker, pad, "terugvorderen-argument", ("argument", "Het voorschot was te hoog."));
        await Klik(floris, pad, "Onderteken dit voorstel");
        await Klik(coen, pad, "Onderteken dit voorstel");
        await huis.Stil();

        await fenna.Ga(pad);
        foreach (var (rij, kop) in ((string, string)[])[("Gevorderd", "Hoofdsom"), ("Gevorderd", "Totaal"), ("Open", "Totaal")])
        {
            Assert.Equal((rij, kop, terug), (rij, kop, await Bladbedrag.InRij(fenna, Bladbedrag.Met(fenna, "th", rij), kop)));
        }
        await ontvanger.Ga($"/zaken/{zaak}");
        var eigen = ontvanger.Locator("section[aria-labelledby='vorderingen'] dl");
        Assert.Equal(terug, await Bladbedrag.Gegeven(eigen, "Teruggevorderd"));
        Assert.Equal(terug, await Bladbedrag.Gegeven(eigen, "Nog te betalen"));
        var brief = await Brief(ontvanger, zaak, $"{vordering}-terugvordering");
        Assert.Contains($"U kreeg van ons {Tekst(voorschot)}.", brief, StringComparison.Ordinal);
        Assert.Contains($"U hebt recht op {Tekst(Blijft)}.", brief, StringComparison.Ordinal);
        Assert.Contains($"U betaalt {Tekst(terug)} terug.", brief, StringComparison.Ordinal);
    }

    private static async Task<(decimal Verleend, decimal Voorschot, decimal Betaald)> Zaakblad(IPage blad, string zaak)
    {
        await blad.Ga($"/zaken/{zaak}");
        var bedragen = blad.Locator("h2:text-is('Bedragen') + dl");
        return (
            await Bladbedrag.Gegeven(bedragen, "Verleend"),
            await Bladbedrag.Gegeven(bedragen, "Voorschot"),
            await Bladbedrag.Gegeven(bedragen, "Betaald")
        );
    }

    /// <summary>Opens a letter as its recipient does.</summary>
    private static async Task<string> Brief(IPage blad, string zaak, string brief)
    {
        await blad.Ga($"/zaken/{zaak}");
        await blad.Locator($"a[href*='handler=Briefpagina'][href$='id={brief}']").First.ClickAsync();
        return Gewoon(await blad.Locator(".slim-brief").InnerTextAsync());
    }

    private static async Task<IReadOnlyList<Bladbedrag.Regel>> Boeken(IPage blad, string zaak)
    {
        await blad.Ga($"/geld/grootboek/boekingen?zaaknummer={zaak}");
        return [.. (await Bladbedrag.Regels(blad)).OrderBy(r => r.Rekening, StringComparer.Ordinal).ThenBy(r => r.Debet)];
    }

    /// <summary>As a letter writes it.</summary>
    private static string Tekst(decimal bedrag) => Gewoon(Weergave.Bedrag(bedrag));

    private static string Gewoon(string tekst) => tekst.Replace('\u00a0', ' ');

    private static decimal Bedrag(JsonElement van, string naam) => Punt(van.GetProperty(naam).GetString()!);

    private static decimal Punt(string bedrag) => decimal.Parse(bedrag, CultureInfo.InvariantCulture);
}
