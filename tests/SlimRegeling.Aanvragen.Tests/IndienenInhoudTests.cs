using CsCheck;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Aanvragen.Tests.Voorbeelden;

namespace SlimRegeling.Aanvragen.Tests;

/// <summary>What must stand in a form to be submitted, and what is asked with it.</summary>
public class IndienenInhoudTests
{
    [Fact]
    public void Een_leeg_concept_noemt_alles_wat_ontbreekt()
    {
        var weigering = Indienen
            .Beslis(Met(_ => new Formulier()), Tijdvak, null, Nooit, Regelstanden.Ongewijzigd, Binnen)
            .Geweigerd("onjuiste-invoer");

        Assert.Equal(["onderneming", "activiteiten", "plan", "verklaringen.waarheid", "rekening"], weigering.Fouten.Select(f => f.Veld));
        Assert.All(weigering.Fouten, f => Assert.NotNull(f.Artikel));
    }

    [Fact]
    public void Zonder_verklaring_van_waarheid_kan_het_niet()
    {
        var zonder = Met(f => f with { Verklaringen = f.Verklaringen! with { Waarheid = false } });

        var weigering = Indienen.Beslis(zonder, Tijdvak, null, Nooit, Regelstanden.Ongewijzigd, Binnen).Geweigerd("onjuiste-invoer");

        Assert.Equal("verklaringen.waarheid", Assert.Single(weigering.Fouten).Veld);
    }

    [Fact]
    public void Wie_niets_vraagt_hoort_waarom()
    {
        var niets = Met(f => f with { Activiteiten = [new Activiteitgegevens("A")] });

        Indienen.Beslis(niets, Tijdvak, null, Nooit, Regelstanden.Ongewijzigd, Binnen).Geweigerd("onjuiste-invoer");
    }

    [Fact]
    public void Wie_te_groot_is_hoort_dat_met_het_artikel_van_de_versie()
    {
        var groot = Met(f => f with { Onderneming = f.Onderneming! with { WerkzamePersonen = 250m } });
        var oud = Tijdvak with { Regelversie = "slim-2022" };

        foreach (var tijdvak in (Aanvraagtijdvak[])[Tijdvak, oud])
        {
            var weigering = Indienen.Beslis(groot, tijdvak, null, Nooit, Regelstanden.Ongewijzigd, Binnen).Geweigerd("onjuiste-invoer");

            var fout = Assert.Single(weigering.Fouten);
            Assert.Contains("te groot", fout.Uitleg, StringComparison.Ordinal);
            Assert.Equal($"artikel {Regelboek.Versie(tijdvak.Regelversie).Eis(Eiscode.MkbOmvang).Artikel}", fout.Artikel);
        }
    }

    [Fact]
    public void Het_gevraagde_bedrag_is_nooit_hoger_dan_het_maximum_en_daalt_niet_bij_meer_kosten() =>
        Gen.Select(Gen.Decimal[0m, 100_000m], Gen.Decimal[0m, 10_000m])
            .Sample(
                (kosten, meer) =>
                {
                    var minder = Gevraagd(5_000m + decimal.Round(kosten, 2));
                    var hoger = Gevraagd(5_000m + decimal.Round(kosten, 2) + decimal.Round(meer, 2));
                    Assert.True(minder <= hoger);
                    Assert.True(hoger <= 24_999.00m);
                    Assert.Equal(hoger, decimal.Round(hoger, 2));
                }
            );

    private static decimal Gevraagd(decimal kosten)
    {
        var concept = Met(f => f with { Activiteiten = [new Activiteitgegevens("C", OverigeExterneKosten: kosten)] });
        return Indienen
            .Beslis(concept, Tijdvak, null, () => Bewaard, Regelstanden.Ongewijzigd, Binnen)
            .Gebeurde<AanvraagIngediend>()
            .Gevraagd;
    }

    private static Verwijzing Nooit() => throw new InvalidOperationException("A refusal keeps nothing.");
}
