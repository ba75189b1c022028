using System.Globalization;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>
/// As <see cref="GedoodBijBetalenTests"/>, of what a settlement orders, and of what one in its place orders after all. A case is settled months after its
/// project began, so that its message is put where Vaststelling puts it.
/// </summary>
public sealed class GedoodBijVaststellenTests : GedoodBijBetalen
{
    // A window for each.
    private const string Slot = "gedood-slot-mkb";
    private const string Alsnog = "gedood-alsnog-mkb";

    private const decimal Voorschot = 5_520.00m;

    [Fact]
    public async Task Ook_wat_een_vaststelling_opdraagt_of_alsnog_opdraagt_wordt_een_keer_opgedragen_en_betaald()
    {
        var (een, twee) = await Opgedragen(Slot, Alsnog);
        foreach (var zaak in (string[])[een, twee])
        {
            var betaald = await Beller.Post(Fenna, "/v1/afschriften", Afschrift(await Bestand($"{zaak}-B1")));
            Assert.Single(betaald.GetProperty("geboekt").EnumerateArray());
        }
        await Beller.Rust();
        var (slot, alsnog, vordering) = ($"{een}-B2", $"{twee}-B2-N1", $"{twee}-TV1");

        await DoodBijHoren("betaling-opgedragen", () => ZegVastgesteld(een, Slot, "S1", 8_000.00m, null));
        await Gelezen(await InBestand(slot));

        await DoodBijHoren("vordering-ontstaan", () => ZegVastgesteld(twee, Alsnog, "S1", 3_000.00m, null));
        var terug = Afschrift(new Bankmutatie(500.00m, Af: false, "NOTPROVIDED", $"terug {vordering}"));
        Assert.Single((await Beller.Post(Fenna, "/v1/afschriften", terug)).GetProperty("geboekt").EnumerateArray());
        // Nothing was too much after all: what was repaid is to be paid.
        await DoodBijHoren("betaling-opgedragen", () => ZegVastgesteld(twee, Alsnog, "S2", 5_520.00m, "S1"));
        await Gelezen(await Bestand(alsnog));

        foreach (var (opdracht, bedrag) in ((string, decimal)[])[(slot, 2_480.00m), (alsnog, 500.00m)])
        {
            await EenKeer(opdracht, bedrag);
        }
        Assert.Equal("bank -8000.00, te-betalen 0.00, voorschotten 0.00", await Saldi(een));
        Assert.Equal("bank -5520.00, te-betalen 0.00, te-vorderen 0.00, voorschotten 0.00", await Saldi(twee));
        Assert.Equal("", await Programma.Lees("select coalesce(string_agg(fout, '; '), '') from betalingen.geparkeerd"));
    }

    /// <param name="vervangt">The settlement in whose place it comes, which ordered nothing; null for a first one.</param>
    private Task ZegVastgesteld(string zaak, string tijdvak, string besluit, decimal vastgesteld, string? vervangt) =>
        Zeg(
            "vaststelling",
            "subsidie-vastgesteld",
            zaak,
            new SubsidieVastgesteldBericht(
                zaak,
                tijdvak,
                Kvk,
                "slim-2026",
                $"{zaak}-{besluit}",
                Moment.Dag(Nu),
                11_040.00m,
                vastgesteld,
                Voorschot,
                vastgesteld - Voorschot,
                ["beoordelaar-van-toen", "ondertekenaar-van-toen"],
                Nu,
                vervangt is null ? null : $"{zaak}-{vervangt}"
            )
        );

    /// <summary>Ordered once, in one file on one line, carried out and booked once.</summary>
    private async Task EenKeer(string opdracht, decimal bedrag)
    {
        Assert.Equal("betaling-in-bestand 1, betaling-in-ronde 1, betaling-opgedragen 1, betaling-uitgevoerd 1", await Verloop(opdracht));
        Assert.Equal(
            $"1 {bedrag.ToString("0.00", CultureInfo.InvariantCulture)}",
            await Programma.Lees(
                $"select count(*) || ' ' || sum(credit) from betalingen.grootboek where stroom = '{opdracht}' and rekening = 'bank'"
            )
        );
        Assert.Equal(1, await Bestandsregels(opdracht));
    }
}
