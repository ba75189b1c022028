using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// What the bank and people say of money for a claim, at the same time or with a reference that is none.
public sealed partial class VorderenDoorDeDeurTests
{
    [Fact]
    public async Task Wie_bevestigt_terwijl_een_ander_een_andere_vordering_voorstelt_boekt_op_wat_hij_zag_of_nergens()
    {
        var (een, vordering) = await TeVorderen();
        await Besluit(vordering);
        var (twee, andere) = await TeVorderen();
        await Besluit(andere);
        for (var keer = 0; keer < 5; keer++)
        {
            var verslag = await Lees(Afschrift(new Bankmutatie(100.00m, Af: false, "NOTPROVIDED", "terug")));
            var pad = $"/v1/bankregels/{verslag.Inhoud.GetProperty("ongekoppeld")[0].GetProperty("bankregel").GetString()}";
            Assert.Equal(200, (await huis.Post("fien", $"{pad}/voorstel", Koppelen(vordering))).Status);
            var regels = (await huis.Haal("cor", "/v1/bankregels")).Inhoud.EnumerateArray();
            var gezien = regels.Single(r => pad.EndsWith(Veld(r, "bankregel")!, StringComparison.Ordinal)).GetProperty("voorstel");
            var bevestiging = $$"""{"hash":"{{Veld(gezien, "hash")}}"}""";
            var voor = await Saldi(een);

            var antwoorden = await Task.WhenAll(
                huis.Post("cor", $"{pad}/bevestiging", bevestiging),
                huis.Post("fred", $"{pad}/voorstel", Koppelen(andere))
            );

            var bevestigd = antwoorden[0].Status == 200;
            Assert.True(bevestigd || antwoorden[0].Probleem == "ander-voorstel", antwoorden[0].Inhoud.ToString());
            Assert.Equal(bevestigd, await Saldi(een) != voor);
            Assert.Equal("te-vorderen=1520.00 bank=-5520.00", await Saldi(twee));
        }
        await huis.Stil();
        Assert.Empty(await huis.Verschillen());

        static string Koppelen(string nummer) =>
            $$"""{"afhandeling":"koppelen","vordering":"{{nummer}}","toelichting":"De ontvanger belde."}""";
    }

    [Fact]
    public async Task Een_kenmerk_van_een_vordering_die_er_niet_is_komt_op_de_werklijst_en_houdt_de_rest_niet_op()
    {
        var (zaak, vordering) = await TeVorderen();
        await Besluit(vordering);

        // As EndToEndId it is looked for as an order and as a claim, in one transaction.
        var verslag = await Lees(
            Afschrift(
                new Bankmutatie(20.00m, Af: false, $"{zaak.Zaaknummer}-TV9", "terug"),
                new Bankmutatie(20.00m, Af: false, vordering, "terug")
            )
        );

        Assert.Equal((1, 0, 0, 1), Aantallen(verslag));
        Assert.Equal("te-vorderen=1500.00 bank=-5500.00", await Saldi(zaak));
        await huis.Stil();
        Assert.Empty(await huis.Verschillen());
    }
}
