using System.Globalization;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

public sealed partial class BezwaarTests
{
    [Fact]
    public async Task Who_saw_an_older_version_reads_who_was_first_and_overwrites_nothing()
    {
        var tijdvak = await Tijdvak("slim-2026", plafond: 100_000, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Afgewezen(tijdvak, eva);
        var bezwaar = await Gemaakt(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        await huis.Stil();
        var collega = huis.Medewerker(Rol.Beoordelaar);
        var gezien = (await Zaakloop.Gelukt(huis.Haal(_bo, pad))).Etag!;
        const string Oordeel = """{"grond":"op-tijd","argument":"Van de collega."}""";
        await Zaakloop.Gelukt(huis.Post(collega, $"{pad}/ontvankelijkheid", Oordeel, ifMatch: gezien));

        foreach (
            var (stap, verzoek) in ((string, string)[])
                [
                    ("ontvankelijkheid", """{"grond":"op-tijd","argument":"Van mij."}"""),
                    ("hoorverslag", $$"""{"dag":"{{Vandaag}}","tekst":"Van mij."}"""),
                    ("hoorafzien", """{"grond":"wil-niet-gehoord","argument":"Van mij."}"""),
                    ("partijen", """{"naam":"Buurman","belang":"Van mij."}"""),
                    ("voorstel", """{"uitkomst":"ongegrond","motivering":"Van mij."}"""),
                    ("intrekking", """{"reden":"Van mij."}"""),
                    ("commissie", "{}"),
                    ("verdaging", "{}"),
                ]
        )
        {
            await huis.Weigert(
                () => huis.Post(_bo, $"{pad}/{stap}", verzoek, ifMatch: gezien),
                a => a.IsProbleem(412, "verouderd").Noemt(collega)
            );
        }

        var sinds = (await Zaakloop.Gelukt(huis.Haal(_bo, $"{pad}/verloop")))
            .Inhoud.EnumerateArray()
            .Single(s => s.GetProperty("versie").GetInt64() > long.Parse(gezien.Trim('"'), CultureInfo.InvariantCulture));
        Assert.Equal(
            (collega, "bezwaar-ontvankelijkheid-beoordeeld", "Beoordeeld of het bezwaar kan worden behandeld"),
            (sinds.GetProperty("wie").GetString(), sinds.GetProperty("wat").GetString(), sinds.GetProperty("titel").GetString())
        );
        foreach (var ander in (string[])[eva, Mensen.Bram, Mensen.FinancieelMedewerker])
        {
            (await huis.Haal(ander, $"{pad}/verloop")).IsProbleem(403, "niet-bevoegd");
        }
        var beeld = await Zaakloop.Gelukt(huis.Haal(_bo, pad));
        Assert.Equal("Van de collega.", beeld.Inhoud.GetProperty("ontvankelijkheid").GetProperty("argument").GetString());
        // Having seen that, one goes on.
        const string Afgezien = """{"grond":"wil-niet-gehoord","argument":"Zelf gezegd."}""";
        await Zaakloop.Gelukt(huis.Post(_bo, $"{pad}/hoorafzien", Afgezien, ifMatch: beeld.Etag));
        await Zaakloop.Gelukt(huis.Post(collega, $"/v1/aanvragen/{zaak}/belang"));
        (await huis.Haal(collega, $"{pad}/verloop")).IsProbleem(403, "eigen-belang");
    }

    [Fact]
    public async Task What_rests_on_who_declared_an_interest_afterwards_is_signed_by_nobody_and_a_colleague_does_it_anew()
    {
        var tijdvak = await Tijdvak("slim-2026", plafond: 100_000, reserve: null);
        var (eva, kvk) = huis.Ondernemer();
        await _loop.Ingeschreven(eva, kvk);
        var zaak = await Afgewezen(tijdvak, eva);
        var bezwaar = await Voorgesteld(eva, zaak);
        var pad = $"/v1/bezwaren/{bezwaar}";
        var collega = huis.Medewerker(Rol.Beoordelaar);
        await Zaakloop.Gelukt(huis.Post(_bo, $"/v1/aanvragen/{zaak}/belang"));

        (await Teken()).IsProbleem(409, "voorstel-met-belang").NoemtArtikel("artikel 2:4 Awb");
        await StelOpnieuwVoor();
        // Another proposes, and what it rests on is still theirs.
        (await Teken())
            .IsProbleem(409, "beoordelaar-met-belang")
            .NoemtArtikel("artikel 2:4 Awb");
        await Zaakloop.Gelukt(huis.Post(collega, $"/v1/aanvragen/{zaak}/herbeoordeling", Met(await _loop.Oordelen(zaak), bezwaar)));
        await huis.Stil();
        await StelOpnieuwVoor();
        await Zaakloop.Gelukt(Teken());
        await huis.Stil();
        Assert.Equal("verleend", (await Zaakloop.Gelukt(huis.Haal(eva, $"/v1/zaken/{zaak}"))).Veld("status"));

        async Task<string> Hash() =>
            (await Zaakloop.Gelukt(huis.Haal(_mo, pad))).Inhoud.GetProperty("voorstel").GetProperty("hash").GetString()!;

        async Task<Gekregen> Teken() => await huis.Post(_mo, $"{pad}/ondertekening", $$"""{"hash":"{{await Hash()}}"}""");

        async Task StelOpnieuwVoor()
        {
            await Zaakloop.Gelukt(huis.Post(_mo, $"{pad}/terugzending", $$"""{"hash":"{{await Hash()}}","reden":"Doe het opnieuw."}"""));
            await Zaakloop.Gelukt(huis.Post(collega, $"{pad}/voorstel", """{"uitkomst":"gegrond","motivering":"Het plan is haalbaar."}"""));
            await huis.Stil();
        }
    }
}
