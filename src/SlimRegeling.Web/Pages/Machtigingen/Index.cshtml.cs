using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Relaties;
using Machtigingsomvang = SlimRegeling.Web.Api.Relaties.Machtigingsomvang;
using Omvang = SlimRegeling.Platform.Identiteit.Machtigingsomvang;
using Vertegenwoordigde = SlimRegeling.Platform.Identiteit.Vertegenwoordigde;

namespace SlimRegeling.Web.Pages.Machtigingen;

/// <summary>
/// For whom one may act, with the choice for whom one acts now, and whom the own enterprise gave a machtiging. Whoever one acts for, here one is
/// oneself.
/// </summary>
[ResponseCache(NoStore = true)]
public sealed class IndexModel(RelatiesApi api, Keuzewijzer wijzer) : PageModel
{
    /// <summary>As many enterprises as a page shows; who has more looks them up by name.</summary>
    private const int Meeste = 100;

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Zoek { get; set; }

    /// <summary>The page that asked for the choice; null when one came by oneself.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Terug { get; set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public TonenLijst Machtigingen { get; private set; } = null!;

    public Vertegenwoordigde? Nu => HttpContext.Features.Get<Vertegenwoordigde>();

    /// <summary>The chosen machtiging was not in force any more.</summary>
    public bool GeldtNietMeer { get; private set; }

    public IReadOnlyList<TonenBeeld> Gevonden { get; private set; } = [];

    public int NietGetoond { get; private set; }

    public bool ZoekenNodig => Machtigingen.Ontvangen.Count > 10;

    public async Task OnGet(CancellationToken ct)
    {
        Machtigingen = await api.GetMachtigingenAsync(ct);
        var zoek = Zoek?.Trim() ?? "";
        var gevonden = Machtigingen
            .Ontvangen.Where(m =>
                (m.Naam ?? "").Contains(zoek, StringComparison.OrdinalIgnoreCase) || m.KvkNummer.StartsWith(zoek, StringComparison.Ordinal)
            )
            .ToList();
        Gevonden = [.. gevonden.Take(Meeste)];
        NietGetoond = gevonden.Count - Gevonden.Count;
    }

    public async Task<IActionResult> OnPostKies(string? kvkNummer, CancellationToken ct)
    {
        await OnGet(ct);
        var gekozen = Machtigingen.Ontvangen.FirstOrDefault(m => m.KvkNummer == kvkNummer && m.Stand == Machtigingsstand.Geldig);
        if (gekozen is null)
        {
            GeldtNietMeer = true;
            return Page();
        }
        Omvang[] omvang = [.. gekozen.Omvang.Select(o => o == Machtigingsomvang.Aanvragen ? Omvang.Aanvragen : Omvang.Verantwoorden)];
        await Vertegenwoordigde.Kies(HttpContext, new(gekozen.KvkNummer, gekozen.Naam ?? $"KVK {gekozen.KvkNummer}", omvang));
        wijzer.Onthoud(HttpContext);
        return Redirect(
            Terug is { } terug ? PaginaAanmelding.Lokaal(terug)
            : omvang.Contains(Omvang.Aanvragen) ? "/aanvragen"
            : "/zaken"
        );
    }

    public async Task<IActionResult> OnPostStop()
    {
        await Vertegenwoordigde.Kies(HttpContext, null);
        wijzer.Vergeet(HttpContext);
        return Redirect("/machtigingen");
    }
}
