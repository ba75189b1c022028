using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>
/// Shows the firm its report: as it was fixed, for who leads it, and a version for its people. Nobody else sees either; what a case gets is the
/// evidence alone.
/// </summary>
public static class RapportTonen
{
    /// <param name="Zaaknummer">The case it is evidence in; absent when there is none.</param>
    /// <param name="Hash">What the decisions on the case refer to.</param>
    /// <param name="Handvatten">The interventions that the priorities name, as they are in the catalogue now; as they were, they are in the report.</param>
    /// <param name="Toon">Texts that fit the phase that management says it is in, as the report was fixed with them.</param>
    public sealed record Vastgesteld(
        string Scan,
        string? Zaaknummer,
        string Hash,
        Rapport Rapport,
        IReadOnlyList<Interventie> Handvatten,
        Rapporttekst Toon
    );

    /// <summary>What people of the firm get: what they said together and what they can do with it; nothing of management, groups or money.</summary>
    public sealed record VoorMedewerkers(
        string Scan,
        int Gevraagd,
        int Antwoorden,
        string Beeld,
        IReadOnlyList<Dimensiescore> Dimensies,
        IReadOnlyList<Prioriteit> Prioriteiten,
        string? Sterk,
        Rapporttekst Toon,
        IReadOnlyDictionary<string, Tweetalig>? Namen = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scans/{scan}/rapport", Toon)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Vastgesteld>();
        api.MapGet("/scans/{scan}/rapport/medewerkers", ToonMedewerkers)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<VoorMedewerkers>();
    }

    private static async Task<Uitkomst> Toon(
        string scan,
        Stroom<Scan> scans,
        Rapportlezer lezer,
        Interventieboek interventies,
        CancellationToken ct
    )
    {
        var (stand, rapport, weigering) = await lezer.Lees(scan, scans, ct);
        if (stand is null || rapport is null)
        {
            return weigering ?? Weigering.NietGevonden(scan);
        }
        var genoemd = rapport.Prioriteiten.SelectMany(p => p.Handvatten ?? []).ToHashSet(StringComparer.Ordinal);
        return Uitkomst.Ok(
            new Vastgesteld(
                scan,
                stand.Zaaknummer ?? stand.Gestart?.Zaaknummer,
                stand.Rapport!.Hash,
                rapport,
                [.. (await interventies.Alle(ct)).Where(i => genoemd.Contains(i.Id))],
                rapport.Toon ?? Rapporttekst.VoorWerkgever(rapport.Leiding?.Fase)
            )
        );
    }

    private static async Task<Uitkomst> ToonMedewerkers(string scan, Stroom<Scan> scans, Rapportlezer lezer, CancellationToken ct)
    {
        var (_, rapport, weigering) = await lezer.Lees(scan, scans, ct);
        return rapport is null ? weigering ?? Weigering.NietGevonden(scan) : Uitkomst.Ok(Medewerkers(scan, rapport));
    }

    /// <summary>Leaves out what is of management and what tells groups apart.</summary>
    public static VoorMedewerkers Medewerkers(string scan, Rapport rapport) =>
        new(
            scan,
            rapport.Gevraagd,
            rapport.Antwoorden,
            rapport.Beeld,
            [.. rapport.Dimensies.Select(d => d with { Leiding = null, Signaal = null })],
            [.. rapport.Prioriteiten.Select(p => new Prioriteit(p.Rang, p.Dimensie))],
            rapport.Sterk,
            rapport.ToonMensen ?? Rapporttekst.VoorMensen(null),
            rapport.Namen?.Where(n => Dimensies.Codes.Contains(n.Key)).ToDictionary(n => n.Key, n => n.Value, StringComparer.Ordinal)
        );
}
