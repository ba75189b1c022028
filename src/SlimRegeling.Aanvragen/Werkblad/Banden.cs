using Marten;

namespace SlimRegeling.Aanvragen.Werkblad;

/// <summary>
/// Which enterprise declared to be linked to which, and in which case: so that a group is found from any of its members, also by who declared nothing.
/// Written in the transaction of the declaration; nothing is decided on it.
/// </summary>
internal static class Banden
{
    // What was declared before this table was there is in the states.
    internal const string Ddl = """
        do $$ begin
          if to_regclass('{schema}.band') is null then
            create table {schema}.band (
              zaaknummer text not null,
              partij text not null,
              verbonden text not null,
              primary key (zaaknummer, partij, verbonden)
            );
            create index band_partij on {schema}.band (partij);
            create index band_verbonden on {schema}.band (verbonden);
            if to_regclass('{schema}.mt_doc_aanvraag') is not null then
              insert into {schema}.band (zaaknummer, partij, verbonden)
              select distinct a.id, b.partij, v.nummer
              from {schema}.mt_doc_aanvraag a
              cross join lateral (
                select key as partij, value as met from jsonb_each(coalesce(a.data #> '{ingediend,verbondenPerPartij}', '{}'))
                union all
                select key, value from jsonb_each(coalesce(a.data #> '{aangevuld,verbondenPerPartij}', '{}'))
                union all
                select a.data #>> '{ingediend,kvkNummer}', coalesce(a.data #> '{ingediend,verbonden}', '[]')
                where a.data #> '{ingediend,verbondenPerPartij}' is null and a.data #>> '{ingediend,kvkNummer}' is not null
              ) b
              cross join lateral jsonb_array_elements_text(b.met) v (nummer);
            end if;
          end if;
        end $$
        """;

    /// <summary>
    /// Of some enterprises ($1) those that are linked to them, whoever declared it, and those that are linked to those: mothers, daughters and sisters.
    /// </summary>
    internal const string Groep = """
        with recursive groep (nummer, stap) as (
          select nummer, 0 from unnest($1::text[]) nummer
          union
          select n.nummer, g.stap + 1
          from groep g
          join aanvragen.band geraakt on g.nummer in (geraakt.partij, geraakt.verbonden)
          join aanvragen.band b on b.zaaknummer = geraakt.zaaknummer and b.partij = geraakt.partij
          cross join lateral (values (b.partij), (b.verbonden)) n (nummer)
          where g.stap < 2
        )
        select distinct nummer from groep
        """;

    /// <summary>What was declared at receipt; of a partnership from before it was told which party is linked, by its applicant.</summary>
    public static void Noteer(IDocumentSession sessie, string zaaknummer, AanvraagIngediend ingediend) =>
        Noteer(
            sessie,
            zaaknummer,
            ingediend.VerbondenPerPartij
                ?? new Dictionary<string, IReadOnlyList<string>> { [ingediend.KvkNummer] = ingediend.Verbonden ?? [] }
        );

    /// <param name="verbonden">By the KVK number of who declared it.</param>
    public static void Noteer(IDocumentSession sessie, string zaaknummer, IReadOnlyDictionary<string, IReadOnlyList<string>> verbonden)
    {
        var paren = verbonden.SelectMany(v => v.Value.Select(met => (Partij: v.Key, Met: met))).ToList();
        if (paren.Count > 0)
        {
            sessie.QueueSqlCommand(
                """
                insert into aanvragen.band (zaaknummer, partij, verbonden)
                select ?, p.partij, p.verbonden from unnest(?::text[], ?::text[]) p (partij, verbonden) on conflict do nothing
                """,
                zaaknummer,
                paren.Select(p => p.Partij).ToArray(),
                paren.Select(p => p.Met).ToArray()
            );
        }
    }
}
