using NodaTime;
using SlimRegeling.Regels;

namespace SlimRegeling.Regelstand;

/// <summary>A change to a rule version, or a confirmation, as two people signed it.</summary>
/// <param name="Volgnummer">By order of signing within its version: 1, 2, 3, …</param>
/// <param name="GeldtVanaf">Never before it was signed.</param>
public sealed record Regelstap(string Regelversie, int Volgnummer, Instant GeldtVanaf, Regelwijziging Wijziging);
