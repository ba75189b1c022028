using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>
/// Slips of paper with codes, to cut apart and hand out. The firm sends the codes that it got along: nobody here has them any more, and nothing of
/// them is kept.
/// </summary>
public static class CodesDrukken
{
    private const int MeestePerKeer = 500;
    private const int Groep = 4;
    private const int LangsteAdres = 200;
    private const long Grootste = 64 * 1024;

    /// <param name="Adres">Where people answer, as they reach it; with it each slip has a QR code of it, with its own code behind the #.</param>
    public sealed record Verzoek(IReadOnlyList<string> Codes, string? Adres = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/scans/{scan}/codebladen", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .SlaatNietsOp()
            .Hoogstens(Grootste)
            .Produces<Stream>(200, "application/pdf");

    private static async Task<Uitkomst> Voer(
        string scan,
        Verzoek verzoek,
        Stroom<Scan> scans,
        Contextvraag contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await scans.Lees(scan, ct) is null)
        {
            return Weigering.NietGevonden(scan);
        }
        if (verzoek.Codes.Count is 0 or > MeestePerKeer)
        {
            return Weigering.Invoer(new Fout("codes", $"Geef ten minste 1 en ten hoogste {MeestePerKeer} codes."));
        }
        return verzoek.Adres is { } adres && !IsVan(scan, adres)
            ? Weigering.Invoer(
                new Fout("adres", "Geef het hele adres van de vragenlijst van deze scan, zonder vraagteken en zonder hekje.")
            )
            : await Blad(scan, verzoek.Codes, verzoek.Adres, moment.Vandaag).Druk($"codes-{scan}.pdf", contexten, ct);
    }

    internal static bool IsVan(string scan, string adres) =>
        adres.Length <= LangsteAdres
        && Uri.TryCreate(adres, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        && uri.UserInfo.Length == 0
        && !adres.AsSpan().ContainsAny('?', '#')
        && uri.AbsolutePath.EndsWith($"/scan/{scan}", StringComparison.Ordinal);

    internal static Drukwerk Blad(string scan, IReadOnlyList<string> codes, string? adres, LocalDate vandaag) =>
        new(
            scan,
            vandaag,
            ["Om uit te knippen en uit te delen"],
            "Codes voor de leercultuurscan",
            [
                new(
                    Alinea: "Deel deze strookjes uit zonder te noteren wie welke code krijgt. Elke code werkt één keer. Niemand ziet wie wat antwoordt."
                ),
                .. adres is null ? (Drukblok[])[] : [new(Alinea: "Wie de QR-code met een telefoon scant, hoeft niets over te typen.")],
                new(Stroken: [.. codes.Select(c => Strook(scan, Leesbaar(c), adres))]),
            ]
        );

    /// <summary>What stands behind a # is sent to no server, so that no log has a code.</summary>
    private static Drukstrook Strook(string scan, string code, string? adres) =>
        adres is null
            ? new($"Scan {scan}\nUw eigen code:\n{code}")
            : new(
                $"{ZonderProtocol(adres)}\nUw eigen code:\n{code}",
                $"{adres}#{code}",
                "QR-code die de vragenlijst opent met de code hiernaast"
            );

    private static string ZonderProtocol(string adres) => adres[(adres.IndexOf("://", StringComparison.Ordinal) + 3)..];

    /// <summary>In groups of four, which people copy without mistakes; the hyphens make no other code of it.</summary>
    internal static string Leesbaar(string code) => string.Join('-', Codes.Gewoon(code).Chunk(Groep).Select(deel => new string(deel)));
}
