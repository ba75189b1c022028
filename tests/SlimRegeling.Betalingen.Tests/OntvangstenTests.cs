using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Platform;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;
using static SlimRegeling.Betalingen.Uitbetalen.AfschriftVerwerken;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>What a statement says was received for a claim.</summary>
public sealed class OntvangstenTests
{
    private static readonly string Zaaknummer = Platform.Zaaknummer.Maak([1, 29, 3, 27, 5, 26, 7, 31, 9]).ToString();

    [Theory]
    [InlineData("{0}-TV1", null, "-TV1")]
    [InlineData("", "Terugbetaling {0}-TV2, dank", "-TV2")]
    [InlineData("NOTPROVIDED", "terugbetaling {1} tv 1 2026", "-TV1")]
    [InlineData(null, "KENMERK{1}TV12", "-TV12")]
    [InlineData(null, "{2} - tv 3", "-TV3")]
    [InlineData("{0}-TV1", "ook {0}-TV2", null)]
    [InlineData("{0}-B1", "{0}", null)]
    [InlineData("SLIM-0000000001-TV1", "", null)]
    [InlineData(null, "factuur 2026", null)]
    public void Het_kenmerk_wordt_gevonden_hoe_het_ook_is_getypt_en_nooit_geraden(string? eigen, string? tekst, string? vordering)
    {
        var los = Zaaknummer.Replace("-", " ", StringComparison.Ordinal);
        var ruim = Zaaknummer.Replace("-", " - ", StringComparison.Ordinal);
        Assert.Equal(vordering is null ? null : Zaaknummer + vordering, Betalingskenmerk.Zoek(Vul(eigen), Vul(tekst) ?? ""));

        string? Vul(string? vorm) =>
            vorm
                ?.Replace("{0}", Zaaknummer, StringComparison.Ordinal)
                .Replace("{1}", los, StringComparison.Ordinal)
                .Replace("{2}", ruim, StringComparison.Ordinal);
    }

    [Fact]
    public void Deels_betaald_te_veel_betaald_en_nog_eens_hetzelfde_afschrift_worden_gezegd()
    {
        var (beslissing, regels) = Ontvangsten.Beslis(
            Lopend(),
            [Bij("a", 1000m), Bij("b", 520.50m), Bij("c", 5m), Bij("d", -5m)],
            Op(Uiterlijk)
        );

        (Oordeel, decimal?)[] verwacht =
        [
            (Oordeel.Geboekt, null),
            (Oordeel.DeelsGekoppeld, 0.50m),
            (Oordeel.DeelsGekoppeld, 5m),
            (Oordeel.Ongekoppeld, null),
        ];
        Assert.Equal(verwacht, regels.Select(r => (r.Oordeel, r.Regel.Rest)));
        Assert.All(regels, r => Assert.Equal(Id, r.Regel.Vordering));
        var na = beslissing.Gebeurtenissen.Aggregate(Lopend(), (stand, gebeurtenis) => stand.Na(gebeurtenis));
        Assert.Equal((0m, 1520m), (na.Open.Totaal, na.Ontvangen.Hoofdsom));
        Assert.Single(beslissing.Gebeurtenissen.OfType<VorderingVoldaan>());

        // Of "b" the rest is on the work list: it is not asked here again.
        var (nogEens, weer) = Ontvangsten.Beslis(na, [Bij("a", 1000m)], Op(Uiterlijk));
        Assert.Empty(nogEens.Gebeurtenissen);
        Assert.Equal(Oordeel.EerderGeboekt, Assert.Single(weer).Oordeel);
    }

    [Theory]
    [InlineData(1000, 0, Oordeel.EerderGeboekt)]
    [InlineData(500, 0, Oordeel.Hergebruikt)]
    [InlineData(1000, 1, Oordeel.Hergebruikt)]
    public void Een_termijn_onder_de_naam_van_een_andere_is_niet_al_verwerkt(int bedrag, int dagen, Oordeel oordeel)
    {
        var na = Betaald(Lopend(), 1000m, Uiterlijk, "a");
        var mutatie = Bij("a", bedrag);
        mutatie = mutatie with { Boeking = mutatie.Boeking with { Boekdatum = Uiterlijk.PlusDays(dagen) } };

        var (beslissing, regels) = Ontvangsten.Beslis(na, [mutatie], Op(Uiterlijk));

        Assert.Empty(beslissing.Gebeurtenissen);
        Assert.Equal(oordeel, Assert.Single(regels).Oordeel);
    }

    private static Mutatie Bij(string naam, decimal bedrag) =>
        new(naam, new Bankboeking(naam, 1, bedrag, Uiterlijk, Boekingsstatus.Geboekt, false, Id, null, ""));
}
