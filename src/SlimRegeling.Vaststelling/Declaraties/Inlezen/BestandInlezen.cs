using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>
/// Reads the lines of costs of a filled template; the body of the request is the file itself. The answer is the lines, or every line and column
/// that is wrong: nothing is stored, so that the recipient sees what was read before it is their draft.
/// </summary>
public static class BestandInlezen
{
    private const int MeestePerMinuut = 60;

    // Each holds the lines of one file and what its cells refer to.
    private static readonly SemaphoreSlim Plaatsen = new(2);

    /// <param name="Meldingen">What was left out: an example of the template, another sheet.</param>
    public sealed record Beeld(IReadOnlyList<Kostenregel> Regels, IReadOnlyList<string> Meldingen);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/verantwoordingen/{zaaknummer}/declaratie/inlezen",
                async (Zaaknummer zaaknummer, HttpRequest verzoek, Stroom<Verantwoording> verantwoordingen, CancellationToken ct) =>
                    await verantwoordingen.Lees(zaaknummer, ct) is { Opening: not null }
                        ? Antwoord(await Lees(verzoek.Body, zaaknummer, ct))
                        : Weigering.NietGevonden(zaaknummer)
            )
            // A browser says what it thinks of the name: whatever that is, the content decides.
            .Accepts<IFormFile>(Sjabloon.Csvtype, Sjabloon.Xlsxtype, "*/*")
            .HoogstensBestand(Inlezer.HoogstensMb * 1024L * 1024)
            .Geeft<Beeld>()
            .WithDescription(
                "Het lichaam is het ingevulde sjabloon zelf (csv of xlsx; de inhoud beslist). Er wordt niets bewaard: stuur de gelezen regels als concept van uw declaratie. Klopt er iets niet, dan 422 met elke fout bij regel en kolom, en geen enkele regel. Een csv waarvan de slotregel Einde ontbreekt, of waarvan de laatste regel geen nieuwe regel achter zich heeft, is misschien afgebroken en wordt geweigerd."
            )
            .SlaatNietsOp()
            .HoogstensPerMinuut(MeestePerMinuut)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden);

    public static Uitkomst Antwoord(Ingelezen gelezen) =>
        gelezen.Fouten.Count == 0
            ? Uitkomst.Ok(new Beeld(gelezen.Regels, gelezen.Meldingen))
            : Weigering.Invoer(gelezen.Fouten) with
            {
                Code = "bestand-niet-ingelezen",
                Uitleg =
                    "Er klopt iets niet in dit bestand. Er is niets ingelezen. Verbeter wat hieronder staat en lees het bestand opnieuw in.",
            };

    private static async Task<Ingelezen> Lees(Stream bestand, string zaaknummer, CancellationToken ct)
    {
        await Plaatsen.WaitAsync(ct);
        try
        {
            return await Task.Run(() => Inlezer.Lees(bestand, zaaknummer, ct), ct);
        }
        finally
        {
            Plaatsen.Release();
        }
    }
}
