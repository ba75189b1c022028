using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>Where a scan stands and what comes next. While it is open nothing is told but how many answered, in steps of five.</summary>
[ResponseCache(NoStore = true)]
public sealed class ScanModel(LeercultuurscansApi api, Persoonlezer lezer) : PageModel
{
    [TempData]
    public string? Gebeurd { get; set; }

    public Scanstand Scan { get; private set; } = null!;

    public Vragenlijst Instrument { get; private set; } = null!;

    /// <summary>Only who acts for the enterprise itself signs for its management.</summary>
    public bool MagTekenen => lezer.Lees(HttpContext)?.Heeft(Rol.Aanvrager) == true;

    public async Task OnGet(string scan, CancellationToken ct)
    {
        Scan = await api.Lees<Scanstand>($"scans/{Uri.EscapeDataString(scan)}", ct);
        Instrument = await api.Lees<Vragenlijst>($"instrumenten/{Uri.EscapeDataString(Scan.Instrument)}", ct);
    }
}
