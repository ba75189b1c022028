using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// An award of 8,000, half of it in advance, that is withdrawn or settled lower. Claimed back is what was received above that (4:57 Awb): nothing of what the
/// bank sent back, whenever it did.
/// </summary>
public sealed class TerugvorderenTests
{
    private static readonly Instant Nu = Voorbeelden.Moment;

    private static readonly VerplichtingAangegaan Verleend = new("2026-04-mkb", "12345678", "V1", 8000m, 4000m, Nu);
    private static readonly VoorschotVernomen Voorschot = new("12345678", "V1", 4000m, ["bea", "mees"], Nu);

    private static readonly int[] Vier = [0, 1, 2, 3];
    private static readonly int[] Zes = [0, 1, 2, 3, 4, 5];

    [Fact]
    public void Wat_de_bank_terugstuurt_wordt_niet_teruggevorderd_en_alleen_wat_is_overgebleven_wordt_opnieuw_betaald()
    {
        Gebeurtenis[] ingetrokken = [Verleend, Voorschot, Intrekking(1000m, 1000m)];
        // Before the withdrawal, and after it.
        foreach (
            var terug in (bool[][])
                [
                    [false, true],
                    [false, false, true],
                ]
        )
        {
            var zaak = Geldzaak.Na(ingetrokken, [false, true], terug);
            Assert.Equal((1000m, 0m), (zaak.Orders.Values.Sum(o => o.Bedrag), zaak.Saldo(TeVorderen)));
            zaak.Klopt(verplichting: 1000m, voorschotten: 1000m, kosten: 0m);
        }
        var geheel = Geldzaak.Na([Verleend, Voorschot, Intrekking(0m, 0m)], [false, true], [false, false, true]);
        Assert.Equal((0m, 0m), (geheel.Orders.Values.Sum(o => o.Bedrag), geheel.Saldo(TeVorderen)));
    }

    [Fact]
    public void Een_vaststelling_onder_het_voorschot_vordert_niet_terug_wat_de_bank_terugstuurde()
    {
        Gebeurtenis[] vastgesteld = [Verleend, Voorschot, Vaststelling(8000m, 3000m, 4000m)];
        var betaald = Geldzaak.Na(vastgesteld, [false, true]);
        Assert.Equal((4000m, 1000m), (betaald.Orders.Values.Sum(o => o.Bedrag), betaald.Saldo(TeVorderen)));
        foreach (
            var terug in (bool[][])
                [
                    [false, true],
                    [false, false, true],
                ]
        )
        {
            var zaak = Geldzaak.Na(vastgesteld, [false, true], terug);
            Assert.Equal((3000m, 0m), (zaak.Orders.Values.Sum(o => o.Bedrag), zaak.Saldo(TeVorderen)));
            zaak.Klopt(verplichting: 0m, voorschotten: 0m, kosten: 3000m);
            // What was set off is due after all once it is settled higher: it is ordered beside that.
            zaak.Betaal();
            zaak.Hoor(Vaststelling(8000m, 3500m, 4000m) with { Besluit = "S2", Vervangt = "S1" });
            Assert.Equal(500m, zaak.Orders[$"{Geldzaak.Zaaknummer}-B2-N1"].Bedrag);
            zaak.Klopt(verplichting: 0m, voorschotten: 0m, kosten: 3500m);
        }
    }

    [Fact]
    public void Wat_er_ook_terugkomt_en_in_welke_volgorde_ook_er_wordt_nooit_meer_gevorderd_dan_is_ontvangen() =>
        Gen.Select(Gen.Int[0, 7999], Gen.Int[0, 8000], Gen.Shuffle(Vier), Betaald, Betaald)
            .Sample(
                (rest, vastgesteld, volgorde, betaald, terug) =>
                {
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Intrekking(rest, Math.Min(4000m, rest)),
                        Vaststelling(8000m, vastgesteld, 4000m),
                    ];
                    Geldzaak
                        .Na(volgorde.Select(i => alles[i]), betaald, terug)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: Math.Min(vastgesteld, rest));
                }
            );

    [Fact]
    public void Hoe_vaak_ook_opnieuw_vastgesteld_er_wordt_betaald_wat_is_vastgesteld_en_niet_meer_gevorderd_dan_is_ontvangen() =>
        Gen.Select(Gen.Int[0, 8000].Array[3], Gen.Int[0, 7999], Gen.Bool, Gen.Shuffle(Zes), Betaald, Betaald)
            .Sample(
                (bedragen, rest, ingetrokken, volgorde, betaald, terug) =>
                {
                    var (a, b, c) = (bedragen.Order().First(), bedragen.Order().ElementAt(1), bedragen.Max());
                    var (naA, naB) = (Math.Max(4000, a), Math.Max(4000, b));
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Vaststelling(8000m, a, 4000m),
                        Vaststelling(8000m, b, naA) with
                        {
                            Besluit = "S2",
                            Vervangt = "S1",
                        },
                        Vaststelling(8000m, c, naB) with
                        {
                            Besluit = "S3",
                            Vervangt = "S2",
                        },
                        Intrekking(rest, Math.Min(4000m, rest)),
                    ];
                    Geldzaak
                        .Na(volgorde.Where(i => i < 5 || ingetrokken).Select(i => alles[i]), betaald, terug)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: ingetrokken ? Math.Min(c, rest) : c);
                }
            );

    /// <summary>After which of what is heard it is done.</summary>
    private static Gen<bool[]> Betaald => Gen.Bool.Array[8];

    private static IntrekkingVernomen Intrekking(decimal bedrag, decimal voorschot) =>
        new("2026-04-mkb", "12345678", "I1", bedrag, 8000m, voorschot, Nu);

    private static VaststellingVernomen Vaststelling(decimal verleend, decimal vastgesteld, decimal voorschotten) =>
        new("12345678", "S1", verleend, vastgesteld, voorschotten, vastgesteld - voorschotten, ["bea", "mees"], Nu);
}
