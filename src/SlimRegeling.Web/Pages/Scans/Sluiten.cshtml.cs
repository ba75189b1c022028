using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>Closes a scan, once and for good, or breaks it off, after one said so twice.</summary>
public sealed class SluitenModel(LeercultuurscansApi api, Teksten t, Typwerk typwerk, Persoonlezer lezer)
    : Scanpagina(api, t, typwerk, lezer)
{
    public Scanstand Scan { get; private set; } = null!;

    public async Task OnGet(string scan, CancellationToken ct) => Scan = await Lees(scan, ct);

    public Task<IActionResult> OnPost(string scan, CancellationToken ct) =>
        Voer(scan, "/sluiting", T["De scan is gesloten. Het rapport staat vast."], ct);

    public Task<IActionResult> OnPostBreek(string scan, CancellationToken ct) =>
        Voer(scan, "/afbreking", T["De scan is afgebroken. Alle antwoorden zijn vernietigd."], ct);

    private async Task<IActionResult> Voer(string scan, string deel, string gedaan, CancellationToken ct)
    {
        var antwoord = await Stuur(Pad(scan, deel), new JsonObject(), Neem(), ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = gedaan;
            return Redirect($"/scans/{scan}");
        }
        Scan = await Lees(scan, ct);
        return Page();
    }
}
