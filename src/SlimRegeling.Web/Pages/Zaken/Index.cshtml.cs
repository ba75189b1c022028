using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Zaken;

namespace SlimRegeling.Web.Pages.Zaken;

/// <summary>The cases of one's own enterprise, or for employees all, by number, enterprise, words and status.</summary>
public sealed class IndexModel(ZakenApi api, Persoonlezer lezer) : PageModel
{
    public static readonly IReadOnlyList<(string Code, string Naam)> Statussen =
    [
        .. Enum.GetValues<Zaakstatus>().Select(s => (JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()), Weergave.Status(s))),
    ];

    /// <summary>Who reads names and texts may look for words in them.</summary>
    private static readonly Rol[] Woordzoekers =
    [
        Rol.Beoordelaar,
        Rol.Medeondertekenaar,
        Rol.FinancieelMedewerker,
        Rol.FinancieelControleur,
    ];

    [BindProperty(SupportsGet = true)]
    public string? Zoek { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Na { get; set; }

    public bool IsMedewerker => lezer.Lees(HttpContext)?.KvkNummer is null;

    public bool ZoektWoorden => lezer.Lees(HttpContext) is { KvkNummer: null } persoon && Woordzoekers.Any(persoon.Heeft);

    public IReadOnlyList<ZakenZoekenZaakInLijst> Zaken { get; private set; } = [];

    public string? Volgende { get; private set; }

    /// <summary>Words that were looked for too, because no case has all that were asked.</summary>
    public IReadOnlyList<string> GezochtOp { get; private set; } = [];

    /// <summary>What is wrong with what was typed, and what to do.</summary>
    public string? Fout { get; private set; }

    /// <summary>Where something was found, as people say it.</summary>
    public static string Plaats(ZakenZoekenVindplaats plaats) =>
        plaats.Soort switch
        {
            "onderneming" or "naam" => "Naam",
            "partij" => "Partij",
            "plan" => "Plan",
            "activiteiten" => "Activiteiten",
            _ => "Brief",
        };

    public async Task OnGet(CancellationToken ct)
    {
        var zoek = Zoek?.Trim();
        var isKvk = zoek is { Length: > 0 } && zoek.All(char.IsAsciiDigit);
        var isTekst = !isKvk && ZoektWoorden && zoek?.StartsWith("SLIM-", StringComparison.OrdinalIgnoreCase) == false && zoek.Length > 0;
        try
        {
            var lijst = await api.GetZakenAsync(
                zaaknummer: isKvk || isTekst ? null : zoek,
                kvkNummer: isKvk ? zoek : null,
                status: Status,
                tekst: isTekst ? zoek : null,
                na: Na,
                cancellationToken: ct
            );
            Zaken = [.. lijst.Zaken];
            Volgende = lijst.Volgende;
            GezochtOp = [.. lijst.GezochtOp ?? []];
        }
        catch (ApiException e) when (e.StatusCode == 422)
        {
            Fout = ZoektWoorden
                ? "Geef een zaaknummer of het begin ervan, bijvoorbeeld SLIM-7K2. Of geef een KVK-nummer van 8 cijfers, of een woord van drie letters of meer."
                : "Geef een zaaknummer of het begin ervan (bijvoorbeeld SLIM-7K2), of een KVK-nummer van 8 cijfers.";
        }
    }
}
