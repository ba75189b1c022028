using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SlimRegeling.Host;
using SlimRegeling.Platform;

namespace SlimRegeling.Prestaties;

/// <summary>The answer to a submission with more and more applications in the database, beside the same on an empty one.</summary>
internal static class Groei
{
    private const int Zaailingen = 100;
    private const int Opwarming = 50;
    private const double DoelDoorvoer = 0.9;
    private const double DoelP99 = 1.3;

    private sealed record Trap(long Aanvragen, IReadOnlyList<Ronde> Rondes);

    /// <summary>Each size in a database of its own, after a first one that only warms the program up.</summary>
    /// <param name="omvangen">Applications to have in the database.</param>
    public static async Task Voer(string map, int rondes, int aantal, IReadOnlyList<int> omvangen)
    {
        await Neem(Path.Combine(map, "warm"), 0, 1, aantal, Meting.Opwarming);
        var trappen = new List<Trap>();
        foreach (var omvang in (int[])[0, .. omvangen])
        {
            trappen.Add(await Neem(Path.Combine(map, omvang.ToString(CultureInfo.InvariantCulture)), omvang, rondes, aantal, Opwarming));
        }
        Druk(trappen, rondes, aantal);
    }

    private static async Task<Trap> Neem(string map, int omvang, int rondes, int aantal, int opwarming)
    {
        await using var postgres = await IngebouwdePostgres.Start(map, NullLogger.Instance, CancellationToken.None);
        await using var bron = Vloer.Bron(postgres.Verbinding);
        using var kaal = await Kaal.Open(postgres.Verbinding);
        await using var huis = await Proefhuis.Open(postgres.Verbinding, map);
        await Laad(bron, huis, omvang);
        await Meting.WarmOp(kaal, huis, opwarming);
        var aanwezig = await Aantal(bron);
        return new(aanwezig, await Meting.Voer(kaal, huis, rondes, aantal));
    }

    private static async Task Laad(NpgsqlDataSource bron, Proefhuis huis, int omvang)
    {
        var zaailingen = await huis.MaakConcepten(Zaailingen);
        await Parallel.ForEachAsync(zaailingen, async (concept, _) => await huis.DienIn(concept));
        await huis.Stil();
        if (omvang > Zaailingen)
        {
            var sinds = Stopwatch.StartNew();
            var vermenigvuldiging = await Vermenigvuldiging.Neem(bron, Contexten.Alle().Select(c => c.Naam), zaailingen);
            await vermenigvuldiging.Voeg(omvang - Zaailingen);
            Console.WriteLine(Tekst($"{omvang} applications loaded in {sinds.Elapsed.TotalSeconds:0} s"));
        }
    }

    private static async Task<long> Aantal(NpgsqlDataSource bron)
    {
        await using var opdracht = bron.CreateCommand("select count(*) from aanvragen.deelname");
        return (long)(await opdracht.ExecuteScalarAsync())!;
    }

    private static void Druk(IReadOnlyList<Trap> trappen, int rondes, int aantal)
    {
        Tabel.Omstandigheden(rondes, aantal);
        Console.WriteLine(
            Tekst(
                $"| applications before measuring | callers | answers/s | of the first (target {DoelDoorvoer:0.0}) | p99 (ms) | of the first (target {DoelP99:0.0}) | ratio to bare |"
            )
        );
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var bellers in trappen[0].Rondes.Select(r => r.Bellers).Distinct())
        {
            var (eerste, p99) = (Mediaan(trappen[0], r => r.Antwoord), Mediaan(trappen[0], r => r.P99));
            foreach (var trap in trappen)
            {
                Console.WriteLine(
                    Tekst(
                        $"| {trap.Aanvragen} | {bellers} | {Mediaan(trap, r => r.Antwoord):0} | {Mediaan(trap, r => r.Antwoord) / eerste:0.00} | {Mediaan(trap, r => r.P99):0} | {Mediaan(trap, r => r.P99) / p99:0.00} | {Mediaan(trap, r => r.Antwoord / r.Kaal):0.00} |"
                    )
                );
            }

            double Mediaan(Trap trap, Func<Ronde, double> waarde) =>
                Tabel.Mediaan(trap.Rondes.Where(r => r.Bellers == bellers).Select(waarde));
        }
    }

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
