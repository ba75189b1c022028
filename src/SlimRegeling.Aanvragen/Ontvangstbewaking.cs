using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Aanvragen.Werkblad;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Keeps the horizon of a window true. Whoever says something about it takes the window's lock shared, states its moment and holds the lock until
/// commit; who moves the horizon takes it exclusively and counts. So no moment at or before the horizon can still be committed. What comes too
/// late, or meets another application of the same applicant, fails as a serialization error: the floor decides again, knowing what stands in the
/// way.
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
          insert into {schema}.gezegd (zaaknummer, soort, tijdvak, op) values (p_zaaknummer, p_soort, p_tijdvak, p_op) on conflict do nothing;
          if not found then
            raise exception '% of % was said already', p_soort, p_zaaknummer using errcode = 'serialization_failure';
          end if;
        end $$;
        drop procedure if exists {schema}.neem_deel(text, text, text);
        create or replace procedure {schema}.ontvang(p_tijdvak text, p_zaaknummer text, p_op timestamptz, p_partijen text[])
        language plpgsql as $$
        declare
          v_nieuw int;
        begin
          call {schema}.bewaak_ontvangst(p_tijdvak, p_zaaknummer, 'ingediend', p_op);
          insert into {schema}.deelname (kvk_nummer, tijdvak, zaaknummer)
          select partij, p_tijdvak, p_zaaknummer from unnest(p_partijen) partij order by partij on conflict do nothing;
          get diagnostics v_nieuw = row_count;
          if v_nieuw < cardinality(p_partijen) then
            raise exception 'one of these already takes part in %', p_tijdvak using errcode = 'serialization_failure';
          end if;
        end $$
        """;

    /// <summary>An application is received, once: it and everyone whom it binds (2.8, fourth paragraph), in one call on the way to commit.</summary>
    public static void Ontvang(IDocumentSession sessie, string zaaknummer, AanvraagIngediend ingediend)
    {
        sessie.QueueSqlCommand(
            "call aanvragen.ontvang(?, ?, ?, ?)",
            ingediend.Tijdvak,
            zaaknummer,
            ingediend.Op,
            ingediend.Gebonden.ToArray()
        );
        Banden.Noteer(sessie, zaaknummer, ingediend);
    }

    /// <param name="soort">volledig, vervallen and the like: each is said at most once of a case.</param>
    public static void Zegt(IDocumentSession sessie, string tijdvak, string zaaknummer, string soort, Instant op) =>
        sessie.QueueSqlCommand("call aanvragen.bewaak_ontvangst(?, ?, ?, ?)", tijdvak, zaaknummer, soort, op);

    /// <summary>After a withdrawal all whom it bound may apply again in the window (2.8(4) counts what is asked).</summary>
    public static void TreedUit(IDocumentSession sessie, string zaaknummer, AanvraagIngediend ingediend) =>
        sessie.QueueSqlCommand(
            "delete from aanvragen.deelname where kvk_nummer = any (?) and tijdvak = ? and zaaknummer = ?",
            ingediend.Gebonden.ToArray(),
            ingediend.Tijdvak,
            zaaknummer
        );

    /// <summary>
    /// The moment at which something is said of these cases: at the door, or when the horizon has passed that (the clock went back), just after
    /// the horizon. Only who met something looks.
    /// </summary>
    public static async Task<Instant> Moment(NpgsqlDataSource bron, Aanroep aanroep, IReadOnlyList<string> zaken, CancellationToken ct) =>
        aanroep.Poging == 1 ? aanroep.Binnen : Deurstand.Na(await Horizon(bron, zaken, ct), aanroep.Binnen);

    /// <summary>The furthest horizon of the windows of these cases; null when none was said.</summary>
    public static async Task<Instant?> Horizon(NpgsqlDataSource bron, IReadOnlyList<string> zaken, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select max(s.tot) from aanvragen.gezegd g join aanvragen.ontvangststand s using (tijdvak)
            where g.zaaknummer = any ($1) and g.soort = 'ingediend'
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. zaken] });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return await rij.IsDBNullAsync(0, ct) ? null : rij.GetFieldValue<Instant>(0);
    }

    /// <summary>Stops all receipt of the window until this transaction ends, and counts what was said up to and including a moment.</summary>
    public static async Task<int> SluitEnTel(IDocumentSession sessie, string tijdvak, Instant tot, CancellationToken ct)
    {
        await sessie.BeginTransactionAsync(ct);
        await using var slot = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('ontvangst ' || $1, 0))");
        slot.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await sessie.ExecuteAsync(slot, ct);
        // A statement of its own: its snapshot must be taken after the lock. What was counted before cannot have become more.
        await using var tel = new NpgsqlCommand(
            """
            select coalesce(max(s.aantal), 0) + (select count(*)::int from aanvragen.gezegd g
              where g.tijdvak = $1 and g.op > coalesce(max(s.tot), '-infinity') and g.op <= $2)
            from aanvragen.ontvangststand s where s.tijdvak = $1
            """
        );
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
            where exists (select from aanvragen.gezegd g where g.tijdvak = t.tijdvak and g.op > coalesce(s.tot, '-infinity') and g.op <= $1)
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
