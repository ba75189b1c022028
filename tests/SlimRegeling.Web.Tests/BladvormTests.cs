using Microsoft.Playwright;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>Every page of the site, of enterprises and of employees, at 400%, with text spacing and on paper.</summary>
public sealed class BladvormTests(Paginahuis huis, Browser browser)
{
    private const string Ondernemer = "Olivia Ondernemer";
    private const string Partij = "Petra Partij";
    private const string Beoordelaar = "Bas Beoordelaar";
    private const string Medeondertekenaar = "Mila Medeondertekenaar";
    private const string Regelbeheerder = "Rianne Regelbeheerder";
    private const string Beheerder = "Bert Beheerder";
    private const string Functionaris = "Fatima Functionaris";
    private const string Financieel = "Fenna Financieel";

    /// <summary>Of an address why it has no form of its own to keep.</summary>
    private static readonly Dictionary<string, string> GeenBlad = new()
    {
        ["/aanmelden"] = "goes to where one signs in",
        ["/aanmelden/terug"] = "comes from there",
        ["/afmelden"] = "takes a form only",
        ["/begin"] = "goes to the page of one's role",
        ["/beheer/hangfire/{**path}"] = "is shown by a library",
        ["/loting-narekenen.sh"] = "is a file",
        ["/tijdvakken/{id}/rangorde.csv"] = "is a file",
        ["/leercultuur/gegevens/{bestand}"] = "is a file",
        ["/taal/{taal:regex(^(nl|en)$)}"] = "goes back to where one was",
    };

    [Theory]
    [InlineData(Ondernemer)]
    [InlineData(Partij)]
    [InlineData(Beoordelaar)]
    [InlineData(Medeondertekenaar)]
    [InlineData(Regelbeheerder)]
    [InlineData(Beheerder)]
    [InlineData(Functionaris)]
    [InlineData(Financieel)]
    public async Task Zoom_text_spacing_and_paper_cut_nothing_off_on_any_page(string wie)
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await Browser.MeldAan(blad, wie);
        var fouten = new List<string>();
        foreach (var pad in Paden(wie))
        {
            await Bladvorm.Bekijk(blad, pad, fouten);
        }
        Assert.True(fouten.Count == 0, string.Join('\n', fouten));
        await blad.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_on_which_one_chooses_an_example_person_keeps_its_form_in_both_languages()
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        var fouten = new List<string>();
        await Bladvorm.Bekijk(blad, "/aanmelden?terug=/zaken", fouten);
        Assert.Equal("Aanmelden als voorbeeldpersoon", await blad.Locator("h1").InnerTextAsync());
        await blad.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(blad.Locator("h1")).ToHaveTextAsync("Sign in as an example person");
        await Bladvorm.Bekijk(blad, "/aanmelden?terug=/zaken", fouten);
        Assert.True(fouten.Count == 0, string.Join('\n', fouten));
        // The choice of a language did not lose where one was going.
        await blad.GetByRole(AriaRole.Button, new() { Name = Beoordelaar }).ClickAsync();
        await blad.WaitForURLAsync("**/zaken");
        await blad.Context.CloseAsync();
    }

    /// <summary>Which steps are the slowest, and so how long their names are, is different each time.</summary>
    [Fact]
    public async Task The_name_of_a_step_fits_however_long_it_is()
    {
        var blad = await browser.Open(huis.Adres, scripts: true);
        await Browser.MeldAan(blad, Regelbeheerder);
        await blad.Ga($"/beheer/tijdvakken/{Paginahuis.Tijdvak}?ververs=nee");
        await blad.Locator("table[aria-labelledby=stappen] tbody th")
            .First.EvaluateAsync("cel => { cel.textContent = '/v1/aanvragen/{zaaknummer}/'.repeat(12); }");
        Assert.Empty(await blad.EvaluateAsync<string[]>(Bladvorm.Past));
        await blad.Context.CloseAsync();
    }

    /// <summary>Each page once; the cases also as who works on them sees them.</summary>
    private List<string> Paden(string wie)
    {
        var bladen = huis
            .Bladen.Where(b => !GeenBlad.ContainsKey(b.Route) && !b.Route.StartsWith("/voorbeeldprovider", StringComparison.Ordinal))
            .ToList();
        Assert.True(bladen.Count > 30, "The pages were not found.");
        return
        [
            .. bladen
                .Where(b => Kijker(b) == wie)
                // That page comes again every few seconds by itself.
                .Select(b => b.Route == "/beheer/tijdvakken/{id}" ? $"{b.Pad}?ververs=nee" : b.Pad),
            .. wie == Beoordelaar ? (string[])["/zaken", $"/zaken/{huis.Zaak}"] : [],
        ];
    }

    private static string Kijker(Blad blad) =>
        blad.Route.StartsWith("/aanvragen/uitnodigingen", StringComparison.Ordinal) ? Partij
        : blad.Toegang.Openbaar || blad.Toegang.Rollen.Contains(Rol.Aanvrager) ? Ondernemer
        : blad.Toegang.Rollen.Contains(Rol.Regelbeheerder) ? Regelbeheerder
        : blad.Toegang.Rollen.Contains(Rol.Beheerder) ? Beheerder
        : blad.Toegang.Rollen.Contains(Rol.FunctionarisGegevensbescherming) ? Functionaris
        : blad.Toegang.Rollen.Contains(Rol.Beoordelaar) ? Beoordelaar
        : blad.Toegang.Rollen.Contains(Rol.Medeondertekenaar) ? Medeondertekenaar
        : blad.Toegang.Rollen.Contains(Rol.FinancieelMedewerker) ? Financieel
        : throw new InvalidOperationException($"Nobody looks at {blad.Route}. Say who does.");
}
