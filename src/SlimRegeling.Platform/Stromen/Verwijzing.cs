namespace SlimRegeling.Platform.Stromen;

/// <summary>
/// Points from an event or message to content that identifies people. The hash (SHA-256, hex, over a random salt and the content)
/// still proves what was decided on when the content has been destroyed.
/// </summary>
public sealed record Verwijzing(Guid Id, string Hash);

/// <summary>The content behind a <see cref="Verwijzing"/>: a document beside the stream, destroyed with the dossier.</summary>
public sealed record Inhoud(Guid Id, string Eigenaar, string Zout, string Json);
