using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Herbouw;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Zaken.Afstemming;

/// <summary>
/// What the reconciliations found and what people did about it: the one thing in this context that follows from no message. A difference is the
/// same alarm as long as it is there with the same numbers; when it was handled and comes again after it was gone, it is another.
/// </summary>
public sealed class Alarmtabel(Contextregister contexten)
{
    internal const string Ddl = """
        create table if not exists {schema}.afstemming (
          id uuid primary key,
          op timestamptz not null,
          verslag jsonb not null
        );
        create index if not exists afstemming_op on {schema}.afstemming (op);
        create table if not exists {schema}.alarm (
          id uuid primary key,
          kenmerk text not null,
          context text not null,
          regel text not null,
          onderwerp text not null,
          zaaknummer text,
          verwacht text not null,
          gevonden text not null,
          eerst_op timestamptz not null,
          laatst_op timestamptz not null,
          weg_op timestamptz,
          gemeld_op timestamptz,
          afgehandeld_op timestamptz,
          afgehandeld_door text,
          reden uuid,
          reden_hash text
        );
        create unique index if not exists alarm_eenmaal on {schema}.alarm (kenmerk) where weg_op is null;
        create index if not exists alarm_open on {schema}.alarm (eerst_op, id) where afgehandeld_op is null;
        create index if not exists alarm_aanwezig on {schema}.alarm (eerst_op, id) where weg_op is null
        """;

    /// <summary>How it stands, in one look.</summary>
    /// <param name="Op">Of the last reconciliation; null when there was none.</param>
    /// <param name="Oud">How long ago that was.</param>
    /// <param name="Open">Alarms that nobody handled.</param>
    internal sealed record Stand(Instant? Op, TimeSpan? Oud, long Open);

    private NpgsqlDataSource Bron => contexten.Van(typeof(ZakenContext)).Bron;

    internal async Task Schrijf(Afstemverslag verslag, Afstemuitslag uitslag, CancellationToken ct)
    {
        // Of what is not named it is not known whether it is gone.
        string[] afgekapt = [.. uitslag.Controles.Where(c => c.Verschillen > Rijenvergelijking.Genoemd).Select(c => c.Regel).Distinct()];
        var verschillen = uitslag.Verschillen.DistinctBy(Kenmerk).ToList();
        string[] kenmerken = [.. verschillen.Select(Kenmerk)];
        await using var verbinding = await Bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        await Voer(verbinding, "delete from zaken.afstemming where op < now() - interval '2 years'", ct);
        await Voer(
            verbinding,
            "insert into zaken.afstemming (id, op, verslag) values ($1, $2, $3)",
            ct,
            Waarde(Guid.CreateVersion7()),
            Waarde(verslag.Op),
            new NpgsqlParameter
            {
                Value = JsonSerializer.Serialize(verslag, Platform.Stromen.Json.Opties),
                NpgsqlDbType = NpgsqlDbType.Jsonb,
            }
        );
        await Voer(
            verbinding,
            "update zaken.alarm set laatst_op = $1, weg_op = null where kenmerk = any($2) and (weg_op is null or afgehandeld_op is null)",
            ct,
            Waarde(verslag.Op),
            Waarde(kenmerken)
        );
        await Voer(
            verbinding,
            """
            insert into zaken.alarm (id, kenmerk, context, regel, onderwerp, zaaknummer, verwacht, gevonden, eerst_op, laatst_op)
            select v.*, $9, $9 from unnest($1, $2, $3, $4, $5, $6, $7, $8) v (id, kenmerk, context, regel, onderwerp, zaaknummer, verwacht, gevonden)
            on conflict (kenmerk) where weg_op is null do nothing
            """,
            ct,
            Waarde(verschillen.Select(_ => Guid.CreateVersion7()).ToArray()),
            Waarde(kenmerken),
            Waarde(verschillen.Select(v => v.Context).ToArray()),
            Waarde(verschillen.Select(v => v.Regel).ToArray()),
            Waarde(verschillen.Select(v => v.Onderwerp).ToArray()),
            Waarde(verschillen.Select(v => v.Zaaknummer).ToArray()),
            Waarde(verschillen.Select(v => v.Verwacht).ToArray()),
            Waarde(verschillen.Select(v => v.Gevonden).ToArray()),
            Waarde(verslag.Op)
        );
        await Voer(
            verbinding,
            "update zaken.alarm set weg_op = $1 where weg_op is null and kenmerk <> all($2) and regel <> all($3)",
            ct,
            Waarde(verslag.Op),
            Waarde(kenmerken),
            Waarde(afgekapt)
        );
        await transactie.CommitAsync(ct);
    }

    internal async Task<Stand> Zie(CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand(
            """
            select op, extract(epoch from now() - op)::float8, (select count(*) from zaken.alarm where afgehandeld_op is null)
            from (select max(op) as op from zaken.afstemming) a
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return new(
            await rij.IsDBNullAsync(0, ct) ? null : rij.GetFieldValue<Instant>(0),
            await rij.IsDBNullAsync(1, ct) ? null : TimeSpan.FromSeconds(rij.GetDouble(1)),
            rij.GetInt64(2)
        );
    }

    /// <summary>Null when there was none.</summary>
    internal async Task<Afstemverslag?> Laatste(CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand("select verslag::text from zaken.afstemming order by op desc limit 1");
        return await opdracht.ExecuteScalarAsync(ct) is string verslag
            ? JsonSerializer.Deserialize<Afstemverslag>(verslag, Platform.Stromen.Json.Opties)
            : null;
    }

    /// <summary>Those that nobody handled, the oldest first, and then those that were and are there still; each with where its reason is.</summary>
    /// <param name="zonder">Not those of these cases.</param>
    internal async Task<IReadOnlyList<(Alarm Alarm, Verwijzing? Reden)>> Lijst(int hoogstens, string[] zonder, CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand(
            $"""
            select id, context, regel, onderwerp, verwacht, gevonden, eerst_op, laatst_op, weg_op is null, zaaknummer, afgehandeld_op,
              afgehandeld_door, reden, reden_hash
            from zaken.alarm where (afgehandeld_op is null or weg_op is null) and coalesce(zaaknummer, '') <> all($1)
            order by afgehandeld_op is not null, eerst_op, id limit {hoogstens}
            """
        );
        opdracht.Parameters.Add(Waarde(zonder));
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var alarmen = new List<(Alarm, Verwijzing?)>();
        while (await rij.ReadAsync(ct))
        {
            alarmen.Add(
                (
                    new Alarm(
                        rij.GetGuid(0),
                        rij.GetString(1),
                        rij.GetString(2),
                        rij.GetString(3),
                        rij.GetString(4),
                        rij.GetString(5),
                        rij.GetFieldValue<Instant>(6),
                        rij.GetFieldValue<Instant>(7),
                        rij.GetBoolean(8),
                        rij.Tekst("zaaknummer"),
                        rij.OfNiets<Instant>("afgehandeld_op"),
                        rij.Tekst("afgehandeld_door")
                    ),
                    rij.OfNiets<Guid>("reden") is { } reden ? new Verwijzing(reden, rij.GetString(13)) : null
                )
            );
        }
        return alarmen;
    }

    /// <summary>The alarms that nobody was told of and nobody handled, the oldest first.</summary>
    internal async Task<IReadOnlyList<Guid>> Ongemeld(CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand(
            "select id from zaken.alarm where gemeld_op is null and afgehandeld_op is null order by eerst_op, id"
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var alarmen = new List<Guid>();
        while (await rij.ReadAsync(ct))
        {
            alarmen.Add(rij.GetGuid(0));
        }
        return alarmen;
    }

    internal async Task Gemeld(IReadOnlyList<Guid> alarmen, CancellationToken ct)
    {
        await using var verbinding = await Bron.OpenConnectionAsync(ct);
        await Voer(verbinding, "update zaken.alarm set gemeld_op = now() where id = any($1)", ct, Waarde(alarmen.ToArray()));
    }

    private static string Kenmerk(Verschil v) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', v.Context, v.Regel, v.Onderwerp, v.Verwacht, v.Gevonden)))
        );

    private static NpgsqlParameter<T> Waarde<T>(T waarde) => new() { TypedValue = waarde };

    private static async Task Voer(NpgsqlConnection verbinding, string sql, CancellationToken ct, params NpgsqlParameter[] waarden)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        opdracht.Parameters.AddRange(waarden);
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
