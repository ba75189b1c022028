using System.Buffers.Binary;
using System.Text;
using Marten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// The outgoing messages of a context, stored in the transaction of their events. A row leaves only when the bus has the message for sure;
/// see <see cref="Relay"/>.
/// </summary>
internal static class Outbox
{
    public static string Ddl(string schema) =>
        $"""
            create table if not exists {schema}.outbox (
              id uuid primary key,
              soort text not null,
              sleutel text not null,
              inhoud text not null,
              wie text not null,
              namens text,
              spoor text,
              pogingen int not null default 0,
              volgende_op timestamptz not null default now(),
              fout text
            );
            """;

    public static void Voeg(IDocumentSession sessie, string schema, IReadOnlyList<Envelop> berichten)
    {
        if (berichten.Count == 0)
        {
            return;
        }
        var sql = new StringBuilder($"insert into {schema}.outbox (id, soort, sleutel, inhoud, wie, namens, spoor) values ");
        var waarden = new List<object>(berichten.Count * 7);
        foreach (var bericht in berichten)
        {
            sql.Append(waarden.Count == 0 ? "(?, ?, ?, ?, ?, ?, ?)" : ", (?, ?, ?, ?, ?, ?, ?)");
            waarden.AddRange(
                bericht.Id,
                bericht.Soort,
                bericht.Sleutel,
                bericht.Inhoud,
                bericht.Kop.Wie,
                (object?)bericht.Kop.Namens ?? DBNull.Value,
                (object?)bericht.Kop.Spoor ?? DBNull.Value
            );
        }
        sessie.QueueSqlCommand(sql.ToString(), [.. waarden]);
    }

    /// <summary>
    /// The id of the n-th message of an event follows from the event, so that saying it again from the events is the same message.
    /// Ids keep the time order of version 7.
    /// </summary>
    public static Guid Berichtnummer(Guid gebeurtenis, int index)
    {
        Span<byte> bytes = stackalloc byte[16];
        gebeurtenis.TryWriteBytes(bytes, bigEndian: true, out _);
        var staart = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], unchecked(staart + (uint)index + 1));
        return new Guid(bytes, bigEndian: true);
    }
}
