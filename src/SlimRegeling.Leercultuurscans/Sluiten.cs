using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans;

/// <summary>Closes a scan for good and fixes its one report.</summary>
public static class Sluiten
{
    public sealed record Verzoek;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/scans/{scan}/sluiting", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string scan,
        Verzoek verzoek,
        Stroom<Scan> scans,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        var bladen = await Antwoordopslag.SluitEnLees(eenheid.Sessie, scan, ct);
        return await scans.Schrijf(
            scan,
            stand =>
            {
                var beslissing = Beslis(stand, bladen, rapport => eenheid.Bewaar(stand.Gestart!.Zaaknummer, rapport), nu);
                if (beslissing.Gebeurtenissen.Count > 0)
                {
                    Antwoordopslag.Ontkoppel(eenheid.Sessie, scan);
                }
                return beslissing;
            },
            ct
        );
    }

    /// <param name="bewaar">Keeps the report; called only when the scan closes.</param>
    public static Beslissing Beslis(Scan scan, IReadOnlyList<Antwoordblad> bladen, Func<Rapport, Verwijzing> bewaar, Instant nu)
    {
        if (scan.Gesloten)
        {
            return Beslissing.Geen;
        }
        var gestart = scan.Gestart ?? throw new InvalidOperationException("A scan begins with its start.");
        if (Rapport.Maak(Instrumenten.Alle[gestart.Instrument], gestart.Gevraagd, bladen) is not { } rapport)
        {
            return Weigering.Van(
                "te-weinig-antwoorden",
                $"Er zijn nog geen {Drempels.Antwoorden} bruikbare antwoorden; zonder die is er geen rapport. Vraag uw mensen om mee te doen en sluit later."
            );
        }
        return Beslissing.Van(
            new ScanGesloten(nu),
            new RapportVastgesteld(
                gestart.Zaaknummer,
                gestart.KvkNummer,
                gestart.Instrument,
                Moment.Dag(gestart.Op),
                Moment.Dag(nu),
                gestart.Gevraagd,
                rapport.Beeld,
                bewaar(rapport),
                nu
            )
        );
    }
}
