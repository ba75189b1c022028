using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Campagnes;

/// <summary>Shows who began campaigns which those are. Nobody else finds them here: the name of one is the right to join it.</summary>
public static class CampagnesTonen
{
    /// <param name="Scans">At least so many joined, in steps of five.</param>
    /// <param name="Rapporten">At least so many have a report, in steps of five.</param>
    public sealed record Campagneregel(string Campagne, string Naam, Instant BegonnenOp, bool Gesloten, int Scans, int Rapporten);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/campagnes", Lijst)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<IReadOnlyList<Campagneregel>>();

    /// <summary>The latest first.</summary>
    private static async Task<Uitkomst> Lijst(
        Werkeenheid<LeercultuurscansContext> eenheid,
        Instrumentboek boek,
        Contextregister contexten,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var eigen = await eenheid.Sessie.QueryAsync<Campagne>("where data ->> 'kvkNummer' = ?", ct, persoon.KvkNummer ?? "");
        var gegevens = await Inhouden.Lees(eenheid.Sessie, eigen.Select(c => c.Gegevens).OfType<Verwijzing>(), ct);
        var tellingen = await Campagnetelling.Van(contexten.Van(typeof(LeercultuurscansContext)).Bron, eigen, boek, ct);
        var regels = new List<Campagneregel>();
        foreach (var campagne in eigen.OrderByDescending(c => c.BegonnenOp).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            var naam = campagne.Gegevens is { } verwijzing ? gegevens.Zoek<Campagnegegevens>(verwijzing)?.Naam : null;
            var (scans, rapporten) = tellingen[campagne.Id];
            regels.Add(
                new(campagne.Id, naam ?? "", campagne.BegonnenOp, campagne.Gesloten, Drempels.Afgerond(scans), Drempels.Afgerond(rapporten))
            );
        }
        return Uitkomst.Ok(regels);
    }
}
