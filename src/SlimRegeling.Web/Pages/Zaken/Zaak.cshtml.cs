using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Zaken;

namespace SlimRegeling.Web.Pages.Zaken;

/// <summary>One case: where it stands, its amounts, and what happened by which article.</summary>
public sealed class ZaakModel(ZakenApi api, Persoonlezer lezer) : PageModel
{
    public ZaakTonenZaakbeeld Zaak { get; private set; } = null!;

    public bool IsMedewerker => lezer.Lees(HttpContext)?.KvkNummer is null;

    public IEnumerable<(string Naam, string? Bedrag)> Bedragen =>
        [
            ("Gevraagd", Zaak.Bedragen.Gevraagd),
            ("Gereserveerd", Zaak.Bedragen.Gereserveerd),
            ("Verleend", Zaak.Bedragen.Verleend),
            ("Voorschot", Zaak.Bedragen.Voorschot),
            ("Betaald", Zaak.Bedragen.Betaald),
            ("Vastgesteld", Zaak.Bedragen.Vastgesteld),
        ];

    public async Task OnGet(string zaaknummer, CancellationToken ct) => Zaak = await api.GetZakenZaaknummerAsync(zaaknummer, ct);
}
