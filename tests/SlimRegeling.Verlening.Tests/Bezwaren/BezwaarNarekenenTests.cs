using SlimRegeling.Platform.Narekenen;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using SlimRegeling.Verlening.Bezwaren;
using static SlimRegeling.Verlening.Tests.Voorbeelden;

namespace SlimRegeling.Verlening.Tests.Bezwaren;

/// <summary>The days of an objection, and what it made of the award, come out the same when they are computed again.</summary>
public sealed class BezwaarNarekenenTests
{
    [Fact]
    public void Elke_dag_komt_er_hetzelfde_uit()
    {
        var gebeurd = Bezwaarzaak.Alles().Where(g => g.Stroom == Bezwaarzaak.Nummer).Select(g => g.Gebeurtenis).ToList();
        // The second case begins where its objection came.
        var tweede = gebeurd.FindLastIndex(e => e is BezwaarIngediend);
        var nagerekend = Reken(gebeurd[..tweede]).Concat(Reken(gebeurd[tweede..])).ToList();
        Assert.Equal(BezwaarNarekenen.Besluiten.Count, nagerekend.Select(n => n.Besluit).Distinct().Count());
        Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));
    }

    [Fact]
    public void Een_andere_dag_wordt_gevonden_met_haar_artikel()
    {
        var zaak = Bezwaarzaak.Afgewezen().Ingediend();
        var ingediend = (BezwaarIngediend)zaak.Gebeurd[0].Gebeurtenis;
        var verschil = Assert.Single(Assert.Single(Reken([ingediend with { BeslissenUiterlijk = Dag("2026-09-16") }])).Verschillen);
        Assert.Equal("7:10, eerste lid, Awb", verschil.Regel);
    }

    [Fact]
    public void Wat_het_bezwaar_van_de_verlening_maakte_komt_er_hetzelfde_uit()
    {
        foreach (var zaak in (Bezwaarzaak[])[Bezwaarzaak.Verleend(), Bezwaarzaak.Afgewezen()])
        {
            Gebeurtenis[] voor = [.. Voorgeschiedenis(zaak)];
            Bezwaarzaak.TeBeslissen(zaak).Herbeoordeeld(12000).Voorgesteld("gegrond").Budget(12000).Getekend();
            Gebeurtenis[] alles = [.. voor, .. zaak.Gebeurd.Where(g => g.Stroom == Zaak).Select(g => g.Gebeurtenis)];
            var nagerekend = Narekenen.Stroom(new Verloop(Zaak, alles), Regelstanden.Ongewijzigd).ToList();
            Assert.True(nagerekend.Count >= 3, $"{nagerekend.Count} computed again");
            Assert.All(nagerekend, n => Assert.Empty(n.Verschillen));
        }
    }

    private static IEnumerable<Nagerekend> Reken(IReadOnlyList<Gebeurtenis> gebeurd) =>
        BezwaarNarekenen.Stroom(new Verloop(Bezwaarzaak.Nummer, gebeurd), Regelstanden.Ongewijzigd);

    private static IEnumerable<Gebeurtenis> Voorgeschiedenis(Bezwaarzaak zaak)
    {
        object[] stappen = zaak.Verlening.Verleend is null
            ? [Afwijzen, "teken", Brief("2026-06-23", "afwijzing")]
            : [Reservering, Verlenen, "teken", Brief("2026-06-23")];
        Verlening? stand = null;
        foreach (var stap in stappen)
        {
            var beslissing = stap is "teken" ? Onderteken(stand!) : Hoor(stand, stap);
            stand = Volg(stand, beslissing);
            foreach (var gebeurtenis in beslissing.Gebeurtenissen)
            {
                yield return gebeurtenis;
            }
        }
    }
}
