using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>The drafts of one's own enterprise, what it submitted, and what it was invited to.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(AanvragenApi api, Concepten concepten, Persoonlezer lezer) : PageModel
{
    public IReadOnlyList<TonenRegel> Concepten { get; private set; } = [];

    public IReadOnlyList<TonenRegel> Ingediend { get; private set; } = [];

    public IReadOnlyList<JsonObject> Uitnodigingen { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        var alle = await api.GetAanvragenAsync(ct);
        Concepten = [.. alle.Where(z => z.Status == Status.Concept)];
        Ingediend = [.. alle.Where(z => z.Status != Status.Concept).OrderByDescending(z => z.OntvangenOp)];
        // An adviser does not answer an invitation: the party itself does.
        Uitnodigingen = lezer.Lees(HttpContext)?.Heeft(Rol.Aanvrager) == true ? await concepten.Uitnodigingen(ct) : [];
    }
}
