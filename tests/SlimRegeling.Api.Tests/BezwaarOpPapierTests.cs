using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>A decision on an objection is told by being sent (3:41 Awb): while its letter waits for the post, the applicant does not read it.</summary>
public sealed class BezwaarOpPapierTests(Apihuis huis)
{
    [Fact]
    public async Task Who_asks_for_paper_does_not_read_the_decision_before_it_is_sent()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var (bo, mo) = (huis.Medewerker(Rol.Beoordelaar), huis.Medewerker(Rol.Medeondertekenaar));
        var loop = new Bezwaarloop(huis);
        var zaak = await loop.Afgewezen(wie, kvkNummer);
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/ondernemingen/{kvkNummer}/contact", """{"papier":true}"""));
        await huis.Stil();
        var bezwaar = await loop.Ingediend(wie, zaak);
        await loop.Voorgesteld(bezwaar, zaak, bo);
        await loop.Doe(mo, bezwaar, "ondertekening", await loop.Voorstel(bezwaar, mo));

        var vanAanvrager = await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/bezwaren/{bezwaar}"));

        Assert.Equal("in-behandeling", vanAanvrager.Veld("fase"));
        Assert.Empty(vanAanvrager.Inhoud.GetProperty("beslissingen").EnumerateArray());
        Assert.DoesNotContain("Het plan is haalbaar", vanAanvrager.Tekst, StringComparison.Ordinal);
        var regel = (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/verleningen/{zaak}/bezwaren"))).Inhoud.GetProperty("bezwaren")[0];
        Assert.False(regel.TryGetProperty("uitkomst", out _));
        // Who decided sees it at once.
        var vanOnszelf = await Zaakloop.Gelukt(huis.Haal(mo, $"/v1/bezwaren/{bezwaar}"));
        Assert.Equal("beslist", vanOnszelf.Veld("fase"));
        Assert.Contains("Het plan is haalbaar", vanOnszelf.Tekst, StringComparison.Ordinal);
    }
}
