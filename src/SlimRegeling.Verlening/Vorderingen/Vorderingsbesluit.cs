using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Vorderingen;

/// <summary>
/// Betalingen decided to claim back, or about a claim, and told the recipient in a letter: to that can be objected. <c>Ondertekenaars</c> are pseudonyms.
/// </summary>
[Naam("vorderingsbesluit-vernomen")]
public sealed record VorderingsbesluitVernomen(string Besluit, IReadOnlyList<string> Ondertekenaars, Instant Op) : Gebeurtenis;
