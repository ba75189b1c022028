using System.Security.Cryptography;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Leercultuurscans.Benchmarks;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Campagnes;

/// <summary>
/// Who begins a campaign gives its name to firms, sees how many joined, and once enough of them have a report what those show together. It never sees
/// the report of one of them, nor which firms they are.
/// </summary>
public static class Campagnevoeren
{
    private const string Tekens = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Naamlengte = 16;
    private const int Langste = 2_000;

    /// <param name="Instrument">Id; without it the kernvragen of now.</param>
    /// <param name="Zaaknummer">The case of the partnership that it is a part of.</param>
    public sealed record Verzoek(string Naam, string Uitleg, string? Instrument = null, string? Zaaknummer = null);

    public sealed record Sluiting;

    /// <param name="Campagne">Its name; firms give it with their scan.</param>
    public sealed record Begonnen(string Campagne);

    /// <summary>As a firm sees it that was given its name.</summary>
    public sealed record Uitnodiging(string Campagne, string Naam, string Uitleg, string Instrument, bool Gesloten);

    /// <summary>As who began it sees it.</summary>
    /// <param name="Scans">At least so many joined, in steps of five.</param>
    /// <param name="Rapporten">At least so many have a report, in steps of five.</param>
    /// <param name="Samen">By the kernvragen; absent while too few firms have a report.</param>
    /// <param name="Eigen">By the parts of the instrument.</param>
    public sealed record Overzicht(
        string Campagne,
        string Naam,
        string Uitleg,
        string Instrument,
        Instant BegonnenOp,
        bool Gesloten,
        int Scans,
        int Rapporten,
        Benchmarkbeeld? Samen,
        Benchmarkbeeld? Eigen
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/campagnes", Begin)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Begonnen>(201);
        api.MapGet("/campagnes/{campagne}", Toon)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Overzicht>();
        api.MapPost("/campagnes/{campagne}/sluiting", Sluit)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();
        api.MapGet("/campagnes/{campagne}/uitnodiging", Nodig).Openbaar().HoogstensPerMinuut(60).Geeft<Uitnodiging>();
    }

    private static async Task<Uitkomst> Begin(
        Verzoek verzoek,
        Stroom<Campagne> campagnes,
        Instrumentboek boek,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        var campagne = $"campagne-{RandomNumberGenerator.GetString(Tekens, Naamlengte)}";
        string eigenaar = Zaaknummer.TryParse(verzoek.Zaaknummer, null, out var zaaknummer) ? zaaknummer : campagne;
        var uitkomst = await campagnes.SchrijfOfBegin(
            campagne,
            _ => Beslis(verzoek, persoon.KvkNummer, boek, gegevens => campagnes.Bewaar(eigenaar, gegevens), nu),
            ct
        );
        return uitkomst.Weigering is null ? Uitkomst.Gemaakt($"/campagnes/{campagne}", new Begonnen(campagne)) : uitkomst;
    }

    public static Beslissing Beslis(
        Verzoek verzoek,
        string? kvkNummer,
        Instrumentboek boek,
        Func<Campagnegegevens, Verwijzing> bewaar,
        Instant nu
    )
    {
        if (kvkNummer is null)
        {
            return Weigering.NietDoorU("geen-onderneming", "Meld u aan namens de organisatie die de campagne begint.");
        }
        var fouten = new List<Fout>();
        if (string.IsNullOrWhiteSpace(verzoek.Naam) || verzoek.Naam.Length > Langste)
        {
            fouten.Add(new("naam", $"Geef de campagne een naam, van ten hoogste {Langste} tekens."));
        }
        if (verzoek.Uitleg.Length > Langste)
        {
            fouten.Add(new("uitleg", $"Gebruik ten hoogste {Langste} tekens."));
        }
        if (verzoek.Instrument is { } instrument && boek.Zoek(instrument) is null)
        {
            fouten.Add(new("instrument", "Dit instrument is er niet. Kies er een uit de lijst van instrumenten."));
        }
        if (verzoek.Instrument is { } lang && boek.Zoek(lang) is { TeLang: true })
        {
            fouten.Add(Starten.TeLang);
        }
        string? zaaknummer = null;
        if (verzoek.Zaaknummer is { } gegeven)
        {
            if (Zaaknummer.TryParse(gegeven, null, out var gelezen))
            {
                zaaknummer = gelezen;
            }
            else
            {
                fouten.Add(new("zaaknummer", $"'{gegeven}' is geen zaaknummer. Neem het over van uw concept of ontvangstbevestiging."));
            }
        }
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new CampagneBegonnen(
                kvkNummer,
                zaaknummer,
                verzoek.Instrument ?? boek.Kernvragen.Id,
                bewaar(new(verzoek.Naam.Trim(), verzoek.Uitleg.Trim())),
                nu
            );
    }

    private static Task<Uitkomst> Sluit(string campagne, Sluiting _, Stroom<Campagne> campagnes, Moment moment, CancellationToken ct)
    {
        var nu = moment.Nu;
        return campagnes.Schrijf(campagne, stand => stand.Gesloten ? Beslissing.Geen : new CampagneGesloten(nu), ct);
    }

    private static async Task<Uitkomst> Nodig(
        string campagne,
        Campagneboek campagnes,
        Werkeenheid<LeercultuurscansContext> eenheid,
        CancellationToken ct
    ) =>
        await campagnes.Zoek(campagne, ct) is { Gegevens: { } verwijzing } stand
        && await eenheid.Lees<Campagnegegevens>(verwijzing, ct) is { } gegevens
            ? Uitkomst.Ok(new Uitnodiging(campagne, gegevens.Naam, gegevens.Uitleg, stand.Instrument, stand.Gesloten))
            : Weigering.NietGevonden(campagne);

    private static async Task<Uitkomst> Toon(
        string campagne,
        Stroom<Campagne> campagnes,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Instrumentboek boek,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await campagnes.Lees(campagne, ct) is not { Gegevens: { } verwijzing } stand)
        {
            return Weigering.NietGevonden(campagne);
        }
        var gegevens = await eenheid.Lees<Campagnegegevens>(verwijzing, ct) ?? new("", "");
        var bron = contexten.Van(typeof(LeercultuurscansContext)).Bron;
        var (scans, kernvragen, kern) = await Deelname(stand, eenheid.Sessie, bron, boek, ct);
        var eigen =
            boek.Zoek(stand.Instrument)?.Reeks == Instrumentboek.Kernreeks ? null : await Cijfers(stand, stand.Instrument, bron, ct);
        return Uitkomst.Ok(
            new Overzicht(
                campagne,
                gegevens.Naam,
                gegevens.Uitleg,
                stand.Instrument,
                stand.BegonnenOp,
                stand.Gesloten,
                Drempels.Afgerond(scans),
                Drempels.Afgerond(kern.Count),
                await Samen(kernvragen, kern),
                eigen is null ? null : await Samen(stand.Instrument, eigen)
            )
        );

        async Task<Benchmarkbeeld?> Samen(string reeks, IReadOnlyList<Rapportcijfer> groep) =>
            Benchmark.Samen(groep, Celkeuze.Van(await Rapportcijfers.Lees(bron, reeks, Benchmark.Vanaf(moment.Vandaag), null, ct)));
    }

    /// <summary>How many scans joined, and what the reports show by the kernvragen of the campaign, however long ago it was.</summary>
    private static async Task<(int Scans, string Kernvragen, IReadOnlyList<Rapportcijfer> Kern)> Deelname(
        Campagne stand,
        IQuerySession sessie,
        NpgsqlDataSource bron,
        Instrumentboek boek,
        CancellationToken ct
    )
    {
        var scans = await sessie.QueryAsync<Scan>("where data ->> 'campagne' = ?", ct, stand.Id);
        var kernvragen = Kern(stand.Instrument, scans.Select(s => s.Gestart?.Kernvragen), boek);
        return (scans.Count, kernvragen, await Cijfers(stand, kernvragen, bron, ct));
    }

    /// <summary>
    /// The version of the kernvragen that a campaign shows: its own, when those are what it asks; else the one that went along with the most of its
    /// scans, of as many the latest. Scores of two versions are never taken together.
    /// </summary>
    /// <param name="gingMee">Of each scan.</param>
    public static string Kern(string instrument, IEnumerable<string?> gingMee, Instrumentboek boek)
    {
        if (boek.Zoek(instrument)?.Reeks == Instrumentboek.Kernreeks)
        {
            return instrument;
        }
        var scans = gingMee.OfType<string>().ToLookup(k => k);
        return boek
            .Alle.Where(i => i.Reeks == Instrumentboek.Kernreeks)
            .OrderByDescending(i => scans[i.Id].Count())
            .ThenByDescending(i => i.Versie)
            .First()
            .Id;
    }

    private static Task<IReadOnlyList<Rapportcijfer>> Cijfers(Campagne stand, string reeks, NpgsqlDataSource bron, CancellationToken ct) =>
        Rapportcijfers.Lees(bron, reeks, Moment.Dag(stand.BegonnenOp), stand.Id, ct);
}
