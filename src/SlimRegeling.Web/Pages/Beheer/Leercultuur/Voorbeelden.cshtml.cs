using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Geldwerk;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>Firms that said that they may be asked to be an example.</summary>
[ResponseCache(NoStore = true)]
public sealed class VoorbeeldenModel(LeercultuurscansApi api) : PageModel
{
    public Tabel Tabel { get; private set; } = null!;

    public async Task OnGet(CancellationToken ct)
    {
        var interventies = await api.Lees<IReadOnlyList<Interventie>>("interventies?ookNietActief=true", ct);
        var namen = interventies.ToDictionary(i => i.Id, i => i.Naam.Nl);
        Tabel = Tabel.Van(
            "Bedrijven die u mag vragen",
            ["KVK-nummer", "Waarover", "Sinds"],
            await api.Lees<IReadOnlyList<Voorbeeldbedrijf>>("voorbeelden", ct),
            v =>
                [
                    v.KvkNummer,
                    v.Interventie is { } interventie ? namen.GetValueOrDefault(interventie, interventie) : "De scan zelf",
                    Weergave.Dag(v.Sinds),
                ]
        );
    }
}
