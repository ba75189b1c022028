using Npgsql;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// A message on its way: the name of its contract, its content as JSON and who caused it. One envelope type keeps the contracts
/// independent of C# types and of the bus.
/// </summary>
/// <param name="Sleutel">What it is about (case, window or enterprise): messages with the same key are handled one after the other.</param>
public sealed record Envelop(Guid Id, string Soort, string Sleutel, string Inhoud, Kop Kop)
{
    /// <summary>From a row that begins with id, soort, sleutel, inhoud, wie, namens, spoor.</summary>
    internal static Envelop Lees(NpgsqlDataReader rij) =>
        new(
            rij.GetGuid(0),
            rij.GetString(1),
            rij.GetString(2),
            rij.GetString(3),
            new Kop(rij.GetString(4), rij.IsDBNull(5) ? null : rij.GetString(5), rij.IsDBNull(6) ? null : rij.GetString(6))
        );
}

/// <summary>Who caused the event behind a message (pseudonyms), and the trace it belongs to (W3C traceparent).</summary>
public sealed record Kop(string Wie, string? Namens, string? Spoor);
