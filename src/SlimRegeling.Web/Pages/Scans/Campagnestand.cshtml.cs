using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>Where a campaign stands: counts in steps of five, and what the firms show together once there are enough.</summary>
public sealed class CampagnestandModel(LeercultuurscansApi api, Teksten t, Typwerk typwerk, Persoonlezer lezer)
    : Scanpagina(api, t, typwerk, lezer)
{
    public Campagnebeeld Campagne { get; private set; } = null!;

    private IReadOnlyList<Dimensie> _dimensies = [];
    private IReadOnlyList<Vragenlijstdeel> _delen = [];

    /// <summary>What a part of the questionnaire is called; its code when that is not known here.</summary>
    public string Naam(string code) =>
        _delen.FirstOrDefault(d => d.Code == code) is { } deel ? deel.Naam.In(T)
        : _dimensies.FirstOrDefault(d => d.Code == code) is { } dimensie ? dimensie.Naam.In(T)
        : code;

    public async Task OnGet(string campagne, CancellationToken ct)
    {
        Campagne = await Api.Lees<Campagnebeeld>($"campagnes/{Uri.EscapeDataString(campagne)}", ct);
        _dimensies = await Api.Lees<IReadOnlyList<Dimensie>>("dimensies", ct);
        _delen = (await Api.Lees<Vragenlijst>($"instrumenten/{Uri.EscapeDataString(Campagne.Instrument)}", ct)).Onderdelen;
    }

    public async Task<IActionResult> OnPost(string campagne, CancellationToken ct)
    {
        var antwoord = await Stuur($"campagnes/{Uri.EscapeDataString(campagne)}/sluiting", new JsonObject(), Neem(), ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = T["De campagne is gesloten. Scans die al liepen, gaan door."];
            return Redirect($"/scans/campagnes/{campagne}");
        }
        await OnGet(campagne, ct);
        return Page();
    }
}
