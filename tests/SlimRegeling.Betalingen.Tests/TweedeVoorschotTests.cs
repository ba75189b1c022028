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
        var (stand, _) = Hoor([Verleend, Eerste]);
        Assert.Equal("tegenspraak", Verplichting.Verneem(stand, Tweede with { Bedrag = 105750.01m }, Nu).Weigering?.Code);
        Assert.Null(Verplichting.Verneem(stand, Tweede with { Bedrag = 105750.00m }, Nu).Weigering);
        // A settlement that does not know of an advance which was given would pay it twice.
        (stand, _) = Hoor([Verleend, Eerste, Tweede]);
        var zonder = Vastgesteld with { Voorschotten = 35250m, NogTeBetalen = 67800m, NaVoortgang = null };
        Assert.Equal("tegenspraak", Verplichting.Verneem(stand, zonder, Nu).Weigering?.Code);
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
