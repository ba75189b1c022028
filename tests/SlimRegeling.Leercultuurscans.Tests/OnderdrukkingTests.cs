using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>The examples of the specification, §10.</summary>
public class OnderdrukkingTests
{
    [Theory]
    [InlineData("A9 B3", null)]
    [InlineData("A5 B4 C8", "C")]
    [InlineData("A6 B6", "A B")]
    [InlineData("A12", null)]
    // Two that are hidden count four together: the next smallest goes too.
    [InlineData("A2 B2 C7 D9", "D")]
    [InlineData("A3 B3 C7 D9", "C D")]
    // Ties by code.
    [InlineData("A4 B8 C8", "C")]
    public void Een_te_kleine_groep_verdwijnt_met_wat_haar_zou_verraden(string groepen, string? getoond) =>
        Assert.Equal(getoond, Verberg(groepen));

    [Fact]
    public void Een_team_waarvan_weinigen_zijn_gevraagd_wordt_niet_getoond()
    {
        var indeling = Indeling("team", 5, "A6 B6 C7") with
        {
            Gevraagd = new Dictionary<string, int>
            {
                ["A"] = 4,
                ["B"] = 6,
                ["C"] = 9,
            },
        };

        Assert.Equal(["C"], Onderdrukking.Verberg(indeling, [.. indeling.Groepen.Select(_ => true)], []));
    }

    [Fact]
    public void Een_team_waarvan_niemand_antwoordde_telt_als_verborgen()
    {
        var indeling = Indeling("team", 5, "A8 B9") with
        {
            Gevraagd = new Dictionary<string, int>
            {
                ["A"] = 9,
                ["B"] = 9,
                ["C"] = 6,
            },
        };

        Assert.Equal(["B"], Onderdrukking.Verberg(indeling, [.. indeling.Groepen.Select(_ => true)], []));
    }

    /// <summary>Else those that are shown would say together that nobody of it answered.</summary>
    [Fact]
    public void Dat_geldt_ook_voor_een_team_waarvan_niet_bekend_is_hoeveel_mensen_zijn_gevraagd()
    {
        var indeling = Indeling("team", 5, "A8 B9") with { Bestaande = ["A", "B", "C"] };

        Assert.Equal(["B"], Onderdrukking.Verberg(indeling, [.. indeling.Groepen.Select(_ => true)], []));

        var opzet = new Scanopzet([new("T01", "Winkel"), new("T02", "Werkplaats"), new("T03", "Kantoor")], []);
        Antwoordblad[] bladen = [.. Enumerable.Range(0, 17).Select(i => Van(i < 8 ? "T01" : "T02"))];
        var teams = Assert.Single(Voorbeelden.Gerapporteerd(20, bladen, opzet: opzet)!.Splitsingen!);
        Assert.Equal(["T02"], teams.Groepen.Where(g => g.Antwoorden is not null).Select(g => g.Code));

        static Antwoordblad Van(string team) =>
            Voorbeelden.Blad(3) with
            {
                Kenmerken = new Dictionary<string, string> { [Keuzelijsten.Team] = team },
            };
    }

    [Fact]
    public void Wie_niets_invulde_is_een_groep_zoals_de_andere()
    {
        var indeling = new Indeling("team", [.. Enumerable.Repeat("A", 6), .. Enumerable.Repeat("", 6)], new Dictionary<string, int>(), 5);

        Assert.Equal(["", "A"], Onderdrukking.Verberg(indeling, [.. indeling.Groepen.Select(_ => true)], []));
    }

    /// <summary>Of a dimension too few of one group answered; then the other goes with it.</summary>
    [Fact]
    public void Een_dimensie_heeft_haar_eigen_verborgen_groepen()
    {
        var team = Indeling("team", 5, "A6 B7");
        IReadOnlyList<bool> d1 = [.. Enumerable.Range(0, 13).Select(i => i is not (0 or 1))];
        IReadOnlyList<bool> d2 = [.. Enumerable.Repeat(true, 13)];

        var toonbaar = Assert.Single(
            Onderdrukking.Kies(13, [team], new Dictionary<string, IReadOnlyList<bool>> { ["D1"] = d1, ["D2"] = d2 })
        );

        Assert.Equal(["A", "B"], toonbaar.Getoond);
        Assert.Empty(toonbaar.PerMaat["D1"]);
        Assert.Equal(["A", "B"], toonbaar.PerMaat["D2"]);
    }

    /// <summary>Eleven of twelve in the one group are the team: who is left is one person.</summary>
    [Fact]
    public void Twee_kenmerken_die_bijna_samenvallen_worden_niet_samen_getoond()
    {
        var team = Indeling("team", 5, "A12 B12");
        var contract = new Indeling(
            "contract",
            [.. Enumerable.Repeat("vast", 11), .. Enumerable.Repeat("los", 13)],
            new Dictionary<string, int>(),
            10
        );

        Assert.Equal(["team"], Onderdrukking.Kies(24, [team, contract], ZonderMaten).Select(t => t.Kenmerk));
        Assert.Equal(["contract"], Onderdrukking.Kies(24, [contract, team], ZonderMaten).Select(t => t.Kenmerk));
    }

    [Fact]
    public void Dezelfde_indeling_in_andere_woorden_verraadt_niets()
    {
        var team = Indeling("team", 5, "A12 B12");
        var ploeg = team with { Kenmerk = "ploeg" };

        Assert.Equal(["team", "ploeg"], Onderdrukking.Kies(24, [team, ploeg], ZonderMaten).Select(t => t.Kenmerk));
    }

    /// <summary>No two of the groups nearly coincide, and yet two teams less one education are one person.</summary>
    [Fact]
    public void Wat_pas_drie_groepen_samen_verraden_wordt_ook_gevonden()
    {
        var team = Indeling("team", 5, "A10 B10 C14");
        IReadOnlyList<string> opleiding = [.. Enumerable.Range(0, 34).Select(i => i < 21 ? "praktisch" : "hoger")];
        var scholing = new Indeling("opleiding", opleiding, new Dictionary<string, int>(), 10);

        Assert.Equal(["team"], Onderdrukking.Kies(34, [team, scholing], ZonderMaten).Select(t => t.Kenmerk));
    }

    [Fact]
    public void Onder_vijf_antwoorden_op_een_dimensie_is_er_van_geen_groep_iets()
    {
        var team = Indeling("team", 5, "A6 B6");
        var maten = new Dictionary<string, IReadOnlyList<bool>> { ["D1"] = [.. Enumerable.Range(0, 12).Select(i => i < 4)] };

        Assert.Empty(Assert.Single(Onderdrukking.Kies(12, [team], maten)).PerMaat["D1"]);
    }

    private static readonly Dictionary<string, IReadOnlyList<bool>> ZonderMaten = [];

    private static string? Verberg(string groepen)
    {
        var indeling = Indeling("team", 5, groepen);
        return Onderdrukking.Verberg(indeling, [.. indeling.Groepen.Select(_ => true)], []) is { } getoond
            ? string.Join(' ', getoond)
            : null;
    }

    /// <param name="groepen">A letter and how many people, each.</param>
    private static Indeling Indeling(string kenmerk, int drempel, string groepen) =>
        new(
            kenmerk,
            [
                .. groepen
                    .Split(' ')
                    .SelectMany(g => Enumerable.Repeat(g[..1], int.Parse(g[1..], System.Globalization.CultureInfo.InvariantCulture))),
            ],
            new Dictionary<string, int>(),
            drempel
        );
}
