using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>A firm says anew what its works council knows of the scan or thinks of it: who answers reads it. It blocks nothing.</summary>
public static class Raadvermelden
{
    /// <param name="Ondernemingsraad"><c>ingestemd</c>, <c>geinformeerd</c>, <c>geen</c> or <c>nog-niet</c>.</param>
    /// <param name="RaadOp">The day on which the council was told or consented.</param>
    public sealed record Verzoek(string Ondernemingsraad, LocalDate? RaadOp = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/scans/{scan}/ondernemingsraad", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();

    private static Task<Uitkomst> Voer(string scan, Verzoek verzoek, Stroom<Scan> scans, Moment moment, CancellationToken ct)
    {
        var nu = moment.Nu;
        return scans.Schrijf(scan, stand => Beslis(stand, verzoek, nu), ct);
    }

    public static Beslissing Beslis(Scan scan, Verzoek verzoek, Instant nu)
    {
        if (scan.Gesloten)
        {
            return Weigering.Van("scan-gesloten", "De scan is gesloten. Niemand leest nog wat u over de ondernemingsraad zegt.");
        }
        if (!Scanopzet.Raadstanden.Contains(verzoek.Ondernemingsraad))
        {
            return Weigering.Invoer(new Fout("ondernemingsraad", "Kies ingestemd, geinformeerd, geen of nog-niet."));
        }
        var dag = Scanopzet.Raaddag(verzoek.Ondernemingsraad, verzoek.RaadOp);
        if (dag > Moment.Dag(nu))
        {
            return Weigering.Invoer(Scanopzet.RaadInToekomst);
        }
        var nieuw = new RaadVermeld(verzoek.Ondernemingsraad, nu, dag);
        return scan.Raad is { } eerder && eerder with { Op = nu } == nieuw ? Beslissing.Geen : nieuw;
    }
}
