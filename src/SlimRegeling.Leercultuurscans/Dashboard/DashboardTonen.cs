using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Dashboard;

/// <summary>The public dashboard: indicators of others, beside what scans and cases of the scheme show. Its files: <see cref="Dashboardbestanden"/>.</summary>
public static class DashboardTonen
{
    // A class full of people can have one address.
    internal const int MeestePerMinuut = 300;

    /// <param name="Scans">Of all firms with a report in the last 36 months; absent when they are too few to show.</param>
    /// <param name="Sectoren">The same of each sector that may be shown.</param>
    /// <param name="Ondernemers">What holds them back and moves them, as their management signed; absent when they are too few.</param>
    /// <param name="Verleningen">What the scheme granted and settled, by year.</param>
    public sealed record Beeld(
        IReadOnlyList<Indicatorbeeld> Indicatoren,
        Benchmarkbeeld? Scans,
        Leidingtelling? Ondernemers,
        IReadOnlyList<Verleningsjaar> Verleningen,
        IReadOnlyList<Benchmarkbeeld> Sectoren
    );

    /// <param name="Grafieken">What of it may be drawn together.</param>
    public sealed record Indicatorbeeld(Indicator Indicator, IReadOnlyList<Grafiek> Grafieken)
    {
        internal static Indicatorbeeld Van(Indicator indicator) => new(indicator, Dashboard.Grafieken.Van(indicator));
    }

    /// <summary>The indicator as it is from now on; its id is that of the address.</summary>
    public sealed record Indicatorverzoek(Indicator Indicator);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/dashboard", Toon).Openbaar().HoogstensPerMinuut(MeestePerMinuut).Geeft<Beeld>();
        api.MapGet("/indicatoren/{indicator}", Een).Openbaar().Geeft<Indicatorbeeld>();
        api.MapPut("/indicatoren/{indicator}", Beschrijf).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Toon(Indicatorboek indicatoren, Dashboardcijfers dashboard, Moment moment, CancellationToken ct)
    {
        var cijfers = await dashboard.Lees(moment.Vandaag, ct);
        return Uitkomst.Ok(
            new Beeld(
                [.. (await indicatoren.Alle(ct)).Select(Indicatorbeeld.Van)],
                cijfers.Cellen.FirstOrDefault(c => c.Kring == "alle"),
                cijfers.Ondernemers,
                cijfers.Verleningen,
                [.. cijfers.Cellen.Where(c => c.Kring == "sector")]
            )
        );
    }

    /// <summary>With its version as ETag: 0 of one that came with the program and that nobody wrote anew.</summary>
    private static async Task<Uitkomst> Een(string indicator, Stroom<Indicatorstand> indicatoren, CancellationToken ct)
    {
        var beschreven = await indicatoren.Toon(Indicatorstand.Stroom(indicator), s => Indicatorbeeld.Van(s.Indicator!), ct);
        if (beschreven.Weigering is null)
        {
            return beschreven;
        }
        return Indicatorboek.Ingebouwd.FirstOrDefault(i => i.Id == indicator) is { } ingebouwd
            ? Uitkomst.Ok(Indicatorbeeld.Van(ingebouwd)) with
            {
                Versie = 0,
            }
            : Weigering.NietGevonden(indicator);
    }

    private static Task<Uitkomst> Beschrijf(
        string indicator,
        Indicatorverzoek verzoek,
        Stroom<Indicatorstand> indicatoren,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        return indicatoren.SchrijfOfBegin(Indicatorstand.Stroom(indicator), _ => Beslis(indicator, verzoek.Indicator, nu), ct);
    }

    public static Beslissing Beslis(string id, Indicator indicator, Instant nu)
    {
        if (indicator.Id != id)
        {
            return Weigering.Invoer(new Fout("indicator.id", $"In het adres staat '{id}'. Geef hier dezelfde naam."));
        }
        return indicator.Controleer() is { Count: > 0 } fouten
            ? Weigering.Invoer([.. fouten.Select(f => f with { Veld = $"indicator.{f.Veld}" })])
            : new IndicatorBeschreven(indicator, nu);
    }
}
