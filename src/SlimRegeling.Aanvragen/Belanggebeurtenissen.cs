using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// An employee declared an interest of their own in the case: it is closed to them (2:4 Awb), and is theirs no longer to assess. <c>Medewerker</c>
/// is a pseudonym; <c>Toelichting</c> points to what they wrote, absent when they wrote nothing.
/// </summary>
[Naam("belang-gemeld")]
public sealed record BelangGemeld(string Medewerker, Verwijzing? Toelichting, Instant Op) : Gebeurtenis;

/// <summary>A colleague opened the case to them again: <c>Reden</c> points to why. Pseudonyms.</summary>
[Naam("belang-opgeheven")]
public sealed record BelangOpgeheven(string Medewerker, string Door, Verwijzing Reden, Instant Op) : Gebeurtenis;
