using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans;

/// <summary>Shows the firm where its scan stands and, once it is closed, its report. Nobody else sees either.</summary>
public static class Tonen
{
    /// <param name="TenMinste">At least so many answered, in steps of five: more would tell who had answered in between.</param>
    public sealed record Stand(string Scan, string Zaaknummer, string Instrument, int Gevraagd, int TenMinste, bool Gesloten);

    /// <param name="Hash">What the decisions on the case refer to.</param>
    public sealed record Vastgesteld(string Scan, string Zaaknummer, string Hash, Rapport Rapport);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scans/{scan}", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Stand>();
        api.MapGet("/scans/{scan}/rapport", Toon)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Vastgesteld>();
    }

    private static async Task<Uitkomst> Voer(string scan, Stroom<Scan> scans, Contextregister contexten, CancellationToken ct)
    {
        var aantal = await Antwoordopslag.Aantal(contexten.Van(typeof(LeercultuurscansContext)).Bron, scan, ct);
        return await scans.Toon(
            scan,
            stand => new Stand(
                stand.Id,
                stand.Gestart!.Zaaknummer,
                stand.Gestart.Instrument,
                stand.Gestart.Gevraagd,
                Drempels.Afgerond(aantal),
                stand.Gesloten
            ),
            ct
        );
    }

    private static async Task<Uitkomst> Toon(
        string scan,
        Stroom<Scan> scans,
        Werkeenheid<LeercultuurscansContext> eenheid,
        CancellationToken ct
    )
    {
        if (await scans.Lees(scan, ct) is not { Gestart: { } gestart } stand)
        {
            return Weigering.NietGevonden(scan);
        }
        if (stand.Rapport is not { } verwijzing)
        {
            return Weigering.Van("scan-open", "De scan is nog open. Het rapport komt er als u de scan sluit.");
        }
        return await eenheid.Lees<Rapport>(verwijzing, ct) is { } rapport
            ? Uitkomst.Ok(new Vastgesteld(scan, gestart.Zaaknummer, verwijzing.Hash, rapport))
            : Weigering.NietGevonden(scan);
    }
}
