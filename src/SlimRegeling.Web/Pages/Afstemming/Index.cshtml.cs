using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Zaken;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Pages.Medewerkers;

namespace SlimRegeling.Web.Pages.Afstemming;

/// <summary>One alarm on the page.</summary>
public sealed record Alarmkaart(Alarm Alarm, Beheervorm? Vorm, string Zegel);

/// <summary>What the reconciliation found: the alarms with their numbers, each to be handled with a reason, and what was looked at.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ZakenApi api, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "afgehandeld")]
    public bool Afgehandeld { get; set; }

    public AfstemmingTonenBeeld Beeld { get; private set; } = null!;

    /// <summary>What came of the form that was sent; null when none was.</summary>
    public Beheervorm? Vorm { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public bool MagOpnieuw => lezer.Lees(HttpContext)?.Heeft(Rol.Beheerder) == true;

    public IReadOnlyList<Alarm> Open => [.. Beeld.Alarmen.Where(a => a.AfgehandeldOp is null)];

    public IReadOnlyList<Alarm> Bekend => [.. Beeld.Alarmen.Where(a => a.AfgehandeldOp is not null)];

    public async Task OnGet(CancellationToken ct)
    {
        Beeld = await api.GetAfstemmingAsync(ct);
        if (
            Vorm is null
            && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt
            && getypt.Velden.GetValueOrDefault(Beheervorm.Naamveld) is { } naam
        )
        {
            Vorm = Beheervorm.Terug(naam, getypt);
        }
    }

    public async Task<IActionResult> OnPost(Guid id, string? reden, CancellationToken ct)
    {
        ModelState.Clear();
        var antwoord = await api.HandelAf(id, new JsonObject { ["reden"] = reden ?? "" }, ct);
        if (antwoord.Gelukt)
        {
            return Redirect("/beheer/afstemming?afgehandeld=true");
        }
        Vorm = new(id.ToString(), new Dictionary<string, string> { ["reden"] = reden ?? "" }, antwoord);
        await OnGet(ct);
        return Page();
    }
}
