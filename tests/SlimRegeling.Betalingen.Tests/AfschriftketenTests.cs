using CsCheck;
using NodaTime;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Where a statement is missing follows from those that were read, in whatever order that was.</summary>
public sealed class AfschriftketenTests
{
    private static readonly Verwijzing Inhoud = new(Guid.Empty, "hash");

    [Fact]
    public void Wat_op_elkaar_volgt_heeft_geen_gat_en_van_het_eerste_is_niets_bekend() =>
        Assert.Empty(Afschriftketen.Gaten([Van("b", 1, 10m, 25m), Van("a", 0, 10m, 10m), Van("c", 2, 25m, 0m)]));

    [Fact]
    public void Wat_ontbreekt_wordt_genoemd_en_vult_zijn_gat_als_het_later_komt()
    {
        Afschrift[] gelezen = [Van("a", 0, 0m, 10m), Van("c", 2, 25.50m, 0m)];

        var gat = Assert.Single(Afschriftketen.Gaten(gelezen));

        Assert.Equal(("c", "c", 25.50m, "a", 10m), (gat.Afschrift, gat.Kenmerk, gat.Beginsaldo, gat.Na, gat.Eindsaldo));
        Assert.Contains("begint met € 25,50, het vorige (a) eindigt met € 10,00", gat.Uitleg, StringComparison.Ordinal);
        Assert.Empty(Afschriftketen.Gaten([.. gelezen, Van("b", 1, 10m, 25.50m)]));
    }

    [Fact]
    public void Op_een_eindsaldo_volgt_een_afschrift_en_niet_elk_dat_toevallig_zo_begint() =>
        Assert.Equal(
            ["c"],
            Afschriftketen.Gaten([Van("a", 0, 0m, 10m), Van("b", 1, 10m, 30m), Van("c", 2, 10m, 40m)]).Select(g => g.Afschrift)
        );

    [Fact]
    public void Een_afschrift_van_voor_het_eerste_sluit_aan_of_toont_een_gat()
    {
        var eerste = Van("b", 5, 10m, 30m);
        Assert.Empty(Afschriftketen.Gaten([eerste, Van("a", 2, 0m, 10m)]));
        Assert.Equal("b", Assert.Single(Afschriftketen.Gaten([eerste, Van("a", 2, 0m, 9m)])).Afschrift);
    }

    [Fact]
    public void Elk_gat_wordt_gevonden_en_geen_ander_in_welke_volgorde_ook_wordt_gelezen() =>
        Gen.Select(Gen.Int[1, 100_000], Gen.Bool, Gen.Int[0, 99])
            .Array[2, 20]
            .Sample(
                reeks =>
                {
                    var (saldo, alle) = (0m, new List<Afschrift>());
                    foreach (var (centen, _, volgorde) in reeks)
                    {
                        alle.Add(Van($"a{alle.Count}", alle.Count, saldo, saldo += centen / 100m, volgorde));
                    }
                    var gelezen = alle.Where((_, i) => !reeks[i].Item2).OrderBy(a => a.Gelezen.Op).ToList();
                    var verwacht = alle.Skip(1)
                        .Where((a, i) => gelezen.Contains(a) && !gelezen.Contains(alle[i]) && alle.Take(i).Any(gelezen.Contains))
                        .Select(a => a.Id);

                    Assert.Equal(verwacht, Afschriftketen.Gaten(gelezen).Select(g => g.Afschrift));
                },
                iter: 2_000
            );

    [Fact]
    public void Van_een_dag_volgt_de_volgorde_uit_de_saldi() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 99])
            .Array[1, 20]
            .Sample(
                reeks =>
                {
                    var (saldo, alle) = (100m, new List<Afschrift> { Van("begin", 0, 0m, 100m) });
                    foreach (var (centen, volgorde) in reeks)
                    {
                        alle.Add(Van($"a{alle.Count}", 1, saldo, saldo += centen / 100m, volgorde));
                    }
                    Assert.Empty(Afschriftketen.Gaten(alle.OrderBy(a => a.Gelezen.Op)));
                },
                iter: 2_000
            );

    /// <param name="volgorde">In which it was read.</param>
    private static Afschrift Van(string id, int dag, decimal begin, decimal eind, int volgorde = 0) =>
        new Afschrift { Id = id }.Apply(
            new AfschriftGelezen(
                id,
                begin,
                eind,
                1,
                1,
                0,
                Inhoud,
                "fien",
                Voorbeelden.Moment + Duration.FromSeconds(volgorde),
                Dag: Voorbeelden.Dag.PlusDays(dag),
                Nieuw: eind - begin
            )
        );
}
