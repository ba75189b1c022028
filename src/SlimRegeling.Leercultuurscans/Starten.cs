using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans;

/// <summary>Opens a scan and hands out its codes, once. The firm gives them to its people; nobody here learns who has which.</summary>
public static class Starten
{
    private const string Tekens = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Codelengte = 26; // 130 bits
    private const int Naamlengte = 12;

    /// <param name="Gevraagd">How many people are asked.</param>
    public sealed record Verzoek(string Zaaknummer, int Gevraagd);

    /// <param name="Codes">One for each person; empty when this call is repeated.</param>
    public sealed record Antwoord(string Scan, IReadOnlyList<string> Codes);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/scans", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Antwoord>(201);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Stroom<Scan> scans,
        Werkeenheid<LeercultuurscansContext> eenheid,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        var scan = $"scan-{RandomNumberGenerator.GetString(Tekens, Naamlengte)}";
        var uitkomst = await scans.SchrijfOfBegin(scan, _ => Beslis(verzoek, persoon.KvkNummer, nu), ct);
        if (uitkomst.Weigering is not null)
        {
            return uitkomst;
        }
        var codes = Enumerable.Range(0, verzoek.Gevraagd).Select(_ => RandomNumberGenerator.GetString(Tekens, Codelengte)).ToList();
        Antwoordopslag.Uitnodigen(eenheid.Sessie, scan, codes);
        return Uitkomst.Gemaakt($"/scans/{scan}", new Antwoord(scan, codes)) with { Herhaling = new Antwoord(scan, []) };
    }

    public static Beslissing Beslis(Verzoek verzoek, string? kvkNummer, Instant nu)
    {
        if (kvkNummer is null)
        {
            return Weigering.NietDoorU("geen-onderneming", "Meld u aan namens de onderneming waarvoor u de scan doet.");
        }
        if (!Zaaknummer.TryParse(verzoek.Zaaknummer, null, out var zaaknummer))
        {
            return Weigering.Invoer(
                new Fout("zaaknummer", $"'{verzoek.Zaaknummer}' is geen zaaknummer. Neem het over van uw concept of ontvangstbevestiging.")
            );
        }
        if (verzoek.Gevraagd < Drempels.Gevraagd)
        {
            return Weigering.Invoer(
                new Fout(
                    "gevraagd",
                    $"Met minder dan {Drempels.Gevraagd} mensen is geen rapport mogelijk: antwoorden zouden herkenbaar zijn. Voer een gesprek met uw mensen."
                )
            );
        }
        return verzoek.Gevraagd > Drempels.MeestGevraagd
            ? Weigering.Invoer(new Fout("gevraagd", $"Vraag ten hoogste {Drempels.MeestGevraagd} mensen."))
            : new ScanGestart(zaaknummer, kvkNummer, Instrumenten.Kernvragen, verzoek.Gevraagd, nu);
    }
}
