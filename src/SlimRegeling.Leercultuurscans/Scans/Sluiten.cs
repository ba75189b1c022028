using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Interventies;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>Closes a scan for good and fixes its one report; or breaks it off, so that nothing of it stays.</summary>
public static class Sluiten
{
    public sealed record Verzoek;

    public sealed record Afbreking;

    /// <summary>What a scan is closed with.</summary>
    /// <param name="Lijst">The questions that were asked.</param>
    /// <param name="Anderen">Other firms today, which the report lays beside; null when they are too few.</param>
    /// <param name="NietTonen">Parts that hang together too little by the answers of scans that were closed before.</param>
    public sealed record Inhoud(
        Vragenlijst Lijst,
        Scanopzet Opzet,
        Leidingverklaring? Leiding,
        IReadOnlyList<Antwoordblad> Bladen,
        IReadOnlyList<Interventie>? Interventies = null,
        Benchmarkbeeld? Anderen = null,
        IReadOnlyList<string>? NietTonen = null
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/scans/{scan}/sluiting", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();
        api.MapPost("/scans/{scan}/afbreking", BreekAf)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Voer(
        string scan,
        Verzoek verzoek,
        Stroom<Scan> scans,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Antwoordopslag opslag,
        Instrumentboek boek,
        Interventieboek interventies,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await scans.Lees(scan, ct) is not { Gestart: { } gestart } open)
        {
            return Weigering.NietGevonden(scan);
        }
        var bron = contexten.Van(typeof(LeercultuurscansContext)).Bron;
        var lijst = await Instrumentgebruik.Lijst(eenheid.Sessie, boek, gestart, ct);
        // Before the scan is held: people who answer wait for what comes after.
        var reeks = gestart.Kernvragen ?? gestart.Instrument;
        var anderen = await Rapportcijfers.Lees(bron, reeks, Benchmark.Vanaf(moment.Vandaag), null, ct);
        IReadOnlyList<string> nietTonen = open.Gesloten ? [] : await BetrouwbaarheidTonen.NietTonen(lijst.Eigen ?? lijst.Kern, bron, ct);
        var inhoud = new Inhoud(
            lijst,
            gestart.Opzet is null ? Scanopzet.Zonder : await eenheid.Lees<Scanopzet>(gestart.Opzet, ct) ?? Scanopzet.Zonder,
            open.Leiding is null ? null : await eenheid.Lees<Leidingverklaring>(open.Leiding, ct),
            await opslag.SluitEnLees(eenheid.Sessie, scan, ct),
            await interventies.Alle(ct),
            Benchmark.Bereken(anderen, gestart.Sector, gestart.Grootte, gestart.KvkNummer),
            nietTonen
        );
        var tijdstip = moment.Nu;
        return await scans.Schrijf(
            scan,
            stand =>
            {
                if (stand.Leiding != open.Leiding)
                {
                    return Weigering.Van("intussen-verklaard", "De leiding ondertekende net haar deel. Sluit de scan opnieuw.");
                }
                Rapport? vast = null;
                var beslissing = Beslis(
                    stand,
                    inhoud,
                    rapport =>
                    {
                        vast = rapport;
                        return eenheid.Bewaar(stand.Eigenaar, rapport);
                    },
                    tijdstip
                );
                if (vast is not null)
                {
                    Antwoordopslag.Vernietig(eenheid.Sessie, scan);
                    Antwoordsommen.Bewaar(eenheid.Sessie, scan, Antwoordsom.Van(inhoud.Lijst, inhoud.Bladen, stand.Bijgemaakt));
                    Rapportcijfers.Bewaar(eenheid.Sessie, scan, stand.KvkNummer, gestart.Campagne, vast);
                    if (vast is { Leiding: { } leiding, Tot: { } tot })
                    {
                        Leidingkeuzes.Bewaar(eenheid.Sessie, scan, stand.KvkNummer, tot, leiding);
                    }
                }
                return beslissing;
            },
            ct
        );
    }

    private static async Task<Uitkomst> BreekAf(
        string scan,
        Afbreking _,
        Stroom<Scan> scans,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await scans.Lees(scan, ct) is null)
        {
            return Weigering.NietGevonden(scan);
        }
        // What is destroyed need not be read: also a scan whose answers no key opens can be broken off.
        await Antwoordopslag.Sluit(eenheid.Sessie, scan, ct);
        var nu = moment.Nu;
        return await scans.Schrijf(
            scan,
            stand =>
            {
                var beslissing = BeslisAfbreking(stand, nu);
                if (beslissing.Gebeurtenissen.Count > 0)
                {
                    Antwoordopslag.Vernietig(eenheid.Sessie, scan);
                }
                return beslissing;
            },
            ct
        );
    }

    /// <param name="bewaar">Keeps the report; called only when the scan closes.</param>
    public static Beslissing Beslis(Scan scan, Inhoud inhoud, Func<Rapport, Verwijzing> bewaar, Instant nu)
    {
        if (scan.Gesloten)
        {
            return Beslissing.Geen;
        }
        var gestart = scan.Gestart ?? throw new InvalidOperationException("A scan begins with its start.");
        var (van, tot) = (Moment.Dag(gestart.Op), Moment.Dag(nu));
        var uitslag = new Scanuitslag(
            inhoud.Lijst,
            inhoud.Opzet,
            gestart.Gevraagd,
            inhoud.Bladen,
            inhoud.Leiding,
            van,
            tot,
            gestart.Grootte,
            gestart.Sector,
            inhoud.Interventies,
            scan.Bijgemaakt,
            inhoud.Anderen,
            inhoud.NietTonen
        );
        if (Rapportmaker.Maak(uitslag) is not { } rapport)
        {
            var nodig = new Scandrempels(scan.Bijgemaakt).Antwoorden;
            return Weigering.Van(
                "te-weinig-antwoorden",
                $"Er zijn nog geen {nodig} bruikbare antwoorden; zonder die is er geen rapport. Elke reservecode die u liet maken, vraagt één antwoord meer. Vraag uw mensen om mee te doen en sluit later, of breek de scan af."
            );
        }
        return Beslissing.Van(
            new ScanGesloten(nu),
            new RapportVastgesteld(
                gestart.Zaaknummer,
                gestart.KvkNummer,
                gestart.Instrument,
                van,
                tot,
                gestart.Gevraagd,
                rapport.Beeld,
                bewaar(rapport),
                nu,
                Bewijs(inhoud, rapport)
            )
        );
    }

    /// <summary>A scan that is open ends without a report.</summary>
    public static Beslissing BeslisAfbreking(Scan scan, Instant nu) =>
        scan.Afgebroken ? Beslissing.Geen
        : scan.Gesloten ? Weigering.Van("scan-gesloten", "De scan is gesloten en het rapport staat vast. Afbreken kan niet meer.")
        : new ScanAfgebroken(nu);

    /// <summary>What was asked about, whatever was answered.</summary>
    private static string Gemeten(Vragenlijst lijst) =>
        string.Join(
            ' ',
            lijst.Delen.SelectMany(d => d.Onderdeel.Dimensies).Select(a => a.Dimensie).Distinct().Order(StringComparer.Ordinal)
        );

    private static Scanbewijs Bewijs(Inhoud inhoud, Rapport rapport)
    {
        var instrument = inhoud.Lijst.Eigen ?? inhoud.Lijst.Kern;
        return new Scanbewijs(
            instrument.Naam.Nl,
            instrument.Versie,
            instrument.Bron,
            instrument.Onderbouwing,
            instrument.Validatie.Status,
            instrument.Hash,
            rapport.Antwoorden,
            inhoud.Leiding is not null,
            Gemeten(inhoud.Lijst),
            instrument.Validatie.Bedrijven,
            instrument.Validatie.Personen,
            instrument.Validatie.Jaar
        );
    }
}
