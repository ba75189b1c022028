using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Api.Relaties;

namespace SlimRegeling.Web.Beoordelen;

/// <summary>Someone who assesses or signs.</summary>
/// <param name="Kenmerk">The pseudonym.</param>
/// <param name="Naam">As a beheerder wrote it down; null when nobody did.</param>
public sealed record Collega(string Kenmerk, string? Naam = null);

/// <summary>The names of who assesses and who signs, for a page that one of them reads: of a case the API tells pseudonyms.</summary>
public sealed partial class Collegas(RelatiesApi relaties, ILogger<Collegas> log)
{
    private Dictionary<string, string>? _namen;

    /// <summary>Looks them up, once for a page. When that cannot be now, the page says the pseudonyms.</summary>
    public async Task Lees(CancellationToken ct)
    {
        if (_namen is not null)
        {
            return;
        }
        try
        {
            _namen = (await relaties.LeesCollegas(ct)).Where(c => c.Naam is not null).ToDictionary(c => c.Kenmerk, c => c.Naam!);
        }
        catch (Exception e) when (Apifouten.Status(e) >= 500)
        {
            log.LogWarning(e, "The names of colleagues cannot be looked up now");
        }
    }

    /// <summary>The pseudonym when there is no name.</summary>
    public string Naam(string kenmerk) => _namen?.GetValueOrDefault(kenmerk) ?? kenmerk;

    /// <summary>A refusal as the API gives it, with names in it.</summary>
    public JsonAntwoord MetNamen(JsonAntwoord antwoord)
    {
        if (antwoord.Inhoud is not JsonObject inhoud || inhoud["detail"] is null)
        {
            return antwoord;
        }
        var kopie = inhoud.DeepClone().AsObject();
        kopie["detail"] = MetNamen(antwoord.Uitleg, Naam);
        return antwoord with { Inhoud = kopie };
    }

    /// <summary>What the API says of an assessor, or of who was first, whom it names by pseudonym.</summary>
    public static string MetNamen(string tekst, Func<string, string> naam) =>
        Genoemd().Replace(tekst, m => m.Groups["ervoor"].Value + naam(m.Groups["wie"].Value));

    [GeneratedRegex(@"(?<ervoor>\b[Bb]eoordelaar |\bgewijzigd door )(?<wie>\S+?)(?=[.,]?(\s|\z))")]
    private static partial Regex Genoemd();
}
