using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Plannen;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>The report and its version for workers as an accessible PDF in either language, and the development plan in Dutch.</summary>
public static class RapportDrukken
{
    private const string Mediatype = "application/pdf";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/scans/{scan}/rapport/pdf", DrukRapport)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .WithDescription("voor: werkgever (zonder dit) of medewerkers. taal: nl (zonder dit) of en.")
            .Produces<Stream>(200, Mediatype);
        api.MapGet("/scans/{scan}/plan/pdf", DrukPlan)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Produces<Stream>(200, Mediatype);
    }

    private static async Task<Uitkomst> DrukRapport(
        string scan,
        string? voor,
        string? taal,
        Stroom<Scan> scans,
        Rapportlezer lezer,
        Instrumentboek boek,
        Interventieboek interventies,
        Contextvraag contexten,
        CancellationToken ct
    )
    {
        var (stand, rapport, weigering) = await lezer.Lees(scan, scans, ct);
        if (stand is null || rapport is null)
        {
            return weigering ?? Weigering.NietGevonden(scan);
        }
        if (rapport.Tot is null)
        {
            return Weigering.NietGevonden(scan);
        }
        if (Druktaal.Van(taal) is not { } druktaal)
        {
            return Druktaal.Onbekend;
        }
        var druk = new Rapportdruk(druktaal, boek.Zoek(rapport.Instrument));
        return voor switch
        {
            null or "werkgever" => await druk.VoorWerkgever(
                    scan,
                    stand.KvkNummer,
                    stand.Rapport!.Hash,
                    rapport,
                    await interventies.Alle(ct)
                )
                .Druk($"rapport-{scan}.pdf", contexten, ct),
            "medewerkers" => await druk.VoorMedewerkers(RapportTonen.Medewerkers(scan, rapport), rapport)
                .Druk($"rapport-medewerkers-{scan}.pdf", contexten, ct),
            _ => Weigering.Invoer(new Fout("voor", "Kies werkgever of medewerkers.")),
        };
    }

    private static async Task<Uitkomst> DrukPlan(
        string scan,
        Stroom<Scan> scans,
        Rapportlezer lezer,
        Interventieboek interventies,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Contextvraag contexten,
        CancellationToken ct
    )
    {
        var (stand, rapport, weigering) = await lezer.Lees(scan, scans, ct);
        if (stand is null || rapport is null)
        {
            return weigering ?? Weigering.NietGevonden(scan);
        }
        var (plan, nietPlan) = await Plannenmaken.Lees(scan, scans, lezer, interventies, eenheid, ct);
        return plan is null || rapport.Tot is null
            ? nietPlan ?? Weigering.NietGevonden(scan)
            : await Rapportdruk.Plan(scan, stand.KvkNummer, rapport, plan).Druk($"ontwikkelplan-{scan}.pdf", contexten, ct);
    }
}
