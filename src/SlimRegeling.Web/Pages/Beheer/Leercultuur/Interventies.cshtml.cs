using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>All interventions, also those that are no longer advised.</summary>
public sealed class InterventiesModel(LeercultuurscansApi api) : Beginpagina
{
    private protected override async Task Toon(CancellationToken ct) =>
        Tabel = Tabel.Van(
            "Interventies",
            ["Interventie", "Onderwerpen", "Bewijs", "Gecontroleerd", "Aangeraden"],
            await api.Lees<IReadOnlyList<Interventie>>("interventies?ookNietActief=true", ct),
            i =>
                [
                    new(i.Naam.Nl, $"/beheer/interventies/{i.Id}", i.Id),
                    string.Join(", ", i.Dimensies),
                    Leerwoorden.Van(Leerwoorden.Bewijzen, i.Bewijs),
                    Weergave.Dag(i.GecontroleerdOp),
                    i.Actief ? "ja" : "nee, niet meer",
                ]
        );
}
