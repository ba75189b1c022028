using System.Text;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// From the signature to the statement everything happens once, wherever the program is cut off: at each step its connections are ended while it is at work,
/// another process takes over, and who got no answer asks again with the same key.
/// </summary>
public sealed class EenmaalTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(15)]
    public async Task Wat_bij_elke_stap_wordt_afgebroken_geeft_een_opdracht_een_regel_in_een_bestand_en_een_boeking(int milliseconden)
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1));
        await Stap("handtekening", sleutel => huis.Laat(sleutel, zaak.SubsidieVerleend, zaak.VoorschotToegekend));
        Gekregen? voorgesteld = null;
        await Stap("voorstel", async sleutel => voorgesteld = await huis.StelVoor("fien", [zaak.Voorschot], sleutel));
        var ronde = voorgesteld!.Inhoud.GetProperty("ronde").GetString();
        var akkoord = $$"""{"hash":"{{voorgesteld.Inhoud.GetProperty("hash").GetString()}}"}""";
        foreach (var wie in (string[])["fred", "anna"])
        {
            await Stap($"akkoord van {wie}", sleutel => huis.Post(wie, $"/v1/betaalrondes/{ronde}/akkoord", akkoord, sleutel: sleutel));
        }
        var bestand = await huis.Bestand("fien", $"/v1/betaalbestanden/{ronde}");
        await huis.Herstart();
        Assert.Equal(bestand, await huis.Bestand("fien", $"/v1/betaalbestanden/{ronde}"));
        Assert.Equal(voorgesteld.Inhoud.GetProperty("hash").GetString(), Uitbetalen.BestandTonen.Hash(bestand));
        var afschrift = Encoding.UTF8.GetString(Voorbeeldbank.Voer(bestand, 1_000_000m, Voorbeelden.Moment));
        await Stap("afschrift", sleutel => huis.Post("fien", "/v1/afschriften", afschrift, "application/xml", sleutel));

        Assert.Equal(
            ["betaling-in-bestand 1", "betaling-in-ronde 1", "betaling-opgedragen 1", "betaling-uitgevoerd 1"],
            await huis.Vraag(
                $"select type || ' ' || count(*) from betalingen.mt_events where stream_id = '{zaak.Voorschot}' group by type order by type"
            )
        );
        Assert.Equal(
            [$"{ronde}"],
            await huis.Vraag(
                $"select stream_id from betalingen.mt_events where type = 'betaalbestand-gemaakt' and data -> 'betaalopdrachten' ? '{zaak.Voorschot}'"
            )
        );
        Assert.Single(Voorbeelden.Gekeurd(bestand).Descendants(Voorbeelden.Pain + "EndToEndId"), e => e.Value == zaak.Voorschot);
        Assert.Equal(
            ["bank 0.00 5520.00", "te-betalen 0.00 5520.00", "te-betalen 5520.00 0.00"],
            await huis.Vraag(
                $"""
                select rekening || ' ' || debet || ' ' || credit from betalingen.grootboek
                where zaaknummer = '{zaak.Zaaknummer}' and rekening in ('bank', 'te-betalen') order by rekening, debet
                """
            )
        );

        async Task Stap(string wat, Func<string, Task<Gekregen>> roep)
        {
            var sleutel = Guid.NewGuid().ToString();
            var bezig = roep(sleutel);
            await Task.Delay(milliseconden, TestContext.Current.CancellationToken);
            await huis.Knip();
            var eerste = await bezig;
            Assert.True(eerste.Status is 200 or 201 or 503, $"{wat}: {eerste.Status} {eerste.Inhoud}");
            await huis.Herstart();
            var tweede = await roep(sleutel);
            Assert.True(tweede.Status is 200 or 201, $"{wat}: {tweede.Status} {tweede.Inhoud}");
            Assert.True(eerste.Status == 503 || eerste.Inhoud.ToString() == tweede.Inhoud.ToString(), wat);
            await huis.Stil();
        }
    }
}
