using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>The drafts of one's own enterprise, what it submitted, and what it was invited to.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(AanvragenApi api, Concepten lezing, Persoonlezer lezer) : PageModel
{
    private const int PerBladzijde = 25;

    [BindProperty(SupportsGet = true, Name = "concepten-na")]
    public string? ConceptenNa { get; set; }

    [BindProperty(SupportsGet = true, Name = "ingediend-na")]
    public string? IngediendNa { get; set; }

    public IReadOnlyList<TonenRegel> Concepten { get; private set; } = [];

    /// <summary>After which draft the next page begins; null on the last one.</summary>
    public string? VerdereConcepten { get; private set; }

    public IReadOnlyList<TonenRegel> Ingediend { get; private set; } = [];

    public string? VerderIngediend { get; private set; }

    /// <summary>Nothing at all, and not only nothing more.</summary>
    public bool HeeftNiets => Concepten.Count == 0 && Ingediend.Count == 0 && ConceptenNa is null && IngediendNa is null;

    public IReadOnlyList<JsonObject> Uitnodigingen { get; private set; } = [];

    public async Task OnGet(CancellationToken ct)
    {
        var concepten = Bladzijde(ingediend: false, ConceptenNa, ct);
        var ingediend = Bladzijde(ingediend: true, IngediendNa, ct);
        (Concepten, VerdereConcepten) = await concepten;
        (Ingediend, VerderIngediend) = await ingediend;
        // An adviser does not answer an invitation: the party itself does.
        Uitnodigingen = lezer.Lees(HttpContext)?.Heeft(Rol.Aanvrager) == true ? await lezing.Uitnodigingen(ct) : [];
    }

    private async Task<(IReadOnlyList<TonenRegel> Regels, string? Verder)> Bladzijde(bool ingediend, string? na, CancellationToken ct)
    {
        List<TonenRegel> regels =
        [
            .. await api.GetAanvragenAsync(ingediend: ingediend, na: na, aantal: PerBladzijde + 1, cancellationToken: ct),
        ];
        return regels.Count > PerBladzijde ? (regels[..PerBladzijde], regels[PerBladzijde - 1].Zaaknummer) : (regels, null);
    }
}
