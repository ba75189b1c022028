using System.Globalization;
using System.Text.Json;
using SlimRegeling.Berichten.Aanvragen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

// How many claims are work, and which come first.
public sealed partial class VorderenDoorDeDeurTests
{
    [Fact]
    public async Task Een_vordering_telt_als_werk_zolang_zij_open_staat_en_niet_voor_wie_er_een_belang_bij_meldde()
    {
        var (zaak, vordering) = await TeVorderen();
        var voor = await Werk("cor");
        await huis.Zeg(new BelangGewijzigdBericht(zaak.Zaaknummer, "anna", true, Voorbeelden.Moment, 2));
        Assert.Equal((voor, voor - 1), (await Werk("cor"), await Werk("anna")));

        await Besluit(vordering);
        Assert.Equal(200, (await Stel("fien", vordering, "afboeking", """{"argument":"Niets te verhalen."}""")).Status);
        Assert.Equal(voor, await Werk("cor"));
        await Onderteken(vordering);
        Assert.Equal((voor - 1, voor - 1), (await Werk("cor"), await Werk("anna")));
    }

    /// <summary>As many as on the list of all claims are open or lie ready to be signed, and of these the first five.</summary>
    private async Task<int> Werk(string wie)
    {
        var werk = (await huis.Haal(wie, "/v1/geldwerk")).Inhoud;
        var nummers = (await huis.Haal(wie, "/v1/vorderingen"))
            .Inhoud.EnumerateArray()
            .Where(v => v.TryGetProperty("voorstel", out _) || Som(v.GetProperty("open")) > 0)
            .Select(v => Veld(v, "vordering"))
            .ToList();
        Assert.Equal(nummers.Take(5), werk.GetProperty("eersteVorderingen").EnumerateArray().Select(v => Veld(v, "vordering")));
        Assert.Equal(nummers.Count, werk.GetProperty("vorderingen").GetInt32());
        return nummers.Count;

        static decimal Som(JsonElement open) =>
            ((string[])["kosten", "rente", "hoofdsom"]).Sum(deel => decimal.Parse(Veld(open, deel)!, CultureInfo.InvariantCulture));
    }
}
