using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>The drafts of one's own enterprise, and what it submitted.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(AanvragenApi api) : PageModel
{
    public IReadOnlyList<TonenRegel> Concepten { get; private set; } = [];

    public IReadOnlyList<TonenRegel> Ingediend { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        var alle = await api.GetAanvragenAsync(ct);
        Concepten = [.. alle.Where(z => z.Status == Status.Concept)];
        Ingediend = [.. alle.Where(z => z.Status != Status.Concept).OrderByDescending(z => z.OntvangenOp)];
    }
}
