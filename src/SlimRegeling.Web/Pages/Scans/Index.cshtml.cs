using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>The scans and campaigns of the own enterprise, the latest first, with what one can begin.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(LeercultuurscansApi api) : PageModel
{
    /// <summary>The application that one came from, for which a scan can be evidence.</summary>
    [BindProperty(SupportsGet = true, Name = "zaak")]
    public string? Zaak { get; set; }

    public IReadOnlyList<Scanstand> Scans { get; private set; } = [];

    /// <summary>Those that this enterprise began, for others to join.</summary>
    public IReadOnlyList<Campagnestand> Campagnes { get; private set; } = [];

    /// <summary>What is taken along to a next page.</summary>
    public string Mee => string.IsNullOrEmpty(Zaak) ? "" : $"?zaak={Uri.EscapeDataString(Zaak)}";

    public bool KanBewijsZijn(Scanstand scan) => !string.IsNullOrEmpty(Zaak) && scan.Rapport && !scan.Gekoppeld.Contains(Zaak);

    public async Task OnGet(CancellationToken ct)
    {
        Scans = await api.Lees<IReadOnlyList<Scanstand>>("scans", ct);
        Campagnes = await api.Lees<IReadOnlyList<Campagnestand>>("campagnes", ct);
    }
}
