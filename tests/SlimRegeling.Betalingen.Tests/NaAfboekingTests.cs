using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform.Stromen;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Writing off forgives nothing: what comes in after it is booked on the claim when two people say so.</summary>
public sealed class NaAfboekingTests
{
    private static readonly LocalDate Later = Uiterlijk.PlusDays(100);

    [Fact]
    public void Wat_na_afboeken_binnenkomt_koppelen_twee_mensen_en_zoveel_wordt_van_de_afboeking_teruggenomen()
    {
        var afgeboekt = Afgeboekt();
        Assert.Equal(new Toerekening(19m, 0m, 1520m), afgeboekt.Afgeboekt);
        // By itself nothing is booked on it, whatever reference it has.
        var (vanzelf, regels) = Ontvangsten.Beslis(afgeboekt, [Bij("m1", 500m)], Op(Later));
        Assert.Empty(vanzelf.Gebeurtenissen);
        Assert.Equal((AfschriftVerwerken.Oordeel.DeelsGekoppeld, (decimal?)500m), (regels[0].Oordeel, regels[0].Regel.Rest));

        var (beslissing, over) = BankregelAfhandelen.Boek(afgeboekt, Regel("m1", 500m), Op(Later));
        Assert.Null(beslissing.Weigering?.Uitleg);
        Assert.Equal(0m, over);
        var deels = Gedaan(afgeboekt, beslissing);
        Assert.Equal(new Toerekening(0m, 0m, 1039m), deels.Afgeboekt);
        Assert.Equal((new Toerekening(19m, 0m, 481m), Toerekening.Niets), (deels.Ontvangen, deels.Open));
        Assert.Equal(Vorderingstand.Afgeboekt, deels.Stand(Later));
        Assert.Empty(beslissing.Gebeurtenissen.OfType<VorderingVoldaan>());
        Sluit(beslissing, 500m);

        var (rest, teVeel) = BankregelAfhandelen.Boek(deels, Regel("m2", 1100m), Op(Later));
        Assert.Equal(61m, teVeel);
        Assert.Single(rest.Gebeurtenissen.OfType<VorderingVoldaan>());
        Assert.Equal(Vorderingstand.Voldaan, Gedaan(deels, rest).Stand(Later));
        Sluit(rest, 1039m);
    }

    private static Vordering Afgeboekt()
    {
        var voorgesteld = AfboekenVoorstellen.Beslis(Aangemaand(), new("Niets te verhalen."), () => Tekst, "fien", Op(Later));
        return Getekend(Gedaan(Aangemaand(), voorgesteld), Later);
    }

    /// <summary>What is claimed comes back into the books by what was received, and leaves them by the same.</summary>
    private static void Sluit(Beslissing beslissing, decimal ontvangen)
    {
        var regels = beslissing.Gebeurtenissen.SelectMany(g => Boeking.Van(Id, g)?.Regels ?? []).ToList();
        Assert.Equal(regels.Sum(r => r.Debet), regels.Sum(r => r.Credit));
        Assert.Equal((ontvangen, 0m), (Saldo(Grootboekrekeningen.Bank), Saldo(Grootboekrekeningen.TeVorderen)));
        Assert.Equal(-ontvangen, Saldo(Grootboekrekeningen.Oninbaar) + Saldo(Grootboekrekeningen.Rente));

        decimal Saldo(string rekening) => regels.Where(r => r.Rekening == rekening).Sum(r => r.Debet - r.Credit);
    }

    private static AfschriftVerwerken.Mutatie Bij(string naam, decimal bedrag) =>
        new(naam, new Bankboeking(naam, 1, bedrag, Later, Boekingsstatus.Geboekt, false, Id, null, ""));

    private static Bankregel Regel(string naam, decimal bedrag) =>
        new Bankregel { Id = naam }.Na(new BankregelGemeld(naam, "A", bedrag, Later, null, null, Tekst, Op(Later), Id));
}
