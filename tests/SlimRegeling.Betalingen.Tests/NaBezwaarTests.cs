using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A decision on objection makes an award of 8,000 one of 10,000; half of it is paid in advance.</summary>
public sealed class NaBezwaarTests
{
    private const string Zaaknummer = "SLIM-7K2M9QX4TB";
    private static readonly Instant Nu = Voorbeelden.Moment;

    private static readonly VerplichtingAangegaan Verleend = new("2026-04-mkb", "12345678", "V1", 8000m, 4000m, Nu);
    private static readonly VoorschotVernomen Voorschot = new("12345678", "V1", 4000m, ["bea", "mees"], Nu);
    private static readonly VerplichtingGewijzigd Gewijzigd = new("2026-04-mkb", "12345678", "BZ1-1", 10000m, 8000m, 5000m, Nu);
    private static readonly VoorschotVernomen Bijkomend = new("12345678", "BZ1-1", 1000m, ["bo", "mo"], Nu);
    private static readonly VaststellingVernomen Vastgesteld = new("12345678", "S1", 10000m, 9000m, 5000m, 4000m, ["bea", "mees"], Nu);

    private static readonly Gebeurtenis[] Alles = [Verleend, Voorschot, Gewijzigd, Bijkomend, Vastgesteld];

    [Fact]
    public void In_elke_volgorde_en_tweemaal_wordt_hetzelfde_betaald_en_sluit_het_grootboek() =>
        Gen.Shuffle(Alles)
            .Sample(volgorde =>
            {
                var (stand, geboekt) = Hoor([.. volgorde, .. volgorde]);
                var opdrachten = stand.Opdrachten(Zaaknummer).ToList();
                Assert.Equal([$"{Zaaknummer}-B1", $"{Zaaknummer}-B2", $"{Zaaknummer}-B3"], opdrachten.Select(o => o.Id).Order());
                Assert.Equal(9000m, opdrachten.Sum(o => o.Bedrag));
                Assert.Equal([1000m, 4000m], opdrachten.Where(o => o.Soort == Betaalsoort.Voorschot).Select(o => o.Bedrag).Order());
                var regels = geboekt.SelectMany(g => Boeking.Van(Zaaknummer, g)?.Regels ?? []).ToList();
                Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
                Assert.Equal(0, regels.Where(r => r.Rekening == Grootboekrekeningen.Verplichtingen).Sum(r => r.Debet - r.Credit));
            });

    [Fact]
    public void Het_voorschot_na_bezwaar_wacht_tot_bekend_is_wat_er_is_verleend()
    {
        var (stand, _) = Hoor([Verleend, Voorschot, Bijkomend]);
        Assert.Equal([$"{Zaaknummer}-B1"], stand.Opdrachten(Zaaknummer).Select(o => o.Id));
        (stand, _) = Hoor([Verleend, Voorschot, Bijkomend, Gewijzigd]);
        Assert.Equal(5000m, stand.Opdrachten(Zaaknummer).Sum(o => o.Bedrag));
    }

    [Fact]
    public void De_vaststelling_wacht_op_de_hogere_verlening_waarmee_zij_rekent()
    {
        var (stand, _) = Hoor([Verleend, Voorschot, Vastgesteld]);
        Assert.False(stand.Afgerekend);
        Assert.Equal([$"{Zaaknummer}-B1"], stand.Opdrachten(Zaaknummer).Select(o => o.Id));
        (stand, _) = Hoor([Verleend, Voorschot, Vastgesteld, Gewijzigd]);
        Assert.True(stand.Afgerekend);
    }

    [Fact]
    public void Wat_niet_past_bij_wat_er_is_verleend_wordt_geweigerd()
    {
        var (stand, _) = Hoor([Verleend, Voorschot, Gewijzigd]);
        Assert.Equal("tegenspraak", Verplichting.Verneem(stand, Bijkomend with { Bedrag = 1000.01m }, Nu).Weigering?.Code);
        Assert.Null(Verplichting.Verneem(stand, Bijkomend, Nu).Weigering);
        Assert.Equal("tegenspraak", Verplichting.Verneem(stand, Bijkomend with { KvkNummer = "87654321" }, Nu).Weigering?.Code);
        Assert.Equal("tegenspraak", Verplichting.Verneem(stand, Vastgesteld with { Verleend = 9999.99m }, Nu).Weigering?.Code);
        var ander = Gewijzigd with { Besluit = "BZ2-1", Bedrag = 7000m };
        Assert.Equal("tegenspraak", Verplichting.Verneem(stand, ander, Nu).Weigering?.Code);
    }

    [Fact]
    public void Een_bezwaar_schort_geen_betaling_op_en_blijft_zichtbaar_tot_het_is_beslist()
    {
        var ingediend = new BezwaarVernomen("BZ1", "V1", Nu);
        var (stand, _) = Hoor([ingediend, Verleend, Voorschot]);
        Assert.Equal(["BZ1"], stand.LopendeBezwaren);
        Assert.Equal([$"{Zaaknummer}-B1"], stand.Opdrachten(Zaaknummer).Select(o => o.Id));
        (stand, _) = Hoor([new BezwaarAfgelopen("BZ1", Nu), ingediend]);
        Assert.Empty(stand.LopendeBezwaren);
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
