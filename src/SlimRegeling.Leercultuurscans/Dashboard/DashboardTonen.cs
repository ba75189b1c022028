using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Dashboard;

/// <summary>The public dashboard: indicators of others, beside what scans and cases of the scheme show; all of it as JSON and as CSV.</summary>
public static class DashboardTonen
{
    /// <param name="Scans">Of all firms with a report in the last 36 months; absent when they are too few to show.</param>
    /// <param name="Ondernemers">What holds them back and moves them, as their management signed; absent when they are too few.</param>
    /// <param name="Verleningen">What the scheme granted, by year.</param>
    public sealed record Beeld(
        IReadOnlyList<Indicatorbeeld> Indicatoren,
        Benchmarkbeeld? Scans,
        Leidingtelling? Ondernemers,
        IReadOnlyList<Verleningsjaar> Verleningen
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
        api.MapGet("/dashboard", Toon).Openbaar().Geeft<Beeld>();
        api.MapGet("/dashboard.csv", ToonBestand).Openbaar().Produces<Stream>(200, Csv.Mediatype);
        api.MapGet("/dashboard/verleningen.csv", VerleningenBestand).Openbaar().Produces<Stream>(200, Csv.Mediatype);
        api.MapGet("/indicatoren/{indicator}", Een).Openbaar().Geeft<Indicatorbeeld>();
        api.MapPut("/indicatoren/{indicator}", Beschrijf).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Toon(
        Indicatorboek indicatoren,
        Instrumentboek boek,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        var bron = contexten.Van(typeof(LeercultuurscansContext)).Bron;
        var cijfers = await Rapportcijfers.Lees(bron, boek.Kernvragen.Id, Benchmark.Vanaf(moment.Vandaag), null, ct);
        return Uitkomst.Ok(
            new Beeld(
                [.. (await indicatoren.Alle(ct)).Select(Indicatorbeeld.Van)],
                Benchmark.Bereken(cijfers, null, null, null),
                Leidingtelling.Van(await Leidingkeuzes.Lees(bron, Benchmark.Vanaf(moment.Vandaag), ct)),
                await Verleend.PerJaar(bron, ct)
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

    private static async Task<Uitkomst> ToonBestand(Indicatorboek indicatoren, CancellationToken ct) =>
        Uitkomst.Ok(
            Csv.Maak(
                "dashboard-leercultuur.csv",
                [
                    "indicator",
                    "naam",
                    "definitie",
                    "populatie",
                    "groep",
                    "eenheid",
                    "status",
                    "reeks",
                    "reeksnaam",
                    "bron",
                    "meetwijze",
                    "vergelijkbaarMet",
                    "soort",
                    "jaar",
                    "waarde",
                    "puntstatus",
                    "breuk",
                    "opmerking",
                ],
                (await indicatoren.Alle(ct)).SelectMany(Rijen)
            )
        );

    private static async Task<Uitkomst> VerleningenBestand(Contextregister contexten, CancellationToken ct)
    {
        var jaren = await Verleend.PerJaar(contexten.Van(typeof(LeercultuurscansContext)).Bron, ct);
        return Uitkomst.Ok(
            Csv.Maak(
                "verleningen.csv",
                ["jaar", "verleningen", "A", "B", "C", "D"],
                jaren.Select(j =>
                    (IReadOnlyList<string>)
                        [
                            Getal(j.Jaar),
                            Getal(j.Aantal),
                            .. ((string[])["A", "B", "C", "D"]).Select(a => Getal(j.Activiteiten.GetValueOrDefault(a))),
                        ]
                )
            )
        );
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

    private static IEnumerable<IReadOnlyList<string>> Rijen(Indicator i)
    {
        IReadOnlyList<string> voor = [i.Id, i.Naam.Nl, i.Definitie.Nl, i.Populatie.Nl, i.Groep, i.Eenheid, i.Status];
        foreach (var r in i.Reeksen)
        {
            foreach (var p in r.Punten)
            {
                yield return
                [
                    .. voor,
                    r.Code,
                    r.Naam.Nl,
                    r.Bron,
                    r.Meetwijze.Nl,
                    string.Join(' ', r.VergelijkbaarMet),
                    "waarde",
                    Getal(p.Jaar),
                    Getal(p.Waarde),
                    p.Status,
                    p.Breuk ? "ja" : "nee",
                    p.Opmerking ?? "",
                ];
            }
        }
        foreach (var d in i.Doelen)
        {
            yield return [.. voor, d.Reeks ?? "", "", d.Bron, "", "", "doel", Getal(d.Jaar), Getal(d.Waarde), d.Status, "nee", ""];
        }
    }

    private static string Getal(int getal) => getal.ToString(CultureInfo.InvariantCulture);

    private static string Getal(decimal getal) => getal.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
