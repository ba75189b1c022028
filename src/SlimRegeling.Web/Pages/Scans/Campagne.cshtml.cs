using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>A partnership, or a trade body, begins a campaign: many firms do a scan with the same questions.</summary>
public sealed class CampagneModel(LeercultuurscansApi api, AanvragenApi aanvragen, Teksten t, Typwerk typwerk, Persoonlezer lezer)
    : Scanpagina(api, t, typwerk, lezer)
{
    private static readonly string[] Velden = ["naam", "uitleg", "instrument", "zaaknummer"];

    /// <summary>The latest version of each.</summary>
    public IReadOnlyList<Vragenlijst> Instrumenten { get; private set; } = [];

    public async Task OnGet(string? zaak, CancellationToken ct)
    {
        Begin(("zaaknummer", zaak));
        Haal();
        await Laad(ct);
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var sleutel = Neem();
        var verzoek = new JsonObject { ["naam"] = "", ["uitleg"] = "" };
        foreach (var veld in Velden)
        {
            if (Veld(veld) is { } waarde)
            {
                verzoek[veld] = waarde.Trim();
            }
        }
        await ControleerZaak(aanvragen, ct);
        if (Fouten.Count == 0 && await Stuur("campagnes", verzoek, sleutel, ct) is { Gelukt: true } antwoord)
        {
            Gebeurd = T["De campagne is begonnen. U vindt haar terug bij uw scans."];
            return Redirect($"/scans/campagnes/{antwoord.Als<Begonnen>().Campagne}");
        }
        await Laad(ct);
        return Page();
    }

    private async Task Laad(CancellationToken ct) =>
        Instrumenten = Vragenlijst.Nieuwste(await Api.Lees<IReadOnlyList<Vragenlijst>>("instrumenten", ct));

    private sealed record Begonnen(string Campagne);
}
