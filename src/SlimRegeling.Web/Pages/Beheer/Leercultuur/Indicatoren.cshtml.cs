using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>The indicators of the public dashboard.</summary>
public sealed class IndicatorenModel(LeercultuurscansApi api) : Beginpagina
{
    private protected override async Task Toon(CancellationToken ct) =>
        Tabel = Tabel.Van(
            "Indicatoren",
            ["Indicator", "Onderwerp", "Status", "Metingen"],
            (await api.Lees<Dashboardbeeld>("dashboard", ct)).Indicatoren.Select(i => i.Indicator),
            i =>
                [
                    new(i.Naam.Nl, $"/beheer/indicatoren/{i.Id}", i.Id),
                    Leerwoorden.Van(Leerwoorden.Indicatorgroepen, i.Groep),
                    Leerwoorden.Van(Leerwoorden.Indicatorstatussen, i.Status),
                    string.Join(", ", i.Reeksen.Select(r => r.Code)),
                ]
        );
}
