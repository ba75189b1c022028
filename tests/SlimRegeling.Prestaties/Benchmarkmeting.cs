using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using SlimRegeling.Leercultuurscans;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Prestaties;

/// <summary>The comparison of one firm with all others, from fixed reports of many firms, beside the bare query for the same numbers of the
/// narrowest circle.</summary>
internal static class Benchmarkmeting
{
    private const int Rondes = 50;
    private const double Doel = 100;
    private const string Reeks = "kernvragen-1";
    private static readonly LocalDate Vandaag = new(2026, 12, 1);

    // Three reports of one firm in four, so that the latest has to be found.
    private const string Vulling = """
        insert into leercultuurscans.rapportcijfer (scan, reeks, kvk_nummer, op, grootte, sector, campagne, antwoorden, codes, scores)
        select 'scan-' || i || '-' || r, 'kernvragen-1', (10000000 + i)::text, date '2026-11-30' - (i % 1000) - 300 * (r - 1),
          (array['2-9', '10-49', '50-249', '250-plus'])[1 + i % 4], chr(65 + (i / 4) % 17), null, 6 + i % 40,
          array['D1', 'D2', 'D3', 'D4', 'D5', 'D6'],
          array[(20 + i % 31) / 10.0, (15 + i % 35) / 10.0, (25 + i % 21) / 10.0, (10 + i % 41) / 10.0, (20 + i % 29) / 10.0, (30 + i % 17) / 10.0]
        from generate_series(0, @bedrijven - 1) i cross join lateral generate_series(1, case when i % 4 = 0 then 3 else 1 end) r;
        analyze leercultuurscans.rapportcijfer
        """;

    private const string Kaal = """
        select avg(scores[1]), percentile_cont(array[0.25, 0.5, 0.75]) within group (order by scores[1]) from (
          select distinct on (kvk_nummer) scores, sector, grootte from leercultuurscans.rapportcijfer
          where reeks = $1 and op >= $2 order by kvk_nummer, op desc, scan
        ) laatste where sector = 'F' and grootte = '10-49'
        """;

    public static async Task<int> Voer(string map, int bedrijven)
    {
        await using var postgres = await IngebouwdePostgres.Start(
            Path.Combine(map, "gegevens"),
            NullLogger.Instance,
            CancellationToken.None
        );
        await using var bron = Vloer.Bron(postgres.Verbinding);
        using var opslag = new Contextopslag(Context.Van<LeercultuurscansContext>(), bron);
        await opslag.WerkSchemaBij(CancellationToken.None);
        await using (var vullen = bron.CreateCommand(Vulling))
        {
            vullen.CommandTimeout = 0;
            vullen.Parameters.AddWithValue("bedrijven", bedrijven);
            await vullen.ExecuteNonQueryAsync();
        }
        var (kaal, onze) = (new List<double>(), new List<double>());
        Benchmarkbeeld? beeld = null;
        // In turns, so that a slow minute of the machine strikes both; the first warms up.
        for (var ronde = 0; ronde <= Rondes; ronde++)
        {
            var sinds = Stopwatch.StartNew();
            await using (var opdracht = bron.CreateCommand(Kaal))
            {
                opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Reeks });
                opdracht.Parameters.Add(new NpgsqlParameter<LocalDate> { TypedValue = Benchmark.Vanaf(Vandaag) });
                await using var rij = await opdracht.ExecuteReaderAsync();
                await rij.ReadAsync();
            }
            kaal.Add(sinds.Elapsed.TotalMilliseconds);
            sinds.Restart();
            var cijfers = await Rapportcijfers.Lees(bron, Reeks, Benchmark.Vanaf(Vandaag), null, CancellationToken.None);
            beeld = Benchmark.Bereken(cijfers, "F", "10-49", "10000020");
            onze.Add(sinds.Elapsed.TotalMilliseconds);
        }
        var (k, o) = (Gesorteerd(kaal), Gesorteerd(onze));
        Console.WriteLine(
            Tekst(
                $"{DateTime.UtcNow:yyyy-MM-dd}, {bedrijven} firms, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; {Rondes} rounds"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| | p50 (ms) | p99 (ms) |");
        Console.WriteLine("| --- | ---: | ---: |");
        Console.WriteLine(
            Tekst($"| bare: mean and quartiles of one dimension in one circle, in SQL | {Deel(k, 0.5):0.0} | {Deel(k, 0.99):0.0} |")
        );
        Console.WriteLine(
            Tekst($"| benchmark: six dimensions, fallback, thresholds, own firm left out | {Deel(o, 0.5):0.0} | {Deel(o, 0.99):0.0} |")
        );
        Console.WriteLine();
        Console.WriteLine(
            Tekst(
                $"result: benchmark over {bedrijven} firms ({beeld?.Kring ?? "none"}) p50 {Deel(o, 0.5):0} ms, p99 {Deel(o, 0.99):0} ms (target {Doel:0} ms: {(Deel(o, 0.99) <= Doel ? "met" : "missed")})"
            )
        );
        // How long it took hangs on the machine and is told; that there is a picture does not.
        return beeld is not null ? 0 : 1;
    }

    private static List<double> Gesorteerd(List<double> tijden) => [.. tijden.Skip(1).Order()];

    private static double Deel(List<double> gesorteerd, double deel) =>
        gesorteerd[Math.Min(gesorteerd.Count - 1, (int)(gesorteerd.Count * deel))];

    private static string Tekst(FormattableString tekst) => tekst.ToString(CultureInfo.InvariantCulture);
}
