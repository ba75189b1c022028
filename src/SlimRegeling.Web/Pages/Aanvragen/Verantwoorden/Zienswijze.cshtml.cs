using System.Text.Json.Nodes;
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

/// <summary>What the minister means to withdraw and why, and what the recipient answers to it (4:8 Awb).</summary>
[ResponseCache(NoStore = true)]
public sealed class ZienswijzeModel(VerleningApi api, DossiersApi dossiers, Typwerk typwerk, Kladblad klad, Persoonlezer lezer, Teksten t)
    : PageModel
{
    public string Zaaknummer { get; private set; } = "";

    /// <summary>Null when nothing is meant to be withdrawn, or its letter was not sent yet.</summary>
    public Voornemenbeeld? Voornemen { get; private set; }

    public string Tekst { get; private set; } = "";

    public string? Fout { get; private set; }

    public JsonAntwoord? Weigering { get; private set; }

    public string Sleutel { get; } = Guid.NewGuid().ToString();

    public Bewaarreden? Teruggehaald { get; private set; }

    /// <summary>What is kept of what is typed here.</summary>
    public Kladblad Klad => klad;

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    [TempData]
    public string? Gebeurd { get; set; }

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        if (Voornemen is not null && await klad.Open(HttpContext, ct) is { } bewaard)
        {
            Tekst = bewaard.GetValueOrDefault("tekst", "");
        }
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            (Tekst, Teruggehaald) = (getypt.Velden.GetValueOrDefault("tekst", ""), getypt.Reden);
            klad.Verzwijg();
        }
    }

    /// <param name="doe">stuur, or niets: there is nothing to say.</param>
    public async Task<IActionResult> OnPost(
        string zaaknummer,
        string? tekst,
        [FromForm(Name = "_doe")] string? doe,
        [FromForm(Name = "_sleutel")] string? sleutel,
        CancellationToken ct
    )
    {
        await Laad(zaaknummer, ct);
        ModelState.Clear();
        var vanzelf = Kladblad.IsVanzelf(HttpContext);
        if (Voornemen is null)
        {
            return vanzelf ? Kladblad.Gesloten() : Page();
        }
        if (doe == Kladblad.Weg)
        {
            await klad.Wis(HttpContext, ct);
            return Redirect(Request.Path);
        }
        Tekst = tekst ?? "";
        if (!vanzelf && await Verstuur(doe, sleutel, ct))
        {
            await klad.Wis(HttpContext, ct);
            Gebeurd = t["Wij hebben uw reactie ontvangen. In ons besluit leest u wat wij ermee deden."];
            return Redirect($"/aanvragen/{zaaknummer}/verantwoorden");
        }
        await klad.Bewaar(HttpContext, new Dictionary<string, string> { ["tekst"] = Tekst }, ct);
        return vanzelf ? klad.Antwoord() : Page();
    }

    private async Task<bool> Verstuur(string? doe, string? sleutel, CancellationToken ct)
    {
        if (doe != "niets" && string.IsNullOrWhiteSpace(Tekst))
        {
            Fout = t["Schrijf uw reactie, of kies dat u niets wilt zeggen."];
            return false;
        }
        var antwoord = await api.Werk(
            HttpMethod.Post,
            $"verleningen/{Uri.EscapeDataString(Zaaknummer)}/intrekkingen/zienswijze",
            doe == "niets" ? new JsonObject() : new JsonObject { ["tekst"] = Tekst },
            Guid.TryParse(sleutel, out var gekomen) ? gekomen.ToString() : Sleutel,
            ct: ct
        );
        Weigering = antwoord.Gelukt ? null : antwoord;
        return antwoord.Gelukt;
    }

    private async Task Laad(string zaaknummer, CancellationToken ct)
    {
        Zaaknummer = zaaknummer;
        // Whose it is; that of another is not found.
        await dossiers.Documenten(zaaknummer, ct);
        var pad = $"verleningen/{Uri.EscapeDataString(zaaknummer)}/intrekkingen";
        Voornemen = (await api.LeesOfNiets<Intrekkingenbeeld>(pad, ct))?.Voorstel;
    }
}
