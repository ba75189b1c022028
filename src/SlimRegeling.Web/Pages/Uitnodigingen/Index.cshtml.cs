using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Aanvraag;

namespace SlimRegeling.Web.Pages.Uitnodigingen;

/// <summary>What one's enterprise was invited to, for who acts for it as a party.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(Concepten concepten) : PageModel
{
    public IReadOnlyList<JsonObject> Uitnodigingen { get; private set; } = [];

    public async Task OnGet(CancellationToken ct) => Uitnodigingen = await concepten.Uitnodigingen(ct);
}
