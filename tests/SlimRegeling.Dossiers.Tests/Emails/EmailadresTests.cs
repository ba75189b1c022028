using System.Net;
using static SlimRegeling.Dossiers.Tests.Zaken;

namespace SlimRegeling.Dossiers.Tests.Emails;

/// <summary>Which addresses can be given, by whom, and how they come to a real mail server.</summary>
public sealed class EmailadresTests(Emailhuis huis) : IClassFixture<Emailhuis>
{
    [Theory]
    [InlineData("info@b\u00fccher.voorbeeld", "info@xn--bcher-kva.voorbeeld")]
    [InlineData("jos\u00e9@kantoor.voorbeeld", "jos\u00e9@kantoor.voorbeeld")]
    public async Task Een_domein_in_ander_schrift_gaat_als_punycode_en_een_naam_met_accenten_zoals_zij_is(string adres, string opDeLijn)
    {
        await huis.Adres(adres: adres);
        var zaak = await huis.Ingediend();

        var (aan, bericht) = await huis.Eerste(zaak);

        Assert.Equal(opDeLijn, aan);
        Assert.Equal(adres, bericht.To.Mailboxes.Single().Address);
    }

    [Theory]
    [InlineData("geen adres")]
    [InlineData("a@b.nl\r\nBcc: c@d.nl")]
    [InlineData("Jan <a@b.nl>")]
    [InlineData("a@b.nl, c@d.nl")]
    public async Task Wat_geen_adres_is_wordt_geweigerd(string adres)
    {
        var (status, antwoord) = await huis.Zet("olivia", adres);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("email", antwoord.GetProperty("fouten")[0].GetProperty("veld").GetString());
    }

    [Fact]
    public async Task De_buren_zien_en_wijzigen_niets()
    {
        await huis.Adres();
        Assert.Equal(HttpStatusCode.NotFound, (await huis.Zet("bram", "a@b.nl", Kvk)).Status);
        foreach (var pad in (string[])[$"/v1/ondernemingen/{Kvk}/contact", $"/v1/ondernemingen/{Kvk}/emailbereik"])
        {
            using var antwoord = await huis.Huis.Haal("bram", pad);
            Assert.Equal(HttpStatusCode.NotFound, antwoord.StatusCode);
        }
        var zaak = await huis.Ingediend();
        foreach (
            var (wie, pad, status) in ((string, string, HttpStatusCode)[])
                [
                    ("olivia", $"/v1/emails?zaaknummer={zaak}", HttpStatusCode.OK),
                    ("bram", $"/v1/emails?zaaknummer={zaak}", HttpStatusCode.NotFound),
                    ("olivia", "/v1/beheer/emails", HttpStatusCode.Forbidden),
                    ("bea", "/v1/beheer/emails", HttpStatusCode.Forbidden),
                ]
        )
        {
            using var antwoord = await huis.Huis.Haal(wie, pad);
            Assert.Equal(status, antwoord.StatusCode);
        }
    }
}
