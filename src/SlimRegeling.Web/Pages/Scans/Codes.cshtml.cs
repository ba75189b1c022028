using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Dossier;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>Spare codes for who lost theirs, and slips of paper of codes that were just shown.</summary>
public sealed class CodesModel(LeercultuurscansApi api, Teksten t, Typwerk typwerk, Persoonlezer lezer) : Scanpagina(api, t, typwerk, lezer)
{
    public Scanstand Scan { get; private set; } = null!;

    /// <summary>Those that were made just now; null when none were.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task OnGet(string scan, CancellationToken ct)
    {
        Haal();
        Scan = await Lees(scan, ct);
    }

    public async Task OnPost(string scan, CancellationToken ct)
    {
        var sleutel = Neem();
        Scan = await Lees(scan, ct);
        var aantal = Getal("aantal");
        if (aantal is null)
        {
            Fouten.TryAdd("aantal", T["Vul in hoeveel codes u nodig hebt."]);
            return;
        }
        var antwoord = await Stuur(Pad(scan, "/codes"), new JsonObject { ["aantal"] = aantal }, sleutel, ct);
        Codes = antwoord.Gelukt ? antwoord.Als<Gemaakt>().Codes : null;
    }

    public async Task<IActionResult> OnPostDruk(string scan, CancellationToken ct)
    {
        Neem();
        var codes = new JsonArray([.. Alle("codes").Select(c => JsonValue.Create(c))]);
        var verzoek = new JsonObject { ["codes"] = codes, ["adres"] = Scanwoorden.Invuladres(Request, scan) };
        return new Download(await Api.Druk(Pad(scan, "/codebladen"), verzoek, ct));
    }

    private sealed record Gemaakt(IReadOnlyList<string> Codes);
}
