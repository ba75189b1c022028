using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// A settlement comes in the place of another after an objection: only what it gives more is paid, once, and what was to be claimed back becomes less.
/// An award of 8,000, half of it in advance.
/// </summary>
public sealed class HervaststellenTests
{
    private const string Zaaknummer = "SLIM-7K2M9QX4TB";
    private static readonly Instant Nu = Voorbeelden.Moment;

    private static readonly VerplichtingAangegaan Verleend = new("2026-04-mkb", "12345678", "V1", 8000m, 4000m, Nu);
    private static readonly VoorschotVernomen Voorschot = new("12345678", "V1", 4000m, ["bea", "mees"], Nu);

    /// <summary>On objection, after it was settled: the advance stays what it was.</summary>
    private static readonly VerplichtingGewijzigd Gewijzigd = new("2026-04-mkb", "12345678", "BZ1-1", 10000m, 8000m, 4000m, Nu);

    private static readonly VaststellingVernomen Eerste = Vastgesteld("S1", 5000m, 4000m, null);

    [Fact]
    public void In_elke_volgorde_en_tweemaal_wordt_alleen_het_verschil_betaald_en_sluit_het_grootboek() =>
        Gen.Shuffle(
                (Gebeurtenis[])[Verleend, Voorschot, Eerste, Vastgesteld("S2", 6000m, 5000m, "S1"), Vastgesteld("S3", 7500m, 6000m, "S2")]
            )
            .Sample(volgorde =>
            {
                var (stand, geboekt) = Hoor([.. volgorde, .. volgorde]);
                Assert.Equal(
                    [("B1", 4000m), ("B2", 1000m), ("B2-2", 1000m), ("B2-3", 1500m)],
                    stand.Opdrachten(Zaaknummer).Select(o => (o.Id[(Zaaknummer.Length + 1)..], o.Bedrag)).Order()
                );
                var saldi = Saldi(geboekt);
                Assert.Equal(0, saldi[Grootboekrekeningen.Verplichtingen]);
                Assert.Equal((7500m, -7500m), (saldi[Grootboekrekeningen.Kosten], saldi[Grootboekrekeningen.TeBetalen]));
                Assert.Equal((0m, 0m), (saldi[Grootboekrekeningen.Voorschotten], saldi[Grootboekrekeningen.TeVorderen]));
            });

    [Fact]
    public void Na_een_hogere_verlening_wordt_tot_dat_bedrag_betaald_wat_ook_eerst_is_gehoord() =>
        Gen.Shuffle(
                (Gebeurtenis[])[Verleend, Voorschot, Eerste, Gewijzigd, Vastgesteld("S2", 9000m, 5000m, "S1") with { Verleend = 10000m }]
            )
            .Sample(volgorde =>
            {
                var (stand, geboekt) = Hoor([.. volgorde, .. volgorde]);
                Assert.Equal(9000m, stand.Opdrachten(Zaaknummer).Sum(o => o.Bedrag));
                Assert.Equal(4000m, stand.Opdrachten(Zaaknummer).Single(o => o.Besluit == "S2").Bedrag);
                var saldi = Saldi(geboekt);
                Assert.Equal((0m, 9000m), (saldi[Grootboekrekeningen.Verplichtingen], saldi[Grootboekrekeningen.Kosten]));
            });

    [Fact]
    public void Een_voorschot_dat_de_vaststelling_kruiste_wordt_verrekend()
    {
        var bijkomend = new VoorschotVernomen("12345678", "BZ1-1", 1000m, ["bo", "mo"], Nu);
        var tweede = Vastgesteld("S2", 9000m, 6000m, "S1") with { Verleend = 10000m };
        Gen.Shuffle((Gebeurtenis[])[Verleend, Voorschot, Eerste, Gewijzigd with { Voorschot = 5000m }, bijkomend, tweede])
            .Sample(volgorde =>
            {
                var (stand, geboekt) = Hoor(volgorde);
                Assert.Equal(9000m, stand.Opdrachten(Zaaknummer).Sum(o => o.Bedrag));
                Assert.Equal(0, Saldi(geboekt)[Grootboekrekeningen.Voorschotten]);
            });
    }

    [Theory]
    [InlineData(3500, -500, 0)]
    [InlineData(4000, 0, 0)]
    [InlineData(7000, 0, 3000)]
    public void Wat_moest_worden_teruggevorderd_wordt_minder_voor_er_wordt_betaald(decimal vastgesteld, decimal vordering, decimal betaling)
    {
        var (stand, geboekt) = Hoor([
            Verleend,
            Voorschot,
            Vastgesteld("S1", 3000m, 4000m, null),
            Vastgesteld("S2", vastgesteld, 4000m, "S1"),
        ]);

        Assert.Equal(-vordering, Saldi(geboekt)[Grootboekrekeningen.TeVorderen]);
        Assert.Equal(betaling, stand.Opdrachten(Zaaknummer).Where(o => o.Besluit == "S2").Sum(o => o.Bedrag));
    }

    [Fact]
    public void Wat_de_nieuwe_vaststelling_niet_kan_zijn_wordt_geweigerd()
    {
        var (stand, _) = Hoor([Verleend, Voorschot, Eerste]);
        var tweede = Vastgesteld("S2", 6000m, 5000m, "S1");
        Assert.Null(Verplichting.Verneem(stand, tweede, Nu).Weigering);
        foreach (
            var vaststelling in (VaststellingVernomen[])
                [
                    // Less than the first.
                    Vastgesteld("S2", 4999.99m, 5000m, "S1"),
                    // Above the award.
                    Vastgesteld("S2", 8000.01m, 5000m, "S1"),
                    // As if the first had ordered nothing: that would be paid twice.
                    Vastgesteld("S2", 6000m, 4000m, "S1"),
                    tweede with
                    {
                        KvkNummer = "87654321",
                    },
                    tweede with
                    {
                        NogTeBetalen = 1000.01m,
                    },
                ]
        )
        {
            Assert.Equal("tegenspraak", Verplichting.Verneem(stand, vaststelling, Nu).Weigering?.Code);
        }
    }

    [Fact]
    public void Een_nieuwe_vaststelling_wacht_op_die_waarvoor_zij_komt_en_op_de_verlening_waarmee_zij_rekent()
    {
        var tweede = Vastgesteld("S2", 9000m, 5000m, "S1") with { Verleend = 10000m };
        var (stand, _) = Hoor([Verleend, Voorschot, tweede]);
        Assert.Equal([$"{Zaaknummer}-B1"], stand.Opdrachten(Zaaknummer).Select(o => o.Id));
        (stand, _) = Hoor([Verleend, Voorschot, tweede, Eerste]);
        Assert.Equal([$"{Zaaknummer}-B1", $"{Zaaknummer}-B2"], stand.Opdrachten(Zaaknummer).Select(o => o.Id));
        (stand, _) = Hoor([Verleend, Voorschot, tweede, Eerste, Gewijzigd]);
        Assert.Equal(9000m, stand.Opdrachten(Zaaknummer).Sum(o => o.Bedrag));
    }

    [Fact]
    public void Hoe_vaak_ook_opnieuw_vastgesteld_er_wordt_nooit_meer_betaald_dan_is_vastgesteld() =>
        Gen.Int[0, 800_000]
            .Array[1, 5]
            .SelectMany(centen => Gen.Shuffle((Gebeurtenis[])[Verleend, Voorschot, .. Reeks(centen)]))
            .Sample(volgorde =>
            {
                var (stand, geboekt) = Hoor(volgorde);
                var laatste = volgorde.OfType<VaststellingVernomen>().Max(v => v.Vastgesteld);
                Assert.Equal(Math.Max(4000m, laatste), stand.Opdrachten(Zaaknummer).Sum(o => o.Bedrag));
                var saldi = Saldi(geboekt);
                Assert.Equal(laatste, saldi[Grootboekrekeningen.Kosten]);
                Assert.Equal(Math.Max(0, 4000m - laatste), saldi[Grootboekrekeningen.TeVorderen]);
                Assert.Equal(0, saldi[Grootboekrekeningen.Verplichtingen]);
            });

    /// <summary>Settlements on these amounts in cents from low to high, each in the place of the one before.</summary>
    private static IEnumerable<VaststellingVernomen> Reeks(int[] centen)
    {
        var (toegekend, nummer) = (4000m, 1);
        foreach (var vastgesteld in centen.Order().Select(c => c / 100m))
        {
            yield return Vastgesteld($"S{nummer}", vastgesteld, toegekend, nummer == 1 ? null : $"S{nummer - 1}");
            (toegekend, nummer) = (Math.Max(toegekend, vastgesteld), nummer + 1);
        }
    }

    private static VaststellingVernomen Vastgesteld(string besluit, decimal vastgesteld, decimal voorschotten, string? vervangt) =>
        new("12345678", besluit, 8000m, vastgesteld, voorschotten, vastgesteld - voorschotten, ["bea", "mees"], Nu, vervangt);

    /// <summary>Debit minus credit, by account; each booking balances.</summary>
    private static Dictionary<string, decimal> Saldi(IEnumerable<Gebeurtenis> geboekt)
    {
        var saldi = Grootboekrekeningen.Alle.ToDictionary(r => r, _ => 0m);
        foreach (var regels in geboekt.Select(g => Boeking.Van(Zaaknummer, g)?.Regels ?? []))
        {
            Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
            foreach (var regel in regels)
            {
                Assert.True(regel is { Debet: >= 0, Credit: >= 0 } && regel.Debet == 0 != (regel.Credit == 0));
                saldi[regel.Rekening] += regel.Debet - regel.Credit;
            }
        }
        return saldi;
    }

    private static (Verplichting Stand, IReadOnlyList<Gebeurtenis> Geboekt) Hoor(IEnumerable<Gebeurtenis> vernomen)
    {
        var (stand, geboekt) = (new Verplichting(), new List<Gebeurtenis>());
        foreach (var bericht in vernomen)
        {
            var beslissing = Verplichting.Verneem(stand, bericht, Nu);
            Assert.Null(beslissing.Weigering);
            geboekt.AddRange(beslissing.Gebeurtenissen);
            stand = beslissing.Gebeurtenissen.Aggregate(stand, (s, g) => s.Na(g));
        }
        foreach (var opdracht in stand.Opdrachten(Zaaknummer).Where(o => o.Soort == Betaalsoort.Voorschot))
        {
            geboekt.Add(new BetalingOpgedragen(opdracht, Nu));
        }
        return (stand, geboekt);
    }
}
