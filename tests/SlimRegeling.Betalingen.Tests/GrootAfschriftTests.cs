using System.Text;
using SlimRegeling.Host.Voorbeeldzaken;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What is measured of the whole program is measured while no other test runs.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alleen;

/// <summary>
/// A statement of any size goes through the door: of 500 MB it is read and kept with little in memory, of more it is refused, and what is refused books
/// nothing of it. The file is made while it is sent.
/// </summary>
[Collection<Alleen>]
public sealed class GrootAfschriftTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const int Vol = 500 * 1024 * 1024;
    private const string Lang = "<Ustrd>LANG</Ustrd>";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Een_goed_afschrift_van_500_MB_wordt_geboekt_en_houdt_het_geheugen_klein()
    {
        var zaak = await Onderweg();
        using var bestand = new Tekststroom(Bestand(zaak, Vol));
        var voor = GC.GetTotalMemory(forceFullCollection: true);
        var hoogste = 0L;
        using var klaar = new CancellationTokenSource();
        var meting = Task.Run(
            async () =>
            {
                while (!klaar.IsCancellationRequested)
                {
                    hoogste = Math.Max(hoogste, GC.GetTotalMemory(forceFullCollection: true));
                    await Task.Delay(500, CancellationToken.None);
                }
            },
            Ct
        );

        var gelezen = await huis.Stuur("fien", "/v1/afschriften", bestand);
        await klaar.CancelAsync();
        await meting;

        Assert.True(gelezen.Status == 200, gelezen.Inhoud.ToString());
        Assert.Equal(Vol, bestand.Gelezen);
        Assert.Equal(
            (1, 7),
            (gelezen.Inhoud.GetProperty("geboekt").GetArrayLength(), gelezen.Inhoud.GetProperty("ongekoppeld").GetArrayLength())
        );
        Assert.Equal("uitgevoerd", await Status(zaak));
        TestContext.Current.SendDiagnosticMessage($"Highest live memory of a statement of 500 MB: {(hoogste - voor) / 1024 / 1024} MB");
        Assert.True(hoogste - voor < 100L * 1024 * 1024, $"{(hoogste - voor) / 1024 / 1024} MB is held.");
    }

    [Fact]
    public async Task Van_een_afschrift_van_een_byte_meer_dan_500_MB_wordt_niets_geboekt()
    {
        var zaak = await Onderweg();
        var voor = await huis.Stand();
        using var bestand = new Tekststroom(Bestand(zaak, Vol + 1));

        var geweigerd = await huis.Stuur("fien", "/v1/afschriften", bestand);

        Assert.Equal((413, "te-groot"), (geweigerd.Status, geweigerd.Probleem));
        Assert.Equal(voor, await huis.Stand());
        Assert.Equal("in-bestand", await Status(zaak));
    }

    [Fact]
    public async Task Van_een_half_afschrift_wordt_niets_geboekt()
    {
        var zaak = await Onderweg();
        var voor = await huis.Stand();
        var delen = Bestand(zaak, 8 * 1024 * 1024).ToList();
        using var bestand = new Tekststroom(delen.Take(delen.Count / 2));

        var geweigerd = await huis.Stuur("fien", "/v1/afschriften", bestand);

        Assert.Equal(422, geweigerd.Status);
        Assert.Contains("geen volledige XML", geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(voor, await huis.Stand());
    }

    [Theory]
    [InlineData("Ccy=\"EUR\">7.00", "Ccy=\"USD\">7.00", "niet in euro maar in")]
    [InlineData("1000000.00", "1000000.01", "sluit niet")]
    [InlineData("<Document", "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:9/x.dtd\"><Document", "DTD")]
    [InlineData("-000002</AcctSvcrRef>", "-000001</AcctSvcrRef>", "staat er twee keer in")]
    [InlineData(Voorbeelden.EigenIban, Zaak.EersteIban, "van een andere rekening")]
    public async Task Wat_ergens_in_een_afschrift_fout_is_laat_ook_wat_goed_is_ongeboekt(string was, string wordt, string uitleg)
    {
        var zaak = await Onderweg();
        var voor = await huis.Stand();
        var afschrift = string.Concat(Bestand(zaak, 64 * 1024));
        var plek = afschrift.IndexOf(was, StringComparison.Ordinal);
        Assert.True(plek >= 0, $"'{was}' is not in the example.");

        var fout = string.Concat(afschrift.AsSpan(0, plek), wordt, afschrift.AsSpan(plek + was.Length));
        var geweigerd = await huis.Post("fien", "/v1/afschriften", fout, "application/xml");

        Assert.Equal(422, geweigerd.Status);
        Assert.Contains(uitleg, geweigerd.Inhoud.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(voor, await huis.Stand());
        Assert.Equal("in-bestand", await Status(zaak));
        // The same without the mistake is booked: it was that and nothing else.
        Assert.Equal(200, (await huis.Post("fien", "/v1/afschriften", afschrift, "application/xml")).Status);
        Assert.NotEqual(voor, await huis.Stand());
    }

    /// <summary>A good statement of so many bytes: the payment of the case and seven receipts of 1 to 7 euro, with long texts when it is long.</summary>
    private static IEnumerable<string> Bestand(Zaak zaak, int bytes)
    {
        var ontvangen = Enumerable.Range(1, 7).Select(i => new Bankmutatie(i, Af: false, "NOTPROVIDED", "LANG"));
        var delen = Encoding
            .UTF8.GetString(
                Voorbeeldbank.Schrijf(
                    Guid.NewGuid().ToString("n"),
                    Voorbeelden.EigenIban,
                    1_000_000m,
                    Voorbeelden.Dag,
                    Voorbeelden.Moment,
                    [new Bankmutatie(5520.00m, Af: true, zaak.Voorschot, "LANG"), .. ontvangen]
                )
            )
            .Split(Lang);
        var regel = $"<Ustrd>{new string('x', 1_000)}</Ustrd>";
        var blok = string.Concat(Enumerable.Repeat(regel, 60));
        var over = bytes - delen.Sum(d => d.Length);
        var elk = over / blok.Length / (delen.Length - 1);
        foreach (var deel in delen[..^1])
        {
            yield return deel;
            for (var i = 0; i < elk; i++)
            {
                yield return blok;
            }
        }
        var rest = over - (elk * blok.Length * (delen.Length - 1));
        yield return string.Concat(Enumerable.Repeat(regel, rest / regel.Length));
        yield return new string(' ', rest % regel.Length);
        yield return delen[^1];
    }

    /// <summary>A case of which the advance is on its way to the bank.</summary>
    private async Task<Zaak> Onderweg()
    {
        var zaak = Zaak.Nieuw();
        await huis.Zeg(zaak.Rekening(1), zaak.SubsidieVerleend, zaak.VoorschotToegekend);
        Assert.Equal(201, (await huis.Ronde("fien", zaak.Voorschot)).Status);
        await huis.Stil();
        return zaak;
    }

    private async Task<string> Status(Zaak zaak) =>
        (await huis.Haal("cor", $"/v1/betaalopdrachten/{zaak.Voorschot}")).Inhoud.GetProperty("status").GetString()!;
}
