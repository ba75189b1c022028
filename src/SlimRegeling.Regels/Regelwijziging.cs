namespace SlimRegeling.Regels;

/// <summary>A rule confirmed or changed after its file was written. Either way the source confirms it from then on.</summary>
/// <param name="Sectie">A section of the version: parameters, termijnen, gronden, …</param>
/// <param name="Code">The rule in that section.</param>
/// <param name="Waarde">The new value of a parameter, as <see cref="Parameter.Waarde"/> writes it, or the new length of a term in its own
/// unit; null: the rule is confirmed as it stands.</param>
/// <param name="Bron">A key of the sources of the version, or the source itself in words.</param>
/// <param name="Toelichting">Null leaves that of the rule.</param>
public sealed record Regelwijziging(string Sectie, string Code, string? Waarde, string Bron, string? Toelichting);
