namespace SlimRegeling.Dossiers;

/// <summary>Why it is decided so on an objection, as Verlening gives it; paragraphs have an empty line between them.</summary>
/// <param name="AfwijkingVanAdvies">Why the advice of the committee is not followed; absent when it is, or there is none.</param>
public sealed record Bezwaarmotivering(string Tekst, string? AfwijkingVanAdvies = null);

/// <summary>What the committee advised on an objection (7:13 Awb), as Verlening gives it.</summary>
public sealed record Commissieadvies(string Tekst);

/// <summary>What was wrong in a decision, as Verlening gives it; paragraphs have an empty line between them.</summary>
/// <param name="Juist">What it must be; absent when the amounts say it all.</param>
public sealed record Hersteltekst(string Fout, string? Juist = null);
