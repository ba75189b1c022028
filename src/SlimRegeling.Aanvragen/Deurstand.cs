using NodaTime;

namespace SlimRegeling.Aanvragen;

/// <summary>What a submission can meet at the door: read only when it met something, because nearly none does.</summary>
/// <param name="Horizon">Up to and including this moment all receipt of the window was told; nothing more can be received at it.</param>
/// <param name="Deelnames">Who of this draft already takes part in its window.</param>
public sealed record Deurstand(Instant? Horizon = null, IReadOnlyList<Deurstand.Deelname>? Deelnames = null)
{
    /// <param name="Aanvrager">KVK number of who applied in that case.</param>
    /// <param name="Besluit">The last decision on it; null when there is none.</param>
    public sealed record Deelname(
        string KvkNummer,
        string Zaaknummer,
        string Aanvrager,
        Fase Fase = Fase.Ingediend,
        Besluit? Besluit = null
    );

    /// <summary>What a database keeps apart.</summary>
    private static readonly Duration Microseconde = Duration.FromTicks(10);

    /// <summary>By the number of a draft: its applicant and parties, in its window.</summary>
    internal const string Vraag = """
        select jsonb_build_object(
          'horizon', (select to_char(s.tot at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from aanvragen.ontvangststand s
            where s.tijdvak = c.data ->> 'tijdvak'),
          'deelnames', (select jsonb_agg(jsonb_build_object('kvkNummer', d.kvk_nummer, 'zaaknummer', d.zaaknummer,
              'aanvrager', e.data ->> 'kvkNummer', 'fase', a.data -> 'fase', 'besluit', a.data #> '{besluiten,-1}') order by d.kvk_nummer)
            from aanvragen.deelname d join aanvragen.mt_doc_concept e on e.id = d.zaaknummer
            join aanvragen.mt_doc_aanvraag a on a.id = d.zaaknummer
            where d.tijdvak = c.data ->> 'tijdvak' and d.kvk_nummer = any (
              array(select p ->> 'kvkNummer' from jsonb_array_elements(c.data #> array['formulier', 'partijen']) p)
              || (c.data ->> 'kvkNummer')))
        )::text
        from aanvragen.mt_doc_concept c where c.id = ?
        """;

    /// <summary>
    /// The moment of receipt: at the door, or just after the horizon when that has passed it. Two moments in one microsecond are the same one to
    /// the database, so the next one is the first that is later.
    /// </summary>
    public static Instant Na(Instant? horizon, Instant binnen) =>
        horizon is { } voorbij ? Instant.Max(binnen, voorbij + Microseconde) : binnen;

    /// <summary>The moment at the door of what counts as received at another; null when they are one.</summary>
    public static Instant? Binnengekomen(Instant op, Instant binnen) => op == binnen ? null : binnen;
}
