using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What is settled is what was signed before, and what is less than was advanced is claimed back and not paid.</summary>
public sealed class GeldTests
{
    private const string Zaaknummer = "SLIM-7K2M9QX4TB";
    private static readonly Instant Nu = Voorbeelden.Moment;

    private sealed record Verloop(decimal Verleend, decimal Voorschot, decimal Vastgesteld);

    [Fact]
    public void Een_lagere_vaststelling_dan_het_voorschot_geeft_een_vordering_en_geen_betaling()
    {
        var verloop = new Verloop(11040m, 5520m, 4000m);
        var verplichting = new Verplichting();
        foreach (var bericht in (int[])[0, 1, 2])
        {
            verplichting = Verplichting
                .Verneem(verplichting, Bericht(verloop, bericht), Nu)
                .Gebeurtenissen.Aggregate(verplichting, (stand, gebeurtenis) => stand.Na(gebeurtenis));
        }
        Assert.Equal([$"{Zaaknummer}-B1"], verplichting.Opdrachten(Zaaknummer).Select(o => o.Id));
        var afgerekend = new VerplichtingAfgerekend("2026-04-mkb", "S1", 11040m, 4000m, 5520m, -1520m, Nu);
        Assert.Contains(new Boekingsregel(Grootboekrekeningen.TeVorderen, 1520m, 0), Boeking.Van(Zaaknummer, afgerekend)!.Regels);
    }

    [Theory]
    [InlineData(11040.01, 5520, 5520.01)]
    [InlineData(11040, 0, 11040)]
    [InlineData(11040, 5520, 5520.01)]
    public void Een_vaststelling_die_met_iets_anders_rekent_dan_is_verleend_wordt_geweigerd(
        decimal vastgesteld,
        decimal voorschotten,
        decimal nog
    )
    {
        var verleend = new Verplichting().Na(Bericht(new Verloop(11040m, 5520m, 0), 0));
        var vaststelling = new VaststellingVernomen("12345678", "S1", 11040m, vastgesteld, voorschotten, nog, ["bea", "mees"], Nu);
        Assert.Equal("tegenspraak", Verplichting.Verneem(verleend, vaststelling, Nu).Weigering?.Code);
    }

    private static Gebeurtenis Bericht(Verloop verloop, int welk) =>
        welk switch
        {
            0 => new VerplichtingAangegaan("2026-04-mkb", "12345678", "V1", verloop.Verleend, verloop.Voorschot, Nu),
            1 => new VoorschotVernomen("12345678", "V1", verloop.Voorschot, ["bea", "mees"], Nu),
            _ => new VaststellingVernomen(
                "12345678",
                "S1",
                verloop.Verleend,
                verloop.Vastgesteld,
                verloop.Voorschot,
                verloop.Vastgesteld - verloop.Voorschot,
                ["bea", "mees"],
                Nu
            ),
        };
}
