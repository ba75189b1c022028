using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Zaken;

namespace SlimRegeling.Web.Pages.Zaken;

/// <summary>The cases of one's own enterprise, or for employees all, by number, enterprise and status.</summary>
public sealed class IndexModel(ZakenApi api, Persoonlezer lezer) : PageModel
{
    public static readonly IReadOnlyList<(string Code, string Naam)> Statussen =
    [
        .. Enum.GetValues<Zaakstatus>().Select(s => (JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()), Weergave.Status(s))),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Zoek { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Na { get; set; }

    public bool IsMedewerker => lezer.Lees(HttpContext)?.KvkNummer is null;

    public IReadOnlyList<ZakenZoekenZaakInLijst> Zaken { get; private set; } = [];

    public string? Volgende { get; private set; }

    /// <summary>What is wrong with what was typed, and what to do.</summary>
    public string? Fout { get; private set; }

    public async Task OnGet(CancellationToken ct)
    {
        var zoek = Zoek?.Trim();
        var isKvk = zoek is { Length: > 0 } && zoek.All(char.IsAsciiDigit);
        try
        {
            var lijst = await api.GetZakenAsync(
                zaaknummer: isKvk ? null : zoek,
                kvkNummer: isKvk ? zoek : null,
                status: Status,
                na: Na,
                cancellationToken: ct
            );
            Zaken = [.. lijst.Zaken];
            Volgende = lijst.Volgende;
        }
        catch (ApiException e) when (e.StatusCode == 422)
        {
            Fout = "Geef een zaaknummer of het begin ervan (bijvoorbeeld SLIM-7K2), of een KVK-nummer van 8 cijfers.";
        }
    }
}
