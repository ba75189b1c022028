using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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
    private const long Grootste = 64 * 1024;

    public sealed record Verzoek(IReadOnlyList<string> Codes);

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
        return verzoek.Codes.Count is 0 or > MeestePerKeer
            ? Weigering.Invoer(new Fout("codes", $"Geef ten minste 1 en ten hoogste {MeestePerKeer} codes."))
            : await Blad(scan, verzoek.Codes, moment).Druk($"codes-{scan}.pdf", contexten, ct);
    }

    private static Drukwerk Blad(string scan, IReadOnlyList<string> codes, Moment moment) =>
        new(
            scan,
            moment.Vandaag,
            ["Om uit te knippen en uit te delen"],
            "Codes voor de leercultuurscan",
            [
                new(
                    Alinea: "Deel deze strookjes uit zonder te noteren wie welke code krijgt. Elke code werkt één keer. Niemand ziet wie wat antwoordt."
                ),
                Drukblok.Tabel(["Scan", "Uw eigen code"], codes.Select(c => (IReadOnlyList<string>)[scan, Leesbaar(c)])),
            ]
        );

    /// <summary>In groups of four, which people copy without mistakes; the hyphens make no other code of it.</summary>
    internal static string Leesbaar(string code) => string.Join('-', Codes.Gewoon(code).Chunk(Groep).Select(deel => new string(deel)));
}
