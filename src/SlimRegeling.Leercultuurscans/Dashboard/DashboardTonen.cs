using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Dashboard;

/// <summary>The public dashboard: indicators of others, beside what scans and cases of the scheme show; all of it as JSON and as CSV.</summary>
public static class DashboardTonen
{
    // A class full of people can have one address.
    private const int MeestePerMinuut = 300;

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
    public sealed record Indicatorbeeld(Indicator Indicator, IReadOnlyList<Grafiek> Grafieken);

    /// <summary>The indicator as it is from now on; its id is that of the address.</summary>
    public sealed record Indicatorverzoek(Indicator Indicator);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/dashboard", Toon).Openbaar().HoogstensPerMinuut(MeestePerMinuut).Geeft<Beeld>();
        api.MapGet("/dashboard.csv", ToonBestand).Openbaar().HoogstensPerMinuut(MeestePerMinuut).Produces<Stream>(200, Csv.Mediatype);
        api.MapGet("/dashboard/verleningen.csv", VerleningenBestand)
            .Openbaar()
            .HoogstensPerMinuut(MeestePerMinuut)
            .Produces<Stream>(200, Csv.Mediatype);
        api.MapGet("/indicatoren/{indicator}", Een).Openbaar().Geeft<Indicatorbeeld>();
        api.MapPut("/indicatoren/{indicator}", Beschrijf).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Toon(
        Indicatorboek indicatoren,
        Dashboardcijfers dashboard,
        Moment moment,
        CancellationToken ct
    )
    {
        var cijfers = await dashboard.Lees(moment.Vandaag, ct);
        return Uitkomst.Ok(
            new Beeld(
                [.. (await indicatoren.Alle(ct)).Select(i => new Indicatorbeeld(i, Grafieken.Van(i)))],
                cijfers.Scans,
                cijfers.Ondernemers,
                cijfers.Verleningen
            )
        );
    }

    private static async Task<Uitkomst> Een(string indicator, Indicatorboek indicatoren, CancellationToken ct) =>
        (await indicatoren.Alle(ct)).FirstOrDefault(i => i.Id == indicator) is { } gevonden
            ? Uitkomst.Ok(new Indicatorbeeld(gevonden, Grafieken.Van(gevonden)))
            : Weigering.NietGevonden(indicator);

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

    private static async Task<Uitkomst> VerleningenBestand(Dashboardcijfers dashboard, Moment moment, CancellationToken ct)
    {
        var jaren = (await dashboard.Lees(moment.Vandaag, ct)).Verleningen;
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
        return indicatoren.SchrijfOfBegin(indicator, _ => Beslis(indicator, verzoek.Indicator, nu), ct);
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
