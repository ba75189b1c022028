using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>Says anew what the works council knows of a scan or thinks of it.</summary>
public sealed class RaadModel(LeercultuurscansApi api, Teksten t, Typwerk typwerk, Persoonlezer lezer) : Scanpagina(api, t, typwerk, lezer)
{
    public Scanstand Scan { get; private set; } = null!;

    public async Task OnGet(string scan, CancellationToken ct)
    {
        Scan = await Lees(scan, ct);
        Begin(("ondernemingsraad", Scan.Ondernemingsraad), ("raadOp", Scan.RaadOp?.ToString("d-M-yyyy", CultureInfo.InvariantCulture)));
        Haal();
    }

    public async Task<IActionResult> OnPost(string scan, CancellationToken ct)
    {
        var sleutel = Neem();
        Scan = await Lees(scan, ct);
        var verzoek = new JsonObject { ["ondernemingsraad"] = Veld("ondernemingsraad") };
        if (Scanwoorden.MetDag(Veld("ondernemingsraad")))
        {
            NeemDag("raadOp", verzoek);
        }
        if (Veld("ondernemingsraad") is null)
        {
            Fouten["ondernemingsraad"] = T["Kies wat het best past."];
        }
        if (Fouten.Count == 0 && (await Stuur(Pad(scan, "/ondernemingsraad"), verzoek, sleutel, ct)).Gelukt)
        {
            Gebeurd = T["Dit is bewaard. Wie antwoordt, leest het bij de vragenlijst."];
            return Redirect($"/scans/{scan}");
        }
        return Page();
    }
}
