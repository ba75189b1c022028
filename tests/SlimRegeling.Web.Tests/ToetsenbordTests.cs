using Microsoft.Playwright;

namespace SlimRegeling.Web.Tests;

/// <summary>The pages on which one keeps watch, from the sign-in on, by keyboard alone and without script.</summary>
[Collection(nameof(Paginahuis))]
public sealed class ToetsenbordTests(Paginahuis huis, Browser browser)
{
    private const string Alarm = "toetsenbord-alarm";
    private const string Bericht = "toetsenbord-bericht";
    private const string Taak = "dossiers-bestandsresten";

    [Fact]
    public async Task An_alarm_a_job_a_message_and_a_dossier_take_no_mouse_and_no_script()
    {
        var alarm = await huis.ZetAlarm(Alarm);
        await huis.ZetApart(Bericht);
        var blad = await browser.Open(huis.Adres);
        await blad.Ga("/beheer");
        await Ga(blad, "Bert Beheerder");
        await Volg(blad, "Enter", "**/beheer");

        await Ga(blad, "Afstemming en alarmen");
        await Volg(blad, "Enter", "**/beheer/afstemming");
        await Portaal.IsBruikbaar(blad, "afstemming");
        await HandelAf(blad, alarm);

        await blad.Ga("/beheer");
        await Ga(blad, "Geplande taken");
        await Volg(blad, "Enter", "**/beheer/taken");
        await Portaal.IsBruikbaar(blad, "taken");
        await Ga(blad, $"Doe nu: {Taak}");
        await Volg(blad, "Enter", "**/beheer/taken?gedaan=*");
        Assert.Contains($"De taak {Taak} is gevraagd.", await Status(blad), StringComparison.Ordinal);

        await blad.Ga("/beheer");
        await Ga(blad, "Berichten en wat er apart staat");
        await Volg(blad, "Enter", "**/beheer/berichten");
        await Ga(blad, $"Opnieuw aanbieden: tijdvak-gewijzigd over {Bericht}");
        await Volg(blad, "Enter", "**/beheer/berichten?gedaan=*");
        Assert.Contains("Het bericht is opnieuw aangeboden.", await Status(blad), StringComparison.Ordinal);

        await blad.Ga($"/zaken/{huis.Zaak}");
        await Ga(blad, "Het hele dossier als bestand");
        await Volg(blad, "Enter", $"**/beheer/uitvoer/{huis.Zaak}");
        await Portaal.IsBruikbaar(blad, "uitvoer");
        await Neem(blad);

        await blad.Context.CloseAsync();
        await huis.Voer($"delete from aanvragen.geparkeerd where sleutel = '{Bericht}'");
    }

    private static async Task HandelAf(IPage blad, Guid alarm)
    {
        // Without a reason it says what is wrong, with the way to the field.
        await Ga(blad, $"Handel dit alarm af: {Alarm}");
        await blad.Keyboard.PressAsync("Enter");
        await Ga(blad, id: $"{alarm}-reden");
        await Ga(blad, "Handel af");
        await Volg(blad, "Enter", "**/beheer/afstemming*");
        await blad.Locator("#fouten").WaitForAsync();
        Assert.Equal("fouten", await blad.Locator(":focus").GetAttributeAsync("id"));
        await Portaal.IsBruikbaar(blad, "afstemming-fout");
        await Ga(blad, "Schrijf op waarom dit alarm is afgehandeld");
        await blad.Keyboard.PressAsync("Enter");
        await Ga(blad, id: $"{alarm}-reden");
        await blad.Keyboard.TypeAsync("Nagezocht en hersteld.");
        await Ga(blad, "Handel af");
        await Volg(blad, "Enter", "**/beheer/afstemming?afgehandeld=*");
        Assert.Contains("Het alarm is afgehandeld.", await Status(blad), StringComparison.Ordinal);
        Assert.Contains("Nagezocht en hersteld.", await blad.Locator("#bekend + ul").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Neem(IPage blad)
    {
        await Ga(blad, id: "uitvoer-aanleiding");
        await blad.Keyboard.PressAsync("ArrowDown");
        await Ga(blad, id: "uitvoer-toelichting");
        await blad.Keyboard.TypeAsync("Verzoek in map 12.");
        await Ga(blad, "Vraag het dossier");
        await Volg(blad, "Enter", "**/beheer/uitvoer/*klaar=*");
        await Portaal.IsBruikbaar(blad, "uitvoer-klaar");
        await Ga(blad, "Download het dossier (ZIP)");
        var bestand = await blad.RunAndWaitForDownloadAsync(() => blad.Keyboard.PressAsync("Enter"));
        Assert.Matches("^dossier-SLIM-[0-9A-Z]{10}\\.zip$", bestand.SuggestedFilename);
        Assert.Null(await bestand.FailureAsync());
    }

    private static Task<string> Status(IPage blad) => blad.Locator("[role=status]").First.InnerTextAsync();

    private static async Task Volg(IPage blad, string toets, string adres)
    {
        await blad.Keyboard.PressAsync(toets);
        await blad.WaitForURLAsync(adres);
    }

    /// <summary>Goes from one thing to the next until it is at the one with this text or id, and sees where it is.</summary>
    private static async Task Ga(IPage blad, string? tekst = null, string? id = null)
    {
        for (var i = 0; i < 250; i++)
        {
            await blad.Keyboard.PressAsync("Tab");
            var hier = blad.Locator(":focus");
            if (
                await hier.CountAsync() == 1
                && (
                    id is null
                        ? (await hier.TextContentAsync())!.Contains(tekst!, StringComparison.Ordinal)
                        : await hier.GetAttributeAsync("id") == id
                )
            )
            {
                Assert.True(
                    await hier.EvaluateAsync<bool>(
                        "e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' || s.boxShadow !== 'none'; }"
                    ),
                    $"Nobody sees that {tekst ?? id} has the focus."
                );
                return;
            }
        }
        Assert.Fail($"By keyboard one does not come to {tekst ?? id}.");
    }
}
