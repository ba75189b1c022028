namespace SlimRegeling.Dossiers;

/// <summary>Why a subsidy is withdrawn, as Verlening gives it; paragraphs have an empty line between them.</summary>
/// <param name="Hardheid">What was weighed for the hardship clause (4.1).</param>
/// <param name="NietGehoord">Why the recipient was not heard; absent when they were.</param>
/// <param name="Reactie">What is said to what the recipient gave; absent when they gave nothing.</param>
public sealed record Intrekkingstekst(string Argument, string Hardheid, string? NietGehoord = null, string? Reactie = null);
