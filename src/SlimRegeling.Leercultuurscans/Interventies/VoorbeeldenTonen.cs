using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Interventies;

/// <summary>
/// Firms that may be asked whether they want to be told of as an example: what they did convinces others. That they may be asked is all that is shown, and
/// nothing of a report.
/// </summary>
public static class VoorbeeldenTonen
{
    /// <param name="Interventie">Id in the catalogue of what it noted in its log; absent when management said it of the scan.</param>
    /// <param name="Sinds">The day of the report, or on which it began with the intervention.</param>
    public sealed record MagGevraagd(string KvkNummer, string? Interventie, LocalDate Sinds);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/voorbeelden", Voer).Voor(Rol.Regelbeheerder).Geeft<IReadOnlyList<MagGevraagd>>();

    private static async Task<Uitkomst> Voer(Werkeenheid<LeercultuurscansContext> eenheid, CancellationToken ct)
    {
        var scans = await eenheid.Sessie.QueryAsync<Scan>(
            "where data ->> 'leiding' is not null and data ->> 'vastgesteld' is not null",
            ct
        );
        var regels = await eenheid.Sessie.QueryAsync<Logregel>("where data -> 'begonnen' ->> 'voorbeeld' = 'true'", ct);
        var inhouden = await Inhouden.Lees(eenheid.Sessie, scans.Select(s => s.Leiding).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(Lijst(scans, regels, leiding => inhouden.Zoek<Leidingverklaring>(leiding)));
    }

    /// <param name="verklaring">What management signed; null when it was destroyed.</param>
    public static IReadOnlyList<MagGevraagd> Lijst(
        IEnumerable<Scan> scans,
        IEnumerable<Logregel> regels,
        Func<Verwijzing, Leidingverklaring?> verklaring
    ) =>
        [
            .. scans
                .Where(s => s is { Leiding: { } leiding, Vastgesteld: not null } && verklaring(leiding)?.Voorbeeld == true)
                .Select(s => new MagGevraagd(s.KvkNummer, null, s.Vastgesteld!.Tot))
                .Concat(
                    regels
                        .Where(r => r.Begonnen is { Voorbeeld: true })
                        .Select(r => new MagGevraagd(r.KvkNummer, r.Begonnen!.Interventie, r.Begonnen.Van))
                )
                .Distinct()
                .OrderByDescending(v => v.Sinds)
                .ThenBy(v => v.KvkNummer, StringComparer.Ordinal)
                .ThenBy(v => v.Interventie, StringComparer.Ordinal),
        ];
}
