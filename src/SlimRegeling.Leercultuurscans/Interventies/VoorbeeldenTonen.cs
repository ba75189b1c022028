using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Interventies;

/// <summary>
/// Firms that may be asked whether they want to be told of as an example: what they did convinces others. That they may be asked is all that is shown, and
/// nothing of a report. What a firm said last holds, for as long as a benchmark looks back: it can think otherwise later.
/// </summary>
public static class VoorbeeldenTonen
{
    /// <param name="Interventie">Id in the catalogue of what it noted in its log; absent when management said it of the scan.</param>
    /// <param name="Sinds">The day of the report, or on which it began with the intervention.</param>
    public sealed record MagGevraagd(string KvkNummer, string? Interventie, LocalDate Sinds);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/voorbeelden", Voer).Voor(Rol.Regelbeheerder).Geeft<IReadOnlyList<MagGevraagd>>();

    private static async Task<Uitkomst> Voer(Werkeenheid<LeercultuurscansContext> eenheid, Moment moment, CancellationToken ct)
    {
        var vanaf = Benchmark.Vanaf(moment.Vandaag);
        var dag = LocalDatePattern.Iso.Format(vanaf);
        var scans = await eenheid.Sessie.QueryAsync<Scan>(
            "where data ->> 'leiding' is not null and data -> 'vastgesteld' ->> 'tot' >= ?",
            ct,
            dag
        );
        var regels = await eenheid.Sessie.QueryAsync<Logregel>("where data -> 'begonnen' ->> 'van' >= ?", ct, dag);
        var inhouden = await Inhouden.Lees(eenheid.Sessie, scans.Select(s => s.Leiding).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(Lijst(scans, regels, leiding => inhouden.Zoek<Leidingverklaring>(leiding), vanaf));
    }

    /// <param name="verklaring">What management signed; null when it was destroyed.</param>
    /// <param name="vanaf">What was said of a report or a beginning before it counts no more.</param>
    public static IReadOnlyList<MagGevraagd> Lijst(
        IEnumerable<Scan> scans,
        IEnumerable<Logregel> regels,
        Func<Verwijzing, Leidingverklaring?> verklaring,
        LocalDate vanaf
    ) =>
        [
            .. scans
                .Where(s => s is { Leiding: not null, Vastgesteld: { } rapport } && rapport.Tot >= vanaf)
                .GroupBy(s => s.KvkNummer, (_, eigen) => eigen.MaxBy(s => s.Vastgesteld!.Op)!)
                .Where(s => verklaring(s.Leiding!)?.Voorbeeld == true)
                .Select(s => new MagGevraagd(s.KvkNummer, null, s.Vastgesteld!.Tot))
                .Concat(
                    regels
                        .Select(r => r.Begonnen)
                        .OfType<InterventieBegonnen>()
                        .Where(b => b.Van >= vanaf)
                        .GroupBy(b => (b.KvkNummer, b.Interventie), (_, eigen) => eigen.MaxBy(b => b.Op)!)
                        .Where(b => b.Voorbeeld)
                        .Select(b => new MagGevraagd(b.KvkNummer, b.Interventie, b.Van))
                )
                .OrderByDescending(v => v.Sinds)
                .ThenBy(v => v.KvkNummer, StringComparer.Ordinal)
                .ThenBy(v => v.Interventie, StringComparer.Ordinal),
        ];
}
