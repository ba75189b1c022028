using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Leerwerk;

namespace SlimRegeling.Web.Pages.Leercultuur;

/// <summary>What the pages about learning culture show, as the API gives it, at an address of the site.</summary>
public sealed class GegevensModel(LeercultuurscansApi api) : PageModel
{
    private const string Indicator = "indicator-";
    private const string Json = ".json";

    /// <summary>By the name of the file where the API has it.</summary>
    private static readonly Dictionary<string, string> Bestanden = new()
    {
        ["dashboard.csv"] = "dashboard.csv",
        ["dashboard.json"] = "dashboard",
        ["verleningen.csv"] = "dashboard/verleningen.csv",
        ["scans.csv"] = "dashboard/scans.csv",
        ["ondernemers.csv"] = "dashboard/ondernemers.csv",
        ["quickscans.csv"] = "quickscans/resultaten.csv",
        ["quickscans.json"] = "quickscans/resultaten",
        ["interventies.csv"] = "interventies.csv",
        ["interventies.json"] = "interventies",
    };

    public async Task<IActionResult> OnGet(string bestand, CancellationToken ct) =>
        Pad(bestand) is { } pad ? new Download(await api.Bestand(pad, ct)) : NotFound();

    private static string? Pad(string bestand) =>
        Bestanden.TryGetValue(bestand, out var pad) ? pad
        : bestand.StartsWith(Indicator, StringComparison.Ordinal) && bestand.EndsWith(Json, StringComparison.Ordinal)
            ? $"indicatoren/{Uri.EscapeDataString(bestand[Indicator.Length..^Json.Length])}"
        : null;
}
