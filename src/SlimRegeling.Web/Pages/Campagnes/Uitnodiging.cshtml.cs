using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;

namespace SlimRegeling.Web.Pages.Campagnes;

/// <summary>What a firm reads that was asked to join a campaign, before it signs in.</summary>
[ResponseCache(NoStore = true)]
public sealed class UitnodigingModel(NaamloosApi api) : PageModel
{
    public Campagnenodiging Campagne { get; private set; } = null!;

    public async Task OnGet(string campagne, CancellationToken ct) =>
        Campagne = await api.Lees<Campagnenodiging>($"campagnes/{Uri.EscapeDataString(campagne)}/uitnodiging", ct);
}
