using NodaTime;
using Npgsql;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Leercultuurscans.Dashboard;

/// <summary>What scans and cases of the scheme show on the dashboard, made anew when one was added or a day has passed.</summary>
internal sealed class Dashboardcijfers(Contextregister contexten, Instrumentboek boek)
{
    // Nothing is taken from these tables, and of the last alone a day can be an earlier one: so this says whether they are the same.
    private const string Omvang = """
        select concat_ws(' ', (select count(*) from leercultuurscans.rapportcijfer), (select count(*) from leercultuurscans.leidingkeuze),
          (select count(*) from leercultuurscans.verleend),
          (select concat_ws(' ', count(*), sum(besluitdatum - date '2020-01-01')) from leercultuurscans.vastgesteld))
        """;

    private readonly Onthouden<Cijfers> _onthouden = new();

    /// <param name="Cellen">Of the firms with a report in the last 36 months: all together, and each sector that may be shown beside that.</param>
    /// <param name="Ondernemers">What their management signed; null when they are too few.</param>
    public sealed record Cijfers(
        IReadOnlyList<Benchmarkbeeld> Cellen,
        Leidingtelling? Ondernemers,
        IReadOnlyList<Verleningsjaar> Verleningen
    );

    private NpgsqlDataSource Bron => contexten.Van(typeof(LeercultuurscansContext)).Bron;

    public async Task<Cijfers> Lees(LocalDate vandaag, CancellationToken ct) =>
        await _onthouden.Geef((vandaag, await Tel(ct)), () => Maak(vandaag), ct);

    private async Task<string> Tel(CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand(Omvang);
        return (string)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    private async Task<Cijfers> Maak(LocalDate vandaag)
    {
        var (bron, vanaf, ct) = (Bron, Benchmark.Vanaf(vandaag), CancellationToken.None);
        var cijfers = await Rapportcijfers.Lees(bron, boek.Kernvragen.Id, vanaf, null, ct);
        return new(
            [.. BenchmarkTonen.Cellen(cijfers).Where(c => c.Kring is "alle" or "sector")],
            Leidingtelling.Van(await Leidingkeuzes.Lees(bron, vanaf, ct)),
            await Verleend.PerJaar(bron, ct)
        );
    }
}
