using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Leercultuurscans.Scans;

/// <summary>
/// Codes for people who lost theirs. Which code that was is not asked: to say whether it was used would say who answered. So the lost one stays good, and the
/// scan takes no more answers than people were asked. And because the firm can answer with a spare one itself, each asks an answer more for a report
/// (<see cref="Rapporten.Scandrempels"/>).
/// </summary>
public static class CodesBijmaken
{
    /// <summary>One code in so many, and at least one.</summary>
    private const int Deel = 10;

    public sealed record Verzoek(int Aantal);

    /// <param name="Codes">Empty when this call is repeated.</param>
    public sealed record Antwoord(IReadOnlyList<string> Codes);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/scans/{scan}/codes", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .Geeft<Antwoord>();

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
        var uitkomst = await scans.Schrijf(scan, stand => Beslis(stand, verzoek.Aantal, nu), ct);
        if (uitkomst.Weigering is not null)
        {
            return uitkomst;
        }
        var codes = Codes.Trek(verzoek.Aantal);
        Antwoordopslag.Uitnodigen(eenheid.Sessie, scan, codes);
        return uitkomst with { Inhoud = new Antwoord(codes), Herhaling = new Antwoord([]) };
    }

    public static Beslissing Beslis(Scan scan, int aantal, Instant nu)
    {
        if (scan.Gesloten)
        {
            return Weigering.Van("scan-gesloten", "De scan is gesloten. Er zijn geen codes meer nodig.");
        }
        var ruimte = Math.Max(1, scan.Gestart!.Gevraagd / Deel) - scan.Bijgemaakt;
        return aantal >= 1 && aantal <= ruimte
            ? new CodesBijgemaakt(aantal, nu)
            : Weigering.Invoer(
                new Fout(
                    "aantal",
                    ruimte > 0
                        ? $"U kunt nog {ruimte} codes laten bijmaken. Kies een aantal van 1 tot en met {ruimte}."
                        : "U hebt alle reservecodes gebruikt. Wie zijn code kwijt is, kan niet meer meedoen."
                )
            );
    }
}
