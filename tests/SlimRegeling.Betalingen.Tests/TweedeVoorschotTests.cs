using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A partnership of € 141,000.00 that gets 25% with the award and 50% after its progress report, and is settled at € 103,050.00.</summary>
public sealed class TweedeVoorschotTests
{
    private const string Zaaknummer = "SLIM-7K2M9QX4TB";
    private static readonly Instant Nu = Voorbeelden.Moment;

    private static readonly VerplichtingAangegaan Verleend = new("2025-06-swv", "12345678", "V1", 141000m, 35250m, Nu);
    private static readonly VoorschotVernomen Eerste = new("12345678", "V1", 35250m, ["bea", "mees"], Nu);
    private static readonly VoorschotVernomen Tweede = new("12345678", "T1", 70500m, ["bo", "mo"], Nu, NaVoortgang: true);
    private static readonly VaststellingVernomen Vastgesteld = new(
        "12345678",
        "S1",
        141000m,
        103050m,
        105750m,
        -2700m,
        ["bea", "mees"],
        Nu,
        NaVoortgang: 70500m
    );

    private static readonly Gebeurtenis[] Alles = [Verleend, Eerste, Tweede, Vastgesteld];

    [Fact]
    public void In_elke_volgorde_worden_beide_voorschotten_betaald_en_blijft_er_een_vordering() =>
        Gen.Shuffle(Alles)
            .Sample(volgorde =>
            {
                var (stand, geboekt) = Hoor([.. volgorde, .. volgorde]);
                var opdrachten = stand.Opdrachten(Zaaknummer).ToList();
                Assert.Equal([35250m, 70500m], opdrachten.Select(o => o.Bedrag).Order());
                Assert.All(opdrachten, o => Assert.Equal(Betaalsoort.Voorschot, o.Soort));
                Assert.True(stand.Afgerekend);
                Assert.Equal(105750m, stand.TeBevoorschotten);
                var regels = geboekt.SelectMany(g => Boeking.Van(Zaaknummer, g)?.Regels ?? []).ToList();
                Assert.Equal(2700m, regels.Where(r => r.Rekening == Grootboekrekeningen.TeVorderen).Sum(r => r.Debet - r.Credit));
                Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
            });

    [Fact]
    public void De_vaststelling_wacht_op_het_voorschot_waarmee_zij_rekent()
    {
        var (stand, _) = Hoor([Verleend, Eerste, Vastgesteld]);
        Assert.False(stand.Afgerekend);
        (stand, _) = Hoor([Verleend, Eerste, Vastgesteld, Tweede]);
        Assert.True(stand.Afgerekend);
    }

    [Fact]
    public void Meer_dan_is_verleend_wordt_nooit_voorgeschoten()
    {
        // More than the award leaves is part of no award that is known: it waits for one.
        var (stand, _) = Hoor([Verleend, Eerste, Tweede with { Bedrag = 105750.01m }]);
        Assert.Equal([35250m], stand.Opdrachten(Zaaknummer).Select(o => o.Bedrag));
        Assert.Equal(35250m, stand.TeBevoorschotten);
        (stand, _) = Hoor([Verleend, Eerste, Tweede with { Bedrag = 105750.00m }]);
        Assert.Equal(141000m, stand.Opdrachten(Zaaknummer).Sum(o => o.Bedrag));
    }

    [Fact]
    public void Een_voorschot_bij_een_verhoging_die_later_wordt_gehoord_wacht_daarop()
    {
        var hoger = new VerplichtingGewijzigd("2025-06-swv", "12345678", "BZ1-1", 300000m, 141000m, 75000m, Nu);
        var bij = new VoorschotVernomen("12345678", "BZ1-1", 39750m, ["bo", "mo"], Nu);
        var groot = Tweede with { Bedrag = 150000m };
        Assert.Equal([35250m], Hoor([Verleend, Eerste, groot]).Stand.Opdrachten(Zaaknummer).Select(o => o.Bedrag));

        Gen.Shuffle((Gebeurtenis[])[Verleend, Eerste, groot, hoger, bij])
            .Sample(volgorde =>
            {
                var (stand, _) = Hoor([.. volgorde, .. volgorde]);
                Assert.Equal([35250m, 39750m, 150000m], stand.Opdrachten(Zaaknummer).Select(o => o.Bedrag).Order());
                Assert.Equal(225000m, stand.TeBevoorschotten);
            });
    }

    /// <summary>Neither knows of the other: it was settled as if nothing was advanced after the report, and 67,800.00 was to be paid.</summary>
    [Theory]
    [InlineData(103050, 2700)]
    [InlineData(141000, 0)]
    public void Een_voorschot_dat_de_vaststelling_kruist_wordt_niet_boven_wat_is_vastgesteld_betaald(decimal vastgesteld, decimal vordering)
    {
        var zonder = Vastgesteld with
        {
            Vastgesteld = vastgesteld,
            Voorschotten = 35250m,
            NogTeBetalen = vastgesteld - 35250m,
            NaVoortgang = null,
        };
        Gen.Shuffle((Gebeurtenis[])[Verleend, Eerste, Tweede, zonder])
            .Sample(volgorde =>
            {
                var (stand, geboekt) = Hoor([.. volgorde, .. volgorde]);
                var regels = geboekt.SelectMany(g => Boeking.Van(Zaaknummer, g)?.Regels ?? []).ToList();
                var teVorderen = regels.Where(r => r.Rekening == Grootboekrekeningen.TeVorderen).Sum(r => r.Debet - r.Credit);
                Assert.Equal(vastgesteld, stand.Opdrachten(Zaaknummer).Sum(o => o.Bedrag) - teVorderen);
                // What was ordered before the settlement was heard is a claim; what comes after is not ordered.
                Assert.Equal(stand.Gekruist > 0 ? vordering : 0, teVorderen);
                Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
                Assert.True(stand.Afgerekend);
                Assert.Equal(stand.Gekruist > 0 ? zonder.NogTeBetalen - 70500m : 0, stand.Bijgesteld![stand.Gekruist > 0 ? "S1" : "T1"]);
            });
    }

    [Fact]
    public void Een_nieuwe_vaststelling_na_zon_kruising_betaalt_alleen_het_verschil()
    {
        var zonder = Vastgesteld with { Voorschotten = 35250m, NogTeBetalen = 67800m, NaVoortgang = null };
        var opnieuw = zonder with { Besluit = "S2", Vervangt = "S1", Vastgesteld = 120000m, Voorschotten = 103050m, NogTeBetalen = 16950m };
        Gen.Shuffle((Gebeurtenis[])[Verleend, Eerste, Tweede, zonder, opnieuw])
            .Sample(volgorde => Assert.Equal(120000m, Hoor(volgorde).Stand.Opdrachten(Zaaknummer).Sum(o => o.Bedrag)));
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
        return (stand, geboekt);
    }
}
