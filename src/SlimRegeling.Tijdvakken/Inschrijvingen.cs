using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>The applications of a window, read together.</summary>
internal static class Inschrijvingen
{
    /// <summary>A table from before it was kept what was received incomplete: its place in the order follows from another expression now.</summary>
    internal const string Verhuizing = """
        do $$ begin
          if to_regclass('{schema}.inschrijving') is not null and not exists (select from pg_attribute
              where attrelid = to_regclass('{schema}.inschrijving') and attname = 'onvolledig' and not attisdropped) then
            alter table {schema}.inschrijving drop column plaats_op, drop column volledig_ontvangen_op,
              add column onvolledig boolean not null default false, add column volledig_op timestamptz;
            alter table {schema}.inschrijving add column plaats_op timestamptz generated always as (
              case when vervallen_op is not null or afgewezen_op is not null then null
                when aangevuld_op is not null then aangevuld_op
                when aanvulling_op is not null or (onvolledig and volledig_op is null) then null
                else ingediend_op end) stored;
          end if;
        end $$
        """;

    private const string Alle = """
        select zaaknummer, doel, ingediend_op, aanvulling_op, aangevuld_op, vervallen_op is not null or afgewezen_op is not null,
          onvolledig and volledig_op is null, case when staat = 'uitgesloten' then false when rang is not null then true end,
          array(select kvk_nummer from tijdvakken.inschrijving_kvk k where k.zaaknummer = i.zaaknummer and not verbonden),
          array(select kvk_nummer from tijdvakken.inschrijving_kvk k where k.zaaknummer = i.zaaknummer and verbonden
            and (van <> '{}' or later_van = '{}')),
          array(select v || ' ' || kvk_nummer from tijdvakken.inschrijving_kvk k, unnest(k.van) v where k.zaaknummer = i.zaaknummer),
          array(select v || ' ' || kvk_nummer from tijdvakken.inschrijving_kvk k, unnest(k.later_van) v where k.zaaknummer = i.zaaknummer),
          ingediend_binnen, aangevuld_binnen
        from tijdvakken.inschrijving i where tijdvak = $1 and ingediend_op is not null
        """;

    /// <summary>From number to number by the cases that name them: each number and each case is met once, however many name it.</summary>
    private const string Samenhang = """
        with recursive keten (kvk_nummer) as (
          select kvk_nummer from tijdvakken.inschrijving_kvk where zaaknummer = any($2)
          union
          select b.kvk_nummer from keten k join tijdvakken.inschrijving_kvk a on a.tijdvak = $1 and a.kvk_nummer = k.kvk_nummer
            join tijdvakken.inschrijving_kvk b on b.zaaknummer = a.zaaknummer
        )
        """;

    public static Task<IReadOnlyList<Inschrijving>> Van(IDocumentSession sessie, string tijdvak, CancellationToken ct) =>
        Lees(sessie, Alle, ct, tijdvak);

    /// <summary>These and all that could be of the same enterprises, over any number of links.</summary>
    public static Task<IReadOnlyList<Inschrijving>> Keten(
        IDocumentSession sessie,
        string tijdvak,
        string[] zaaknummers,
        CancellationToken ct
    ) =>
        Lees(
            sessie,
            $"""
            {Samenhang} {Alle} and zaaknummer in (select a.zaaknummer from tijdvakken.inschrijving_kvk a join keten using (kvk_nummer) where a.tijdvak = $1)
            """,
            ct,
            tijdvak,
            zaaknummers
        );

    private static async Task<IReadOnlyList<Inschrijving>> Lees(
        IDocumentSession sessie,
        string sql,
        CancellationToken ct,
        params object[] waarden
    )
    {
        await using var opdracht = new NpgsqlCommand(sql);
        foreach (var waarde in waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
        }
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        var lijst = new List<Inschrijving>();
        while (await rij.ReadAsync(ct))
        {
            lijst.Add(
                new Inschrijving(
                    rij.GetString(0),
                    await rij.GetFieldValueAsync<string[]>(8, ct),
                    await rij.GetFieldValueAsync<string[]>(9, ct),
                    rij.GetDecimal(1),
                    await rij.GetFieldValueAsync<Instant>(2, ct),
                    await rij.IsDBNullAsync(3, ct) ? null : await rij.GetFieldValueAsync<Instant>(3, ct),
                    await rij.IsDBNullAsync(4, ct) ? null : await rij.GetFieldValueAsync<Instant>(4, ct),
                    rij.GetBoolean(5),
                    rij.GetBoolean(6),
                    await rij.GetFieldValueAsync<string[]>(10, ct) is { Length: > 0 } banden ? [.. banden.Select(Band.Lees)] : null,
                    await rij.IsDBNullAsync(7, ct) ? null : rij.GetBoolean(7),
                    await rij.GetFieldValueAsync<string[]>(11, ct) is { Length: > 0 } later ? [.. later.Select(Band.Lees)] : null,
                    await rij.IsDBNullAsync(12, ct) ? null : await rij.GetFieldValueAsync<Instant>(12, ct),
                    await rij.IsDBNullAsync(13, ct) ? null : await rij.GetFieldValueAsync<Instant>(13, ct)
                )
            );
        }
        return lijst;
    }
}
