using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>
/// A scan that was done before there was a case, or for another, becomes evidence in one. Anyone can name a case number: what the case takes is only what its
/// own applicant had done.
/// </summary>
public static class Koppelen
{
    public sealed record Verzoek(string Zaaknummer);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/scans/{scan}/koppeling", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();

    private static Task<Uitkomst> Voer(string scan, Verzoek verzoek, Stroom<Scan> scans, Moment moment, CancellationToken ct)
    {
        var nu = moment.Nu;
        return scans.Schrijf(scan, stand => Beslis(stand, verzoek.Zaaknummer, nu), ct);
    }

    public static Beslissing Beslis(Scan scan, string zaaknummer, Instant nu)
    {
        if (!Zaaknummer.TryParse(zaaknummer, null, out var gelezen))
        {
            return Weigering.Invoer(
                new Fout("zaaknummer", $"'{zaaknummer}' is geen zaaknummer. Neem het over van uw concept of ontvangstbevestiging.")
            );
        }
        if (scan.Vastgesteld is not { Bewijs: { } bewijs } rapport)
        {
            return Weigering.Van(
                "geen-rapport",
                "Deze scan heeft nog geen rapport. Sluit haar eerst; daarna kunt u haar aan een zaak koppelen."
            );
        }
        string zaak = gelezen;
        return scan.Gekoppeld.Contains(zaak)
            ? Beslissing.Geen
            : new ScanGekoppeld(
                zaak,
                rapport.KvkNummer,
                rapport.Instrument,
                rapport.Van,
                rapport.Tot,
                rapport.Gevraagd,
                rapport.Beeld,
                rapport.Rapport.Hash,
                bewijs,
                nu
            );
    }
}
