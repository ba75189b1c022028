using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Verlening;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Project;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>The changes that were asked and how each stands; one that is not decided on can be taken back, and another asked.</summary>
[ResponseCache(NoStore = true)]
public sealed class WijzigingenModel(VerleningApi api, DossiersApi dossiers, Typwerk typwerk, Persoonlezer lezer, Teksten t) : PageModel
{
    public string Zaaknummer { get; private set; } = "";

    /// <summary>Null while nothing was awarded.</summary>
    public Wijzigingenbeeld? Beeld { get; private set; }

    public IReadOnlyList<string> TeVragen { get; private set; } = [];

    public JsonAntwoord? Weigering { get; private set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public bool MagVerantwoorden => lezer.Lees(HttpContext)?.Mag(Machtigingsomvang.Verantwoorden) == true;

    [TempData]
    public string? Gebeurd { get; set; }

    public Task OnGet(string zaaknummer, CancellationToken ct) => Laad(zaaknummer, ct);

    /// <param name="nummer">The part of the number behind that of the case.</param>
    public async Task<IActionResult> OnPost(string zaaknummer, int nummer, string? sleutel, CancellationToken ct)
    {
        var antwoord = await api.Werk(
            HttpMethod.Post,
            string.Create(CultureInfo.InvariantCulture, $"{Verleningpad(zaaknummer)}/wijzigingen/{nummer}/intrekking"),
            sleutel: Guid.TryParse(sleutel, out var gekomen) ? gekomen.ToString() : Sleutel,
            ct: ct
        );
        if (antwoord.Gelukt)
        {
            Gebeurd = t["Uw verzoek is ingetrokken."];
            return Redirect($"/aanvragen/{zaaknummer}/wijzigingen");
        }
        await Laad(zaaknummer, ct);
        ModelState.Clear();
        Weigering = antwoord;
        return Page();
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        // Whose it is; that of another is not found.
        await dossiers.Documenten(zaaknummer, ct);
        var pad = Verleningpad(zaaknummer);
        Beeld = await api.LeesOfNiets<Wijzigingenbeeld>($"{pad}/wijzigingen", ct);
        TeVragen = Beeld is null ? [] : Wijzigingsvormen.Van((await api.LeesOfNiets<Verleendbeeld>(pad, ct))?.Besluit);
    }

    private static string Verleningpad(string zaaknummer) => $"verleningen/{Uri.EscapeDataString(zaaknummer)}";
}
