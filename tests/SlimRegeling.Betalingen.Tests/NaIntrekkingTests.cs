using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Boekhouding.Grootboekrekeningen;
using static SlimRegeling.Betalingen.Tests.Geldzaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// An award of 8,000, by a decision on objection 10,000, half of it in advance, of which a withdrawal leaves some. Whatever is heard or paid first: what is
/// paid or still ordered, less what is claimed back, is what is left; and nothing is claimed back that was not paid.
/// </summary>
public sealed class NaIntrekkingTests
{
    private static readonly Instant Nu = Voorbeelden.Moment;

    private static readonly VerplichtingAangegaan Verleend = new("2026-04-mkb", "12345678", "V1", 8000m, 4000m, Nu);
    private static readonly VoorschotVernomen Voorschot = new("12345678", "V1", 4000m, ["bea", "mees"], Nu);
    private static readonly VerplichtingGewijzigd Gewijzigd = new("2026-04-mkb", "12345678", "BZ1-1", 10000m, 8000m, 5000m, Nu);
    private static readonly VoorschotVernomen Bijkomend = new("12345678", "BZ1-1", 1000m, ["bo", "mo"], Nu);

    private static readonly VoorschotVernomen NaVerslag = new("12345678", "T1", 2000m, ["bo", "mo"], Nu, NaVoortgang: true);

    private static readonly Gebeurtenis[] Zonder = [Verleend, Voorschot, Gewijzigd, Bijkomend, Intrekking(6000m, 5000m)];
    private static readonly int[] Vier = [0, 1, 2, 3];
    private static readonly int[] Vijf = [0, 1, 2, 3, 4];
    private static readonly int[] Zes = [0, 1, 2, 3, 4, 5];

    [Fact]
    public void Voor_de_vaststelling_blijft_in_elke_volgorde_over_wat_de_intrekking_laat() =>
        Gen.Select(Gen.Shuffle(Zonder), Gen.Int[0, 9999], Betaald)
            .Sample(
                (volgorde, rest, betaald) =>
                {
                    var zaak = Geldzaak.Na(
                        volgorde.Select(e => e is IntrekkingVernomen i ? i with { Bedrag = rest, Voorschot = Math.Min(5000m, rest) } : e),
                        betaald
                    );
                    zaak.Klopt(verplichting: Math.Min(10000m, rest), voorschotten: Math.Min(5000m, rest), kosten: 0m);
                }
            );

    [Fact]
    public void Een_vaststelling_die_met_de_intrekking_rekent_sluit_in_elke_volgorde() =>
        Gen.Select(Gen.Int[1, 9999], Gen.Int[0, 100], Gen.Shuffle(Zes), Betaald)
            .Sample(
                (rest, deel, volgorde, betaald) =>
                {
                    var (voorschot, vastgesteld) = (Math.Min(5000m, rest), decimal.Round(rest * deel / 100m, 2));
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Gewijzigd,
                        Bijkomend,
                        Intrekking(rest, voorschot),
                        Vaststelling(rest, vastgesteld, voorschot) with
                        {
                            Intrekking = "I1",
                        },
                    ];
                    Geldzaak.Na(volgorde.Select(i => alles[i]), betaald).Klopt(verplichting: 0m, voorschotten: 0m, kosten: vastgesteld);
                }
            );

    [Fact]
    public void Een_vaststelling_ervoor_of_die_kruist_is_in_elke_volgorde_niet_meer_waard_dan_wat_overblijft() =>
        Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 10000], Gen.Shuffle(Zes), Betaald)
            .Sample(
                (rest, vastgesteld, volgorde, betaald) =>
                {
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Gewijzigd,
                        Bijkomend,
                        Intrekking(rest, Math.Min(5000m, rest)),
                        Vaststelling(10000m, vastgesteld, 5000m),
                    ];
                    Geldzaak
                        .Na(volgorde.Select(i => alles[i]), betaald)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: Math.Min(vastgesteld, rest));
                }
            );

    /// <summary>The settlement that was opened again did not know of the withdrawal; the one in its place does.</summary>
    [Fact]
    public void Een_vaststelling_in_de_plaats_van_een_andere_rust_na_een_intrekking_op_minder_in_elke_volgorde() =>
        Gen.Select(Gen.Int[4000, 9999], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Shuffle(Zes), Betaald)
            .Sample(
                (rest, deel, erbij, volgorde, betaald) =>
                {
                    var eerst = decimal.Round(Math.Min(rest, 8000) * deel / 100m, 2);
                    var daarna = eerst + decimal.Round((rest - eerst) * erbij / 100m, 2);
                    Gebeurtenis[] alles =
                    [
                        Verleend,
                        Voorschot,
                        Gewijzigd with
                        {
                            Voorschot = 4000m,
                        },
                        Intrekking(rest, 4000m),
                        Vaststelling(8000m, eerst, 4000m),
                        Vaststelling(rest, daarna, Math.Max(4000m, eerst)) with
                        {
                            Besluit = "S2",
                            Vervangt = "S1",
                            Intrekking = "I1",
                        },
                    ];
                    Geldzaak.Na(volgorde.Select(i => alles[i]), betaald).Klopt(verplichting: 0m, voorschotten: 0m, kosten: daarna);
                }
            );

    [Fact]
    public void Een_tweede_voorschot_telt_met_het_eerste_tot_wat_overblijft_in_elke_volgorde() =>
        Gen.Select(Gen.Int[1, 7999], Gen.Int[0, 100], Gen.Shuffle(Vijf), Betaald)
            .Sample(
                (rest, deel, volgorde, betaald) =>
                {
                    var (samen, vastgesteld) = (Math.Min(6000m, rest), decimal.Round(rest * deel / 100m, 2));
                    Gebeurtenis[] zonder = [Verleend, Voorschot, NaVerslag, Intrekking(rest, Math.Min(4000m, rest))];
                    Geldzaak
                        .Na(volgorde.Where(i => i < 4).Select(i => zonder[i]), betaald)
                        .Klopt(verplichting: rest, voorschotten: samen, kosten: 0m);
                    // One that reckons with the withdrawal, and one that crosses it.
                    var rekentErmee = Vaststelling(rest, vastgesteld, samen) with
                    {
                        NaVoortgang = 2000m,
                        Intrekking = "I1",
                    };
                    var kruist = Vaststelling(8000m, 7000m, 6000m) with { NaVoortgang = 2000m };
                    Geldzaak
                        .Na(volgorde.Select(i => i < 4 ? zonder[i] : rekentErmee), betaald)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: vastgesteld);
                    Geldzaak
                        .Na(volgorde.Select(i => i < 4 ? zonder[i] : kruist), betaald)
                        .Klopt(verplichting: 0m, voorschotten: 0m, kosten: Math.Min(7000m, rest));
                }
            );

    [Fact]
    public void Twee_intrekkingen_laten_het_minste_over() =>
        Gen.Select(Gen.Shuffle(Vier), Betaald)
            .Sample(
                (volgorde, betaald) =>
                {
                    Gebeurtenis[] alles = [Verleend, Voorschot, Intrekking(3000m, 3000m), Intrekking(500m, 500m, "I2")];
                    Geldzaak.Na(volgorde.Select(i => alles[i]), betaald).Klopt(verplichting: 500m, voorschotten: 500m, kosten: 0m);
                }
            );

    [Fact]
    public void Wat_nog_niet_onderweg_is_wordt_gestopt_en_wat_is_betaald_wordt_een_vordering()
    {
        var open = Geldzaak.Na([Verleend, Voorschot, Intrekking(0m, 0m)], [false]);
        Assert.Equal((0m, 0m), (open.Orders.Values.Sum(o => o.Bedrag), open.Saldo(TeVorderen)));
        // The order is there once the advance is heard; it was paid before the withdrawal.
        var betaald = Geldzaak.Na([Verleend, Voorschot, Intrekking(1000m, 1000m)], [false, true]);
        Assert.Equal((4000m, 3000m), (betaald.Orders.Values.Sum(o => o.Bedrag), betaald.Saldo(TeVorderen)));
    }

    [Fact]
    public void Een_betaling_die_lager_wordt_vraagt_nieuwe_akkoorden_en_een_die_vervalt_vraagt_er_geen()
    {
        var opdracht = new Opdracht($"{Zaaknummer}-B1", Zaaknummer, "2026-04-mkb", "12345678", "V1", Betaalsoort.Voorschot, 4000m, []);
        var stand = new Betaalopdracht { Id = opdracht.Id, Opdracht = opdracht };
        stand = stand.Na(new BetalingGeaccordeerd("fien", Nu)).Na(new BetalingGeaccordeerd("fenna", Nu));
        var lager = stand.Na(new BetalingVerlaagd(opdracht, "I1", 4000m, 1000m, Nu));
        Assert.Equal((1000m, 3000m, Betaalstatus.Opgedragen), (lager.Opdracht.Bedrag, lager.Verlaagd, lager.Status));
        Assert.Empty(lager.Akkoorden);
        var weg = lager.Na(new BetalingVerlaagd(lager.Opdracht, "I2", 1000m, 0m, Nu));
        Assert.False(weg.Open);
        Assert.Equal("niet-betaalbaar", Uitbetalen.RondeVoorstellen.NeemOp(weg, "ronde", 1, Nu).Weigering?.Code);
        Assert.Contains("vervallen", Uitbetalen.Betaalbaarheid.Bezwaar(new Uitbetalen.Kandidaat(weg, null)), StringComparison.Ordinal);
    }

    [Fact]
    public void Zolang_de_ontvanger_wordt_gehoord_is_er_geen_betaling_verschuldigd()
    {
        var tot = new LocalDate(2026, 12, 1);
        var zaak = Geldzaak.Na([Verleend, Voorschot, new OpschortingVernomen("I1", tot, Nu)], []);
        Assert.True(zaak.Stand.IsOpgeschort(tot));
        Assert.False(zaak.Stand.IsOpgeschort(tot.PlusDays(1)));
        Assert.False(Geldzaak.Na([new OpschortingAfgelopen("I1", Nu), new OpschortingVernomen("I1", tot, Nu)], []).Stand.IsOpgeschort(tot));
        Assert.False(Geldzaak.Na([new OpschortingVernomen("I1", tot, Nu), Verleend, Intrekking(0m, 0m)], []).Stand.IsOpgeschort(tot));
    }

    [Theory]
    [InlineData(-0.01, 0, "12345678")]
    [InlineData(8000, 0, "12345678")]
    [InlineData(1000, 1000.01, "12345678")]
    [InlineData(1000, 1000, "87654321")]
    public void Een_intrekking_die_niet_past_wordt_geweigerd(decimal bedrag, decimal voorschot, string kvkNummer)
    {
        var fout = new IntrekkingVernomen("2026-04-mkb", kvkNummer, "I1", bedrag, 8000m, voorschot, Nu);
        Assert.Equal("tegenspraak", Verplichting.Verneem(new Verplichting().Na(Verleend), fout, Nu).Weigering?.Code);
    }

    /// <summary>After which of what is heard the orders of then are paid.</summary>
    private static Gen<bool[]> Betaald => Gen.Bool.Array[8];

    private static IntrekkingVernomen Intrekking(decimal bedrag, decimal voorschot, string besluit = "I1") =>
        new("2026-04-mkb", "12345678", besluit, bedrag, 10000m, voorschot, Nu);

    private static VaststellingVernomen Vaststelling(decimal verleend, decimal vastgesteld, decimal voorschotten) =>
        new("12345678", "S1", verleend, vastgesteld, voorschotten, vastgesteld - voorschotten, ["bea", "mees"], Nu);
}
