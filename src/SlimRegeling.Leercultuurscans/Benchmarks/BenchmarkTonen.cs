using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Leercultuurscans.Dashboard;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Benchmarks;

/// <summary>Shows a firm how other firms do, and a researcher every cell that may be shown.</summary>
public static class BenchmarkTonen
{
    /// <param name="Kern">By the kernvragen; absent when there are too few firms.</param>
    /// <param name="Eigen">By the parts of the instrument of the scan, among those who used the same version.</param>
    public sealed record Vergelijking(Benchmarkbeeld? Kern, Benchmarkbeeld? Eigen);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scans/{scan}/benchmark", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Vergelijking>();
        api.MapGet("/benchmarks/{instrument}", ToonCellen).Voor(Rol.Onderzoeker, Rol.Regelbeheerder).Geeft<IReadOnlyList<Benchmarkbeeld>>();
        api.MapGet("/benchmarks/{instrument}/panel", ToonPanel)
            .Voor(Rol.Onderzoeker, Rol.Regelbeheerder)
            .Geeft<IReadOnlyList<Panelgroep>>();
    }

    private static async Task<Uitkomst> Voer(
        string scan,
        Stroom<Scan> scans,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await scans.Lees(scan, ct) is not { Rapport: { } verwijzing } stand)
        {
            return Weigering.NietGevonden(scan);
        }
        if (await eenheid.Lees<Rapport>(verwijzing, ct) is not { } rapport)
        {
            return Weigering.NietGevonden(scan);
        }
        var bron = contexten.Van(typeof(LeercultuurscansContext)).Bron;
        var kern = rapport.Kernvragen ?? rapport.Instrument;
        return Uitkomst.Ok(new Vergelijking(await Beeld(kern), rapport.Onderdelen is null ? null : await Beeld(rapport.Instrument)));

        async Task<Benchmarkbeeld?> Beeld(string reeks) =>
            Benchmark.Bereken(
                await Rapportcijfers.Lees(bron, reeks, Benchmark.Vanaf(moment.Vandaag), null, ct),
                rapport.Sector,
                rapport.Grootte,
                stand.KvkNummer
            );
    }

    /// <summary>The whole, each sector, each size class and each of both together, as far as they may be shown beside each other.</summary>
    private static async Task<Uitkomst> ToonCellen(
        string instrument,
        Instrumentboek boek,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (boek.Zoek(instrument) is null)
        {
            return Weigering.NietGevonden(instrument);
        }
        var bron = contexten.Van(typeof(LeercultuurscansContext)).Bron;
        var cijfers = await Rapportcijfers.Lees(bron, instrument, Benchmark.Vanaf(moment.Vandaag), null, ct);
        return Uitkomst.Ok(Cellen(cijfers));
    }

    private static async Task<Uitkomst> ToonPanel(
        string instrument,
        Instrumentboek boek,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (boek.Zoek(instrument) is null)
        {
            return Weigering.NietGevonden(instrument);
        }
        var bron = contexten.Van(typeof(LeercultuurscansContext)).Bron;
        var laatste = await Rapportcijfers.Lees(bron, instrument, Benchmark.Vanaf(moment.Vandaag), null, ct);
        return Uitkomst.Ok(
            Panel.Bereken(
                await Rapportcijfers.LeesElk(bron, instrument, ct),
                await Verleend.PerOnderneming(bron, ct),
                Celkeuze.Van(laatste)
            )
        );
    }

    public static IReadOnlyList<Benchmarkbeeld> Cellen(IReadOnlyList<Rapportcijfer> cijfers)
    {
        var keuze = Celkeuze.Van(cijfers);
        return
        [
            .. keuze
                .Getoond.OrderBy(c => c.Sector, StringComparer.Ordinal)
                .ThenBy(c => c.Grootte, StringComparer.Ordinal)
                .Select(cel => Benchmark.Beeld(cel, [.. cijfers.Where(c => cel.Heeft(c))], keuze)),
        ];
    }
}
