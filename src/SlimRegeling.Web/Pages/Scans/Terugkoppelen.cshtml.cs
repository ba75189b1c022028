using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>What a firm thinks of its scan and of the scheme, once there is a report.</summary>
public sealed class TerugkoppelenModel(LeercultuurscansApi api, Teksten t, Typwerk typwerk, Persoonlezer lezer)
    : Scanpagina(api, t, typwerk, lezer)
{
    public Scanstand Scan { get; private set; } = null!;

    public IReadOnlyList<(string Code, string Naam)> Oordelen => [("ja", T["Ja"]), ("deels", T["Voor een deel"]), ("nee", T["Nee"])];

    public async Task OnGet(string scan, CancellationToken ct)
    {
        Haal();
        Scan = await Lees(scan, ct);
    }

    public async Task<IActionResult> OnPost(string scan, CancellationToken ct)
    {
        var sleutel = Neem();
        var verzoek = new JsonObject { ["hielp"] = Veld("hielp") ?? "" };
        if (Veld("tekst")?.Trim() is { Length: > 0 } tekst)
        {
            // As a browser counts what may be typed.
            verzoek["tekst"] = tekst.ReplaceLineEndings("\n");
        }
        var antwoord = await Stuur(Pad(scan, "/terugkoppeling"), verzoek, sleutel, ct);
        if (antwoord.Gelukt)
        {
            Gebeurd = T["Dank u. Wij lezen wat u schreef."];
            return Redirect($"/scans/{scan}");
        }
        Scan = await Lees(scan, ct);
        return Page();
    }
}
