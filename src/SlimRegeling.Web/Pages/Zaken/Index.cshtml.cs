using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Web.Api.Zaken;

namespace SlimRegeling.Web.Pages.Zaken;

/// <summary>The cases of one's own enterprise, or for employees all, by number, enterprise, words and status.</summary>
public sealed partial class IndexModel(ZakenApi api, Persoonlezer lezer) : PageModel
{
    private const int Kvklengte = 8;

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
        try
        {
            var lijst = await Vind(Zoek?.Trim() ?? "", ct);
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

    /// <summary>A number is told by its form; what is none is looked for as words, by who may.</summary>
    private async Task<ZakenZoekenLijst> Vind(string zoek, CancellationToken ct)
    {
        if (zoek.Length > 0 && zoek.All(char.IsAsciiDigit) && (zoek.Length == Kvklengte || !ZoektWoorden))
        {
            return await api.GetZakenAsync(kvkNummer: zoek, status: Status, na: Na, cancellationToken: ct);
        }
        if (!ZoektWoorden || zoek.Length == 0 || Nummer().IsMatch(zoek))
        {
            var lijst = await api.GetZakenAsync(zaaknummer: zoek, status: Status, na: Na, cancellationToken: ct);
            // An enterprise can be called as a number begins ("Slim-Werk"): when no case begins so, it is a name.
            if (lijst.Zaken.Count > 0 || !ZoektWoorden || !zoek.Any(char.IsLetter) || zoek.Any(char.IsAsciiDigit) || zoek.EndsWith('-'))
            {
                return lijst;
            }
        }
        return await api.GetZakenAsync(tekst: zoek, status: Status, na: Na, cancellationToken: ct);
    }

    /// <summary>The number of a case or its beginning, or that of a thing of which the number begins with it.</summary>
    [GeneratedRegex(
        "^SLIM-([0-9A-HJKMNP-TV-Z]{0,10}|[0-9A-HJKMNP-TV-Z]{10}-[0-9A-Z-]*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Nummer();
}
