using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime.Extensions;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Api.Tijdvakken;
using SlimRegeling.Web.Bewaren;

namespace SlimRegeling.Web.Pages.Beheer;

/// <summary>What everyone is told: placed in one's own words, and taken off again.</summary>
public sealed class MededelingModel(TijdvakkenApi api, Mededelingen mededelingen, Typwerk typwerk, Persoonlezer lezer) : PageModel
{
    [BindProperty]
    public string? Tekst { get; set; }

    [BindProperty]
    public Mededelingsoort Soort { get; set; }

    /// <summary>As the browser gives it: wall clock in Amsterdam.</summary>
    [BindProperty]
    public DateTime? Tot { get; set; }

    public MededelingTonenInhoud? Geldt { get; private set; }

    public IReadOnlyList<string> Fouten { get; private set; } = [];

    public string Zegel => typwerk.Zegel(lezer.Lees(HttpContext));

    public async Task OnGet(CancellationToken ct)
    {
        await Toon(ct);
        if (typwerk.Neem(HttpContext, lezer.Lees(HttpContext)) is { } getypt)
        {
            Tekst = getypt.Velden.GetValueOrDefault("tekst");
            Soort = Enum.TryParse<Mededelingsoort>(getypt.Velden.GetValueOrDefault("soort"), out var soort) ? soort : Soort;
            Tot = DateTime.TryParse(getypt.Velden.GetValueOrDefault("tot"), CultureInfo.InvariantCulture, out var tot) ? tot : null;
            Fouten = ["U was afgemeld. Wat u had getypt, staat hieronder. Het is nog niet geplaatst."];
        }
    }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        // What is wrong stands in words in the answer, beside what its schema names.
        api.ReadResponseAsString = true;
        try
        {
            await mededelingen.Plaats(
                api,
                Tekst ?? "",
                Soort,
                Tot is { } tot ? Moment.Op(tot.ToLocalDateTime()).ToDateTimeOffset() : null,
                ct
            );
            return RedirectToPage();
        }
        catch (ApiException e) when (e.StatusCode is 400 or 422)
        {
            Fouten = Uitleg(e.Response);
            await Toon(ct);
            return Page();
        }
    }

    public async Task<IActionResult> OnPostIntrekken(CancellationToken ct)
    {
        await mededelingen.TrekIn(api, ct);
        return RedirectToPage();
    }

    private async Task Toon(CancellationToken ct) => Geldt = (await api.GetMededelingAsync(ct)).Mededeling;

    private static List<string> Uitleg(string? probleem)
    {
        using var gelezen = JsonDocument.Parse(probleem ?? "{}");
        return gelezen.RootElement.TryGetProperty("fouten", out var fouten)
            ? [.. fouten.EnumerateArray().Select(f => f.GetProperty("uitleg").GetString()!)]
            : ["Dit kon niet worden geplaatst. Controleer wat u hebt ingevuld."];
    }
}
