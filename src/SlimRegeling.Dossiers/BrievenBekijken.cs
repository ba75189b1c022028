using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>The letters of a case, and each as it was sent.</summary>
public static class BrievenBekijken
{
    private static readonly Rol[] Lezers =
    [
        Rol.Aanvrager,
        Rol.Gemachtigde,
        Rol.Beoordelaar,
        Rol.Medeondertekenaar,
        Rol.FinancieelMedewerker,
        Rol.FinancieelControleur,
    ];

    /// <param name="VerzondenOp">Null while its address is awaited.</param>
    /// <param name="Hash">SHA-256 of the PDF.</param>
    public sealed record Briefbeeld(string Id, string Soort, string? Besluit, LocalDate? VerzondenOp, string? Hash);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/brieven", Lijst)
            .Geeft<IReadOnlyList<Briefbeeld>>()
            .LegtInzageVast("brieven")
            .Voor(Lezers)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
        api.MapGet("/brieven/{id}", Toon)
            .Produces<Stream>(200, "application/pdf")
            .LegtInzageVast("brief")
            .Voor(Lezers)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden);
    }

    private static async Task<Uitkomst> Lijst(Zaaknummer zaaknummer, Werkeenheid<DossiersContext> eenheid, CancellationToken ct)
    {
        var nummer = zaaknummer.ToString();
        var brieven = await eenheid.Sessie.Query<Brief>().Where(b => b.Zaaknummer == nummer).OrderBy(b => b.Id).ToListAsync(ct);
        return Uitkomst.Ok(
            brieven
                .Where(b => eenheid.MagZien(b))
                .Select(b => new Briefbeeld(b.Id, b.Opdracht!.Soort, b.Opdracht.Besluit, b.Verzonden?.VerzondenOp, b.Opgesteld?.Hash))
                .ToList()
        );
    }

    private static async Task<Uitkomst> Toon(string id, Stroom<Brief> brieven, Bestandstabel bestanden, CancellationToken ct) =>
        await brieven.Lees(id, ct) is { Verzonden: not null, Opgesteld.Hash: { } hash } brief
        && await bestanden.Lees(id, hash, ct) is { } pdf
            ? Uitkomst.Ok(new Bestand(pdf, "application/pdf", $"{id}.pdf")) with
            {
                Zaak = brief.Zaaknummer,
            }
            : Weigering.NietGevonden(id);
}
