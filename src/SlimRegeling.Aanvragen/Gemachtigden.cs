using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>At which moments of an application its enterprise acted through an adviser, and which: the enterprise, never the person.</summary>
public static class Gemachtigden
{
    /// <param name="Op">The moment of the act, as it stands in the course of the case.</param>
    /// <param name="KvkNummer">Of the enterprise of the adviser.</param>
    public sealed record Handeling(Instant Op, string KvkNummer);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/aanvragen/{zaaknummer}/gemachtigden", Lijst)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde, Rol.Beoordelaar, Rol.Medeondertekenaar)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen, Machtigingsomvang.Verantwoorden)
            .LegtInzageVast("gemachtigden")
            .Geeft<IReadOnlyList<Handeling>>();

    private static async Task<Uitkomst> Lijst(
        Zaaknummer zaaknummer,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: not null })
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var gelezen = await Van(eenheid.Sessie, zaaknummer, ct);
        return await aanvragen.Toon(zaaknummer, _ => gelezen, ct);
    }

    public static async Task<IReadOnlyList<Handeling>> Van(IDocumentSession sessie, string zaaknummer, CancellationToken ct) =>
        [
            .. from gebeurtenis in await sessie.Events.FetchStreamAsync(zaaknummer, token: ct)
            let gemachtigde = gebeurtenis.GetHeader("gemachtigde")?.ToString()
            let op = Moment(gebeurtenis.Data)
            where gemachtigde is not null && op is not null
            select new Handeling(op.Value, gemachtigde),
        ];

    /// <summary>Of what an applicant does.</summary>
    private static Instant? Moment(object gebeurtenis) =>
        gebeurtenis switch
        {
            AanvraagIngediend e => e.Op,
            AanvraagAangevuld e => e.Op,
            AanvraagIngetrokken e => e.Op,
            WijzigingGemeld e => e.Op,
            _ => null,
        };
}
