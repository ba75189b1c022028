using Microsoft.Playwright;
using static SlimRegeling.Web.Tests.Toetsenbord;

namespace SlimRegeling.Web.Tests;

public sealed partial class BeoordelaarsdagTests
{
    private static string Pad(string zaak, string waar = "") => $"/beheer/zaken/{zaak}{waar}";

    private static ILocator Rij(IPage blad, string zaak) => blad.Locator($"tbody tr:has(a[href='/zaken/{zaak}'])");

    private static Task Gezegd(IPage blad, string tekst) =>
        Assertions.Expect(blad.Locator("[role=status]").First).ToContainTextAsync(tekst);

    private static Task Staat(IPage blad, string tekst) => Assertions.Expect(blad.Locator("main")).ToContainTextAsync(tekst);

    private async Task<IPage> Begin(string wie)
    {
        var blad = await Aangemeld(kantoor.Portaal.Adres, browser, wie);
        await Kijk(blad, "zaken");
        return blad;
    }

    /// <summary>Goes on to the next page, and looks at it.</summary>
    private async Task Open(IPage blad, string doel, string naam)
    {
        await Volg(blad, doel);
        await Kijk(blad, naam);
    }

    /// <summary>Narrows the list of work to whose cases these are.</summary>
    private static async Task Toon(IPage blad, string wie)
    {
        await Typ(blad, "#wie", wie);
        await Volg(blad, "form[role=search] button");
    }

    /// <summary>From any page to the pages of a case, by the list of work.</summary>
    private static async Task NaarZaak(IPage blad, string zaak)
    {
        await Volg(blad, $"a[href='{Werk}']");
        await Volg(blad, $"a[href='{Pad(zaak)}']");
    }

    /// <summary>Nothing that axe finds wrong, and a picture; of a kind of page that was not seen before also narrow and in the dark.</summary>
    private async Task Kijk(IPage blad, string naam)
    {
        var keer = kantoor.Gezien[naam] = kantoor.Gezien.GetValueOrDefault(naam) + 1;
        if (keer == 1)
        {
            await Portaal.IsBruikbaar(blad, $"dag-{naam}");
            return;
        }
        await Browser.Beeld(blad, $"1280-dag-{naam}-{keer}");
        Assert.Empty(await Axe.Gebreken(blad));
    }

    /// <summary>Does this with all cases that are ticked, and reads that so many went well.</summary>
    private async Task Samen(IPage blad, string wat, int aantal)
    {
        await Volg(blad, $"button[value={wat}]");
        await Assertions.Expect(blad.Locator("#uitkomst")).ToHaveTextAsync($"Gelukt: {aantal}");
        await Assertions.Expect(blad.Locator("#uitkomst")).ToBeFocusedAsync();
        await Kijk(blad, "werk-uitkomst");
        await kantoor.Bijgewerkt();
    }

    private async Task VerklaarVolledig(IPage blad)
    {
        await Open(blad, "a[href$='/volledigheid']", "volledigheid");
        await Volg(blad, "button[value=volledig]");
        await Gezegd(blad, "De aanvraag is volledig verklaard.");
    }

    /// <summary>Judges each ground, with why.</summary>
    /// <param name="weiger">The only one that stands in the way.</param>
    private async Task Oordeel(IPage blad, string zaak, IReadOnlyList<string> codes, string? weiger = null)
    {
        await NaarZaak(blad, zaak);
        await Open(blad, "a[href$='/beoordeling']", "beoordeling");
        foreach (var code in codes)
        {
            await Druk(blad, $"#v-{code}-oordeel-0", code == weiger ? "ArrowDown" : "Space");
            await Typ(blad, $"#v-{code}-argument", Argument);
        }
    }

    private static async Task LegVoor(IPage blad)
    {
        await Volg(blad, Voorleggen);
        await Gezegd(blad, "Uw voorstel is voorgelegd.");
    }

    /// <summary>The letter of who was refused, as it came in on this day.</summary>
    private async Task TypOver(IPage blad, string dag)
    {
        await Typ(blad, "#invoer-zaaknummer", Geweigerd);
        await Typ(blad, "#invoer-besluit", $"{Geweigerd}-V1");
        await Druk(blad, "#invoer-indiener-0", "Space");
        await Typ(blad, "#invoer-ontvangenOp", dag);
        await Typ(blad, "#invoer-dagtekening", dag);
        await Druk(blad, "#invoer-ondertekend-0", "Space");
        await Typ(blad, "#invoer-naam", "Wil Werkgever");
        await Typ(blad, "#invoer-adres", "Steenweg 12, 3511 AB Utrecht");
        await Typ(blad, "#invoer-gronden", "Ons plan is wel haalbaar.");
        await Druk(blad, "#invoer-wilHoren-0", "Space", "ArrowDown");
        await Open(blad, "main form button", "bezwaar");
    }

    /// <summary>Opens a step in an objection, fills it in and lays it down.</summary>
    /// <param name="velden">By the end of their ids; without a text they are chosen.</param>
    private async Task Stap(IPage blad, string stap, string gezegd, params (string Veld, string? Tekst)[] velden)
    {
        await Druk(blad, $"#stap-{stap} > summary", "Enter");
        foreach (var (veld, tekst) in velden)
        {
            var doel = $"[id='{stap}-{veld}']";
            await (tekst is null ? Druk(blad, doel, "Space") : Typ(blad, doel, tekst));
        }
        await Open(blad, $"#stap-{stap} button", "bezwaar");
        await Gezegd(blad, gezegd);
    }

    /// <summary>Nothing stands in the way any more; the budget stays as it was judged.</summary>
    private async Task Herbeoordeel(IPage blad)
    {
        const string Stap = "#stap-herbeoordeling";
        await Druk(blad, $"{Stap} > summary", "Enter");
        var argumenten = await blad.Locator($"{Stap} textarea[id$='-argument']")
            .EvaluateAllAsync<string[]>("velden => velden.map(v => v.id)");
        foreach (var id in argumenten)
        {
            await Druk(blad, $"[id='{id.Replace("-argument", "-oordeel-0", StringComparison.Ordinal)}']", "Space");
            await Typ(blad, $"[id='{id}']", Argument);
        }
        await Open(blad, $"{Stap} .slim-knoppen button.utrecht-button--primary-action", "bezwaar");
        await Gezegd(blad, "De herbeoordeling is vastgelegd.");
    }

    private async Task<string> Status(string zaak) => (await kantoor.Lees($"/v1/aanvragen/{zaak}")).GetProperty("status").GetString()!;

    private async Task IsOveral(Func<string, string> status)
    {
        foreach (var zaak in kantoor.Zaken)
        {
            Assert.Equal((zaak, status(zaak)), (zaak, await Status(zaak)));
        }
    }

    /// <summary>How a case stands, what was decided by whom, and the letters that can be read.</summary>
    private async Task<string> Uitkomst(string zaak)
    {
        var stand = await Status(zaak);
        if (stand is "verleend" or "afgewezen")
        {
            var besluit = (await kantoor.Lees($"/v1/verleningen/{zaak}")).GetProperty("besluit");
            var wie = besluit.GetProperty("ondertekenaars").EnumerateArray().Select(w => w.GetString());
            stand = $"{stand} {besluit.GetProperty("bedrag").GetString()} door {string.Join(" en ", wie)}";
        }
        var brieven = (await kantoor.Lees($"/v1/brieven?zaaknummer={zaak}")).EnumerateArray().ToList();
        Assert.All(brieven, b => Assert.True(b.GetProperty("alsPagina").GetBoolean(), $"A letter of {zaak} cannot be read."));
        var soorten = brieven.Select(b => b.GetProperty("soort").GetString()).Order(StringComparer.Ordinal);
        return $"{stand}: {string.Join(' ', soorten)}";
    }

    private string Verwacht(string zaak) =>
        zaak == Onvolledig ? "aanvulling-gevraagd: aanvulling"
        : zaak == MetBelang ? "volledig: "
        : zaak == VanDina ? "beoordeeld: "
        : zaak == Geschrapt ? $"verleend 6900.00 door {Kantoor.Bas} en {Kantoor.Dina}: verlening"
        : zaak == Geweigerd
            ? $"verleend 8280.00 door {Bea} en {Max}: afwijzing beslissing-op-bezwaar bezwaar-beslistermijn bezwaar-ontvangst"
        : $"verleend 8280.00 door {Kantoor.Bas} en {Kantoor.Dina}: verlening";
}
