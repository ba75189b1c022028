using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers.Emails;

/// <summary>
/// Notes where the address is; the latest counts, in whatever order the messages come, and was never refused yet. What waited for it, or was
/// refused at the one before, can go. What was asked for at the same moment is found by <see cref="Emailtabel.Veeg"/>.
/// </summary>
public sealed class BijContactGewijzigd(Werkeenheid<DossiersContext> eenheid) : IVerwerker<ContactGewijzigdBericht>
{
    public Task Verwerk(ContactGewijzigdBericht bericht, CancellationToken ct)
    {
        eenheid.Sessie.QueueSqlCommand(
            """
            insert into dossiers.emailadres as a (kvk_nummer, gegevens, hash, op, versie) values (?, ?::uuid, ?::text, ?, ?::bigint)
            on conflict (kvk_nummer) do update set gegevens = excluded.gegevens, hash = excluded.hash, op = excluded.op,
              versie = excluded.versie, onbestelbaar_op = null, fout = null
            where coalesce(a.versie < excluded.versie, a.op < excluded.op)
            """,
            bericht.KvkNummer,
            (object?)bericht.Gegevens ?? DBNull.Value,
            (object?)bericht.Hash ?? DBNull.Value,
            bericht.Op,
            (object?)bericht.Versie ?? DBNull.Value
        );
        eenheid.Sessie.QueueSqlCommand(
            $"""
            update dossiers.email e set stand = 'Wacht', volgende_op = ?, stand_op = ?
            where kvk_nummer = ? and stand not in ('Verzonden', 'Vervallen') and stand in ('ZonderAdres', 'Geweigerd') and tot > ?
              and exists ({Emailtabel.BruikbaarAdres} and a.kvk_nummer = e.kvk_nummer)
            """,
            bericht.Op,
            bericht.Op,
            bericht.KvkNummer,
            bericht.Op
        );
        return Task.CompletedTask;
    }
}
