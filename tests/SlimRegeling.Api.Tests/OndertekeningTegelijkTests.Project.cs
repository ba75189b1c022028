using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>What is signed while a project runs.</summary>
public sealed partial class OndertekeningTegelijkTests
{
    [Fact]
    public async Task A_change_that_the_recipient_asks()
    {
        var (bo, mo) = (huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar), huis.Medewerker(Rol.Medeondertekenaar));
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var tijdvak = await _loop.Tijdvak();
        var zaak = await _loop.Ingediend(tijdvak, wie);
        await _loop.Gereserveerd(tijdvak, zaak);
        await _loop.Beoordeeld(zaak);
        await _loop.Verleend(zaak);
        var wijzigingen = $"/v1/verleningen/{zaak}/wijzigingen";
        await Zaakloop.Gelukt(huis.Post(wie, wijzigingen, """{"soort":"plan","reden":"De volgorde wordt anders."}"""));
        await Zaakloop.Gelukt(huis.Post(bo, $"{wijzigingen}/1/voorstel", """{"uitkomst":"toegewezen","argument":"Het doel blijft."}"""));
        await huis.Stil();
        var metBelang = await MetBelang(zaak, Rol.Medeondertekenaar);
        var beeld = (await Zaakloop.Gelukt(huis.Haal(mo, wijzigingen))).Inhoud.GetProperty("wijzigingen")[0];
        var lijst = (await Zaakloop.Gelukt(huis.Haal(mo, "/v1/ondertekeningen"))).Inhoud.GetProperty("projecten");
        Assert.Contains(lijst.EnumerateArray(), w => w.GetProperty("nummer").GetString() == $"{zaak}-W1");
        var brief = await Zaakloop.Gelukt(huis.Haal(mo, $"/v1/brieven/voorbeeld?zaaknummer={zaak}&besluit={zaak}-W1"));
        Assert.Contains("Het doel blijft.", brief.Tekst, StringComparison.Ordinal);
        var goed = $$"""{"hash":"{{beeld.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
        var pad = $"{wijzigingen}/1/ondertekening";
        const string AlBesloten = "al-besloten";
        Poging[] pogingen =
        [
            new(bo, pad, goed, "zelf-voorgesteld", AlBesloten),
            new(metBelang, pad, goed, "eigen-belang"),
            new(mo, pad, AndereHash, "ander-voorstel", AlBesloten),
            new(mo, pad, goed, Gelukt, AlBesloten),
        ];

        Assert.Equal([mo], await Tegelijk(3, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));

        await Eenmaal("verlening", zaak, "wijziging-besloten");
        Assert.Equal([bo, mo], await Ondertekenaars("verlening", zaak, "wijziging-besloten"));
        await Eenmaal("vaststelling", zaak, "verantwoording-aangepast");
        await EenBrief($"{zaak}-W1-wijzigingsbesluit");
        Assert.Equal((1L, 1L), (await Stappen(zaak, "wijziging-besloten"), await Stappen(zaak, "verlening-aangepast")));
        Assert.Equal(0, await Betalingen($"{zaak}-W1"));
    }
}
