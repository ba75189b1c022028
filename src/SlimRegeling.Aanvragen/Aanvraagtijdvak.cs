using System.Collections.Concurrent;
using System.Diagnostics;
using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Aanvragen;

/// <summary>What is known here of an application window (2.6).</summary>
/// <param name="Plafond">Euro; null of a window that was heard of before this was kept.</param>
/// <param name="Volgorde">loting or binnenkomst; null likewise.</param>
/// <param name="RegistratieVanaf">From when drafts can be made; null likewise: from the publication on.</param>
/// <param name="Overschrijding">stoppen, overslaan or gedeeltelijk: what happens to the first that does not fit; null likewise.</param>
public sealed record Aanvraagtijdvak(
    string Id,
    string Aanvragertype,
    Instant Opent,
    Instant Sluit,
    string Regelversie,
    decimal? Plafond = null,
    string? Volgorde = null,
    Instant? RegistratieVanaf = null,
    string? Overschrijding = null
)
{
    internal const string Ddl = """
        create table if not exists {schema}.tijdvak (
          tijdvak text primary key,
          aanvragertype text not null,
          opent timestamptz not null,
          sluit timestamptz not null,
          regelversie text not null,
          op timestamptz not null
        );
        alter table {schema}.tijdvak add column if not exists plafond numeric(15,2);
        alter table {schema}.tijdvak add column if not exists volgorde text;
        alter table {schema}.tijdvak add column if not exists registratie_vanaf timestamptz;
        alter table {schema}.tijdvak add column if not exists overschrijding text
        """;

    /// <summary>The latest word of Tijdvakken stands, in whatever order its messages come.</summary>
    internal static void Bewaar(IDocumentSession sessie, TijdvakGewijzigdBericht bericht) =>
        sessie.QueueSqlCommand(
            """
            insert into aanvragen.tijdvak as t (tijdvak, aanvragertype, opent, sluit, regelversie, plafond, volgorde, registratie_vanaf,
              overschrijding, op)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tijdvak) do update set aanvragertype = excluded.aanvragertype, opent = excluded.opent, sluit = excluded.sluit,
              regelversie = excluded.regelversie, plafond = excluded.plafond, volgorde = excluded.volgorde,
              registratie_vanaf = excluded.registratie_vanaf, overschrijding = excluded.overschrijding, op = excluded.op
            where t.op < excluded.op
            """,
            bericht.Tijdvak,
            bericht.Aanvragertype,
            bericht.Opent,
            bericht.Sluit,
            bericht.Regelversie,
            bericht.Plafond,
            bericht.Volgorde,
            (object?)bericht.RegistratieVanaf ?? DBNull.Value,
            (object?)bericht.Overschrijding ?? DBNull.Value,
            bericht.Op
        );
}

/// <summary>The windows, kept in memory for a second: on the last day thousands ask for the same one.</summary>
public sealed class Aanvraagtijdvakken(Contextregister contexten)
{
    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (Aanvraagtijdvak Tijdvak, long Gelezen)> _onthouden = new();

    public async ValueTask<Aanvraagtijdvak?> Zoek(string id, CancellationToken ct)
    {
        if (_onthouden.TryGetValue(id, out var bekend) && Stopwatch.GetElapsedTime(bekend.Gelezen) < Houdbaar)
        {
            return bekend.Tijdvak;
        }
        var gelezen = Stopwatch.GetTimestamp();
        if (await Lees(id, ct) is not { } tijdvak)
        {
            return null;
        }
        _onthouden[id] = (tijdvak, gelezen);
        return tijdvak;
    }

    private async Task<Aanvraagtijdvak?> Lees(string id, CancellationToken ct)
    {
        var bron = contexten.Van(typeof(AanvragenContext)).Bron;
        await using var opdracht = bron.CreateCommand(
            """
            select aanvragertype, opent, sluit, regelversie, plafond, volgorde, registratie_vanaf, overschrijding
            from aanvragen.tijdvak where tijdvak = $1
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        return await rij.ReadAsync(ct)
            ? new Aanvraagtijdvak(
                id,
                rij.GetString(0),
                rij.GetFieldValue<Instant>(1),
                rij.GetFieldValue<Instant>(2),
                rij.GetString(3),
                await rij.IsDBNullAsync(4, ct) ? null : rij.GetDecimal(4),
                await rij.IsDBNullAsync(5, ct) ? null : rij.GetString(5),
                await rij.IsDBNullAsync(6, ct) ? null : rij.GetFieldValue<Instant>(6),
                await rij.IsDBNullAsync(7, ct) ? null : rij.GetString(7)
            )
            : null;
    }
}
