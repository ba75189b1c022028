using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Dashboard;

/// <summary>Everything that the dashboard shows, as CSV.</summary>
public static class Dashboardbestanden
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Bestand("/dashboard.csv", IndicatorenBestand);
        Bestand("/dashboard/verleningen.csv", VerleningenBestand);
        Bestand("/dashboard/scans.csv", ScansBestand);
        Bestand("/dashboard/ondernemers.csv", OndernemersBestand);

        void Bestand(string pad, Delegate geef) =>
            api.MapGet(pad, geef).Openbaar().HoogstensPerMinuut(DashboardTonen.MeestePerMinuut).Produces<Stream>(200, Csv.Mediatype);
    }

    private static async Task<Uitkomst> IndicatorenBestand(Indicatorboek indicatoren, CancellationToken ct) =>
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
                    "waaromNietVergelijkbaar",
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
                ["jaar", "verleningen", "A", "B", "C", "D", "vaststellingen"],
                jaren.Select(j =>
                    (IReadOnlyList<string>)
                        [
                            Getal(j.Jaar),
                            Getal(j.Aantal),
                            .. ((string[])["A", "B", "C", "D"]).Select(a => Getal(j.Activiteiten.GetValueOrDefault(a))),
                            Getal(j.Vastgesteld),
                        ]
                )
            )
        );
    }

    private static async Task<Uitkomst> ScansBestand(Dashboardcijfers dashboard, Moment moment, CancellationToken ct) =>
        Uitkomst.Ok(Scans((await dashboard.Lees(moment.Vandaag, ct)).Cellen));

    private static async Task<Uitkomst> OndernemersBestand(Dashboardcijfers dashboard, Moment moment, CancellationToken ct) =>
        Uitkomst.Ok(Ondernemers((await dashboard.Lees(moment.Vandaag, ct)).Ondernemers));

    /// <summary>A row for each dimension of each cell; none where too few firms are.</summary>
    public static Bestand Scans(IReadOnlyList<Benchmarkbeeld> cellen) =>
        Csv.Maak(
            "scans.csv",
            ["kring", "sector", "bedrijvenTenMinste", "dimensie", "gemiddelde", "p25", "p50", "p75"],
            from cel in cellen
            from cijfer in cel.Dimensies
            select (IReadOnlyList<string>)
                [
                    cel.Kring,
                    cel.Sector ?? "",
                    Getal(cel.Bedrijven),
                    cijfer.Code,
                    Getal(cijfer.Gemiddelde),
                    Getal(cijfer.P25),
                    Getal(cijfer.P50),
                    Getal(cijfer.P75),
                ]
        );

    /// <summary>A row for each answer that firms gave, to the nearest five; none where too few firms are.</summary>
    public static Bestand Ondernemers(Leidingtelling? telling) =>
        Csv.Maak(
            "ondernemers.csv",
            ["vraag", "antwoord", "bedrijven", "vanBedrijven"],
            telling is null
                ? []
                : Antwoorden("fase", telling.Fasen)
                    .Concat(Antwoorden("belemmering", telling.Belemmeringen))
                    .Concat(Antwoorden("drijfveer", telling.Drijfveren))
                    .Select(a => (IReadOnlyList<string>)[a.Vraag, a.Antwoord, Getal(a.Bedrijven), Getal(telling.Bedrijven)])
        );

    private static IEnumerable<(string Vraag, string Antwoord, int Bedrijven)> Antwoorden(
        string vraag,
        IReadOnlyDictionary<string, int> aantallen
    ) => aantallen.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (vraag, a.Key, a.Value));

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
                    r.Waarom?.Nl ?? "",
                ];
            }
        }
        foreach (var d in i.Doelen)
        {
            yield return [.. voor, d.Reeks ?? "", "", d.Bron, "", "", "doel", Getal(d.Jaar), Getal(d.Waarde), d.Status, "nee", "", ""];
        }
    }

    private static string Getal(int getal) => getal.ToString(CultureInfo.InvariantCulture);

    private static string Getal(decimal getal) => getal.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',');
}
