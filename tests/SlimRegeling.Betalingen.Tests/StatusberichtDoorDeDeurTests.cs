using System.Text;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A message of the bank on a payment file is taken as a whole or refused in words, and what is refused sends no payment back.</summary>
public sealed class StatusberichtDoorDeDeurTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const int Vol = 50 * 1024 * 1024;
    private const string Nergens = "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:9/x.dtd\">";
    private const string Vanhier = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";

    [Theory]
    [InlineData("<Document", $"{Nergens}<Document", "DTD")]
    [InlineData("<Document", $"{Vanhier}<Document", "DTD")]
    [InlineData("pain.002.001.10", "pain.002.001.03", "geen pain.002.001.10")]
    [InlineData("RJCT", "XXXX", "niet bekend")]
    [InlineData("<OrgnlEndToEndId>TWEEDE", "<OrgnlEndToEndId>EERSTE", "staat er twee keer in")]
    [InlineData("<OrgnlEndToEndId>TWEEDE</OrgnlEndToEndId>", "", "welke het is")]
    [InlineData("<OrgnlMsgId>RONDE</OrgnlMsgId>", "", "over welk betaalbestand")]
    [InlineData("<OrgnlMsgId>RONDE", "<OrgnlMsgId>SLIM-2000-01-01-1", "dat is hier niet gemaakt")]
    [InlineData("</CstmrPmtStsRpt>", "", "geen volledige XML")]
    public async Task Wat_ergens_in_een_bericht_fout_is_laat_ook_wat_goed_is_staan(string was, string wordt, string uitleg)
    {
        var afwijzing = await Afgewezen();
        var fout = afwijzing.Anders(was, wordt);

        await Geweigerd(afwijzing, fout, uitleg);

        // The same without the mistake sends both back: it was that and nothing else.
        await TeruggezetDoor(afwijzing, () => huis.Post("fien", "/v1/statusberichten", afwijzing.Bericht, "application/xml"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(99)]
    public async Task Van_een_half_bericht_gaat_niets_terug(int procent)
    {
        var afwijzing = await Afgewezen();

        await Geweigerd(afwijzing, afwijzing.Bericht[..(afwijzing.Bericht.Length * procent / 100)], "geen volledige XML");
    }

    [Fact]
    public async Task Van_een_bericht_van_een_byte_meer_dan_50_MB_gaat_niets_terug_en_van_50_MB_alles()
    {
        var afwijzing = await Afgewezen();
        var voor = await huis.Stand();
        using var teGroot = new Tekststroom(Opgeblazen(afwijzing.Bericht, Vol + 1));

        var geweigerd = await huis.Stuur("fien", "/v1/statusberichten", teGroot);

        Assert.Equal((413, "te-groot"), (geweigerd.Status, geweigerd.Probleem));
        Assert.Equal(voor, await huis.Stand());
        Assert.Equal(["in-bestand", "in-bestand"], await Statussen(afwijzing));

        using var vol = new Tekststroom(Opgeblazen(afwijzing.Bericht, Vol));
        await TeruggezetDoor(afwijzing, () => huis.Stuur("fien", "/v1/statusberichten", vol));
        Assert.Equal(Vol, vol.Gelezen);
    }

    private async Task Geweigerd(Afwijzing afwijzing, string bericht, string uitleg)
    {
        var voor = await huis.Stand();

        var geweigerd = await huis.Post("fien", "/v1/statusberichten", bericht, "application/xml");

        Assert.Equal(422, geweigerd.Status);
        Assert.Contains(uitleg, geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(voor, await huis.Stand());
        Assert.Equal(["in-bestand", "in-bestand"], await Statussen(afwijzing));
    }

    private async Task TeruggezetDoor(Afwijzing afwijzing, Func<Task<Gekregen>> stuur)
    {
        var voor = await huis.Stand();

        var gelezen = await stuur();

        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
        Assert.Equal(2, gelezen.Inhoud.GetProperty("teruggezet").GetArrayLength());
        Assert.NotEqual(voor, await huis.Stand());
        Assert.Equal(["opgedragen", "opgedragen"], await Statussen(afwijzing));
    }

    /// <summary>Two payments in one file, and the message by which the bank refuses both.</summary>
    private async Task<Afwijzing> Afgewezen()
    {
        var (eerste, tweede) = (Zaak.Nieuw(), Zaak.Nieuw());
        foreach (var zaak in (Zaak[])[eerste, tweede])
        {
            await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        }
        var voorgesteld = await huis.Ronde("fien", eerste.Voorschot, tweede.Voorschot);
        Assert.Equal(201, voorgesteld.Status);
        await huis.Stil();
        var ronde = voorgesteld.Inhoud.GetProperty("ronde").GetString()!;
        var status = Voorbeeldbank.Wijs(
            await huis.Bestand("fien", $"/v1/betaalbestanden/{ronde}"),
            Voorbeelden.Moment,
            new Dictionary<string, string> { [eerste.Voorschot] = "AC04", [tweede.Voorschot] = "MS03" }
        );
        Voorbeelden.GekeurdeStatus(status);
        return new Afwijzing(ronde, eerste.Voorschot, tweede.Voorschot, Encoding.UTF8.GetString(status));
    }

    private async Task<IReadOnlyList<string>> Statussen(Afwijzing afwijzing)
    {
        var statussen = new List<string>();
        foreach (var opdracht in (string[])[afwijzing.Eerste, afwijzing.Tweede])
        {
            var order = await huis.Haal("cor", $"/v1/betaalopdrachten/{opdracht}");
            statussen.Add(order.Inhoud.GetProperty("status").GetString()!);
        }
        return statussen;
    }

    /// <summary>The message in so many bytes; what is added means nothing.</summary>
    private static IEnumerable<string> Opgeblazen(string bericht, int bytes)
    {
        var blok = string.Concat(Enumerable.Repeat($"<!--{new string('x', 993)}-->", 60));
        var over = bytes - Encoding.UTF8.GetByteCount(bericht);
        var plek = bericht.IndexOf("<GrpHdr>", StringComparison.Ordinal);
        yield return bericht[..plek];
        for (var i = 0; i < over / blok.Length; i++)
        {
            yield return blok;
        }
        var rest = over % blok.Length;
        yield return string.Concat(Enumerable.Repeat(new string(' ', 993) + "<!---->", rest / 1000)) + new string(' ', rest % 1000);
        yield return bericht[plek..];
    }

    private sealed record Afwijzing(string Ronde, string Eerste, string Tweede, string Bericht)
    {
        /// <summary>The message with something else in the last place where that stands: after what is good.</summary>
        public string Anders(string was, string wordt)
        {
            var (oud, nieuw) = (Ingevuld(was), Ingevuld(wordt));
            var plek = Bericht.LastIndexOf(oud, StringComparison.Ordinal);
            Assert.True(plek >= 0, $"'{oud}' is not in the example.");
            return string.Concat(Bericht.AsSpan(0, plek), nieuw, Bericht.AsSpan(plek + oud.Length));
        }

        private string Ingevuld(string tekst) =>
            tekst
                .Replace("RONDE", Ronde, StringComparison.Ordinal)
                .Replace("EERSTE", Eerste, StringComparison.Ordinal)
                .Replace("TWEEDE", Tweede, StringComparison.Ordinal);
    }
}
