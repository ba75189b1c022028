using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// What the window has heard of an application. Each message fills its own columns, so that they may come in any order and again. The moments
/// <c>*_gezegd_op</c> are those at which Aanvragen said it: they are counted against its <c>OntvangenTot</c>.
/// </summary>
public sealed record Inschrijving(
    string Zaaknummer,
    string? KvkNummer,
    decimal? Gevraagd,
    Instant? IngediendOp,
    Instant? VolledigOntvangenOp,
    bool Aangevuld,
    bool Vervallen
)
{
    internal const string Ddl = """
        create table if not exists {schema}.inschrijving (
          zaaknummer text primary key,
          tijdvak text not null,
          kvk_nummer text,
          gevraagd numeric(15,2),
          ingediend_op timestamptz,
          volledig_ontvangen_op timestamptz,
          aangevuld boolean not null default false,
          ingediend_gezegd_op timestamptz,
          volledig_gezegd_op timestamptz,
          vervallen_gezegd_op timestamptz
        );
        create index if not exists inschrijving_tijdvak on {schema}.inschrijving (tijdvak);
        create table if not exists {schema}.horizon (
          tijdvak text primary key,
          tot timestamptz not null,
          aantal int not null
        )
        """;

    internal static void Ingediend(
        IDocumentSession sessie,
        string zaaknummer,
        string tijdvak,
        string kvkNummer,
        decimal gevraagd,
        Instant op
    ) =>
        sessie.QueueSqlCommand(
            """
            insert into tijdvakken.inschrijving as i (zaaknummer, tijdvak, kvk_nummer, gevraagd, ingediend_op, ingediend_gezegd_op) values (?, ?, ?, ?, ?, ?)
            on conflict (zaaknummer) do update set kvk_nummer = excluded.kvk_nummer, gevraagd = excluded.gevraagd,
              ingediend_op = excluded.ingediend_op, ingediend_gezegd_op = excluded.ingediend_gezegd_op
            """,
            zaaknummer,
            tijdvak,
            kvkNummer,
            gevraagd,
            op,
            op
        );

    internal static void Volledig(
        IDocumentSession sessie,
        string zaaknummer,
        string tijdvak,
        bool aangevuld,
        Instant ontvangenOp,
        Instant op
    ) =>
        sessie.QueueSqlCommand(
            """
            insert into tijdvakken.inschrijving as i (zaaknummer, tijdvak, aangevuld, volledig_ontvangen_op, volledig_gezegd_op) values (?, ?, ?, ?, ?)
            on conflict (zaaknummer) do update set aangevuld = excluded.aangevuld, volledig_ontvangen_op = excluded.volledig_ontvangen_op,
              volledig_gezegd_op = excluded.volledig_gezegd_op
            """,
            zaaknummer,
            tijdvak,
            aangevuld,
            ontvangenOp,
            op
        );

    internal static void Verval(IDocumentSession sessie, string zaaknummer, string tijdvak, Instant op) =>
        sessie.QueueSqlCommand(
            """
            insert into tijdvakken.inschrijving (zaaknummer, tijdvak, vervallen_gezegd_op) values (?, ?, ?)
            on conflict (zaaknummer) do update set vervallen_gezegd_op = excluded.vervallen_gezegd_op
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

    internal static async Task<IReadOnlyList<Inschrijving>> Van(NpgsqlDataSource bron, string tijdvak, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select zaaknummer, kvk_nummer, gevraagd, ingediend_op, volledig_ontvangen_op, aangevuld, vervallen_gezegd_op is not null
            from tijdvakken.inschrijving where tijdvak = $1
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var lijst = new List<Inschrijving>();
        while (await rij.ReadAsync(ct))
        {
            lijst.Add(
                new Inschrijving(
                    rij.GetString(0),
                    rij.IsDBNull(1) ? null : rij.GetString(1),
                    rij.IsDBNull(2) ? null : rij.GetDecimal(2),
                    rij.IsDBNull(3) ? null : rij.GetFieldValue<Instant>(3),
                    rij.IsDBNull(4) ? null : rij.GetFieldValue<Instant>(4),
                    rij.GetBoolean(5),
                    rij.GetBoolean(6)
                )
            );
        }
        return lijst;
    }

    /// <summary>How far Aanvragen said it was, and whether as much was heard as it said.</summary>
    internal static async Task<Gehoord> Stand(NpgsqlDataSource bron, string tijdvak, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select h.tot, h.aantal,
              count(*) filter (where ingediend_gezegd_op <= h.tot) + count(*) filter (where volledig_gezegd_op <= h.tot)
                + count(*) filter (where vervallen_gezegd_op <= h.tot)
            from tijdvakken.horizon h left join tijdvakken.inschrijving i using (tijdvak) where h.tijdvak = $1 group by h.tot, h.aantal
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        return await rij.ReadAsync(ct)
            ? new Gehoord(rij.GetFieldValue<Instant>(0), rij.GetInt32(1), rij.GetInt64(2))
            : new Gehoord(Instant.MinValue, 0, 0);
    }
}

/// <summary>Up to <c>Tot</c> Aanvragen said <c>Gezegd</c> messages, of which <c>Aantal</c> came in.</summary>
public sealed record Gehoord(Instant Tot, int Gezegd, long Aantal)
{
    public bool Alles => Aantal == Gezegd;
}
