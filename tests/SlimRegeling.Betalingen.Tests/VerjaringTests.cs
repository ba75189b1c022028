using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Regels;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Until when a claim can be enforced, what moves that day, and what can be done no more after it (4:104 to 4:111 Awb).</summary>
public sealed class VerjaringTests
{
    [Fact]
    public void Een_erkenning_begint_de_vijf_jaar_opnieuw_maar_niet_als_zij_al_voorbij_zijn()
    {
        var dag = Uiterlijk.PlusDays(100);
        Assert.Equal(dag.PlusYears(5), Gedaan(Lopend(), Erkend(dag, dag)).Verjaart(Versie, dag));

        var verjaard = Uiterlijk.PlusYears(5).PlusDays(1);
        Assert.Equal("verjaard", Erkend(verjaard, verjaard).Weigering!.Code);
        Assert.Null(Erkend(Uiterlijk.PlusYears(5), verjaard).Weigering);
        Assert.Equal(422, Erkend(dag.PlusDays(1), dag).Weigering!.Status);
        Assert.Equal(422, Erkend(Besluitdag.PlusDays(-1), dag).Weigering!.Status);
        var nogNiets = Erkennen.Beslis(Ontstaan(), new(Besluitdag, "Brief."), () => Tekst, "fien", Versie, Op(Besluitdag));
        Assert.Equal("niets-te-erkennen", nogNiets.Weigering!.Code);
    }

    [Fact]
    public void Uitstel_verlengt_met_de_dagen_die_het_na_de_betaaltermijn_duurde()
    {
        var vanaf = Uiterlijk.PlusDays(-5);
        var regeling = Lopend()
            .Na(
                new RegelingGetroffen(
                    Nummer,
                    Kvk,
                    $"{Id}-U2",
                    1520m,
                    [new(Uiterlijk.PlusDays(30), 760m), new(Uiterlijk.PlusDays(61), 760m)],
                    Tekst,
                    ["fien", "fred"],
                    Op(vanaf)
                )
            );
        Assert.Equal(Uiterlijk.PlusYears(5).PlusDays(61), regeling.Verjaart(Versie, Uiterlijk));

        var ingetrokken = regeling.Na(
            new RegelingIngetrokken(Nummer, Kvk, $"{Id}-X3", 1520m, Tekst, ["fien", "fred"], Op(Uiterlijk.PlusDays(31)))
        );
        Assert.Equal(Uiterlijk.PlusYears(5).PlusDays(30), ingetrokken.Verjaart(Versie, Uiterlijk.PlusYears(1)));
    }

    [Theory]
    [InlineData(Belemmering.Faillissement, 100)]
    [InlineData(Belemmering.Surseance, 100)]
    [InlineData(Belemmering.Schuldsanering, 100)]
    [InlineData(Belemmering.Overlijden, 0)]
    public void Faillissement_surseance_en_schuldsanering_verlengen_zolang_zij_duren(Belemmering soort, int dagen)
    {
        var vanaf = Uiterlijk.PlusDays(10);
        var belemmerd = Lopend().Na(new BelemmeringGemeld(soort, vanaf, Tekst, "fien", Op(vanaf)));
        Assert.Equal(Uiterlijk.PlusYears(5).PlusDays(dagen), belemmerd.Verjaart(Versie, vanaf.PlusDays(99)));

        var voorbij = new Belemmeren.Einde("Opgeheven.", vanaf.PlusDays(40));
        var op = Belemmeren.Beslis(belemmerd, voorbij, () => Tekst, "fred", Op(vanaf.PlusDays(60)));
        Assert.Equal(Uiterlijk.PlusYears(5).PlusDays(dagen == 0 ? 0 : 40), Gedaan(belemmerd, op).Verjaart(Versie, vanaf.PlusYears(1)));
        var teVroeg = new Belemmeren.Einde("Opgeheven.", vanaf.PlusDays(-1));
        Assert.Equal(422, Belemmeren.Beslis(belemmerd, teVroeg, () => Tekst, "fred", Op(vanaf)).Weigering!.Status);
    }

    /// <summary>The same as counting day by day, and leaving out those on which it could not be enforced.</summary>
    [Fact]
    public void Elke_dag_uitstel_telt_een_keer_ook_als_er_meer_tegelijk_lopen() =>
        Gen.Select(Gen.Int[-100, 2500], Gen.Int[1, 400])
            .Array[0, 6]
            .Sample(tijden =>
            {
                var uitstellen = tijden
                    .Select(t => new Uitstel(Uitstelgrond.Belemmering, Uiterlijk.PlusDays(t.Item1), Uiterlijk.PlusDays(t.Item1 + t.Item2)))
                    .ToList();
                var telt = Period.DaysBetween(Uiterlijk, Termijnen.Einde(Versie, Termijncode.Verjaring, Uiterlijk));
                var dag = Uiterlijk;
                while (telt > 0)
                {
                    dag = dag.PlusDays(1);
                    telt -= uitstellen.Any(u => u.Van <= dag && dag < u.Tot) ? 0 : 1;
                }

                Assert.Equal(dag, (Lopend() with { Uitstellen = uitstellen }).Verjaart(Versie, Uiterlijk));
            });

    [Fact]
    public void Wat_verjaard_is_wordt_niet_aangemaand_niet_verrekend_en_krijgt_geen_dwangbevel()
    {
        var laatste = Uiterlijk.PlusYears(5);
        Assert.NotEmpty(Aanmanen.Beslis(Lopend(), Versie, Op(laatste)).Gebeurtenissen);
        Assert.Empty(Aanmanen.Beslis(Lopend(), Versie, Op(laatste.PlusDays(1))).Gebeurtenissen);

        // The reminder was sent two days after the term.
        var na = laatste.PlusDays(2);
        var voorgesteld = Gedaan(
            Aangemaand(),
            DwangbevelVoorstellen.Beslis(Aangemaand(), new DwangbevelVoorstellen.Verzoek("Niet betaald."), () => Tekst, "fien", Op(na))
        );
        var hash = voorgesteld.Voorstel!.Hash;
        Assert.Null(Teken(voorgesteld, hash, "fred", na).Weigering);
        Assert.Equal("verjaard", Teken(voorgesteld, hash, "fred", na.PlusDays(1)).Weigering!.Code);
    }

    [Fact]
    public void Een_half_jaar_vooraf_staat_een_vordering_op_de_lijst_van_wat_bijna_verjaart()
    {
        var laatste = Uiterlijk.PlusYears(5);
        Assert.False(VorderingenTonen.Van(Lopend(), Versie, laatste.PlusMonths(-6).PlusDays(-1)).VerjaartBinnenkort);
        Assert.True(VorderingenTonen.Van(Lopend(), Versie, laatste.PlusMonths(-6)).VerjaartBinnenkort);
        Assert.False(VorderingenTonen.Van(Betaald(Lopend(), 1520m, Uiterlijk), Versie, laatste).VerjaartBinnenkort);

        var verjaard = VorderingenTonen.Van(Lopend(), Versie, laatste.PlusDays(1));
        Assert.True(verjaard.VerjaartBinnenkort);
        Assert.Contains("verjaard", verjaard.Volgende, StringComparison.Ordinal);
    }

    private static Platform.Stromen.Beslissing Erkend(LocalDate dag, LocalDate vandaag) =>
        Erkennen.Beslis(Lopend(), new(dag, "Brief van de ontvanger."), () => Tekst, "fien", Versie, Op(vandaag));
}
