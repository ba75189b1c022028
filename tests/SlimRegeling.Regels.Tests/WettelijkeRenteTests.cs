using CsCheck;
using NodaTime;
using NodaTime.Text;
using static SlimRegeling.Regels.Tests.Voorbeelden;

namespace SlimRegeling.Regels.Tests;

/// <summary>Interest for paying late (4:97 to 4:99 Awb), by day and by the rate of the day.</summary>
public class WettelijkeRenteTests
{
    private static readonly LocalDate Begin = new(2015, 1, 1);

    private static readonly Gen<LocalDate> Dagen = Gen.Int[0, 4000].Select(n => Begin.PlusDays(n));

    /// <summary>What was owed only becomes less: it was paid, or was claimed no longer.</summary>
    private static readonly Gen<IReadOnlyList<Dagstand>> Aflopend = Gen.Select(
        Gen.Int[1, 50_000_000],
        Gen.Select(Gen.Int[1, 900], Gen.Int[0, 100]).Array[0, 4],
        (centen, stappen) =>
        {
            var (dag, bedrag) = (Begin, centen / 100m);
            List<Dagstand> standen = [new(dag, bedrag)];
            foreach (var (dagen, procent) in stappen)
            {
                (dag, bedrag) = (dag.PlusDays(dagen), Getal.Centen(bedrag * procent / 100m));
                standen.Add(new(dag, bedrag));
            }
            return (IReadOnlyList<Dagstand>)standen;
        }
    );

    [Theory]
    // Half of 2024, a leap year, at 7%: 10,000 x 0.07 x 182 / 366.
    [InlineData("2024-01-01", "2024-07-01", "348.09")]
    // The rate changes on the first of July 2023: 181 days at 4%, 184 at 6%.
    [InlineData("2023-01-01", "2024-01-01", "500.82")]
    [InlineData("2025-03-01", "2025-03-02", "1.64")]
    public void Elke_dag_telt_tegen_het_percentage_van_die_dag(string van, string tot, string bedrag) =>
        Assert.Equal(Getal.Lees(bedrag), WettelijkeRente.Bedrag(Slim2026, Dag(van), [new(Dag(van), 10_000m)], [], Dag(tot)));

    [Fact]
    public void Wie_op_tijd_betaalt_is_geen_rente_schuldig()
    {
        var verzuim = Dag("2025-03-01");

        // On the last day, and on the first day of default: the day of payment does not count.
        Assert.Equal(0, WettelijkeRente.Bedrag(Slim2026, verzuim, [new(Begin, 5_000m)], [], verzuim.PlusDays(-1)));
        Assert.Equal(0, WettelijkeRente.Bedrag(Slim2026, verzuim, [new(Begin, 5_000m)], [], verzuim));
        Assert.Equal(0, WettelijkeRente.Bedrag(Slim2026, verzuim, [new(Begin, 5_000m), new(verzuim, 0m)], [], verzuim.PlusYears(3)));
    }

    [Fact]
    public void Na_elk_jaar_draagt_ook_de_onbetaalde_rente_rente()
    {
        var (begin, schuld) = (Dag("2018-01-01"), (IReadOnlyList<Dagstand>)[new(Dag("2018-01-01"), 10_000m)]);

        Assert.Equal(200m, WettelijkeRente.Bedrag(Slim2026, begin, schuld, [], begin.PlusYears(1)));
        // 2% of 10,200 in the second year; only of 10,000 when that of the first was paid at once.
        Assert.Equal(404m, WettelijkeRente.Bedrag(Slim2026, begin, schuld, [], begin.PlusYears(2)));
        Assert.Equal(400m, WettelijkeRente.Bedrag(Slim2026, begin, schuld, [new(begin.PlusYears(1), 200m)], begin.PlusYears(2)));
    }

    [Fact]
    public void Een_tijd_in_twee_delen_is_samen_wat_zij_in_een_keer_is_en_na_afronding_hoogstens_een_cent_anders() =>
        Gen.Select(Aflopend, Dagen, Dagen, Dagen)
            .Sample(
                (schuld, a, b, c) =>
                {
                    LocalDate[] dagen = [.. new[] { a, b, c }.Order()];
                    var geheel = WettelijkeRente.Over(Slim2026, dagen[0], schuld, [], dagen[0], dagen[2]);
                    var eerste = WettelijkeRente.Over(Slim2026, dagen[0], schuld, [], dagen[0], dagen[1]);
                    var tweede = WettelijkeRente.Over(Slim2026, dagen[0], schuld, [], dagen[1], dagen[2]);
                    Assert.Equal(geheel, eerste + tweede, 12);
                    Assert.True(Math.Abs(Getal.Centen(geheel) - Getal.Centen(eerste) - Getal.Centen(tweede)) <= 0.01m);
                }
            );

    [Fact]
    public void Later_betalen_of_meer_schuldig_zijn_geeft_nooit_minder_rente() =>
        Gen.Select(Aflopend, Dagen, Dagen, Dagen, Gen.Int[0, 1_000_000])
            .Sample(
                (schuld, a, b, c, meer) =>
                {
                    LocalDate[] dagen = [.. new[] { a, b, c }.Order()];
                    var bedrag = WettelijkeRente.Bedrag(Slim2026, dagen[0], schuld, [], dagen[1]);
                    Assert.True(bedrag >= 0);
                    Assert.True(bedrag <= WettelijkeRente.Bedrag(Slim2026, dagen[0], schuld, [], dagen[2]));
                    IReadOnlyList<Dagstand> hoger = [.. schuld.Select(s => s with { Bedrag = s.Bedrag + meer / 100m })];
                    Assert.True(bedrag <= WettelijkeRente.Bedrag(Slim2026, dagen[0], hoger, [], dagen[1]));
                }
            );

    [Theory]
    [InlineData("499.99", "2026-05-08", "8")]
    [InlineData("500.00", "2026-05-08", "19")]
    [InlineData("500.00", "2023-05-08", "15")]
    public void De_vergoeding_voor_een_aanmaning_volgt_de_schuld_en_de_dag(string schuld, string dag, string vergoeding) =>
        Assert.Equal(Getal.Lees(vergoeding), WettelijkeRente.Aanmaningsvergoeding(Slim2026, Getal.Lees(schuld), Dag(dag)));

    [Fact]
    public void Onder_de_drempel_is_geen_rente_schuldig() => Assert.Equal(20m, WettelijkeRente.Drempel(Slim2026, Dag("2026-05-08")));

    private static LocalDate Dag(string dag) => LocalDatePattern.Iso.Parse(dag).Value;
}
