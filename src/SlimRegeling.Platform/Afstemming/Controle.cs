namespace SlimRegeling.Platform.Afstemming;

/// <summary>What must hold in the tables of a context.</summary>
/// <param name="Regel">In words for people: <c>een betaalopdracht heeft haar besluit</c>.</param>
/// <param name="Sql">What does not: of what, what is expected, what is found; three columns of text.</param>
internal sealed record Controle(string Regel, string Sql);

/// <summary>What must hold in the tables of the floor, in every context that has events.</summary>
internal static class Vloercontroles
{
    // Marten appends a failed append to a stream of its own.
    private const string Grafstenen = "mt_tombstone";

    public static IEnumerable<Controle> Van(string schema) =>
        [
            new("een gebeurtenis is zoals zij werd verzegeld", Verzegeld(schema)),
            new("een stroom heeft al zijn gebeurtenissen", Heel(schema)),
            new("inhoud past bij de hash in haar gebeurtenis", Inhoud(schema)),
        ];

    private static string Verzegeld(string schema) =>
        $"""
            select z.stroom, 'gebeurtenis ' || z.seq || ' (' || z.soort || ') zoals verzegeld',
              case when e.seq_id is null then 'geen gebeurtenis ' || z.seq else 'gebeurtenis ' || e.seq_id || ' (' || e.type || ') met andere inhoud' end
            from {schema}.zegel z left join {schema}.mt_events e on e.seq_id = z.seq
            where e.seq_id is null or z.hash <> {Zegels.Hash}
            """;

    private static string Heel(string schema) =>
        $"""
            select coalesce(s.id, e.stream_id), coalesce(s.version, 0) || ' gebeurtenissen',
              coalesce(e.aantal, 0) || ' gebeurtenissen, de laatste met versie ' || coalesce(e.laatste, 0)
            from {schema}.mt_streams s full join (
              select stream_id, count(*) as aantal, max(version) as laatste from {schema}.mt_events where type <> '{Herbouw.Standen.Grafsteen}' group by stream_id
            ) e on e.stream_id = s.id
            where coalesce(s.id, e.stream_id) <> '{Grafstenen}'
              and (coalesce(s.version, 0) <> coalesce(e.aantal, 0) or coalesce(s.version, 0) <> coalesce(e.laatste, 0))
            """;

    // Where an event points to content of another context, that is not kept here and not looked at.
    private static string Inhoud(string schema) =>
        $$"""
            select v.stream_id, 'inhoud ' || v.id || ' met hash ' || left(v.hash, 12) || '…', 'inhoud met hash ' || left(i.hash, 12) || '…'
            from (
              select e.stream_id, m[1] as id, m[2] as hash from {{schema}}.mt_events e,
                regexp_matches(e.data::text, '"id": "([0-9a-f-]{36})", "hash": "([0-9a-f]{64})"', 'g') m
            ) v join (
              select id::text as id, encode(sha256(convert_to((data ->> 'zout') || (data ->> 'json'), 'UTF8')), 'hex') as hash from {{schema}}.mt_doc_inhoud
            ) i on i.id = v.id
            where i.hash <> v.hash
            """;
}
