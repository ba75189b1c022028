using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
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
    : Kladpagina(typwerk, klad, lezer)
{
    private const string Tekstveld = "tekst";

    /// <summary>Null when nothing is meant to be withdrawn, or its letter was not sent yet.</summary>
    public Voornemenbeeld? Voornemen { get; private set; }

    public string Tekst { get; private set; } = "";

    public string? Fout { get; private set; }

    public JsonAntwoord? Weigering { get; private set; }

    protected override IReadOnlyDictionary<string, string> Bewaarvelden => new Dictionary<string, string> { [Tekstveld] = Tekst };

    public async Task OnGet(string zaaknummer, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        await GeefTerug(Voornemen is not null, ct);
    }

    /// <param name="doe">stuur, or niets: there is nothing to say.</param>
    public async Task<IActionResult> OnPost(string zaaknummer, [FromForm(Name = "_doe")] string? doe, CancellationToken ct)
    {
        await Laad(zaaknummer, ct);
        return await Verwerk(
            Voornemen is not null,
            doe,
            (t["Wij hebben uw reactie ontvangen. In ons besluit leest u wat wij ermee deden."], $"/aanvragen/{zaaknummer}/verantwoorden"),
            ct
        );
    }

    protected override void Neem(IReadOnlyDictionary<string, string> velden) => Tekst = velden.GetValueOrDefault(Tekstveld, "");

    protected override async Task<bool> Verstuur(string? doe, CancellationToken ct)
    {
        if (doe != "niets" && string.IsNullOrWhiteSpace(Tekst))
        {
            Fout = t["Schrijf uw reactie, of kies dat u niets wilt zeggen."];
            return false;
        }
        var antwoord = await api.Werk(
            HttpMethod.Post,
            $"verleningen/{Uri.EscapeDataString(Zaaknummer)}/intrekkingen/zienswijze",
            doe == "niets" ? new JsonObject() : new JsonObject { [Tekstveld] = Tekst },
            Gestuurdesleutel,
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
