using System.Text.Json;
using CsCheck;
using Npgsql;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// Random lives of the money of one enterprise through the door and on a real database, of which all connections are ended now and then while something is
/// asked. After each step at rest what is signed is what was paid, ordered, claimed, repaid and written off, and after each life the reconciliation finds
/// nothing; a rebuild gives the same.
/// </summary>
public sealed class HuislevenTests(Betaalhuis huis) : IClassFixture<Betaalhuis>
{
    private const int Levens = 100;

    /// <summary>So many lives the statements follow each other, so that their balances are laid beside the ledger.</summary>
    private const int TotHertellen = 50;

    /// <summary>After so many lives all is made again from its events, which takes longer each time.</summary>
    private const int TotHerbouw = 20;

    private sealed record Stap(Levensdaad Daad, int Keuze, int? Knip, int Welke);

    private static readonly Gen<Levensbesluiten> Besluiten = Gen.Select(
        Gen.Int[0, 800_000],
        Gen.Int[0, 800_000],
        Gen.Int[0, 799_999],
        (een, twee, rest) => new Levensbesluiten(Math.Min(een, twee) / 100m, Math.Max(een, twee) / 100m, rest / 100m, false)
    );

    private static readonly string[] Afhandelingen =
    [
        "koppelen",
        "retour",
        "beslaglegger",
        "terugbetalen",
        "tegen-elkaar",
        "bankkosten",
        "tussenrekening",
    ];

    private static readonly (int Keren, Levensdaad Daad)[] Daden =
    [
        (14, Levensdaad.Hoor),
        (12, Levensdaad.Betaal),
        (4, Levensdaad.WijsAf),
        (12, Levensdaad.Afschrift),
        (8, Levensdaad.BetaalTerug),
        (14, Levensdaad.HandelAf),
        (4, Levensdaad.BetaalBeslaglegger),
        (3, Levensdaad.VergoedRente),
        (1, Levensdaad.WijzigRekening),
        (3, Levensdaad.ControleerRekening),
        (2, Levensdaad.LegBeslag),
        (3, Levensdaad.HefBeslagOp),
        (3, Levensdaad.GeefVrij),
        (2, Levensdaad.Tegenboeken),
        (8, Levensdaad.Vorder),
        (3, Levensdaad.Rente),
        (3, Levensdaad.Regeling),
        (3, Levensdaad.Afboeken),
        (8, Levensdaad.Verreken),
        (2, Levensdaad.Erken),
        (3, Levensdaad.Belemmer),
    ];

    private static readonly Gen<Stap[]> Stappen = Gen.Select(
        Gen.Frequency(Daden),
        Gen.Int[0, 59],
        Gen.Int[-40, 20],
        Gen.Int[0, 3],
        (daad, keuze, knip, welke) => new Stap(daad, keuze, knip < 0 ? null : knip, welke)
    ).Array[10, 24];

    private static readonly Gen<(Levensbesluiten, Levensbesluiten, bool, Stap[])> Leven = Gen.Select(
        Besluiten,
        Besluiten,
        Gen.Bool,
        Stappen
    );

    [Fact]
    public async Task Wat_er_ook_wordt_gevraagd_en_wordt_afgebroken_is_een_keer_gedaan_en_de_boeken_sluiten()
    {
        await using var toezicht = NpgsqlDataSource.Create($"{huis.Verbinding};Application Name={Knipdeur.Toezicht}");
        var deur = new Knipdeur(huis, toezicht);
        var gedaan = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var levens = 0;

        await Leven.SampleAsync(Leef, iter: Levens, threads: 1);

        await Herbouw();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{levens} lives, {deur.Geknipt} connections cut, {deur.Onbeantwoord} unanswered; {string.Join(", ", gedaan.Select(g => $"{g.Key} {g.Value}"))}"
        );
        Assert.True(deur is { Geknipt: > 0, Onbeantwoord: > 0 }, "Nothing was cut off.");
        Assert.DoesNotContain(Daden, d => !gedaan.ContainsKey($"{d.Daad} gelukt"));
        Assert.DoesNotContain(Afhandelingen, a => !gedaan.ContainsKey($"{Levensdaad.HandelAf} {a}"));

        async Task Leef((Levensbesluiten Een, Levensbesluiten Twee, bool Teruggevorderd, Stap[] Stappen) leven)
        {
            var verloop = new List<string>();
            try
            {
                var hertelt = levens >= TotHertellen;
                var huisleven = await Huisleven.Begin(deur, leven.Een, leven.Twee, leven.Teruggevorderd, hertelt);
                foreach (var stap in leven.Stappen)
                {
                    verloop.Add(stap.ToString());
                    deur.KnipNa(stap.Knip, stap.Welke);
                    var antwoord = await huisleven.Doe(stap.Daad, stap.Keuze);
                    deur.KnipNa(null);
                    Tel(stap.Daad, antwoord);
                    await huisleven.Klopt();
                }
                huisleven.Afgehandeld.ForEach(a => Telt($"{Levensdaad.HandelAf} {a}"));
                await huisleven.HoorWatVoorging();
                await deur.Herhaal(async () =>
                {
                    var verschillen = string.Join("; ", await huis.Verschillen());
                    Assert.True(verschillen.Length == 0, verschillen);
                });
                if (!hertelt)
                {
                    Assert.Empty((await deur.Haal("cor", "/v1/bankaansluiting")).Inhoud.GetProperty("gaten").EnumerateArray());
                }
                Assert.Equal("", await deur.Lees("select coalesce(string_agg(fout, '; '), '') from betalingen.geparkeerd"));
                if (++levens % TotHerbouw == 0)
                {
                    await Herbouw();
                }
            }
            catch (Exception e)
            {
                var begin = $"{leven.Een}, {leven.Twee}, {leven.Teruggevorderd}";
                throw new InvalidOperationException($"{begin}:\n{string.Join('\n', verloop)}\n{e.Message}", e);
            }
        }

        void Tel(Levensdaad daad, Gekregen? antwoord)
        {
            var uitkomst =
                antwoord is null ? "niets"
                : antwoord.Status < 300 ? "gelukt"
                : antwoord.Inhoud.ValueKind == JsonValueKind.Object ? antwoord.Probleem
                : "geweigerd";
            Telt($"{daad} {uitkomst}");
        }

        void Telt(string wat) => gedaan[wat] = gedaan.GetValueOrDefault(wat) + 1;

        Task Herbouw() => deur.Herhaal(async () => Assert.All((await huis.Herbouw()).Values, model => Assert.Equal([], model.Eerste)));
    }
}
