using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Scanwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Scans;

/// <summary>A scan with a report becomes evidence in an application or its accounting.</summary>
public sealed class KoppelenModel(LeercultuurscansApi api, AanvragenApi aanvragen, Teksten t, Typwerk typwerk, Persoonlezer lezer)
    : Scanpagina(api, t, typwerk, lezer)
{
    public Scanstand Scan { get; private set; } = null!;

    public async Task OnGet(string scan, string? zaak, CancellationToken ct)
    {
        Begin(("zaaknummer", zaak));
        Haal();
        Scan = await Lees(scan, ct);
    }

    public async Task<IActionResult> OnPost(string scan, CancellationToken ct)
    {
        var sleutel = Neem();
        var zaaknummer = Veld("zaaknummer")?.Trim() ?? "";
        await ControleerZaak(aanvragen, ct);
        if (Fouten.Count == 0 && (await Stuur(Pad(scan, "/koppeling"), new JsonObject { ["zaaknummer"] = zaaknummer }, sleutel, ct)).Gelukt)
        {
            Gebeurd = T["Deze scan is bewijs in {0}. De zaak ziet dat hij is gedaan als u daarin meedoet, en geen uitkomst.", zaaknummer];
            return Redirect($"/scans/{scan}");
        }
        Scan = await Lees(scan, ct);
        return Page();
    }
}
