using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Web.Leerwerk;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Leercultuur;

/// <summary>One indicator: what it is, of whom, how it was measured, and what may stand beside what.</summary>
public sealed class IndicatorModel(LeercultuurscansApi api, Teksten t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "indicator")]
    public string Id { get; set; } = "";

    public Indicatorbeeld Beeld { get; private set; } = null!;

    public Indicator Indicator => Beeld.Indicator;

    public IReadOnlyList<Lijngrafiek> Grafieken =>
        [.. Beeld.Grafieken.Where(g => g.Lijnen.Count > 0).Select((g, i) => new Lijngrafiek(Indicator, g, i + 1))];

    /// <summary>Beside which series of this indicator a series may be laid: those that the API puts in one chart with it.</summary>
    public string Naast(Reeks reeks) =>
        string.Join(
            ", ",
            Beeld
                .Grafieken.Where(g => g.Reeksen.Contains(reeks.Code))
                .SelectMany(g => g.Reeksen)
                .Where(c => c != reeks.Code)
                .Select(c => Indicator.Reeksen.First(r => r.Code == c).Naam.In(t))
        );

    public string Reeksnaam(string? code) => Indicator.Reeksen.FirstOrDefault(r => r.Code == code)?.Naam.In(t) ?? Leerwoorden.Streep;

    public async Task OnGet(CancellationToken ct) => Beeld = await api.Lees<Indicatorbeeld>($"indicatoren/{Uri.EscapeDataString(Id)}", ct);
}
