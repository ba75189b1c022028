using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>Closes a scan, once and for good, or breaks it off, after one said so twice.</summary>
public sealed class SluitenModel(LeercultuurscansApi api, Teksten t, Typwerk typwerk, Persoonlezer lezer)
    : Scanpagina(api, t, typwerk, lezer)
{
    /// <summary>The field with which one says to close it for good.</summary>
    public const string Gesloten = "gesloten";

    /// <summary>The field with which one says to break it off for good.</summary>
    public const string Afgebroken = "afgebroken";

    public Scanstand Scan { get; private set; } = null!;

    public async Task OnGet(string scan, CancellationToken ct) => Scan = await Lees(scan, ct);

    public Task<IActionResult> OnPost(string scan, CancellationToken ct) =>
        Voer(scan, "/sluiting", Gesloten, T["De scan is gesloten. Het rapport staat vast."], ct);

    public Task<IActionResult> OnPostBreek(string scan, CancellationToken ct) =>
        Voer(scan, "/afbreking", Afgebroken, T["De scan is afgebroken. Alle antwoorden zijn vernietigd."], ct);

    /// <param name="vinkje">What must be ticked: one tap undoes nothing that cannot be done again.</param>
    private async Task<IActionResult> Voer(string scan, string deel, string vinkje, string gedaan, CancellationToken ct)
    {
        var sleutel = Neem();
        if (Veld(vinkje) is null)
        {
            Fouten[vinkje] = T["Zet een vinkje om door te gaan."];
        }
        if (Fouten.Count == 0 && (await Stuur(Pad(scan, deel), new JsonObject(), sleutel, ct)).Gelukt)
        {
            Gebeurd = gedaan;
            return Redirect($"/scans/{scan}");
        }
        Scan = await Lees(scan, ct);
        return Page();
    }
}
