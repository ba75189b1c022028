using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Vorderen;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>A claim that falls away by a decision leaves nothing to pay: nobody was in default with it.</summary>
public sealed class VervallenVorderingTests
{
    private static readonly LocalDate Dag = new(2025, 5, 2);

    [Fact]
    public void Vervalt_de_vordering_dan_vervallen_de_kosten_van_aanmaning_en_dwangbevel()
    {
        var verzoek = new DwangbevelVoorstellen.Verzoek("Niet betaald.");
        var bevel = Getekend(Gedaan(Aangemaand(), DwangbevelVoorstellen.Beslis(Aangemaand(), verzoek, () => Tekst, "fien", Op(Dag))), Dag);
        var betekening = new DwangbevelVoorstellen.Betekening(Dag, 100m, "Deurwaarder Pen, 2025-17.");
        var betekend = Gedaan(bevel, DwangbevelVoorstellen.Beslis(bevel, betekening, () => Tekst, "fien", Op(Dag)));
        Assert.Equal(new Toerekening(119m, 0m, 1520m), betekend.Open);

        var beslissing = betekend.StelBij(0m, "BZ1", Op(Dag));
        var vervallen = Assert.Single(beslissing.Gebeurtenissen.OfType<VorderingskostenVervallen>());
        Assert.Equal((119m, "BZ1"), (vervallen.Bedrag, vervallen.Besluit));
        var na = Gedaan(betekend, beslissing);
        Assert.Equal((Toerekening.Niets, Vorderingstand.Vervallen), (na.Open, na.Stand(Dag)));
        Boekingsregel[] terug = [new(Grootboekrekeningen.Rente, 119m, 0m), new(Grootboekrekeningen.TeVorderen, 0m, 119m)];
        Assert.Equal(terug, Boeking.Van(Id, vervallen)!.Regels);
    }

    [Fact]
    public void Zolang_er_iets_te_vorderen_blijft_blijven_de_kosten()
    {
        var lager = Gedaan(Aangemaand(), Aangemaand().StelBij(0.01m, "BZ1", Op(Dag)));

        Assert.Equal(new Toerekening(19m, 0m, 0.01m), lager.Open);
    }
}
