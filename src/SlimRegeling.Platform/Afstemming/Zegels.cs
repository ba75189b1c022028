using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Afstemming;

/// <summary>
/// Of each event the SHA-256 of all that it says, laid down soon after it was stored and never again: what is changed in an event afterwards, or
/// taken away, no longer fits. It is laid beside the way of a command, which it does not slow down.
/// </summary>
internal static class Zegels
{
    public static string Ddl(string schema) =>
        $"""
            create table if not exists {schema}.zegel (
              seq bigint primary key,
              stroom text not null,
              soort text not null,
              hash bytea not null
            )
            """;

    /// <summary>Of an event <c>e</c>.</summary>
    public const string Hash =
        "sha256(convert_to(concat_ws(E'\\x1f', e.id, e.stream_id, e.version, e.type, extract(epoch from e.timestamp), e.data, e.headers), 'UTF8'))";

    /// <summary>Of every event that has none; twice is once.</summary>
    public static async Task Leg(Contextopslag opslag, CancellationToken ct)
    {
        var schema = opslag.Context.Naam;
        await using var opdracht = opslag.Bron.CreateCommand(
            $"""
            insert into {schema}.zegel (seq, stroom, soort, hash)
            select e.seq_id, e.stream_id, e.type, {Hash} from {schema}.mt_events e
            where e.type <> '{Herbouw.Standen.Grafsteen}' and not exists (select from {schema}.zegel z where z.seq = e.seq_id)
            on conflict do nothing
            """
        );
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
