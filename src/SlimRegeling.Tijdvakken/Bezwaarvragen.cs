using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// What decisions on objections ask of a window, as rows, and what mends a mistake with them, under its own number. An objection asks as long as its last
/// proposal is of after its last decision; both are said by one stream, whose versions tell which was first. <c>voorstel</c> is the hash of that proposal.
/// <c>gereserveerd</c> and <c>uit_reserve</c> follow the reservation, in the same transaction.
/// </summary>
internal static class Bezwaarvragen
{
    public const string Ddl = """
        create table if not exists {schema}.bezwaarvraag (
          bezwaar text primary key,
          zaaknummer text not null,
          tijdvak text,
          gevraagd numeric(15,2) not null default 0,
          gereserveerd numeric(15,2) not null default 0,
          uit_reserve numeric(15,2) not null default 0,
          gevraagd_op timestamptz,
          gevraagd_versie bigint not null default -1,
          afgelopen_versie bigint not null default -1
        );
        alter table {schema}.bezwaarvraag add column if not exists voorstel text;
        create index if not exists bezwaarvraag_tijdvak on {schema}.bezwaarvraag (tijdvak) where gevraagd_versie > afgelopen_versie
        """;

    public static void Vraag(IDocumentSession sessie, BezwaarbudgetGevraagdBericht b) =>
        sessie.QueueSqlCommand(
            """
            insert into tijdvakken.bezwaarvraag as v (bezwaar, zaaknummer, tijdvak, gevraagd, gevraagd_op, gevraagd_versie, voorstel)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (bezwaar) do update set tijdvak = excluded.tijdvak, gevraagd = excluded.gevraagd, gevraagd_op = excluded.gevraagd_op,
              gevraagd_versie = excluded.gevraagd_versie, voorstel = excluded.voorstel
            where excluded.gevraagd_versie > v.gevraagd_versie
            """,
            b.Bezwaar,
            b.Zaaknummer,
            b.Tijdvak,
            b.Bedrag,
            b.Op,
            b.Versie ?? 0,
            (object?)b.Voorstel ?? DBNull.Value
        );

    /// <summary>It was decided on the objection, or it was withdrawn: what was asked before asks no more.</summary>
    /// <param name="versie">That of the stream which said so.</param>
    public static void Sluit(IDocumentSession sessie, string bezwaar, string zaaknummer, long versie) =>
        sessie.QueueSqlCommand(
            """
            insert into tijdvakken.bezwaarvraag as v (bezwaar, zaaknummer, afgelopen_versie) values (?, ?, ?)
            on conflict (bezwaar) do update set afgelopen_versie = greatest(v.afgelopen_versie, excluded.afgelopen_versie)
            """,
            bezwaar,
            zaaknummer,
            versie
        );

    /// <param name="budget">What is set apart for it now; null when nothing is.</param>
    public static void Zet(IDocumentSession sessie, string bezwaar, Bezwaarbudget? budget) =>
        sessie.QueueSqlCommand(
            "update tijdvakken.bezwaarvraag set gereserveerd = ?, uit_reserve = ? where bezwaar = ?",
            budget?.Bedrag ?? 0,
            budget?.UitReserve ?? 0,
            bezwaar
        );

    /// <summary>The window of a case; null when nothing of the case was heard.</summary>
    public static async Task<string?> Tijdvak(IDocumentSession sessie, string zaaknummer, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand("select tijdvak from tijdvakken.inschrijving where zaaknummer = $1");
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        return await rij.ReadAsync(ct) ? rij.GetString(0) : null;
    }

    /// <summary>Those that have less than they ask, in the order in which they asked.</summary>
    public static async Task<IReadOnlyList<Bezwaarvraag>> Open(IDocumentSession sessie, string tijdvak, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            """
            select bezwaar, zaaknummer, gevraagd, gereserveerd, uit_reserve, gevraagd_op, gevraagd_versie, voorstel from tijdvakken.bezwaarvraag
            where tijdvak = $1 and gevraagd_versie > afgelopen_versie and gevraagd > gereserveerd order by gevraagd_op, bezwaar
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        var vragen = new List<Bezwaarvraag>();
        while (await rij.ReadAsync(ct))
        {
            vragen.Add(
                new Bezwaarvraag(
                    rij.GetString(0),
                    rij.GetString(1),
                    rij.GetDecimal(2),
                    rij.GetDecimal(3),
                    rij.GetDecimal(4),
                    await rij.GetFieldValueAsync<Instant>(5, ct),
                    rij.GetInt64(6),
                    await rij.IsDBNullAsync(7, ct) ? null : rij.GetString(7)
                )
            );
        }
        return vragen;
    }
}
