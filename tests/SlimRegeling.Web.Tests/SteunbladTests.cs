using System.Globalization;
using System.Net;
using NodaTime.Text;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Web.Tests;

/// <summary>The page on which an enterprise reads its own aid, and nobody else's.</summary>
public sealed class SteunbladTests(Portaalhuis huis, Browser browser)
{
    private const string Kvk = "91000081";
    private const string Zaak = "SLIM-0000000SB1";

    [Fact]
    public async Task An_enterprise_reads_each_grant_with_the_reference_of_its_letter_and_what_is_left()
    {
        huis.Registreer("steun-een", "Stien Steun", Kvk);
        await huis.Ingeschreven("steun-een", "De Troffel B.V.", Kvk);
        var blad = await Portaal.Aangemeld(huis, browser, wie: "Stien Steun");
        await blad.Ga("/zaken");
        await blad.GetByText("Uw de-minimissteun").ClickAsync();
        await blad.WaitForURLAsync("**/steun");
        Assert.Contains("nog geen steun verleend", await blad.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Portaal.IsBruikbaar(blad, "steun-leeg");

        var dag = LocalDatePattern.Iso.Format(Moment.Dag(huis.Nu).PlusDays(-30));
        // A second decision on the same case, of which the first made 11,040.00.
        await huis.Voer(
            $$"""
            update relaties.mt_doc_onderneming set data = data || jsonb_build_object('steun', jsonb_build_array(
              jsonb_build_object('zaaknummer', '{{Zaak}}', 'bedrag', '11040.00', 'verleendOp', '{{dag}}', 'regelversie', 'slim-2026',
                'ruimteNa', '288960.00', 'op', '{{dag}}T08:00:00Z'),
              jsonb_build_object('zaaknummer', '{{Zaak}}', 'bedrag', '1000.00', 'verleendOp', '{{dag}}', 'regelversie', 'slim-2026',
                'ruimteNa', '287960.00', 'op', '{{dag}}T08:00:00Z', 'besluit', '{{Zaak}}-BZ1-1')
            )) where id = '{{Kvk}}'
            """
        );
        await blad.ReloadAsync();
        var tekst = (await blad.Locator("main").InnerTextAsync()).Replace('\u00a0', ' ');
        foreach (var deel in (string[])["€ 300.000,00", "€ 12.040,00", "€ 287.960,00", $"{Zaak}-BZ1-1", "€ 11.040,00"])
        {
            Assert.Contains(deel, tekst, StringComparison.Ordinal);
        }
        await Portaal.IsBruikbaarOokSmal(blad, "steun");
        await blad.Ga("/taal/en?terug=/steun");
        await blad.Ga("/steun");
        Assert.Equal("Your de minimis aid", await blad.Locator("h1").InnerTextAsync());
        await blad.Context.CloseAsync();

        var buurman = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Buurman);
        await buurman.Ga("/steun");
        Assert.DoesNotContain(Zaak, await buurman.ContentAsync(), StringComparison.Ordinal);
        await buurman.Context.CloseAsync();
        var beoordelaar = await Portaal.Aangemeld(huis, browser, wie: Portaalhuis.Beoordelaar);
        Assert.Equal(403, (await beoordelaar.Ga("/steun"))!.Status);
        await beoordelaar.Context.CloseAsync();
    }

    [Fact]
    public async Task What_two_people_signed_stands_in_the_own_list_with_its_letter_and_when_the_central_register_has_it()
    {
        var zaak = await Geldzaak.Verleend(huis, "2026-steunpad-mkb");
        var verleend = (string)
            (
                await huis.Voer(
                    $"select sum(credit)::text from betalingen.grootboek where zaaknummer = '{zaak.Zaak}' and rekening = 'verplichtingen'"
                )
            )!;

        using var ontvanger = await KnoppenTests.Als(huis.Adres, zaak.Wie);
        using var blad = await ontvanger.Haal("/steun");
        var tekst = WebUtility.HtmlDecode(await blad.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"{zaak.Zaak}-V1", tekst, StringComparison.Ordinal);
        Assert.Contains(Weergave.Bedrag(decimal.Parse(verleend, CultureInfo.InvariantCulture)), tekst, StringComparison.Ordinal);
        // Another test can have had it delivered meanwhile.
        Assert.Matches(@"(Nog niet, uiterlijk|Ja, sinds) \d", tekst);
    }
}
