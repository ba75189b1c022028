using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties.Inlezen;

/// <summary>Gives the template of a case, on which its recipient writes lines of costs in a spreadsheet of their own.</summary>
public static class SjabloonGeven
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/verantwoordingen/{zaaknummer}/declaratie/sjabloon",
                async (Zaaknummer zaaknummer, string vorm, Stroom<Verantwoording> verantwoordingen, CancellationToken ct) =>
                    await verantwoordingen.Lees(zaaknummer, ct) is { Opening: not null }
                        ? Maak(zaaknummer, vorm)
                        : Weigering.NietGevonden(zaaknummer)
            )
            .Produces<Stream>(200, Sjabloon.Csvtype, Sjabloon.Xlsxtype)
            .WithDescription(
                "vorm: csv of xlsx. Wat u erop invult, leest het adres declaratie/inlezen. De csv sluit met een regel waarop alleen Einde staat: laat die onderaan staan."
            )
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden);

    public static Uitkomst Maak(string zaaknummer, string vorm) =>
        vorm switch
        {
            // A CSV has no second sheet to show how it is done.
            "csv" => Uitkomst.Ok(
                new Bestand(Sjabloon.Csv(zaaknummer, Sjabloon.Voorbeelden), Sjabloon.Csvtype, $"declaratie-{zaaknummer}.csv")
            ),
            "xlsx" => Uitkomst.Ok(new Bestand(Sjabloon.Xlsx(zaaknummer, []), Sjabloon.Xlsxtype, $"declaratie-{zaaknummer}.xlsx")),
            _ => Weigering.Invoer(new Fout("vorm", "Kies csv of xlsx.")),
        };
}
