using System.Text.Json;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using static SlimRegeling.Leercultuurscans.Tests.Voorbeelden;
using Vorm = SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Leercultuurscans.Tests;

/// <summary>
/// Teams of five, four and eight: two are hidden. In another firm the same people gave the same answers, and one of them is in the other hidden team. All that
/// is told of both firms is the same to the letter, so nothing that is told says how many of a hidden team answered or what.
/// </summary>
public class VerborgenteamTests
{
    private static readonly Rapport Een = Gemaakt(5);
    private static readonly Rapport Ander = Gemaakt(4);
    private static readonly Rapportdruk Druk = new(Druktaal.Nederlands, Kernvragen);

    [Fact]
    public void Van_vijf_vier_en_acht_staat_alleen_het_derde_team_er()
    {
        var groepen = Assert.Single(Een.Splitsingen!).Groepen;

        Assert.Equal([0, 0, 8, 0], groepen.Select(g => g.Antwoorden ?? 0));
        Assert.All(groepen.Where(g => g.Antwoorden is null), g => Assert.Equal(new Groepscore(g.Code, g.Naam, Rapport.TeWeinig), g));
        Assert.Equal(4m, groepen[2].Dimensies![0].Score);
    }

    /// <summary>As JSON for the page and its charts, for workers, as the words of both PDFs, and what goes to the benchmark. A report has no CSV.</summary>
    [Fact]
    public void Niets_wat_verteld_wordt_hangt_af_van_wie_in_welk_verborgen_team_zit()
    {
        var (een, ander) = (Dragers(Een), Dragers(Ander));

        Assert.Equal(een, ander);
        Assert.All(een, tekst => Assert.NotEqual("", tekst));
        // It is not for want of a difference: the teams themselves do differ.
        Assert.NotEqual(Bladen(5).Select(b => b.Kenmerken!["team"]), Bladen(4).Select(b => b.Kenmerken!["team"]));
    }

    [Fact]
    public void In_het_gedrukte_rapport_heeft_een_verborgen_team_geen_getal()
    {
        var tabel = Assert.Single(
            Druk.VoorWerkgever("scan-1", KvkNummer, "hash", Een, []).Blokken,
            b => b.Koppen?.Contains("Groep") == true
        );

        Assert.Equal(["een", Rapport.TeWeinig, "–", "–", "–", "–", "–", "–"], Assert.Single(tabel.Rijen!, r => r[0] == "een"));
        Assert.Equal("8", Assert.Single(tabel.Rijen!, r => r[0] == "drie")[1]);
    }

    private static string[] Dragers(Rapport rapport) =>
        [
            Json(new RapportTonen.Vastgesteld("scan-1", null, "hash", rapport, [], Rapporttekst.VoorWerkgever(rapport.Leiding?.Fase))),
            Json(RapportTonen.Medewerkers("scan-1", rapport)),
            Json(Druk.VoorWerkgever("scan-1", KvkNummer, "hash", rapport, Interventieboek.Ingebouwd)),
            Json(Druk.VoorMedewerkers(RapportTonen.Medewerkers("scan-1", rapport), rapport)),
            Json(Rapportcijfers.Van("scan-1", KvkNummer, null, rapport)),
            Json(Vergelijken.Van("scan-0", rapport, "scan-1", rapport)),
        ];

    private static string Json<T>(T inhoud) => JsonSerializer.Serialize(inhoud, Vorm.Opties);

    private static Rapport Gemaakt(int eerste) =>
        Gerapporteerd(
            21,
            Bladen(eerste),
            Leiding(3),
            new Scanopzet([new("T01", "een", 6), new("T02", "twee", 6), new("T03", "drie", 9)], [])
        )!;

    /// <param name="eerste">How many of the nine are in the first team.</param>
    private static List<Antwoordblad> Bladen(int eerste) =>
        [
            .. ((int[])[1, 1, 1, 1, 2, 3, 3, 3, 3]).Select((antwoord, i) => In(Blad(antwoord), i < eerste ? "T01" : "T02")),
            .. Enumerable.Range(0, 8).Select(_ => In(Blad(4), "T03")),
        ];

    private static Antwoordblad In(Antwoordblad blad, string team) =>
        blad with
        {
            Kenmerken = new Dictionary<string, string> { ["team"] = team },
        };
}
