using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;
using static SlimRegeling.Betalingen.Tests.Geldzaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// What a withdrawal left of an award is more again, or all of it, by a decision on objection. Whatever is heard or paid first: what is paid or still
/// ordered, less what is claimed back, is what is due.
/// </summary>
public sealed class NaHerroepingTests
{
    private static readonly Instant Nu = Voorbeelden.Moment;

    private static readonly VerplichtingAangegaan Verleend = new("2026-04-mkb", "12345678", "V1", 8000m, 4000m, Nu);
    private static readonly VoorschotVernomen Voorschot = new("12345678", "V1", 4000m, ["bea", "mees"], Nu);
    private static readonly VerplichtingGewijzigd Gewijzigd = new("2026-04-mkb", "12345678", "BZ1-1", 10000m, 8000m, 5000m, Nu);
    private static readonly VoorschotVernomen Bijkomend = new("12345678", "BZ1-1", 1000m, ["bo", "mo"], Nu);

    private static readonly int[] Vijf = [0, 1, 2, 3, 4];
    private static readonly int[] Zes = [0, 1, 2, 3, 4, 5];

    /// <summary>What was stopped is ordered again, what is claimed back is claimed no longer, and never both.</summary>
    [Fact]
    public void Wat_is_herroepen_is_in_elke_volgorde_weer_verschuldigd() =>
        Gen.Select(Gen.Shuffle(Vijf), Gen.Int[0, 9998], Gen.Int[1, 9999], Gen.Bool, Betaald)
            .Sample(
                (volgorde, rest, erbij, geheel, betaald) =>
                {
                    var wordt = geheel ? 10000m : Math.Min(9999, rest + erbij);
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Gewijzigd with
                        {
                            Voorschot = 4000m,
                        },
                        Intrekking(rest, Math.Min(4000m, rest)),
                        Herroepen(geheel ? null : wordt, wordt, 4000m),
                    ];
                    Hoor(volgorde.Select(i => alles[i]), betaald)
                        .Klopt(verplichting: wordt, voorschotten: Math.Min(4000m, wordt), kosten: 0m);
                }
            );

    [Fact]
    public void Een_vaststelling_staat_weer_zover_de_intrekking_is_herroepen_in_elke_volgorde() =>
        Gen.Select(Gen.Shuffle(Zes), Gen.Int[0, 7998], Gen.Int[1, 7999], Gen.Bool, Betaald)
            .Sample(
                (volgorde, rest, erbij, geheel, betaald) =>
                {
                    var wordt = geheel ? 10000m : Math.Min(7999, rest + erbij);
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Gewijzigd,
                        Bijkomend,
                        Intrekking(rest, Math.Min(5000m, rest)),
                        Vaststelling(10000m, 8000m, 5000m),
                        Herroepen(geheel ? null : wordt, wordt, 5000m),
                    ];
                    // What it revokes is heard last, or first of all.
                    Hoor(volgorde.Append(6).Select(i => alles[i]), betaald)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: Math.Min(8000m, wordt));
                    Hoor(volgorde.Prepend(6).Select(i => alles[i]), betaald)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: Math.Min(8000m, wordt));
                }
            );

    /// <summary>The first was settled on what was left; the one in its place on the whole award again.</summary>
    [Fact]
    public void Wat_op_minder_was_vastgesteld_wordt_na_de_herroeping_opnieuw_vastgesteld_in_elke_volgorde() =>
        Gen.Select(Gen.Shuffle(Zes), Gen.Int[1, 9999], Betaald)
            .Sample(
                (volgorde, rest, betaald) =>
                {
                    var voorschot = Math.Min(4000m, rest);
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Intrekking(Math.Min(7999, rest), Math.Min(4000m, rest)),
                        Vaststelling(Math.Min(7999, rest), Math.Min(7999, rest), voorschot) with
                        {
                            Intrekking = "I1",
                        },
                        Herroepen(null, 8000m, 4000m),
                        Vaststelling(8000m, 8000m, 4000m + Math.Min(7999, rest) - voorschot) with
                        {
                            Besluit = "S2",
                            Vervangt = "S1",
                        },
                    ];
                    Hoor(volgorde.Select(i => alles[i]), betaald).Klopt(verplichting: 0m, voorschotten: 0m, kosten: 8000m);
                }
            );

    [Fact]
    public void Wat_was_gestopt_wordt_opnieuw_betaald_met_nieuwe_akkoorden()
    {
        var zaak = Hoor([Verleend, Voorschot, Intrekking(0m, 0m), Herroepen(null, 8000m, 4000m)], [true, false]);
        Assert.Equal(4000m, zaak.Orders.Values.Sum(o => o.Bedrag));
        var nabetaling = zaak.Stand.Opdrachten(Zaaknummer).Single(o => o.Soort == Betaalsoort.Nabetaling);
        Assert.Equal(($"{Zaaknummer}-BH1", "BZ9-1", 4000m), (nabetaling.Id, nabetaling.Besluit, nabetaling.Bedrag));
        Assert.Equal(["bo-3", "mo-3"], nabetaling.Ondertekenaars);
        Assert.Equal(0m, zaak.Saldo(TeVorderen));
    }

    /// <summary>After which of what is heard the orders of then are paid.</summary>
    private static Gen<bool[]> Betaald => Gen.Bool.Array[8];

    private static IntrekkingVernomen Intrekking(decimal bedrag, decimal voorschot, string besluit = "I1") =>
        new("2026-04-mkb", "12345678", besluit, bedrag, 10000m, voorschot, Nu);

    private static HerroepingVernomen Herroepen(decimal? blijft, decimal wordt, decimal voorschot) =>
        new("2026-04-mkb", "12345678", "BZ9-1", "I1", blijft, wordt, Math.Min(voorschot, wordt), ["bo-3", "mo-3"], Nu);

    private static VaststellingVernomen Vaststelling(decimal verleend, decimal vastgesteld, decimal voorschotten) =>
        new("12345678", "S1", verleend, vastgesteld, voorschotten, vastgesteld - voorschotten, ["bea", "mees"], Nu);
}
