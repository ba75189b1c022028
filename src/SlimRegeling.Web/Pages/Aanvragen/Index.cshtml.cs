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
    Concepten concepten,
    Persoonlezer lezer,
    Moment moment,
    ILogger<IndexModel> log
) : PageModel
{
    private readonly Dictionary<string, Instant> _sluit = [];

    public IReadOnlyList<TonenRegel> Concepten { get; private set; } = [];

    public IReadOnlyList<TonenRegel> Ingediend { get; private set; } = [];

    public IReadOnlyList<JsonObject> Uitnodigingen { get; private set; } = [];

    /// <summary>When the window of a draft closes, and how long that is from now; null when it is closed, or cannot be looked up now.</summary>
    public (DateTimeOffset Sluit, Duration Nog)? Sluiting(TonenRegel concept) =>
        _sluit.TryGetValue(concept.Tijdvak, out var sluit) && sluit > moment.Nu ? (sluit.ToDateTimeOffset(), sluit - moment.Nu) : null;

    public async Task OnGet(CancellationToken ct)
    {
        var alle = await api.GetAanvragenAsync(ct);
        Concepten = [.. alle.Where(z => z.Status == Status.Concept)];
        Ingediend = [.. alle.Where(z => z.Status != Status.Concept).OrderByDescending(z => z.OntvangenOp)];
        foreach (var tijdvak in Concepten.Select(c => c.Tijdvak).Distinct())
        {
            await LeesSluiting(tijdvak, ct);
        }
        // An adviser does not answer an invitation: the party itself does.
        Uitnodigingen = lezer.Lees(HttpContext)?.Heeft(Rol.Aanvrager) == true ? await concepten.Uitnodigingen(ct) : [];
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
