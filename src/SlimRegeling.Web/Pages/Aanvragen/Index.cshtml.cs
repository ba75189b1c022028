using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Tijdvakken;
using Status = SlimRegeling.Web.Api.Aanvragen.Status;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>The drafts of one's own enterprise, what it submitted, and what it was invited to.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(
    AanvragenApi api,
    TijdvakkenApi tijdvakken,
    Concepten lezing,
    Persoonlezer lezer,
    Moment moment,
    ILogger<IndexModel> log
) : PageModel
{
    private const int PerBladzijde = 25;

    private readonly Dictionary<string, Instant> _sluit = [];

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

    /// <summary>When the window of a draft closes, and how long that is from now; null when it is closed, or cannot be looked up now.</summary>
    public (DateTimeOffset Sluit, Duration Nog)? Sluiting(TonenRegel concept) =>
        _sluit.TryGetValue(concept.Tijdvak, out var sluit) && sluit > moment.Nu ? (sluit.ToDateTimeOffset(), sluit - moment.Nu) : null;

    public async Task OnGet(CancellationToken ct)
    {
        var concepten = Bladzijde(ingediend: false, ConceptenNa, ct);
        var ingediend = Bladzijde(ingediend: true, IngediendNa, ct);
        (Concepten, VerdereConcepten) = await concepten;
        (Ingediend, VerderIngediend) = await ingediend;
        foreach (var tijdvak in Concepten.Select(c => c.Tijdvak).Distinct())
        {
            await LeesSluiting(tijdvak, ct);
        }
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

    private async Task LeesSluiting(string tijdvak, CancellationToken ct)
    {
        try
        {
            _sluit[tijdvak] = (await tijdvakken.GetTijdvakkenIdAsync(tijdvak, ct)).Sluit.ToInstant();
        }
        catch (Exception e) when (Apifouten.Status(e) is 404 or >= 500)
        {
            log.LogWarning(e, "When window {Tijdvak} closes cannot be looked up now", tijdvak);
        }
    }
}
