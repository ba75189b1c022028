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
    /// <summary>Of what was given and of what was received, each.</summary>
    private const int PerBladzijde = 25;

    /// <summary>More than one sees at once.</summary>
    private const int Veel = 10;

    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Zoek { get; set; }

    [BindProperty(SupportsGet = true, Name = "ontvangen-na")]
    public string? OntvangenNa { get; set; }

    [BindProperty(SupportsGet = true, Name = "gegeven-na")]
    public string? GegevenNa { get; set; }

    /// <summary>The page that asked for the choice; null when one came by oneself.</summary>
    [BindProperty(SupportsGet = true, Name = "terug")]
    public string? Terug { get; set; }

    [TempData]
    public string? Gebeurd { get; set; }

    public TonenLijst Machtigingen { get; private set; } = null!;

    public Vertegenwoordigde? Nu => HttpContext.Features.Get<Vertegenwoordigde>();

    /// <summary>The chosen machtiging was not in force any more.</summary>
    public bool GeldtNietMeer { get; private set; }

    /// <summary>Some of those received are looked at, by a search or further on.</summary>
    private bool Zoekt => !string.IsNullOrWhiteSpace(Zoek) || OntvangenNa is not null;

    /// <summary>Nobody gave one, and not only nobody who was looked for.</summary>
    public bool OntvingNiets => Machtigingen.Ontvangen.Count == 0 && !Zoekt;

    public bool ZoekenNodig => Machtigingen.Ontvangen.Count > Veel || Zoekt;

    public async Task<IActionResult> OnGet(CancellationToken ct)
    {
        try
        {
            Machtigingen = await api.GetMachtigingenAsync(
                zoek: Zoek,
                gegevenNa: GegevenNa,
                ontvangenNa: OntvangenNa,
                aantal: PerBladzijde,
                cancellationToken: ct
            );
            return Page();
        }
        catch (ApiException e) when (e.StatusCode == 422)
        {
            // A place in a list that was written by hand.
            return NotFound();
        }
    }

    public async Task<IActionResult> OnPostKies(string? kvkNummer, CancellationToken ct)
    {
        var van = await api.GetMachtigingenAsync(onderneming: kvkNummer, cancellationToken: ct);
        var gekozen = van.Ontvangen.FirstOrDefault(m => m.KvkNummer == kvkNummer && m.Stand == Machtigingsstand.Geldig);
        if (gekozen is null)
        {
            GeldtNietMeer = true;
            return await OnGet(ct);
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
