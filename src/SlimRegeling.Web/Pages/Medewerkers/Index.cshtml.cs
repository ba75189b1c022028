using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Relaties;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Medewerkers;

/// <summary>Who works here: by the provider, and by what beheerders decided. The privacy officer looks and changes nothing.</summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(RelatiesApi api, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Zoek { get; set; }

    [BindProperty(SupportsGet = true, Name = "bladzijde")]
    public int? Bladzijde { get; set; }

    /// <summary>Someone was just blocked.</summary>
    [BindProperty(SupportsGet = true, Name = "geblokkeerd")]
    public bool Geblokkeerd { get; set; }

    public MedewerkersTonenLijst Lijst { get; private set; } = null!;

    /// <summary>What came of the form; null when none was sent.</summary>
    public Beheervorm? Vorm { get; private set; }

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public bool MagBeheren => lezer.Lees(HttpContext)?.Heeft(Rol.Beheerder) == true;

    /// <summary>In words: what was decided about someone.</summary>
    public string Besloten(MedewerkersTonenRegel m)
    {
        string[] delen =
        [
            .. m.Geblokkeerd ? (string[])[t["geblokkeerd"]] : [],
            .. m.Ingetrokken.Select(r => t["ingetrokken: {0}", t[Rolnaam.Van(r)]]),
            .. m.Toegekend.Select(r => t["toegekend: {0}", t[Rolnaam.Van(r)]]),
        ];
        return delen.Length == 0 ? "–" : string.Join(", ", delen);
    }

    public async Task OnGet(CancellationToken ct)
    {
        Lijst = await api.GetMedewerkersAsync(Zoek, Bladzijde, ct);
        if (Vorm is null && typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Vorm = Beheervorm.Terug("blokkeren", getypt);
        }
    }

    public async Task<IActionResult> OnPost(string? kenmerk, string? reden, CancellationToken ct)
    {
        ModelState.Clear();
        var antwoord = await api.Doe(
            HttpMethod.Post,
            "medewerkers/blokkades",
            new JsonObject { ["kenmerk"] = kenmerk?.Trim() ?? "", ["reden"] = reden ?? "" },
            ct
        );
        if (antwoord.Gelukt)
        {
            return Redirect("/beheer/medewerkers?geblokkeerd=true");
        }
        Vorm = new("blokkeren", new Dictionary<string, string> { ["kenmerk"] = kenmerk ?? "", ["reden"] = reden ?? "" }, antwoord);
        await OnGet(ct);
        return Page();
    }
}
