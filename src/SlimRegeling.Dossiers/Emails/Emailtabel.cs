using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>
/// E-mail that was asked for and how it stands, and where each enterprise wants it. It is no part of a decision: a table and no stream. What is
/// written here is committed at once, since the conversation with a server cannot be rolled back.
/// </summary>
public sealed class Emailtabel(Contextregister contexten)
{
    internal const string Ddl = """
        create table if not exists {schema}.email (
          sleutel text primary key,
          kvk_nummer text not null,
          gever text,
          soort text not null,
          zaaknummer text not null,
          sluit timestamptz,
          bij_concept boolean not null,
          stand text not null,
          gemaakt_op timestamptz not null,
          volgende_op timestamptz not null,
          stand_op timestamptz not null,
          tot timestamptz not null,
          pogingen int not null default 0,
          fout text
        );
        create index if not exists email_wacht on {schema}.email (volgende_op, sleutel) where stand = 'Wacht';
        create index if not exists email_open on {schema}.email (kvk_nummer) where stand not in ('Verzonden', 'Vervallen');
        create index if not exists email_zaaknummer on {schema}.email (zaaknummer);
        create table if not exists {schema}.emailadres (
          kvk_nummer text primary key,
          gegevens uuid,
          hash text,
          op timestamptz not null,
          versie bigint,
          onbestelbaar_op timestamptz,
          fout text
        );
        create table if not exists {schema}.meelezer (
          zaaknummer text not null,
          kvk_nummer text not null,
          primary key (zaaknummer, kvk_nummer)
        )
        """;

    /// <summary>An address that e-mail can go to, as <c>a</c>; where it is of follows.</summary>
    internal const string BruikbaarAdres = "select from dossiers.emailadres a where a.gegevens is not null and a.onbestelbaar_op is null";

    /// <summary>Kept by whoever gives this e-mail to the server, for as long as that takes: without it nobody does.</summary>
    internal const string Slot = "hashtextextended('email ' || sleutel, 0)";

    private NpgsqlDataSource Bron => contexten.Van(typeof(DossiersContext)).Bron;

    public async Task<Email?> Lees(string sleutel, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            "select kvk_nummer, gever, soort, zaaknummer, sluit, bij_concept, pogingen, tot from dossiers.email where sleutel = $1 and stand = 'Wacht'",
            Tekst(sleutel)
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        return await rij.ReadAsync(ct)
            ? new Email(
                sleutel,
                rij.GetString(0),
                await rij.IsDBNullAsync(1, ct) ? null : rij.GetString(1),
                Enum.Parse<Emailsoort>(rij.GetString(2)),
                rij.GetString(3),
                await rij.IsDBNullAsync(4, ct) ? null : rij.GetFieldValue<Instant>(4),
                rij.GetBoolean(5),
                rij.GetInt32(6),
                rij.GetFieldValue<Instant>(7)
            )
            : null;
    }

    /// <summary>Where the facts are that hold the address; null without one that can be used.</summary>
    public async Task<(Guid Gegevens, string Hash)?> Adres(string kvkNummer, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            "select gegevens, hash from dossiers.emailadres where kvk_nummer = $1 and gegevens is not null and onbestelbaar_op is null",
            Tekst(kvkNummer)
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        return await rij.ReadAsync(ct) ? (rij.GetGuid(0), rij.GetString(1)) : null;
    }

    /// <summary>From now on it may have gone; false when it need not go any more.</summary>
    public async Task<bool> Neem(string sleutel, Instant nu, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            "update dossiers.email set stand = 'Onderweg', stand_op = $2, pogingen = pogingen + 1, fout = null where sleutel = $1 and stand = 'Wacht'",
            Tekst(sleutel),
            Moment(nu)
        );
        return await opdracht.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>How it stands now. Also while the program stops: what is known must not be lost.</summary>
    /// <param name="gegevens">The address that it went to, or would have.</param>
    public async Task Zet(Email email, Guid? gegevens, Bezorging.Uitslag uitslag, Instant nu)
    {
        await using var opdracht = Opdracht(
            """
            with adres as (
              update dossiers.emailadres set onbestelbaar_op = $4, fout = $5 where $6 and kvk_nummer = $7 and gegevens = $8 returning 1
            )
            update dossiers.email set stand = $2, volgende_op = $3, stand_op = $4, fout = $5
            where sleutel = $1 and stand in ('Wacht', 'Onderweg', 'Onzeker')
            """,
            Tekst(email.Sleutel),
            Tekst(uitslag.Stand.ToString()),
            Moment(uitslag.VolgendeOp),
            Moment(nu),
            new NpgsqlParameter<string?> { TypedValue = uitslag.Fout },
            new NpgsqlParameter<bool> { TypedValue = uitslag.AdresOnbestelbaar },
            Tekst(email.KvkNummer),
            new NpgsqlParameter<Guid> { TypedValue = gegevens ?? Guid.Empty }
        );
        await opdracht.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>
    /// What nobody gives to the server although it was taken for that, what came too late, and what has an address since. Each holds in whatever
    /// order things happened.
    /// </summary>
    public async Task Veeg(Instant nu, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            $"""
            with verlaten as (
              select sleutel from dossiers.email where stand not in ('Verzonden', 'Vervallen') and stand = 'Onderweg' and pg_try_advisory_xact_lock({Slot})
            ), onzeker as (
              update dossiers.email e set stand = 'Onzeker', stand_op = $1 from verlaten v where e.sleutel = v.sleutel and e.stand = 'Onderweg'
            ), vervallen as (
              update dossiers.email set stand = 'Vervallen', stand_op = $1
              where stand not in ('Verzonden', 'Vervallen') and stand in ('Wacht', 'ZonderAdres') and tot <= $1
            )
            update dossiers.email e set stand = 'Wacht', volgende_op = $1, stand_op = $1
            where stand not in ('Verzonden', 'Vervallen') and stand = 'ZonderAdres' and tot > $1
              and exists ({BruikbaarAdres} and a.kvk_nummer = e.kvk_nummer)
            """,
            Moment(nu)
        );
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    internal NpgsqlCommand Opdracht(string sql, params NpgsqlParameter[] parameters)
    {
        var opdracht = Bron.CreateCommand(sql);
        opdracht.Parameters.AddRange(parameters);
        return opdracht;
    }

    internal static NpgsqlParameter Tekst(string waarde) => new NpgsqlParameter<string> { TypedValue = waarde };

    internal static NpgsqlParameter Moment(Instant waarde) => new NpgsqlParameter<Instant> { TypedValue = waarde };
}
