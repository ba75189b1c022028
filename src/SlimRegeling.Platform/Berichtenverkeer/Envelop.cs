namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// A message on its way: the name of its contract, its content as JSON and who caused it. One envelope type keeps the contracts
/// independent of C# types and of the bus.
/// </summary>
/// <param name="Sleutel">What it is about (case, window or enterprise): messages with the same key are handled one after the other.</param>
public sealed record Envelop(Guid Id, string Soort, string Sleutel, string Inhoud, Kop Kop);

/// <summary>Who caused the event behind a message (pseudonyms), and the trace it belongs to (W3C traceparent).</summary>
public sealed record Kop(string Wie, string? Namens, string? Spoor);
