using System.Buffers.Binary;
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
        sessie.QueueSqlCommand(
            $"insert into {schema}.outbox (id, soort, sleutel, inhoud, wie, namens, spoor) select * from unnest(?, ?, ?, ?, ?, ?, ?)",
            Kolom(b => b.Id),
            Kolom(b => b.Soort),
            Kolom(b => b.Sleutel),
            Kolom(b => b.Inhoud),
            Kolom(b => b.Kop.Wie),
            Kolom(b => b.Kop.Namens),
            Kolom(b => b.Kop.Spoor)
        );

        T[] Kolom<T>(Func<Envelop, T> waarde) => [.. berichten.Select(waarde)];
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
