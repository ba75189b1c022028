using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Pages.Beheer.Leercultuur;

/// <summary>An intervention, to write anew; one that is not there yet begins empty.</summary>
public sealed class InterventieModel(LeercultuurscansApi api, Typwerk typwerk, Persoonlezer lezer) : Beschrijfpagina(api, typwerk, lezer)
{
    [BindProperty(SupportsGet = true, Name = "interventie")]
    public override string Id { get; set; } = "";

    private protected override async Task Toon(CancellationToken ct) =>
        Stap = Interventievorm.Van(
            Id,
            await Zoek<Interventie>($"interventies/{Uri.EscapeDataString(Id)}", ct),
            await Leernamen.Lees(Api, null, ct)
        );
}
