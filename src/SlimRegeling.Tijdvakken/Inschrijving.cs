using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// What the window has heard of an application. Each message fills its own columns, so that they may come in any order and again; where it stands
/// in the order (<c>plaats_op</c>) and what it needs (<c>doel</c>, euro) follow from them in the table. <c>rang</c>, <c>staat</c> and
/// <c>gereserveerd</c> are those of <see cref="Verdeling.Wachtrij"/>.
/// </summary>
/// <param name="Partijen">KVK numbers that may ask once in a window.</param>
/// <param name="Verbonden">KVK numbers of enterprises that these were declared to be linked to.</param>
/// <param name="Weg">Lapsed or refused.</param>
/// <param name="Onvolledig">Received incomplete, and nobody found it complete since: no place until then, or until it is completed (2.10, third
/// paragraph; KR 2.3).</param>
/// <param name="Banden">Which of the parties is linked to which of <c>Verbonden</c>; null when one party alone says it, or it was not told.</param>
/// <param name="Meegedaan">Whether it takes part: true once it had a rank, false when it was left out, null when that is still to be decided.</param>
/// <param name="LatereBanden">Which of the parties was told with the completion to be linked to what.</param>
/// <param name="IngediendBinnen">When it came to the door; null when that is <c>IngediendOp</c>. By this those of one moment stand in order.</param>
/// <param name="AangevuldBinnen">The same of the completion.</param>
public sealed record Inschrijving(
    string Zaaknummer,
    IReadOnlyList<string> Partijen,
    IReadOnlyList<string> Verbonden,
    decimal Gevraagd,
    Instant IngediendOp,
    Instant? AanvullingOp,
    Instant? AangevuldOp,
    bool Weg,
    bool Onvolledig = false,
    IReadOnlyList<Band>? Banden = null,
    bool? Meegedaan = null,
    IReadOnlyList<Band>? LatereBanden = null,
    Instant? IngediendBinnen = null,
    Instant? AangevuldBinnen = null
)
{
    /// <summary>Its place in the order of receipt.</summary>
    internal (Instant Op, Instant Binnen) Ontvangen => (IngediendOp, IngediendBinnen ?? IngediendOp);

    /// <summary>Of what was completed: its place in the order of completion.</summary>
    internal (Instant Op, Instant Binnen)? Voltooid => AangevuldOp is { } op ? (op, AangevuldBinnen ?? op) : null;

    public bool IsVolledig => this is { AanvullingOp: null, AangevuldOp: null, Onvolledig: false };

    internal const string Ddl = """
        create table if not exists {schema}.inschrijving (
          zaaknummer text primary key,
          tijdvak text not null,
          kvk_nummer text,
          aanvragertype text,
          regelversie text,
          gevraagd numeric(15,2),
          ingediend_op timestamptz,
          onvolledig boolean not null default false,
          volledig_op timestamptz,
          aanvulling_op timestamptz,
          aangevuld_op timestamptz,
          aangevuld_gevraagd numeric(15,2),
          beoordeeld_op timestamptz,
          beoordeeld numeric(15,2),
          vervallen_op timestamptz,
          afgewezen_op timestamptz,
          plaats_op timestamptz generated always as (
            case when vervallen_op is not null or afgewezen_op is not null then null
              when aangevuld_op is not null then aangevuld_op
              when aanvulling_op is not null or (onvolledig and volledig_op is null) then null
              else ingediend_op end) stored,
          doel numeric(15,2) generated always as (least(coalesce(aangevuld_gevraagd, gevraagd), beoordeeld)) stored,
          rang int,
          staat text,
          gereserveerd numeric(15,2) not null default 0
        );
        alter table {schema}.inschrijving add column if not exists ingediend_binnen timestamptz;
        alter table {schema}.inschrijving add column if not exists aangevuld_binnen timestamptz;
        create index if not exists inschrijving_nieuw on {schema}.inschrijving (tijdvak, plaats_op, zaaknummer) where staat is null;
        create index if not exists inschrijving_wacht on {schema}.inschrijving (tijdvak, rang) where staat = 'wacht';
        create index if not exists inschrijving_rang on {schema}.inschrijving (tijdvak, rang);
        create table if not exists {schema}.inschrijving_kvk (
          zaaknummer text not null,
          tijdvak text not null,
          kvk_nummer text not null,
          verbonden boolean not null,
          van text[] not null default '{}',
          primary key (zaaknummer, kvk_nummer, verbonden)
        );
        alter table {schema}.inschrijving_kvk add column if not exists van text[] not null default '{}';
        alter table {schema}.inschrijving_kvk add column if not exists later_van text[] not null default '{}';
        create index if not exists inschrijving_kvk_tijdvak on {schema}.inschrijving_kvk (tijdvak, kvk_nummer);
        create table if not exists {schema}.gehoord (
          zaaknummer text not null,
          soort text not null,
          tijdvak text not null,
          op timestamptz not null,
          primary key (zaaknummer, soort)
        );
        create index if not exists gehoord_tijdvak on {schema}.gehoord (tijdvak, op);
        create table if not exists {schema}.horizon (
          tijdvak text primary key,
          tot timestamptz not null,
          aantal int not null,
          zeker_tot timestamptz not null default '-infinity',
          zeker_aantal int not null default 0
        )
        """;

    private const string Telt =
        "with g as (insert into tijdvakken.gehoord (zaaknummer, soort, tijdvak, op) values (?, ?, ?, ?) on conflict do nothing) ";

    internal static void Ingediend(IDocumentSession sessie, AanvraagIngediendBericht b)
    {
        string[] partijen = [.. (b.Partijen ?? [b.KvkNummer]).Distinct()];
        string[] verbonden = [.. (b.Verbonden ?? []).Distinct()];
        sessie.QueueSqlCommand(
            """
            with g as (insert into tijdvakken.gehoord (zaaknummer, soort, tijdvak, op) values (?, 'ingediend', ?, ?) on conflict do nothing),
            k as (
              insert into tijdvakken.inschrijving_kvk (zaaknummer, tijdvak, kvk_nummer, verbonden, van)
              select ?, ?, u.kvk, u.verbonden, string_to_array(u.van, ' ') from unnest(?, ?, ?) u (kvk, verbonden, van)
              on conflict (zaaknummer, kvk_nummer, verbonden) do update set van = excluded.van
            )
            insert into tijdvakken.inschrijving (zaaknummer, tijdvak, kvk_nummer, aanvragertype, regelversie, gevraagd, ingediend_op, onvolledig,
              ingediend_binnen)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (zaaknummer) do update set kvk_nummer = excluded.kvk_nummer, aanvragertype = excluded.aanvragertype,
              regelversie = excluded.regelversie, gevraagd = excluded.gevraagd, ingediend_op = excluded.ingediend_op,
              onvolledig = excluded.onvolledig, ingediend_binnen = excluded.ingediend_binnen
            """,
            b.Zaaknummer,
            b.Tijdvak,
            b.Op,
            b.Zaaknummer,
            b.Tijdvak,
            (string[])[.. partijen, .. verbonden],
            (bool[])[.. partijen.Select(_ => false), .. verbonden.Select(_ => true)],
            (string[])[.. partijen.Select(_ => ""), .. verbonden.Select(met => Noemers(b.VerbondenPerPartij, met))],
            b.Zaaknummer,
            b.Tijdvak,
            b.KvkNummer,
            (object?)b.Aanvragertype ?? DBNull.Value,
            b.Regelversie,
            b.Gevraagd,
            b.Op,
            b.Ontbreekt is { Count: > 0 },
            (object?)b.Binnengekomen ?? DBNull.Value
        );
    }

    internal static void AanvullingGevraagd(IDocumentSession sessie, string zaaknummer, string tijdvak, Instant op) =>
        Zet(sessie, zaaknummer, tijdvak, "aanvulling", "aanvulling_op", op, op);

    internal static void Aangevuld(IDocumentSession sessie, AanvraagAangevuldBericht b)
    {
        string[] verbonden = [.. (b.VerbondenPerPartij?.Values ?? []).SelectMany(met => met).Distinct()];
        sessie.QueueSqlCommand(
            """
            with g as (insert into tijdvakken.gehoord (zaaknummer, soort, tijdvak, op) values (?, 'aangevuld', ?, ?) on conflict do nothing),
            k as (
              insert into tijdvakken.inschrijving_kvk (zaaknummer, tijdvak, kvk_nummer, verbonden, later_van)
              select ?, ?, u.kvk, true, string_to_array(u.van, ' ') from unnest(?, ?) u (kvk, van)
              on conflict (zaaknummer, kvk_nummer, verbonden) do update set later_van = excluded.later_van
            )
            insert into tijdvakken.inschrijving (zaaknummer, tijdvak, aangevuld_op, aangevuld_gevraagd, aangevuld_binnen) values (?, ?, ?, ?, ?)
            on conflict (zaaknummer) do update set aangevuld_op = excluded.aangevuld_op, aangevuld_gevraagd = excluded.aangevuld_gevraagd,
              aangevuld_binnen = excluded.aangevuld_binnen
            """,
            b.Zaaknummer,
            b.Tijdvak,
            b.Op,
            b.Zaaknummer,
            b.Tijdvak,
            verbonden,
            (string[])[.. verbonden.Select(met => Noemers(b.VerbondenPerPartij, met))],
            b.Zaaknummer,
            b.Tijdvak,
            b.Op,
            b.Gevraagd,
            (object?)b.Binnengekomen ?? DBNull.Value
        );
    }

    /// <summary>Whoever is found complete keeps the place that it has; what was received incomplete gets that of its receipt.</summary>
    internal static void Volledig(IDocumentSession sessie, string zaaknummer, string tijdvak, Instant op) =>
        Zet(sessie, zaaknummer, tijdvak, "volledig", "volledig_op", op, op);

    internal static void Vervallen(IDocumentSession sessie, string zaaknummer, string tijdvak, Instant op) =>
        Zet(sessie, zaaknummer, tijdvak, "vervallen", "vervallen_op", op, op);

    /// <summary>Not of those that the horizon counts: it is said by another context.</summary>
    internal static void Afgewezen(IDocumentSession sessie, string zaaknummer, string tijdvak, Instant op) =>
        sessie.QueueSqlCommand(
            """
            insert into tijdvakken.inschrijving (zaaknummer, tijdvak, afgewezen_op) values (?, ?, ?)
            on conflict (zaaknummer) do update set afgewezen_op = excluded.afgewezen_op
            """,
            zaaknummer,
            tijdvak,
            op
        );

    internal static void Horizon(IDocumentSession sessie, string tijdvak, Instant tot, int aantal) =>
        sessie.QueueSqlCommand(
            """
            insert into tijdvakken.horizon as h (tijdvak, tot, aantal) values (?, ?, ?)
            on conflict (tijdvak) do update set tot = excluded.tot, aantal = excluded.aantal where h.tot < excluded.tot
            """,
            tijdvak,
            tot,
            aantal
        );

    /// <summary>How far Aanvragen said it was, and whether as much was heard as it said.</summary>
    internal static async Task<Gehoord> Stand(IDocumentSession sessie, string tijdvak, CancellationToken ct)
    {
        // What was certain before is not counted again: nothing can be said below it any more.
        await using var opdracht = new NpgsqlCommand(
            """
            select h.tot, h.aantal, h.zeker_tot, h.zeker_aantal
              + (select count(*)::int from tijdvakken.gehoord g where g.tijdvak = h.tijdvak and g.op > h.zeker_tot and g.op <= h.tot)
            from tijdvakken.horizon h where h.tijdvak = $1
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        return await rij.ReadAsync(ct)
            ? new Gehoord(
                await rij.GetFieldValueAsync<Instant>(0, ct),
                rij.GetInt32(1),
                rij.GetInt32(3),
                await rij.GetFieldValueAsync<Instant>(2, ct)
            )
            : new Gehoord(Instant.MinValue, 0, 0, Instant.MinValue);
    }

    internal static void Zeker(IDocumentSession sessie, string tijdvak, Gehoord gehoord) =>
        sessie.QueueSqlCommand(
            "update tijdvakken.horizon set zeker_tot = ?, zeker_aantal = ? where tijdvak = ?",
            gehoord.Tot,
            gehoord.Gezegd,
            tijdvak
        );

    /// <summary>The parties that say to be linked to this number.</summary>
    private static string Noemers(IReadOnlyDictionary<string, IReadOnlyList<string>>? perPartij, string met) =>
        string.Join(
            ' ',
            (perPartij ?? new Dictionary<string, IReadOnlyList<string>>()).Where(p => p.Value.Contains(met)).Select(p => p.Key)
        );

    private static void Zet(
        IDocumentSession sessie,
        string zaaknummer,
        string tijdvak,
        string soort,
        string kolom,
        Instant waarde,
        Instant op
    ) =>
        sessie.QueueSqlCommand(
            $"""
            {Telt}insert into tijdvakken.inschrijving (zaaknummer, tijdvak, {kolom}) values (?, ?, ?)
            on conflict (zaaknummer) do update set {kolom} = excluded.{kolom}
            """,
            zaaknummer,
            soort,
            tijdvak,
            op,
            zaaknummer,
            tijdvak,
            waarde
        );
}

/// <summary>
/// Up to <c>Tot</c> Aanvragen said <c>Gezegd</c> messages, of which <c>Aantal</c> came in. Up to <c>ZekerTot</c> all of them had come in before.
/// </summary>
public sealed record Gehoord(Instant Tot, int Gezegd, int Aantal, Instant ZekerTot)
{
    public bool Alles => Aantal == Gezegd;

    /// <summary>Below this nothing can come that changes the order.</summary>
    public Instant Grens => Alles ? Tot : ZekerTot;
}
