using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Vorderen;
using SlimRegeling.Regels;
using Xunit;
using static SlimRegeling.Betalingen.Tests.Vorderingszaak;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Who may have paid on the last day is not reminded before that day was read, and not never when it is not.</summary>
public sealed class AanmanenTests
{
    private static readonly LocalDate Verzonden = Lopend().Termijn!.VerzondenOp;

    [Fact]
    public void Zonder_het_afschrift_van_de_laatste_dag_wordt_gewacht_en_niet_langer_dan_de_regel_zegt()
    {
        var wacht = Aanmaanmoment.Wacht(Versie, Uiterlijk, Uiterlijk);
        Assert.True(wacht > Aanmaandag);

        foreach (
            var afschriften in (IReadOnlyList<Afschrift>[])
                [
                    [],
                    [Van(Uiterlijk.PlusDays(-1), 0m, 10m)],
                ]
        )
        {
            Assert.False(Maant(Aanmaandag, afschriften));
            Assert.False(Maant(wacht, afschriften));
            Assert.True(Maant(wacht.PlusDays(1), afschriften));
        }
    }

    [Fact]
    public void Met_het_afschrift_van_de_laatste_dag_of_een_later_wordt_gemaand_na_een_werkdag()
    {
        foreach (var dag in (LocalDate[])[Uiterlijk, Uiterlijk.PlusDays(1)])
        {
            Assert.False(Maant(Aanmaandag.PlusDays(-1), [Van(dag, 0m, 10m)]));
            Assert.True(Maant(Aanmaandag, [Van(dag, 0m, 10m)]));
        }
    }

    [Fact]
    public void Wat_sinds_de_brief_ontbreekt_houdt_de_aanmaning_op_en_wat_ervoor_of_erna_ontbreekt_niet()
    {
        var tijdens = Van(Verzonden.PlusDays(7), 10m, 20m);
        Afschrift[] sluitend = [Van(Verzonden.PlusDays(-1), 0m, 10m), tijdens, Van(Uiterlijk, 20m, 30m)];
        Assert.True(Maant(Aanmaandag, sluitend));
        Assert.False(Maant(Aanmaandag, [.. sluitend.Where(a => a != tijdens)]));

        Assert.True(Maant(Aanmaandag, [Van(Verzonden.PlusDays(-30), 0m, 5m), .. sluitend]));
        Assert.True(Maant(Aanmaandag, [.. sluitend, Van(Uiterlijk.PlusDays(1), 77m, 78m)]));
    }

    private static bool Maant(LocalDate dag, IReadOnlyList<Afschrift> afschriften) =>
        Aanmanen.Beslis(Lopend(), Versie, Op(dag), afschriften).Gebeurtenissen.Count > 0;

    private static Afschrift Van(LocalDate dag, decimal begin, decimal eind)
    {
        var kenmerk = FormattableString.Invariant($"{dag:uuuu-MM-dd}");
        return new Afschrift { Id = kenmerk }.Apply(
            new AfschriftGelezen(kenmerk, begin, eind, 1, 1, 0, Tekst, "fien", Op(dag), Dag: dag, Nieuw: eind - begin)
        );
    }
}
