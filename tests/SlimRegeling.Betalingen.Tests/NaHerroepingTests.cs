using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;
using static SlimRegeling.Betalingen.Tests.Geldzaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// What a withdrawal left of an award is more again, or all of it, by a decision on objection. Whatever is heard, paid or sent back by the bank first: what
/// is paid or still ordered, less what is claimed back, is what is due.
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
        Gen.Select(Gen.Shuffle(Vijf), Gen.Int[0, 9998], Gen.Int[1, 9999], Gen.Bool, Wanneer, Wanneer)
            .Sample(
                (volgorde, rest, erbij, geheel, betaald, terug) =>
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
                    Geldzaak
                        .Na(volgorde.Select(i => alles[i]), betaald, terug)
                        .Klopt(verplichting: wordt, voorschotten: Math.Min(4000m, wordt), kosten: 0m);
                }
            );

    [Fact]
    public void Een_vaststelling_staat_weer_zover_de_intrekking_is_herroepen_in_elke_volgorde() =>
        Gen.Select(Gen.Shuffle(Zes), Gen.Int[0, 7998], Gen.Int[1, 7999], Gen.Bool, Wanneer, Wanneer)
            .Sample(
                (volgorde, rest, erbij, geheel, betaald, terug) =>
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
                    Geldzaak
                        .Na(volgorde.Append(6).Select(i => alles[i]), betaald, terug)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: Math.Min(8000m, wordt));
                    Geldzaak
                        .Na(volgorde.Prepend(6).Select(i => alles[i]), betaald, terug)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: Math.Min(8000m, wordt));
                }
            );

    /// <summary>The first was settled on what was left; the one in its place on the whole award again.</summary>
    [Fact]
    public void Wat_op_minder_was_vastgesteld_wordt_na_de_herroeping_opnieuw_vastgesteld_in_elke_volgorde() =>
        Gen.Select(Gen.Shuffle(Zes), Gen.Int[1, 9999], Wanneer, Wanneer)
            .Sample(
                (volgorde, rest, betaald, terug) =>
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
                    Geldzaak.Na(volgorde.Select(i => alles[i]), betaald, terug).Klopt(verplichting: 0m, voorschotten: 0m, kosten: 8000m);
                }
            );

    /// <summary>Both can make due what was ordered less: a settlement in the place of a lower one, and a withdrawal that is revoked.</summary>
    [Fact]
    public void Een_hogere_vaststelling_en_een_herroeping_betalen_samen_wat_verschuldigd_is_in_elke_volgorde() =>
        Gen.Select(Gen.Int[0, 8000].Array[2], Gen.Int[0, 7998].Array[2], Gen.Bool, Gen.Shuffle(Zes), Wanneer, Wanneer)
            .Sample(
                (bedragen, resten, geheel, volgorde, betaald, terug) =>
                {
                    var (eerst, daarna) = (bedragen.Min(), bedragen.Max());
                    var (rest, wordt) = (resten.Min(), geheel ? 8000m : resten.Max() + 1m);
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Intrekking(rest, Math.Min(4000m, rest)),
                        Herroepen(geheel ? null : wordt, wordt, 4000m),
                        Vaststelling(8000m, eerst, 4000m),
                        Vaststelling(8000m, daarna, Math.Max(4000m, eerst)) with
                        {
                            Besluit = "S2",
                            Vervangt = "S1",
                        },
                    ];
                    Geldzaak
                        .Na(volgorde.Select(i => alles[i]), betaald, terug)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: Math.Min(daarna, wordt));
                }
            );

    [Fact]
    public void Twee_intrekkingen_die_elk_worden_herroepen_laten_alles_staan_in_elke_volgorde() =>
        Gen.Select(Gen.Shuffle(Zes), Wanneer, Wanneer)
            .Sample(
                (volgorde, betaald, terug) =>
                {
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Intrekking(3000m, 3000m),
                        Intrekking(500m, 500m, "I2"),
                        Herroepen(null, 3000m, 3000m) with
                        {
                            Besluit = "BZ8-1",
                            Intrekking = "I2",
                        },
                        Herroepen(null, 8000m, 4000m),
                    ];
                    Geldzaak.Na(volgorde.Select(i => alles[i]), betaald, terug).Klopt(verplichting: 8000m, voorschotten: 4000m, kosten: 0m);
                }
            );

    /// <summary>Settled at 3,000 of 4,000 that was advanced, withdrawn down to 1,000: by each its own is ordered less, and comes back by its own decision.</summary>
    [Fact]
    public void Een_herroeping_geeft_precies_terug_wat_door_de_intrekking_is_verrekend_en_de_rest_pas_een_hogere_vaststelling()
    {
        Gebeurtenis[] ingetrokken = [Verleend, Voorschot, Vaststelling(8000m, 3000m, 4000m), Intrekking(1000m, 1000m)];
        // It never left; it came back before the withdrawal, and after it.
        (bool[] Betaald, bool[] Terug)[] keren =
        [
            ([], []),
            ([false, true], [false, false, true]),
            ([false, true], [false, false, false, true]),
        ];
        foreach (var (betaald, terug) in keren)
        {
            var zaak = Geldzaak.Na(ingetrokken, betaald, terug);
            Assert.Equal((1000m, 0m), (zaak.Orders.Values.Sum(o => o.Bedrag), zaak.Saldo(TeVorderen)));
            zaak.Betaal();
            zaak.Hoor(Herroepen(null, 8000m, 4000m));
            Assert.Equal(2000m, zaak.Orders[$"{Zaaknummer}-BH1"].Bedrag);
            zaak.Klopt(verplichting: 0m, voorschotten: 0m, kosten: 3000m);
            zaak.Hoor(Vaststelling(8000m, 3500m, 4000m) with { Besluit = "S2", Vervangt = "S1" });
            zaak.Klopt(verplichting: 0m, voorschotten: 0m, kosten: 3500m);
            Assert.Equal(
                [("B1", "V1", 4000m), ("B2-N1", "S2", 500m), ("BH1", "BZ9-1", 2000m)],
                zaak.Stand.Opdrachten(Zaaknummer)
                    .Select(o => (Nummer: o.Id[(Zaaknummer.Length + 1)..], o.Besluit, o.Bedrag))
                    .OrderBy(o => o.Nummer, StringComparer.Ordinal)
            );
        }
    }

    /// <summary>What was paid is claimed back no longer; nothing is ordered beside that.</summary>
    [Fact]
    public void Wat_is_betaald_wordt_na_een_herroeping_niet_nog_eens_betaald()
    {
        var zaak = Geldzaak.Na([Verleend, Voorschot, Intrekking(1000m, 1000m), Herroepen(null, 8000m, 4000m)], [false, true]);
        Assert.Equal([(4000m, true)], zaak.Orders.Values);
        zaak.Klopt(verplichting: 8000m, voorschotten: 4000m, kosten: 0m);
        // What is ordered less after that is so by the settlement.
        zaak.Hoor(Vaststelling(8000m, 3000m, 4000m));
        zaak.KomTerug();
        Assert.Equal("S1", zaak.Stand.Aanleiding);
        zaak.Klopt(verplichting: 0m, voorschotten: 0m, kosten: 3000m);
    }

    [Fact]
    public void Wat_was_gestopt_wordt_opnieuw_betaald_met_nieuwe_akkoorden()
    {
        var zaak = Geldzaak.Na([Verleend, Voorschot, Intrekking(0m, 0m), Herroepen(null, 8000m, 4000m)], [true, false]);
        Assert.Equal(4000m, zaak.Orders.Values.Sum(o => o.Bedrag));
        var nabetaling = zaak.Stand.Opdrachten(Zaaknummer).Single(o => o.Soort == Betaalsoort.Nabetaling);
        Assert.Equal(($"{Zaaknummer}-BH1", "BZ9-1", 4000m), (nabetaling.Id, nabetaling.Besluit, nabetaling.Bedrag));
        Assert.Equal(["bo-3", "mo-3"], nabetaling.Ondertekenaars);
        Assert.Equal(0m, zaak.Saldo(TeVorderen));
    }

    /// <summary>After which of what is heard it is done.</summary>
    private static Gen<bool[]> Wanneer => Gen.Bool.Array[8];

    private static IntrekkingVernomen Intrekking(decimal bedrag, decimal voorschot, string besluit = "I1") =>
        new("2026-04-mkb", "12345678", besluit, bedrag, 10000m, voorschot, Nu);

    private static HerroepingVernomen Herroepen(decimal? blijft, decimal wordt, decimal voorschot) =>
        new("2026-04-mkb", "12345678", "BZ9-1", "I1", blijft, wordt, Math.Min(voorschot, wordt), ["bo-3", "mo-3"], Nu);

    private static VaststellingVernomen Vaststelling(decimal verleend, decimal vastgesteld, decimal voorschotten) =>
        new("12345678", "S1", verleend, vastgesteld, voorschotten, vastgesteld - voorschotten, ["bea", "mees"], Nu);
}
