using System.Text.Json;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Zaken.Tests;

/// <summary>What the page of a case shows of money that came back, and of a withdrawal that is meant.</summary>
public sealed class NaVerleningTests(Zakenhuis huis) : IClassFixture<Zakenhuis>
{
    [Fact]
    public async Task A_payment_that_came_back_is_no_part_of_what_was_paid_until_it_went_again()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        // That it came back is heard first.
        foreach (var bericht in (object[])[zaak.Teruggekomen(2), .. zaak.Geheel])
        {
            await huis.Zeg(Zakenhuis.Bea, bericht);
        }
        await huis.Stil();
        Assert.Equal(("vastgesteld", "5520.00"), await Stand());
        var (_, beeld) = await huis.Haal(Zakenhuis.Anna, $"/v1/zaken/{zaak.Nummer}");
        var stap = Stappen(beeld).Single(s => s.GetProperty("stap").GetString() == "betaling-teruggekomen");
        Assert.Equal("Betaling teruggekomen van de bank", stap.GetProperty("titel").GetString());

        await huis.Zeg(Zakenhuis.Bea, zaak.Uitgevoerd(2) with { Op = Voorbeeldzaak.Op(40) });
        await huis.Stil();
        Assert.Equal(("afgerond", "11040.00"), await Stand());

        async Task<(string?, string?)> Stand()
        {
            var (_, nu) = await huis.Haal(Zakenhuis.Bea, $"/v1/zaken/{zaak.Nummer}");
            return (nu.GetProperty("status").GetString(), nu.GetProperty("bedragen").GetProperty("betaald").GetString());
        }
    }

    [Fact]
    public async Task Of_what_the_recipient_is_not_heard_about_before_it_is_withdrawn_their_page_tells_nothing()
    {
        var zaak = Voorbeeldzaak.Nieuw();
        await huis.Zeg(Zakenhuis.Anna, zaak.Ingediend);
        await huis.Zeg(Zakenhuis.Bea, zaak.Verleend);
        await huis.Zeg(Zakenhuis.Bea, Voornemen(1, null));
        await huis.Zeg(Zakenhuis.Bea, Voornemen(2, "doel"));
        await huis.Zeg(
            Zakenhuis.Bea,
            new IntrekkingVervallenBericht(zaak.Nummer, zaak.Kvk, $"{zaak.Nummer}-I2", Voorbeeldzaak.Op(12), "doel")
        );
        await huis.Stil();

        Assert.Equal(["intrekking-voorgenomen"], await Voornemens(Zakenhuis.Anna));
        Assert.Equal(
            ["intrekking-voorgenomen", "intrekking-voorgenomen-zonder-horen", "intrekking-zonder-horen-vervallen"],
            await Voornemens(Zakenhuis.Bea)
        );

        async Task<IEnumerable<string?>> Voornemens(string wie) =>
            Stappen((await huis.Haal(wie, $"/v1/zaken/{zaak.Nummer}")).Inhoud)
                .Select(s => s.GetProperty("stap").GetString())
                .Where(s => s!.StartsWith("intrekking", StringComparison.Ordinal));

        IntrekkingVoorgenomenBericht Voornemen(int nummer, string? nietGehoord) =>
            new(
                zaak.Nummer,
                zaak.Kvk,
                "slim-2026",
                $"{zaak.Nummer}-I{nummer}",
                zaak.Verlening,
                "verlening",
                "niet-besteed",
                0.00m,
                11_040.00m,
                Guid.Empty,
                "hash",
                new(2026, 12, 1),
                Voorbeeldzaak.Op(9 + nummer),
                NietGehoord: nietGehoord
            );
    }

    private static JsonElement.ArrayEnumerator Stappen(JsonElement beeld) => beeld.GetProperty("stappen").EnumerateArray();
}
