using SlimRegeling.Regels;
using SlimRegeling.Vaststelling.Declaraties;
using static SlimRegeling.Vaststelling.Tests.Declaratieverhaal;
using static SlimRegeling.Vaststelling.Tests.Voorbeelden;

namespace SlimRegeling.Vaststelling.Tests.Declaraties;

/// <summary>What an hour of own staff counts for at most, and how many of them a week holds: by the rules, not by who declares them.</summary>
public class EigenUrenTests
{
    private static readonly Regelversie Versie = Regelboek.Versie("slim-2024");

    [Fact]
    public void Bij_eigen_uren_hoort_het_brutojaarloon_en_bij_die_van_een_adviseur_niet()
    {
        var fout = Assert.Single(DienIn(Open(), Met(Eigen with { Brutojaarloon = null })).Weigering!.Fouten);

        Assert.Equal(("regels[1].brutojaarloon", Versie.Post(Postcode.Loon).Artikel), (fout.Veld, fout.Artikel));
        Assert.NotNull(DienIn(Open(), Met(Eigen with { Brutojaarloon = 0m })).Weigering);
        Assert.Null(DienIn(Open(), Met(Eigen with { Brutojaarloon = null, Adviseur = true })).Weigering);
    }

    /// <summary>
    /// 41,280.00 x 1.32 / 1,720 is 31.68; of an owner, without the surcharge, 24.00. What was sent before the wage was asked stays as it was.
    /// </summary>
    [Theory]
    [InlineData("41280.00", false, null, null)]
    [InlineData("41279.00", false, null, null)]
    [InlineData("41270.00", false, "€ 31,67: het brutojaarloon van € 41.270,00 met 32% opslag, gedeeld door 1.720 uur", "950.10")]
    [InlineData("41280.00", true, "€ 24,00: het brutojaarloon van € 41.280,00 van de eigenaar, zonder opslag", "720.00")]
    [InlineData(null, false, null, null)]
    public void Een_eigen_uur_telt_ten_hoogste_voor_wat_uit_het_loon_volgt(string? loon, bool eigenaar, string? uitleg, string? hoogste)
    {
        var regel = Eigen with { Brutojaarloon = loon is null ? null : Getal.Lees(loon), Eigenaar = eigenaar };

        var signaal = Signaleren.Van(Open(), new Declaratie([regel]), Versie).SingleOrDefault();

        if (hoogste is null)
        {
            Assert.Null(signaal);
            return;
        }
        Assert.Equal(("tarief", "gewijzigd", Getal.Lees(hoogste)), (signaal!.Code, signaal.Uitkomst, signaal.Bedrag));
        Assert.Equal(Versie.Post(Postcode.Loon).Artikel, signaal.Artikel);
        Assert.Contains(uitleg!, signaal.Uitleg, StringComparison.Ordinal);
        // As with an adviser: not as it is, and changed to no more than that.
        var declaratie = Met(regel);
        var stand = Ingediend(null, declaratie);
        Assert.Contains("regels[0].uitkomst", Velden(Goed(regel.Id)));
        Assert.Contains("regels[0].bedrag", Velden(Gewijzigd(regel.Id, Getal.Lees(hoogste) + 0.01m)));
        Assert.DoesNotContain("regels[0].bedrag", Velden(Gewijzigd(regel.Id, Getal.Lees(hoogste))));

        IEnumerable<string> Velden(Regeloordeel oordeel) =>
            Oordeel(stand, new DeclaratieBeoordelen.Verzoek([oordeel]), declaratie).Weigering!.Fouten.Select(f => f.Veld);
    }

    /// <summary>As over all cases: a week holds what the rules say, less a fifth for Whit Monday.</summary>
    [Theory]
    [InlineData("2024-09-02", "40", null)]
    [InlineData("2024-09-02", "40.01", "40,01 uur; in die week passen er 40.")]
    [InlineData("2025-06-09", "32", null)]
    [InlineData("2025-06-09", "32.5", "32,5 uur; in die week passen er 32.")]
    public void Hoeveel_uren_een_week_heeft_volgt_de_regels(string week, string uren, string? uitleg)
    {
        var versie = Versie.Met([new("parameters", "uren-per-week", "2020-01-01: 40", "BELEID", null)]);
        var regel = Eigen with { Week = Dag(week), Uren = Getal.Lees(uren) };

        var signaal = Signaleren.Van(Open(), new Declaratie([regel]), versie).SingleOrDefault();

        Assert.Equal(uitleg is null ? null : "12, eerste lid, onderdeel b", signaal?.Artikel);
        Assert.Equal(uitleg is null, signaal is null);
        Assert.EndsWith(uitleg ?? "", signaal?.Uitleg ?? "", StringComparison.Ordinal);
    }

    private static Regeloordeel Gewijzigd(string id, decimal bedrag) => new(id, "gewijzigd", bedrag, "r", "tarief", "12");

    private static Declaratie Met(Kostenregel regel) =>
        Gemaakt with
        {
            Regels = [.. Gemaakt.Regels.Select(r => r.Id == regel.Id ? regel : r)],
        };
}
