using System.Security.Cryptography;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Interventies;

/// <summary>A firm notes what it did after its scan and whether that helped, so that a second scan and the programme can learn from it.</summary>
public static class Loggen
{
    private const string Tekens = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Naamlengte = 12;
    private const int Langste = 2_000;

    /// <param name="Interventie">Id in the catalogue.</param>
    /// <param name="Scan">The scan from which it followed.</param>
    /// <param name="Deelnemers">How many people took part.</param>
    public sealed record Beginverzoek(
        string Interventie,
        LocalDate Van,
        string? Scan = null,
        int? Deelnemers = null,
        bool Voorbeeld = false
    );

    /// <param name="Hielp"><c>ja</c>, <c>deels</c> or <c>nee</c>.</param>
    public sealed record Eindverzoek(LocalDate Tot, string Hielp, string? Ervaring = null);

    /// <param name="Ervaring">What the firm wrote; absent when it wrote nothing.</param>
    public sealed record Regelbeeld(
        string Regel,
        string Interventie,
        LocalDate Van,
        LocalDate? Tot,
        string? Scan,
        int? Deelnemers,
        bool Voorbeeld,
        string? Hielp,
        string? Ervaring
    );

    /// <summary>What firms say of an intervention; only of those that at least ten firms ended.</summary>
    /// <param name="Bedrijven">To the nearest five, as are the others.</param>
    public sealed record Telling(string Interventie, int Bedrijven, int Hielp, int HielpDeels, int HielpNiet);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/interventielog", Begin)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();
        api.MapPost("/interventielog/{regel}/afronding", Rond)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Bijgewerkt>();
        api.MapGet("/interventielog", Lijst)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<IReadOnlyList<Regelbeeld>>();
        api.MapGet("/interventietellingen", Tel).Voor(Rol.Onderzoeker, Rol.Regelbeheerder).Geeft<IReadOnlyList<Telling>>();
    }

    private static async Task<Uitkomst> Begin(
        Beginverzoek verzoek,
        Stroom<Logregel> regels,
        Stroom<Scans.Scan> scans,
        Interventieboek boek,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        if (verzoek.Scan is { } scan && await scans.Lees(scan, ct) is null)
        {
            return Weigering.NietGevonden(scan);
        }
        var bekend = (await boek.Alle(ct)).Any(i => i.Id == verzoek.Interventie);
        var regel = $"log-{RandomNumberGenerator.GetString(Tekens, Naamlengte)}";
        return await regels.SchrijfOfBegin(regel, _ => Beslis(verzoek, bekend, persoon.KvkNummer, nu), ct);
    }

    /// <param name="bekend">Whether the intervention is in the catalogue.</param>
    public static Beslissing Beslis(Beginverzoek verzoek, bool bekend, string? kvkNummer, Instant nu)
    {
        if (kvkNummer is null)
        {
            return Weigering.NietDoorU("geen-onderneming", "Meld u aan namens de onderneming die dit deed.");
        }
        var fouten = new List<Fout>();
        if (!bekend)
        {
            fouten.Add(new("interventie", "Deze interventie staat niet in de catalogus. Kies er een uit de lijst."));
        }
        if (verzoek.Van > Moment.Dag(nu))
        {
            fouten.Add(new("van", "Deze dag moet nog komen. Noteer haar als u bent begonnen."));
        }
        if (verzoek.Deelnemers is < 1 or > 100_000)
        {
            fouten.Add(new("deelnemers", "Geef het aantal mensen dat meedeed, of laat het weg."));
        }
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new InterventieBegonnen(kvkNummer, verzoek.Interventie, verzoek.Van, verzoek.Scan, verzoek.Deelnemers, verzoek.Voorbeeld, nu);
    }

    private static Task<Uitkomst> Rond(string regel, Eindverzoek verzoek, Stroom<Logregel> regels, Moment moment, CancellationToken ct)
    {
        var nu = moment.Nu;
        return regels.Schrijf(regel, stand => BeslisAfronding(stand, verzoek, tekst => regels.Bewaar(regel, tekst), nu), ct);
    }

    public static Beslissing BeslisAfronding(Logregel regel, Eindverzoek verzoek, Func<string, Verwijzing> bewaar, Instant nu)
    {
        if (regel.Afgerond is not null)
        {
            return Beslissing.Geen;
        }
        var fouten = new List<Fout>();
        if (verzoek.Tot < regel.Begonnen!.Van || verzoek.Tot > Moment.Dag(nu))
        {
            fouten.Add(new("tot", "Geef een dag vanaf de eerste dag tot en met vandaag."));
        }
        if (!Logregel.Oordelen.Contains(verzoek.Hielp))
        {
            fouten.Add(new("hielp", "Kies ja, deels of nee."));
        }
        if (verzoek.Ervaring is { Length: > Langste })
        {
            fouten.Add(new("ervaring", $"Gebruik ten hoogste {Langste} tekens."));
        }
        return fouten.Count > 0
            ? Weigering.Invoer(fouten)
            : new InterventieAfgerond(
                verzoek.Tot,
                verzoek.Hielp,
                string.IsNullOrWhiteSpace(verzoek.Ervaring) ? null : bewaar(verzoek.Ervaring),
                nu
            );
    }

    /// <summary>The latest first.</summary>
    private static async Task<Uitkomst> Lijst(Werkeenheid<LeercultuurscansContext> eenheid, Persoon persoon, CancellationToken ct)
    {
        var regels = await eenheid.Sessie.QueryAsync<Logregel>("where data ->> 'kvkNummer' = ?", ct, persoon.KvkNummer ?? "");
        var ervaringen = await Inhouden.Lees(eenheid.Sessie, regels.Select(r => r.Afgerond?.Ervaring).OfType<Verwijzing>(), ct);
        return Uitkomst.Ok(
            regels
                .Where(r => r.Begonnen is not null)
                .OrderByDescending(r => r.Begonnen!.Van)
                .ThenBy(r => r.Id, StringComparer.Ordinal)
                .Select(r => new Regelbeeld(
                    r.Id,
                    r.Begonnen!.Interventie,
                    r.Begonnen.Van,
                    r.Afgerond?.Tot,
                    r.Begonnen.Scan,
                    r.Begonnen.Deelnemers,
                    r.Begonnen.Voorbeeld,
                    r.Afgerond?.Hielp,
                    r.Afgerond?.Ervaring is { } ervaring ? ervaringen.Zoek<string>(ervaring) : null
                ))
                .ToList()
        );
    }

    private static async Task<Uitkomst> Tel(Werkeenheid<LeercultuurscansContext> eenheid, CancellationToken ct) =>
        Uitkomst.Ok(Tellingen(await eenheid.Sessie.QueryAsync<Logregel>("order by id", ct)));

    public static IReadOnlyList<Telling> Tellingen(IReadOnlyList<Logregel> regels) =>
        [
            .. regels
                .Where(r => r.Afgerond is not null)
                .GroupBy(r => r.Begonnen!.Interventie)
                // A firm counts once, by what it said last.
                .Select(g => (Interventie: g.Key, Laatste: g.GroupBy(r => r.KvkNummer).Select(f => f.MaxBy(r => r.Afgerond!.Op)!).ToList()))
                .Where(g => g.Laatste.Count >= Drempels.Bedrijven)
                .OrderBy(g => g.Interventie, StringComparer.Ordinal)
                .Select(g => new Telling(
                    g.Interventie,
                    Drempels.OpVijf(g.Laatste.Count),
                    Hielpen(g.Laatste, "ja"),
                    Hielpen(g.Laatste, "deels"),
                    Hielpen(g.Laatste, "nee")
                )),
        ];

    private static int Hielpen(List<Logregel> regels, string oordeel) => Drempels.OpVijf(regels.Count(r => r.Afgerond!.Hielp == oordeel));
}
