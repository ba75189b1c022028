using Marten;
using NodaTime;
using Npgsql;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Keeps the horizon of a window true. Whoever says something about it takes the window's lock shared, states its moment and holds the lock until
/// commit; who moves the horizon takes it exclusively and counts. So no moment at or before the horizon can still be committed. What comes too
/// late, or meets another application of the same applicant, fails as a serialization error: the floor decides again, with a new moment.
/// </summary>
internal static class Ontvangstbewaking
{
    internal const string Ddl = """
        create table if not exists {schema}.ontvangststand (
          tijdvak text primary key,
          tot timestamptz not null,
          aantal int not null
        );
        create table if not exists {schema}.gezegd (
          zaaknummer text not null,
          soort text not null,
          tijdvak text not null,
          op timestamptz not null,
          primary key (zaaknummer, soort)
        );
        create index if not exists gezegd_tijdvak on {schema}.gezegd (tijdvak, op);
        create table if not exists {schema}.deelname (
          kvk_nummer text not null,
          tijdvak text not null,
          zaaknummer text not null,
          primary key (kvk_nummer, tijdvak)
        );
        create or replace procedure {schema}.bewaak_ontvangst(p_tijdvak text, p_zaaknummer text, p_soort text, p_op timestamptz)
        language plpgsql as $$
        begin
          perform pg_advisory_xact_lock_shared(hashtextextended('ontvangst ' || p_tijdvak, 0));
          if exists (select from {schema}.ontvangststand s where s.tijdvak = p_tijdvak and s.tot >= p_op) then
            raise exception 'the horizon of % has passed this moment', p_tijdvak using errcode = 'serialization_failure';
          end if;
          insert into {schema}.gezegd (zaaknummer, soort, tijdvak, op) values (p_zaaknummer, p_soort, p_tijdvak, p_op);
        end $$;
        create or replace procedure {schema}.neem_deel(p_kvk_nummer text, p_tijdvak text, p_zaaknummer text)
        language plpgsql as $$
        begin
          insert into {schema}.deelname (kvk_nummer, tijdvak, zaaknummer) values (p_kvk_nummer, p_tijdvak, p_zaaknummer) on conflict do nothing;
          if not found then
            raise exception 'this applicant already takes part in %', p_tijdvak using errcode = 'serialization_failure';
          end if;
        end $$
        """;

    /// <summary>The earlier application of an enterprise in the window of this draft, if any.</summary>
    public const string EerdereDeelname = """
        select d.zaaknummer from aanvragen.deelname d
        where d.kvk_nummer = ? and d.tijdvak = (select c.data ->> 'tijdvak' from aanvragen.mt_doc_concept c where c.id = ?)
        """;

    /// <param name="soort">ingediend, volledig or vervallen: each is said at most once of a case.</param>
    public static void Zegt(IDocumentSession sessie, string tijdvak, string zaaknummer, string soort, Instant op) =>
        sessie.QueueSqlCommand("call aanvragen.bewaak_ontvangst(?, ?, ?, ?)", tijdvak, zaaknummer, soort, op);

    public static void NeemDeel(IDocumentSession sessie, string kvkNummer, string tijdvak, string zaaknummer) =>
        sessie.QueueSqlCommand("call aanvragen.neem_deel(?, ?, ?)", kvkNummer, tijdvak, zaaknummer);

    /// <summary>After a withdrawal the applicant may apply again in the window (2.8(4) counts what is asked).</summary>
    public static void TreedUit(IDocumentSession sessie, string zaaknummer) =>
        sessie.QueueSqlCommand("delete from aanvragen.deelname where zaaknummer = ?", zaaknummer);

    /// <summary>Stops all receipt of the window until this transaction ends, and counts what was said up to and including a moment.</summary>
    public static async Task<int> SluitEnTel(IDocumentSession sessie, string tijdvak, Instant tot, CancellationToken ct)
    {
        await sessie.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('ontvangst ' || $1, 0))");
        slot.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await sessie.ExecuteAsync(slot, ct);
        // A statement of its own: its snapshot must be taken after the lock.
        await using var tel = new NpgsqlCommand("select count(*)::int from aanvragen.gezegd where tijdvak = $1 and op <= $2");
        tel.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        tel.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = tot });
        await using var rij = await sessie.ExecuteReaderAsync(tel, ct);
        await rij.ReadAsync(ct);
        return rij.GetInt32(0);
    }

    public static void Verschuif(IDocumentSession sessie, string tijdvak, Instant tot, int aantal) =>
        sessie.QueueSqlCommand(
            """
            insert into aanvragen.ontvangststand (tijdvak, tot, aantal) values (?, ?, ?)
            on conflict (tijdvak) do update set tot = excluded.tot, aantal = excluded.aantal
            """,
            tijdvak,
            tot,
            aantal
        );

    /// <summary>Windows of which something was said beyond the horizon, or that closed after it.</summary>
    public static async Task<IReadOnlyList<string>> MetNieuws(NpgsqlDataSource bron, Instant tot, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select t.tijdvak from aanvragen.tijdvak t left join aanvragen.ontvangststand s using (tijdvak)
            where (select count(*) from aanvragen.gezegd g where g.tijdvak = t.tijdvak and g.op <= $1) <> coalesce(s.aantal, 0)
              or (coalesce(s.tot, '-infinity') < t.sluit and t.sluit <= $1)
            order by t.tijdvak
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<Instant> { TypedValue = tot });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var tijdvakken = new List<string>();
        while (await rij.ReadAsync(ct))
        {
            tijdvakken.Add(rij.GetString(0));
        }
        return tijdvakken;
    }
}
