using System.Text.Json;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>Somebody else objects, and others have an interest: over all contexts their letters go by post, and the applicant sees none of them.</summary>
public sealed class DerdenpostTests(Apihuis huis)
{
    private readonly Bezwaarloop _loop = new(huis);
    private readonly string _bo = huis.Medewerker(Rol.Beoordelaar);
    private readonly string _mo = huis.Medewerker(Rol.Medeondertekenaar);

    [Fact]
    public async Task Who_objected_and_who_has_an_interest_get_letters_by_post_that_the_applicant_never_sees()
    {
        var (eva, kvk) = huis.Ondernemer();
        var zaak = await _loop.Afgewezen(eva, kvk);
        var bezwaar = await Overgetypt(zaak);
        foreach (
            var partij in (string[])
                [
                    """{"naam":"Vera Vereniging","belang":"Let op de buurt.","adres":"Kade 3, 3512 BC Utrecht"}""",
                    """{"naam":"Zonder Adres","belang":"Woont ernaast."}""",
                ]
        )
        {
            await _loop.Doe(_bo, bezwaar, "partijen", partij);
        }
        await _loop.Doe(_bo, bezwaar, "ontvankelijkheid", """{"grond":"op-tijd","argument":"Binnen zes weken."}""");
        await _loop.Doe(_bo, bezwaar, "hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd.","anderen":"Zij ook niet."}""");
        await _loop.Doe(_bo, bezwaar, "voorstel", """{"uitkomst":"ongegrond","motivering":"Het plan is niet haalbaar."}""");
        await _loop.Doe(_mo, bezwaar, "ondertekening", await _loop.Voorstel(bezwaar, _mo));

        string[] aanAnderen =
        [
            $"{bezwaar}-1-beslissing-op-bezwaar-afschrift-indiener",
            $"{bezwaar}-1-beslissing-op-bezwaar-afschrift-partij-1",
            $"{bezwaar}-bezwaar-ontvangst-derde-indiener",
        ];
        Assert.Equal(aanAnderen, await AanAnderen(zaak));
        // The applicant has their own letter, and the decision; the term to appeal waits for the letter to who objected.
        Assert.Single((await Bezwaar(eva, bezwaar)).GetProperty("beslissingen").EnumerateArray());
        Assert.False((await Bezwaar(_bo, bezwaar)).GetProperty("beslissingen")[0].TryGetProperty("beroepTot", out _));

        var bundel = (await Zaakloop.Gelukt(huis.Post(_bo, "/v1/postbundels", "{}"))).Veld("id");
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/postbundels/{bundel}/verzending"));
        await huis.Stil();

        Assert.True((await Bezwaar(_bo, bezwaar)).GetProperty("beslissingen")[0].TryGetProperty("beroepTot", out _));
        var afschrift = await Zaakloop.Gelukt(huis.Haal(_bo, $"/v1/brieven/{aanAnderen[1]}/pagina"));
        Assert.Contains("Vera Vereniging", afschrift.Tekst, StringComparison.Ordinal);
        Assert.Contains("3512 BC Utrecht", afschrift.Tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Bouwbedrijf", afschrift.Tekst, StringComparison.Ordinal);
        foreach (var brief in aanAnderen)
        {
            (await huis.Haal(eva, $"/v1/brieven/{brief}")).IsProbleem(404, "niet-gevonden");
            (await huis.Haal(eva, $"/v1/brieven/{brief}/pagina")).IsProbleem(404, "niet-gevonden");
        }
        foreach (var lijst in (string[])[$"/v1/brieven?zaaknummer={zaak}", "/v1/berichten", $"/v1/zaken/{zaak}"])
        {
            var tekst = (await Zaakloop.Gelukt(huis.Haal(eva, lijst))).Tekst;
            Assert.DoesNotContain("-derde", tekst, StringComparison.Ordinal);
            Assert.DoesNotContain("afschrift", tekst, StringComparison.Ordinal);
        }
        (await huis.Haal(_bo, $"/v1/bezwaren/{bezwaar}/geadresseerden")).IsProbleem(403, "niet-bevoegd");
    }

    private async Task<string> Overgetypt(string zaak)
    {
        var vandaag = $"{Moment.Dag(huis.Klok.GetCurrentInstant()):uuuu-MM-dd}";
        var ingevoerd = await Zaakloop.Gelukt(
            huis.Post(
                _bo,
                "/v1/bezwaren",
                $$"""
                {"zaaknummer":"{{zaak}}","besluit":"{{zaak}}-V1","indiener":"derde","ontvangenOp":"{{vandaag}}","ondertekend":true,"wilHoren":false,
                 "dagtekening":"{{vandaag}}","naam":"Bram Buurman","adres":"Plein 1, 3511 AB Utrecht","gronden":"Ik heb er last van."}
                """
            )
        );
        await huis.Stil();
        return ingevoerd.Veld("bezwaar");
    }

    private async Task<JsonElement> Bezwaar(string wie, string bezwaar) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/bezwaren/{bezwaar}"))).Inhoud;

    /// <summary>The ids of the letters to others than the applicant, as an employee sees them.</summary>
    private async Task<IEnumerable<string>> AanAnderen(string zaak) =>
        (await Zaakloop.Gelukt(huis.Haal(_bo, $"/v1/brieven?zaaknummer={zaak}")))
            .Inhoud.EnumerateArray()
            .Where(b => b.TryGetProperty("ontvanger", out _))
            .Select(b => b.GetProperty("id").GetString()!)
            .Order(StringComparer.Ordinal);
}
