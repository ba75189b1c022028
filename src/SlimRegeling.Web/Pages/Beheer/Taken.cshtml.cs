using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Web.Api.Beheer;
using SlimRegeling.Web.Beheer;

namespace SlimRegeling.Web.Pages.Beheer;

/// <summary>What must happen on time: how each job went, and having one run now.</summary>
[ResponseCache(NoStore = true)]
public sealed class TakenModel(Hosts hosts, Contextregister contexten) : PageModel
{
    // All processes have one administration of their jobs: any of them tells.
    private BeheerApi Api => hosts.Api(contexten.Alle[0].Naam);

    public IReadOnlyList<Taakstand> Taken { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "gedaan")]
    public string? Gedaan { get; set; }

    public string? Melding =>
        Gedaan switch
        {
            "weg" => "Deze taak is er niet, of is nog niet ingepland.",
            { } naam when Taken.Any(t => t.Naam == naam) => $"De taak {naam} is gevraagd. Laad de pagina opnieuw om te zien hoe het ging.",
            _ => null,
        };

    /// <summary>What needs someone.</summary>
    public IEnumerable<Taakstand> Mislukt => Taken.Where(t => t.Uitkomst is Taakuitkomst.Mislukt or Taakuitkomst.Herhaalt);

    public static string Uitkomst(Taakuitkomst uitkomst) =>
        uitkomst switch
        {
            Taakuitkomst.NogNiet => "Nog niet gedaan",
            Taakuitkomst.Wacht => "Wacht op haar beurt",
            Taakuitkomst.Bezig => "Bezig",
            Taakuitkomst.Gelukt => "Gelukt",
            Taakuitkomst.Herhaalt => "Mislukt, wordt vanzelf herhaald",
            _ => "Mislukt",
        };

    public async Task OnGet(CancellationToken ct) => Taken = [.. (await Api.GetBeheerTakenAsync(ct)).Taken];

    public async Task<IActionResult> OnPost(string naam, CancellationToken ct)
    {
        try
        {
            await Api.PostBeheerTakenNaamUitvoeringAsync(naam, Guid.NewGuid().ToString(), cancellationToken: ct);
        }
        catch (ApiException e) when (e.StatusCode is 404 or 409)
        {
            return RedirectToPage(new { gedaan = "weg" });
        }
        return RedirectToPage(new { gedaan = naam });
    }
}
