using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Inzagen;
using SlimRegeling.Web.Api.Beheer;
using SlimRegeling.Web.Beheer;

namespace SlimRegeling.Web.Pages.Inzagen;

/// <summary>For the privacy officer: which employee saw which case, and when; of all contexts together, by moment.</summary>
public sealed class IndexModel(Hosts hosts, Inzageinstellingen instellingen) : PageModel
{
    private const string Oudste = "oudste";
    private const int PerBladzijde = 50;

    [BindProperty(SupportsGet = true)]
    public string? Zaak { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Wie { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Vanaf { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Tot { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Volgorde { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Na { get; set; }

    public IReadOnlyList<InzagenTonenRegel> Inzagen { get; private set; } = [];

    /// <summary>Give this as <see cref="Na"/> for the next page; null on the last one.</summary>
    public string? Volgende { get; private set; }

    /// <summary>Contexts whose log cannot be seen now.</summary>
    public IReadOnlyList<string> Ongezien { get; private set; } = [];

    /// <summary>What is wrong with the case number that was typed.</summary>
    public string? Fout { get; private set; }

    public int BewaarJaren => instellingen.BewaarJaren;

    public bool Oplopend => Volgorde == Oudste;

    /// <summary>The same question, from its first page, in the other order.</summary>
    public Dictionary<string, string?> Andersom => Vraag(Oplopend ? null : Oudste, na: null);

    public Dictionary<string, string?> Verder => Vraag(Volgorde, Volgende);

    public async Task OnGet(CancellationToken ct)
    {
        var zaak = Zaak?.Trim();
        if (!string.IsNullOrEmpty(zaak) && !Zaaknummer.TryParse(zaak, null, out _))
        {
            Fout = "Dit is geen zaaknummer. Een zaaknummer is SLIM- en dan tien tekens, bijvoorbeeld SLIM-7K2M9QX4BC.";
            return;
        }
        var gezien = await hosts.Inzagen(
            api =>
                api.GetInzagenAsync(
                    zaaknummer: zaak,
                    onderwerp: Wie?.Trim(),
                    vanaf: Dag(Vanaf),
                    tot: Dag(Tot),
                    volgorde: Oplopend ? Oudste : null,
                    na: Na,
                    aantal: PerBladzijde,
                    cancellationToken: ct
                ),
            lijst => lijst.Elders,
            ct
        );
        Ongezien = [.. gezien.SelectMany(g => g.Ongezien).Order(StringComparer.Ordinal)];
        var lijsten = gezien.Select(g => g.Lijst).OfType<InzagenTonenLijst>().ToList();
        var alle = lijsten.SelectMany(l => l.Inzagen).DistinctBy(r => r.Id).ToList();
        var opvolgorde = alle.OrderBy(r => r.Op).ThenBy(r => r.Id.ToString("N"), StringComparer.Ordinal);
        Inzagen = [.. (Oplopend ? opvolgorde : opvolgorde.Reverse()).Take(PerBladzijde)];
        Volgende = alle.Count > PerBladzijde || lijsten.Any(l => l.Volgende is not null) ? Inzagen[^1].Plaats : null;
    }

    private static string? Dag(DateOnly? dag) => dag?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Dictionary<string, string?> Vraag(string? volgorde, string? na) =>
        new()
        {
            ["zaak"] = Zaak,
            ["wie"] = Wie,
            ["vanaf"] = Dag(Vanaf),
            ["tot"] = Dag(Tot),
            ["volgorde"] = volgorde,
            ["na"] = na,
        };
}
