using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Dossier;

namespace SlimRegeling.Web.Pages.Beheer.Brieven;

/// <summary>The kinds of letters, each with the version of its text.</summary>
public sealed class IndexModel(DossiersApi api) : PageModel
{
    public IReadOnlyList<Sjabloonregel> Sjablonen { get; private set; } = [];

    public async Task OnGet(CancellationToken ct) => Sjablonen = await api.Sjablonen(ct);
}
