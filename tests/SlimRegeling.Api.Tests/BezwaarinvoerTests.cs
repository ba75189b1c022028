using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>An objection of somebody else, typed in from a letter: what was wrong is put right, and the applicant has a right of their own.</summary>
public sealed class BezwaarinvoerTests(Apihuis huis)
{
    private readonly Bezwaarloop _bezwaren = new(huis);
    private readonly string _bo = huis.Medewerker(Rol.Beoordelaar);

    private string Vandaag => $"{Moment.Dag(huis.Klok.GetCurrentInstant()):uuuu-MM-dd}";

    [Fact]
    public async Task What_was_typed_in_wrongly_is_corrected_with_a_reason_by_who_may()
    {
        var (eva, kvk) = huis.Ondernemer();
        var zaak = await _bezwaren.Afgewezen(eva, kvk);
        var pad = $"/v1/bezwaren/{await Overgetypt(zaak)}";
        var goed = $$"""
            {"ontvangenOp":"{{Vandaag}}","poststempel":"{{Vandaag}}","dagtekening":"{{Vandaag}}","naam":"Bram Buurman",
             "adres":"Plein 1, 3511 AB Utrecht","reden":"De naam was verkeerd overgetypt."}
            """;
        (await huis.Post(eva, $"{pad}/correctie", goed)).IsProbleem(403, "niet-bevoegd");
        (await huis.Post(_bo, $"{pad}/correctie", $$"""{"ontvangenOp":"{{Vandaag}}","reden":" "}"""))
            .IsProbleem(422, "onjuiste-invoer")
            .NoemtVeld("reden");
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/correctie", goed));
        await huis.Stil();

        var beeld = (await Zaakloop.Gelukt(huis.Haal(_bo, pad))).Inhoud;
        var inhoud = beeld.GetProperty("inhoud");
        Assert.Equal(
            ("Bram Buurman", "Ik heb er last van."),
            (inhoud.GetProperty("naam").GetString(), inhoud.GetProperty("gronden").GetString())
        );
        Assert.Equal(Vandaag, beeld.GetProperty("poststempel").GetString());
        var correctie = Assert.Single(beeld.GetProperty("correcties").EnumerateArray());
        Assert.Equal(
            (_bo, "De naam was verkeerd overgetypt."),
            (correctie.GetProperty("door").GetString(), correctie.GetProperty("reden").GetString())
        );
        Assert.DoesNotContain("overgetypt", (await Zaakloop.Gelukt(huis.Haal(eva, pad))).Tekst, StringComparison.Ordinal);

        // The applicant has an interest in it too.
        const string Afzien = """{"grond":"volledig-tegemoet","argument":"De indiener krijgt gelijk."}""";
        (await huis.Post(_bo, $"{pad}/hoorafzien", Afzien)).IsProbleem(422, "onjuiste-invoer").NoemtVeld("anderen");
    }

    [Fact]
    public async Task What_came_online_is_as_it_came()
    {
        var (eva, kvk) = huis.Ondernemer();
        var zaak = await _bezwaren.Afgewezen(eva, kvk);
        var bezwaar = await _bezwaren.Ingediend(eva, zaak);
        (await huis.Post(_bo, $"/v1/bezwaren/{bezwaar}/correctie", $$"""{"ontvangenOp":"{{Vandaag}}","reden":"r"}"""))
            .IsProbleem(409, "online-ontvangen")
            .NoemtArtikel("artikel 6:9 Awb");
    }

    private async Task<string> Overgetypt(string zaak)
    {
        var bekend = await Zaakloop.Gelukt(huis.Haal(_bo, $"/v1/verleningen/{zaak}/bezwaren"));
        var besluit = bekend.Inhoud.GetProperty("besluiten")[0].GetProperty("besluit").GetString();
        var ingevoerd = await Zaakloop.Gelukt(
            huis.Post(
                _bo,
                "/v1/bezwaren",
                $$"""
                {"zaaknummer":"{{zaak}}","besluit":"{{besluit}}","indiener":"derde","ontvangenOp":"{{Vandaag}}","ondertekend":true,
                 "dagtekening":"{{Vandaag}}","naam":"Bran Buurman","adres":"Plein 1, 3511 AB Utrecht","gronden":"Ik heb er last van."}
                """
            )
        );
        await huis.Stil();
        return ingevoerd.Veld("bezwaar");
    }
}
