using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>The interventions that are found now. One that is no longer advised is opened by its name.</summary>
public sealed class InterventiesModel(LeercultuurscansApi api) : Beginpagina
{
    private protected override async Task Toon(CancellationToken ct) =>
        Tabel = Tabel.Van(
            "Interventies",
            ["Interventie", "Onderwerpen", "Bewijs", "Gecontroleerd"],
            await api.Lees<IReadOnlyList<Interventie>>("interventies", ct),
            i =>
                [
                    new(i.Naam.Nl, $"/beheer/interventies/{i.Id}", i.Id),
                    string.Join(", ", i.Dimensies),
                    Leerwoorden.Van(Leerwoorden.Bewijzen, i.Bewijs),
                    Weergave.Dag(i.GecontroleerdOp),
                ]
        );
}
