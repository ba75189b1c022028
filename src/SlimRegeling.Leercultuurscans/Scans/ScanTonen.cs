using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>Shows the firm its scans and where each stands. Nobody else sees them.</summary>
public static class ScanTonen
{
    /// <param name="Zaaknummer">The case it is evidence in; absent when there is none.</param>
    /// <param name="TenMinste">At least so many answered, in steps of five: more would tell who had answered in between. Zero once it is closed.</param>
    /// <param name="Afgebroken">It ended without a report.</param>
    /// <param name="Leiding">Whether management signed its part.</param>
    /// <param name="Rapport">Whether there is a report.</param>
    /// <param name="Plan">Whether the development plan is fixed.</param>
    /// <param name="Ondernemingsraad">What the firm said of its works council; in a list only what it said after the start.</param>
    /// <param name="RaadOp">The day on which the council was told or consented.</param>
    public sealed record Stand(
        string Scan,
        string? Zaaknummer,
        string Instrument,
        int Gevraagd,
        int TenMinste,
        bool Gesloten,
        bool Afgebroken,
        bool Leiding,
        bool Rapport,
        bool Plan,
        Instant GestartOp,
        string? Campagne,
        IReadOnlyList<string> Gekoppeld,
        string? Ondernemingsraad = null,
        LocalDate? RaadOp = null
    );

    /// <summary>The choices that a form for a scan offers.</summary>
    public sealed record Keuzeboek(
        IReadOnlyList<Keuzevraag> Kenmerken,
        IReadOnlyList<Keuze> Fasen,
        IReadOnlyList<Keuze> Belemmeringen,
        IReadOnlyList<Keuze> Drijfveren,
        IReadOnlyList<Keuze> Groottes,
        IReadOnlyList<Keuze> Sectoren,
        IReadOnlyList<Keuze> Doelgroepen,
        IReadOnlyList<Keuzevraag> Richting
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scans", Lijst)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<IReadOnlyList<Stand>>();
        api.MapGet("/scans/{scan}", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Stand>();
        api.MapGet("/scankeuzes", () => Task.FromResult(Uitkomst.Ok(Keuzes))).Openbaar().Geeft<Keuzeboek>();
    }

    private static readonly Keuzeboek Keuzes = new(
        Keuzelijsten.VanMensen,
        Keuzelijsten.Fasen,
        Keuzelijsten.Belemmeringen,
        Keuzelijsten.Drijfveren,
        Keuzelijsten.Groottes,
        Keuzelijsten.Sectoren,
        Keuzelijsten.Doelgroepen,
        Keuzelijsten.Richting
    );

    /// <summary>The latest first.</summary>
    private static async Task<Uitkomst> Lijst(
        Werkeenheid<LeercultuurscansContext> eenheid,
        Antwoordopslag opslag,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var scans = await eenheid.Sessie.QueryAsync<Scan>("where data ->> 'kvkNummer' = ?", ct, persoon.KvkNummer ?? "");
        var beelden = new List<Stand>();
        foreach (var scan in scans.Where(s => s.Gestart is not null).OrderByDescending(s => s.Gestart!.Op))
        {
            beelden.Add(Beeld(scan, scan.Gesloten ? 0 : await opslag.Aantal(scan.Id, ct), Scanopzet.Zonder));
        }
        return Uitkomst.Ok(beelden);
    }

    private static async Task<Uitkomst> Voer(
        string scan,
        Stroom<Scan> scans,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Antwoordopslag opslag,
        CancellationToken ct
    )
    {
        var aantal = await opslag.Aantal(scan, ct);
        var opzet = (await scans.Lees(scan, ct))?.Gestart?.Opzet is { } bewaard ? await eenheid.Lees<Scanopzet>(bewaard, ct) : null;
        return await scans.Toon(scan, stand => Beeld(stand, stand.Gesloten ? 0 : aantal, opzet ?? Scanopzet.Zonder), ct);
    }

    private static Stand Beeld(Scan scan, int aantal, Scanopzet opzet) =>
        new(
            scan.Id,
            scan.Zaaknummer ?? scan.Gestart!.Zaaknummer,
            scan.Gestart!.Instrument,
            scan.Gestart.Gevraagd,
            Drempels.Afgerond(aantal),
            scan.Gesloten,
            scan.Afgebroken,
            scan.Leiding is not null,
            scan.Rapport is not null,
            scan.Plan is not null,
            scan.Gestart.Op,
            scan.Gestart.Campagne,
            scan.Gekoppeld,
            opzet.Raad(scan.Raad).Stand,
            opzet.Raad(scan.Raad).Dag
        );
}
