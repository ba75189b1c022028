using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Api.Tests;

/// <summary>What the minister withdraws, signed by many at once.</summary>
public sealed partial class OndertekeningTegelijkTests
{
    [Fact]
    public async Task A_withdrawal_of_an_award()
    {
        var (bo, mo) = (huis.Medewerker(Rol.Beoordelaar, Rol.Medeondertekenaar), huis.Medewerker(Rol.Medeondertekenaar));
        var zaak = await Voorgelegd(Mensen.Beoordelaar);
        await _loop.Verleend(zaak);
        var pad = $"/v1/verleningen/{zaak}/intrekkingen";
        await Zaakloop.Gelukt(
            huis.Post(
                bo,
                pad,
                """
                {"bedrag":"0.00","grond":"activiteiten-niet-verricht","argument":"Er is niets gedaan.","hardheid":"Niet te hard.",
                "nietHoren":"eigen-gegevens","waaromNietHoren":"U schreef het zelf."}
                """
            )
        );
        await huis.Stil();
        var metBelang = await MetBelang(zaak, Rol.Medeondertekenaar);
        var beeld = (await Zaakloop.Gelukt(huis.Haal(mo, pad))).Inhoud;
        var goed = $$"""{"hash":"{{beeld.GetProperty("voorstel").GetProperty("hash").GetString()}}"}""";
        const string Al = "al-ondertekend";
        Poging[] pogingen =
        [
            new(bo, $"{pad}/ondertekening", goed, "zelf-voorgesteld", Al),
            new(metBelang, $"{pad}/ondertekening", goed, "eigen-belang"),
            new(mo, $"{pad}/ondertekening", AndereHash, "ander-voorstel", "geen-voorstel"),
            new(mo, $"{pad}/ondertekening", goed, Gelukt, Al),
        ];

        Assert.Equal([mo], await Tegelijk(3, pogingen));
        Assert.Empty(await Tegelijk(1, pogingen));

        await Eenmaal("verlening", zaak, "verlening-ingetrokken");
        Assert.Equal([bo, mo], await Ondertekenaars("verlening", zaak, "verlening-ingetrokken"));
        await EenBrief($"{zaak}-I1-intrekking");
        Assert.Equal(1, await Stappen(zaak, "verlening-ingetrokken"));
        await Eenmaal("tijdvakken", zaak, "reservering-ingetrokken");
        // The obligation and the advance that was not on its way yet.
        await Geboekt($"{zaak}-I1", 1);
        await Eenmaal("betalingen", $"{zaak}-B1", "betaling-verlaagd");
        await Eenmaal("vaststelling", zaak, "verlening-ingetrokken");
        await Eenmaal("aanvragen", zaak, "intrekking-vernomen");
    }
}
