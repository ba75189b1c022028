using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Aanvragen;

/// <summary>An award of this scheme to an enterprise, for the grounds of 2.12 under g and k and the de-minimis room.</summary>
/// <param name="MetKosten">Whether it was for A or C.</param>
/// <param name="Bedrag">Euro; of a party of a partnership its part.</param>
/// <param name="KvkNummer">Whose award it is; null in what was kept before partnerships were assessed: the applicant's.</param>
/// <param name="Aanvrager">KVK number of who applied; null likewise.</param>
public sealed record Subsidie(
    string Zaaknummer,
    string Tijdvak,
    bool MetKosten,
    decimal Bedrag,
    LocalDate VerleendOp,
    Instant Verleend,
    Instant? Vastgesteld,
    string? KvkNummer = null,
    string? Aanvrager = null
)
{
    /// <summary>Whether it was granted to the applicant, as ground k asks, and not only to a party beside it.</summary>
    internal bool AanAanvrager(AanvraagIngediend ingediend) => (Aanvrager ?? KvkNummer ?? ingediend.KvkNummer) == ingediend.KvkNummer;

    /// <summary>Whether it was granted in the same window to someone who may ask once there, as ground g asks.</summary>
    internal bool InTijdvak(AanvraagIngediend ingediend) =>
        Tijdvak == ingediend.Tijdvak && ingediend.Gebonden.Contains(KvkNummer ?? ingediend.KvkNummer);
}

/// <summary>The awards that were heard of, of a partnership with the part of each party; each message fills its own columns, so that they may come in any order and again.</summary>
internal static partial class Subsidies
{
    internal const string Ddl = """
        create table if not exists {schema}.subsidie (
          zaaknummer text primary key,
          kvk_nummer text not null,
          tijdvak text not null,
          met_kosten boolean,
          bedrag numeric(15,2),
          verleend_op date,
          verleend timestamptz,
          vastgesteld timestamptz
        );
        create index if not exists subsidie_kvk_nummer on {schema}.subsidie (kvk_nummer);
        create table if not exists {schema}.subsidiedeel (
          zaaknummer text not null,
          kvk_nummer text not null,
          bedrag numeric(15,2) not null,
          primary key (zaaknummer, kvk_nummer)
        );
        create index if not exists subsidiedeel_kvk_nummer on {schema}.subsidiedeel (kvk_nummer);
        alter table {schema}.subsidie add column if not exists gewijzigd_bedrag numeric(15,2);
        alter table {schema}.subsidiedeel add column if not exists gewijzigd_bedrag numeric(15,2);
        alter table {schema}.subsidiedeel add column if not exists aangepast_bedrag numeric(15,2);
        alter table {schema}.subsidiedeel add column if not exists aangepast_versie int;
        alter table {schema}.subsidie add column if not exists ingetrokken_bedrag numeric(15,2);
        alter table {schema}.subsidiedeel add column if not exists ingetrokken_bedrag numeric(15,2);
        create table if not exists {schema}.subsidieintrekking (
          zaaknummer text not null,
          besluit text not null,
          kvk_nummer text not null,
          bedrag numeric(15,2),
          blijft numeric(15,2),
          herroepen boolean not null default false,
          primary key (zaaknummer, besluit, kvk_nummer)
        )
        """;

    public static void Verleend(IDocumentSession sessie, SubsidieVerleendBericht bericht)
    {
        sessie.QueueSqlCommand(
            """
            insert into aanvragen.subsidie as s (zaaknummer, kvk_nummer, tijdvak, met_kosten, bedrag, verleend_op, verleend) values (?, ?, ?, ?, ?, ?, ?)
            on conflict (zaaknummer) do update set met_kosten = case when s.gewijzigd_bedrag is null then excluded.met_kosten else s.met_kosten end,
              bedrag = excluded.bedrag, verleend_op = excluded.verleend_op, verleend = excluded.verleend
            """,
            bericht.Zaaknummer,
            bericht.KvkNummer,
            bericht.Tijdvak,
            bericht.Activiteiten.Any(a => a is "A" or "C"),
            bericht.Bedrag,
            bericht.Besluitdatum,
            bericht.Op
        );
        foreach (var (kvkNummer, bedrag) in bericht.Partijen ?? new Dictionary<string, decimal>())
        {
            sessie.QueueSqlCommand(
                """
                insert into aanvragen.subsidiedeel (zaaknummer, kvk_nummer, bedrag) values (?, ?, ?)
                on conflict (zaaknummer, kvk_nummer) do update set bedrag = excluded.bedrag
                """,
                bericht.Zaaknummer,
                kvkNummer,
                bedrag
            );
        }
    }

    /// <summary>
    /// Another award, by a decision on objection or one that mends a mistake; what was awarded, or made of it before, may be heard later, and changes
    /// nothing of this then. It only goes up, so the highest is the latest; of that are the parts too.
    /// </summary>
    public static void Gewijzigd(IDocumentSession sessie, VerleningGewijzigdBericht bericht)
    {
        sessie.QueueSqlCommand(
            """
            insert into aanvragen.subsidie as s (zaaknummer, kvk_nummer, tijdvak, met_kosten, gewijzigd_bedrag) values (?, ?, ?, ?, ?)
            on conflict (zaaknummer) do update set met_kosten = excluded.met_kosten, gewijzigd_bedrag = excluded.gewijzigd_bedrag
            where s.gewijzigd_bedrag is null or s.gewijzigd_bedrag <= excluded.gewijzigd_bedrag
            """,
            bericht.Zaaknummer,
            bericht.KvkNummer,
            bericht.Tijdvak,
            bericht.Activiteiten.Any(a => a is "A" or "C"),
            bericht.Bedrag
        );
        foreach (var (kvkNummer, bedrag) in bericht.Partijen ?? new Dictionary<string, decimal>())
        {
            sessie.QueueSqlCommand(
                """
                insert into aanvragen.subsidiedeel (zaaknummer, kvk_nummer, bedrag, gewijzigd_bedrag) values (?, ?, ?, ?)
                on conflict (zaaknummer, kvk_nummer) do update set gewijzigd_bedrag = excluded.gewijzigd_bedrag
                where not exists (select from aanvragen.subsidie s where s.zaaknummer = excluded.zaaknummer and s.gewijzigd_bedrag > ?)
                """,
                bericht.Zaaknummer,
                kvkNummer,
                bedrag,
                bedrag,
                bericht.Bedrag
            );
        }
    }

    /// <summary>Another division over the parties, at their request; who left has no part any more. The highest version is the latest.</summary>
    public static void Aangepast(IDocumentSession sessie, VerleningAangepastBericht bericht)
    {
        var (was, wordt) = (
            bericht.PartijenWas ?? new Dictionary<string, decimal>(),
            bericht.Partijen ?? new Dictionary<string, decimal>()
        );
        foreach (var kvkNummer in was.Keys.Union(wordt.Keys))
        {
            sessie.QueueSqlCommand(
                """
                insert into aanvragen.subsidiedeel as d (zaaknummer, kvk_nummer, bedrag, aangepast_bedrag, aangepast_versie) values (?, ?, ?, ?, ?)
                on conflict (zaaknummer, kvk_nummer) do update set aangepast_bedrag = excluded.aangepast_bedrag, aangepast_versie = excluded.aangepast_versie
                where coalesce(d.aangepast_versie, 0) < excluded.aangepast_versie
                """,
                bericht.Zaaknummer,
                kvkNummer,
                wordt.GetValueOrDefault(kvkNummer),
                wordt.GetValueOrDefault(kvkNummer),
                bericht.Versienummer
            );
        }
    }

    /// <summary>From the first settlement on; another that comes in its place after an objection changes nothing of that.</summary>
    public static void Vastgesteld(IDocumentSession sessie, SubsidieVastgesteldBericht bericht) =>
        sessie.QueueSqlCommand(
            """
            insert into aanvragen.subsidie as s (zaaknummer, kvk_nummer, tijdvak, vastgesteld) values (?, ?, ?, ?)
            on conflict (zaaknummer) do update set vastgesteld = least(s.vastgesteld, excluded.vastgesteld)
            """,
            bericht.Zaaknummer,
            bericht.KvkNummer,
            bericht.Tijdvak,
            bericht.Op
        );

    /// <summary>Those of the applicant and of the parties that may ask once, in the order of the numbers and cases.</summary>
    public static async Task<IReadOnlyList<Subsidie>> Van(NpgsqlDataSource bron, AanvraagIngediend ingediend, CancellationToken ct) =>
        Bij(ingediend, await Van(bron, [.. ingediend.Betrokken], ct));

    /// <inheritdoc cref="Van(NpgsqlDataSource, AanvraagIngediend, CancellationToken)"/>
    public static IReadOnlyList<Subsidie> Bij(AanvraagIngediend ingediend, ILookup<string, Subsidie> subsidies) =>
        [.. ingediend.Betrokken.Order(StringComparer.Ordinal).SelectMany(kvkNummer => subsidies[kvkNummer])];

    /// <summary>By KVK number, each in the order of the cases. What was withdrawn altogether is as if it was never awarded.</summary>
    public static async Task<ILookup<string, Subsidie>> Van(NpgsqlDataSource bron, string[] kvkNummers, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select s.zaaknummer, s.tijdvak, s.met_kosten, least(coalesce(s.gewijzigd_bedrag, s.bedrag), s.ingetrokken_bedrag), s.verleend_op, s.verleend, s.vastgesteld, s.kvk_nummer, s.kvk_nummer
            from aanvragen.subsidie s
            where s.kvk_nummer = any($1) and s.verleend is not null and s.ingetrokken_bedrag is distinct from 0
              and not exists (select from aanvragen.subsidiedeel d where d.zaaknummer = s.zaaknummer)
            union all
            select s.zaaknummer, s.tijdvak, s.met_kosten, least(coalesce(d.aangepast_bedrag, d.gewijzigd_bedrag, d.bedrag), d.ingetrokken_bedrag), s.verleend_op, s.verleend, s.vastgesteld, d.kvk_nummer, s.kvk_nummer
            from aanvragen.subsidiedeel d join aanvragen.subsidie s on s.zaaknummer = d.zaaknummer
            where d.kvk_nummer = any($1) and s.verleend is not null and s.ingetrokken_bedrag is distinct from 0 and d.aangepast_bedrag is distinct from 0
            order by 1
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = kvkNummers });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var subsidies = new List<Subsidie>();
        while (await rij.ReadAsync(ct))
        {
            subsidies.Add(
                new Subsidie(
                    rij.GetString(0),
                    rij.GetString(1),
                    rij.GetBoolean(2),
                    rij.GetDecimal(3),
                    rij.GetFieldValue<LocalDate>(4),
                    rij.GetFieldValue<Instant>(5),
                    await rij.IsDBNullAsync(6, ct) ? null : rij.GetFieldValue<Instant>(6),
                    rij.GetString(7),
                    rij.GetString(8)
                )
            );
        }
        return subsidies.ToLookup(s => s.KvkNummer!);
    }

    /// <summary>The awards as they stood at a moment.</summary>
    public static IReadOnlyList<Subsidie> Op(IEnumerable<Subsidie> subsidies, Instant moment) =>
        [
            .. subsidies
                .Where(s => s.Verleend <= moment)
                .Select(s => s.Vastgesteld is { } vastgesteld && vastgesteld > moment ? s with { Vastgesteld = null } : s),
        ];
}
