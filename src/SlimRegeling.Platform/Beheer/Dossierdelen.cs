using System.Text.Json;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Beheer;

/// <summary>
/// What one context keeps of a case: every event of every stream of it, the content that it points to, and the messages that were said by it. For
/// the context that makes a dossier of it; no person calls this.
/// </summary>
internal static class Dossierdelen
{
    private const string Nummer = nameof(Zaaknummer);

    public sealed record Deel(string Context, IReadOnlyList<Gebeurtenisbeeld> Gebeurtenissen);

    /// <param name="Naam">The name under which it is stored: <c>aanvraag-ingediend</c>.</param>
    /// <param name="Op">When it was stored, by the clock of the database.</param>
    /// <param name="Wie">Who did it (pseudonym).</param>
    /// <param name="Namens">KVK number of the enterprise that they acted for.</param>
    /// <param name="Gemachtigde">KVK number of the adviser's enterprise in between.</param>
    /// <param name="Gegevens">The event.</param>
    /// <param name="Inhouden">What it points to, by id, as far as that is still there.</param>
    public sealed record Gebeurtenisbeeld(
        string Stroom,
        long Versie,
        string Naam,
        Instant Op,
        string Wie,
        string? Namens,
        string? Gemachtigde,
        JsonElement Gegevens,
        IReadOnlyDictionary<string, JsonElement> Inhouden,
        IReadOnlyList<Berichtbeeld> Berichten
    );

    /// <param name="Hoorders">The contexts that hear it.</param>
    public sealed record Berichtbeeld(Guid Id, string Soort, JsonElement Inhoud, IReadOnlyList<string> Hoorders);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/beheer/dossierdelen/{context}/{zaaknummer}", Toon).Voor(Rol.Dienst).Geeft<Deel>();

    private static async Task<Uitkomst> Toon(string context, Zaaknummer zaaknummer, Contextregister contexten, CancellationToken ct)
    {
        if (contexten.Met(context) is not { } opslag)
        {
            return Weigering.NietGevonden(context);
        }
        var gebeurtenissen = new List<IEvent>();
        await using var sessie = opslag.Store.QuerySession();
        foreach (var stroom in await Stromen(opslag, zaaknummer.ToString(), ct))
        {
            gebeurtenissen.AddRange(await sessie.Events.FetchStreamAsync(stroom, token: ct));
        }
        var inhouden = await Inhouden(sessie, gebeurtenissen, ct);
        return Uitkomst.Ok(
            new Deel(
                context,
                [.. gebeurtenissen.OrderBy(e => e.Sequence).Select(e => Beeld(e, opslag.Context, contexten.Berichtsoorten, inhouden))]
            )
        );
    }

    /// <summary>A stream of a case begins with its number, or has a state that names it.</summary>
    private static async Task<IReadOnlyList<string>> Stromen(Contextopslag opslag, string zaaknummer, CancellationToken ct)
    {
        if (opslag.Context.Stromen.Count == 0)
        {
            return [];
        }
        var standen =
            from stand in opslag.Context.Stromen
            let plaats = Plaats(stand)
            where plaats is not null
            select $"select id from {Herbouw.Standsoort.Van(stand, opslag.Documenten).Tabel} where data {plaats} = $1";
        await using var opdracht = opslag.Bron.CreateCommand(
            string.Join(" union ", standen.Prepend($"select id from {opslag.Context.Naam}.mt_streams where id = $1 or id like $1 || '-%'"))
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var stromen = new List<string>();
        while (await rij.ReadAsync(ct))
        {
            stromen.Add(rij.GetString(0));
        }
        return stromen;
    }

    /// <summary>Where a state names its case: itself, or by the event with which it began. Null when it does not.</summary>
    private static string? Plaats(Type stand) =>
        stand.GetProperty(Nummer) is not null ? "->> 'zaaknummer'"
        : stand
            .GetProperties()
            .FirstOrDefault(p => p.PropertyType.IsSubclassOf(typeof(Gebeurtenis)) && p.PropertyType.GetProperty(Nummer) is not null)
            is { } begin
            ? $"-> '{JsonNamingPolicy.CamelCase.ConvertName(begin.Name)}' ->> 'zaaknummer'"
        : null;

    private static async Task<Dictionary<Guid, JsonElement>> Inhouden(
        IQuerySession sessie,
        List<IEvent> gebeurtenissen,
        CancellationToken ct
    )
    {
        Guid[] ids = [.. gebeurtenissen.SelectMany(e => Verwezen(Element(e.Data))).Distinct()];
        var bewaard = ids.Length == 0 ? [] : await sessie.LoadManyAsync<Inhoud>(ct, ids);
        return bewaard.ToDictionary(i => i.Id, i => JsonSerializer.Deserialize<JsonElement>(i.Json));
    }

    private static Gebeurtenisbeeld Beeld(IEvent e, Context context, Berichtsoorten soorten, Dictionary<Guid, JsonElement> inhouden)
    {
        var gegevens = Element(e.Data);
        return new(
            e.StreamKey!,
            e.Version,
            e.EventTypeName,
            Instant.FromDateTimeOffset(e.Timestamp),
            e.GetHeader("wie")?.ToString() ?? Aanroep.Systeem,
            e.GetHeader("namens")?.ToString(),
            e.GetHeader("gemachtigde")?.ToString(),
            gegevens,
            Verwezen(gegevens).Where(inhouden.ContainsKey).Distinct().ToDictionary(id => id.ToString(), id => inhouden[id]),
            [
                .. Berichtsoorten
                    .Gezegd(context, e.StreamKey!, e.Version, e.Id, e.Data)
                    .Select(g => (g.Id, Soort: soorten.Naam(g.Bericht.GetType()), g.Bericht))
                    .Select(g => new Berichtbeeld(g.Id, g.Soort, Element(g.Bericht), soorten.Hoorders(g.Soort))),
            ]
        );
    }

    /// <summary>The ids of what this points to (<see cref="Verwijzing"/>), however deep.</summary>
    private static IEnumerable<Guid> Verwezen(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object
                when element.TryGetProperty("id", out var id)
                    && element.TryGetProperty("hash", out _)
                    && id.ValueKind == JsonValueKind.String
                    && id.TryGetGuid(out var verwezen) => [verwezen],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(lid => Verwezen(lid.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Verwezen),
            _ => [],
        };

    private static JsonElement Element(object inhoud) => JsonSerializer.SerializeToElement(inhoud, inhoud.GetType(), Json.Opties);
}
