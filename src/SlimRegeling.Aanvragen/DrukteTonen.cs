using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>How busy it is in a window, for who keeps watch on the day itself: counts and sums, nothing of an applicant.</summary>
public static class DrukteTonen
{
    private static readonly Duration Uur = Duration.FromHours(1);

    /// <param name="Ingediend">All that was received in the window.</param>
    /// <param name="Vervallen">Of those, how many were withdrawn or lapsed.</param>
    /// <param name="Gevraagd">
    /// Euro that those who take part ask together now: of who completed what it asks since; nothing of who lapsed, was refused, or was left out
    /// because another application goes before it.
    /// </param>
    /// <param name="OpenConcepten">Drafts that are not submitted. This and the counts above are some seconds old in a very large window.</param>
    /// <param name="PerMinuut">The last sixty minutes, the present one last; also those without a submission.</param>
    public sealed record Drukte(
        string Tijdvak,
        long Ingediend,
        long Vervallen,
        decimal Gevraagd,
        long OpenConcepten,
        Instant? LaatsteIndiening,
        IReadOnlyList<Minuut> PerMinuut
    );

    public sealed record Minuut(Instant Begin, int Ingediend);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/beheer/tijdvakken/{id}/drukte", Voer).Voor(Rol.Beheerder, Rol.Regelbeheerder, Rol.Onderzoeker).Geeft<Drukte>();

    private static async Task<Uitkomst> Voer(
        string id,
        Aanvraagtijdvakken tijdvakken,
        Druktetellingen tellingen,
        Contextregister contexten,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await tijdvakken.Zoek(id, ct) is null)
        {
            return Weigering.NietGevonden(id);
        }
        var bron = contexten.Van(typeof(AanvragenContext)).Bron;
        var dezeMinuut = Instant.FromUnixTimeSeconds(moment.Nu.ToUnixTimeSeconds() / 60 * 60);
        var begin = dezeMinuut - Uur + Duration.FromMinutes(1);
        var perMinuut = await PerMinuut(bron, id, begin, ct);
        var telling = await tellingen.Lees(id, ct);
        return Uitkomst.Ok(
            new Drukte(
                id,
                telling.Ingediend,
                telling.Vervallen,
                telling.Gevraagd,
                telling.OpenConcepten,
                await Laatste(bron, id, ct),
                [
                    .. Enumerable
                        .Range(0, 60)
                        .Select(i => begin + Duration.FromMinutes(i))
                        .Select(m => new Minuut(m, perMinuut.GetValueOrDefault(m))),
                ]
            )
        );
    }

    private static async Task<Instant?> Laatste(NpgsqlDataSource bron, string tijdvak, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            "select op from aanvragen.gezegd where tijdvak = $1 and soort = 'ingediend' order by op desc limit 1"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        return await rij.ReadAsync(ct) ? rij.GetFieldValue<Instant>(0) : null;
    }

    private static async Task<Dictionary<Instant, int>> PerMinuut(
        NpgsqlDataSource bron,
        string tijdvak,
        Instant vanaf,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(
            """
            select date_trunc('minute', op), count(*)::int from aanvragen.gezegd
            where tijdvak = $1 and soort = 'ingediend' and op >= $2 group by 1
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = vanaf });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var aantallen = new Dictionary<Instant, int>();
        while (await rij.ReadAsync(ct))
        {
            aantallen.Add(rij.GetFieldValue<Instant>(0), rij.GetInt32(1));
        }
        return aantallen;
    }
}
