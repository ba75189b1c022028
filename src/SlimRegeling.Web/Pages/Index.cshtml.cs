using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Extensions;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Tijdvakken;

namespace SlimRegeling.Web.Pages;

/// <param name="Duur">How long the window is still open, or until it opens.</param>
/// <param name="Begin">Whether an application can be begun.</param>
public sealed record Tijdvakgroep(
    string Titel,
    string AlsLeeg,
    IReadOnlyList<TonenTijdvakBeeld> Tijdvakken,
    Func<TonenTijdvakBeeld, string> Duur,
    Func<TonenTijdvakBeeld, bool> Begin
)
{
    /// <summary>How many are shown at once; the others after a click.</summary>
    public const int Direct = 6;
}

/// <summary>The front page: which windows there are, for everyone.</summary>
public sealed class IndexModel(TijdvakkenApi api, Contextregister contexten, Persoonlezer lezer, Moment moment) : PageModel
{
    private List<TonenTijdvakBeeld> _alle = [];

    [BindProperty(SupportsGet = true, Name = "aanmelden")]
    public string? Aanmelden { get; set; }

    public bool AanmeldenMislukt => Aanmelden == "mislukt";

    public IReadOnlyList<TonenTijdvakBeeld> Open => [.. Met("open").OrderBy(t => t.Sluit)];

    public IReadOnlyList<TonenTijdvakBeeld> Komt => [.. Met("komt").OrderBy(t => t.Opent)];

    public IReadOnlyList<TonenTijdvakBeeld> Gesloten => [.. Met("gesloten").OrderByDescending(t => t.Sluit)];

    public IEnumerable<string> Apidocumenten => contexten.Hier.Select(o => o.Context.Naam).Order(StringComparer.Ordinal);

    /// <summary>Not of who acts by a machtiging that does not cover it.</summary>
    public bool MagAanvragen => lezer.Lees(HttpContext)?.Mag(Machtigingsomvang.Aanvragen) != false;

    public bool MagKlaarzetten(TonenTijdvakBeeld tijdvak) => MagAanvragen && tijdvak.RegistratieVanaf.ToInstant() <= moment.Nu;

    public Duration Tot(DateTimeOffset dan) => Duration.Max(Duration.Zero, dan.ToInstant() - moment.Nu);

    public async Task OnGet(CancellationToken ct) => _alle = [.. await api.GetTijdvakkenAsync(ct)];

    private IEnumerable<TonenTijdvakBeeld> Met(string status) => _alle.Where(t => t.Status == status);
}
