using System.Text.Json;
using NodaTime.Text;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>What is decided on an application: to award, to refuse, not to handle, and to mend a mistake in one of these.</summary>
public sealed partial class OndertekeningTegelijkTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_award_or_a_refusal(bool verlenen)
    {
        var zaak = await Voorgelegd(Mensen.Dubbel, verlenen);
        var metBelang = await MetBelang(zaak, Rol.Medeondertekenaar);
        var (pad, goed) = ($"/v1/verleningen/{zaak}/ondertekening", await _loop.Voorstel(zaak));
        const string Bulk = "/v1/ondertekeningen";
        Poging[] pogingen =
        [
            new(Mensen.Dubbel, pad, goed, "zelf-beoordeeld", "al-besloten"),
            new(Mensen.Dubbel, Bulk, InBulk(goed), "zelf-beoordeeld", "al-besloten") { InBulk = true },
            new(metBelang, pad, goed, "eigen-belang"),
            new(metBelang, Bulk, InBulk(goed), "eigen-belang") { InBulk = true },
            new(Mensen.Medeondertekenaar, pad, AndereHash, "ander-voorstel", "al-besloten"),
            new(Mensen.Medeondertekenaar, Bulk, InBulk(AndereHash), "ander-voorstel", "al-besloten") { InBulk = true },
            new(Mensen.Medeondertekenaar, pad, goed, Gelukt, "al-besloten"),
            new(Mensen.Medeondertekenaar, Bulk, InBulk(goed), Gelukt, "al-besloten") { InBulk = true },
        ];

        Assert.Equal([Mensen.Medeondertekenaar], await Tegelijk(2, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));

        var (gebeurtenis, brief) = verlenen ? ("subsidie-verleend", "verlening") : ("aanvraag-afgewezen", "afwijzing");
        await Eenmaal("verlening", zaak, gebeurtenis);
        Assert.Equal([Mensen.Dubbel, Mensen.Medeondertekenaar], await Ondertekenaars("verlening", zaak, gebeurtenis));
        await EenBrief($"{zaak}-{brief}");
        Assert.Equal(1, await Stappen(zaak, gebeurtenis));
        await Eenmaal("tijdvakken", zaak, verlenen ? "reservering-vastgelegd" : "reservering-vrijgegeven");
        // Of an award its obligation and its advance.
        await Geboekt($"{zaak}-V1", verlenen ? 2 : 0);
        Assert.Equal(verlenen ? 1 : 0, await Betalingen($"{zaak}-V1"));

        string InBulk(string hash) => $$"""{"zaken":[{"zaaknummer":"{{zaak}}",{{hash[1..]}}]}""";
    }

    [Fact]
    public async Task A_decision_not_to_handle()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        const string Vraag = """{"volledig":false,"ontbreekt":["mkb-verklaring"]}""";
        await Zaakloop.Gelukt(huis.Post(Mensen.Dubbel, $"/v1/aanvragen/{zaak}/volledigheid", Vraag));
        await huis.Stil();
        var uiterlijk = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"))).Veld("aanvullenUiterlijk");
        var daarna = LocalDatePattern.Iso.Parse(uiterlijk).Value.PlusDays(1).AtMidnight();
        huis.Klok.Vooruit(Moment.Op(daarna) - huis.Klok.GetCurrentInstant());
        var metBelang = await MetBelang(zaak, Rol.Medeondertekenaar);
        var (pad, goed) = ($"/v1/aanvragen/{zaak}/buitenbehandelingstelling", await _loop.NietBehandelen(zaak));
        const string Bulk = "/v1/buitenbehandelingstellingen";
        Poging[] pogingen =
        [
            new(Mensen.Dubbel, pad, goed, "zelf-gevraagd", "al-besloten"),
            new(Mensen.Dubbel, Bulk, InBulk(goed), "zelf-gevraagd", "al-besloten") { InBulk = true },
            new(metBelang, pad, goed, "eigen-belang"),
            new(metBelang, Bulk, InBulk(goed), "eigen-belang") { InBulk = true },
            new(Mensen.Medeondertekenaar, pad, AndereHash, "ander-voorstel", "al-besloten"),
            new(Mensen.Medeondertekenaar, Bulk, InBulk(AndereHash), "ander-voorstel", "al-besloten") { InBulk = true },
            new(Mensen.Medeondertekenaar, pad, "{}", "onleesbaar"),
            new(Mensen.Medeondertekenaar, pad, goed, "verouderd") { IfMatch = "\"99\"" },
            new(Mensen.Medeondertekenaar, pad, goed, Gelukt, "al-besloten"),
            new(Mensen.Medeondertekenaar, Bulk, InBulk(goed), Gelukt, "al-besloten") { InBulk = true },
        ];

        Assert.Equal([Mensen.Medeondertekenaar], await Tegelijk(2, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));

        await Eenmaal("aanvragen", zaak, "buiten-behandeling-gesteld");
        Assert.Equal([Mensen.Dubbel, Mensen.Medeondertekenaar], await Ondertekenaars("aanvragen", zaak, "buiten-behandeling-gesteld"));
        await EenBrief($"{zaak}-buiten-behandeling");
        Assert.Equal(1, await Stappen(zaak, "buiten-behandeling-gesteld"));
        Assert.Equal(1, await huis.Tel($"select count(*) from aanvragen.gezegd where zaaknummer = '{zaak}' and soort = 'vervallen'"));

        string InBulk(string hash)
        {
            var gelezen = JsonSerializer.Deserialize<JsonElement>(hash).GetProperty("hash").GetString()!;
            return JsonSerializer.Serialize(
                new { zaaknummers = new[] { zaak }, hashes = new Dictionary<string, string> { [zaak] = gelezen } }
            );
        }
    }

    [Fact]
    public async Task A_decision_that_mends_a_mistake_and_awards()
    {
        var (bo, ander) = (
            huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar),
            huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar)
        );
        var mo = huis.Medewerker(Rol.Medeondertekenaar);
        var zaak = await Voorgelegd(Mensen.Beoordelaar, verlenen: false);
        await _loop.Verleend(zaak);
        var (herstel, voorstellen) = ($"{zaak}-H1", $"/v1/verleningen/{zaak}/herstelvoorstellen");
        await Zaakloop.Gelukt(
            huis.Post(bo, voorstellen, $$"""{"herstelt":"{{zaak}}-V1","soort":"inhoud","fout":"De planning zat er wel bij."}""")
        );
        await huis.Stil();
        var oordelen = await _loop.Oordelen(zaak);
        await Zaakloop.Gelukt(huis.Post(ander, $"/v1/aanvragen/{zaak}/herbeoordeling", $$"""{"bezwaar":"{{herstel}}",{{oordelen[1..]}}"""));
        await huis.Stil();
        var metBelang = await MetBelang(zaak, Rol.Medeondertekenaar);
        var beeld = (await Zaakloop.Gelukt(huis.Haal(mo, voorstellen))).Inhoud;
        var goed = $$"""{"hash":"{{beeld.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
        var pad = $"{voorstellen}/ondertekening";
        const string AlHersteld = "al-hersteld";
        Poging[] pogingen =
        [
            new(bo, pad, goed, "zelf-voorgesteld", AlHersteld),
            new(ander, pad, goed, "zelf-voorgesteld", AlHersteld),
            new(metBelang, pad, goed, "eigen-belang"),
            new(mo, pad, AndereHash, "ander-voorstel", "geen-voorstel"),
            new(mo, pad, goed, Gelukt, AlHersteld),
        ];

        Assert.Equal([mo], await Tegelijk(3, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));

        await Eenmaal("verlening", zaak, "herstelbesluit-genomen");
        Assert.Equal([bo, ander, mo], await Ondertekenaars("verlening", zaak, "herstelbesluit-genomen"));
        await Eenmaal("verlening", zaak, "subsidie-verleend");
        await EenBrief($"{herstel}-herstelbesluit");
        Assert.Equal((1L, 1L), (await Stappen(zaak, "herstelbesluit-genomen"), await Stappen(zaak, "subsidie-verleend")));
        await Eenmaal("tijdvakken", zaak, "reservering-vastgelegd");
        await Geboekt(herstel, 2);
        Assert.Equal(1, await Betalingen(herstel));
    }
}
