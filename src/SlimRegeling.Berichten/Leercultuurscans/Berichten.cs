using NodaTime;

namespace SlimRegeling.Berichten.Leercultuurscans;

/// <summary>
/// A scan was closed and its report fixed. Evidence only: that it was done, with what instrument, when, how many were asked and the response
/// in words; never a score. <c>Rapporthash</c> is the SHA-256 of the report. <c>Vragenlijst</c>: the instrument as people call it, with its version;
/// <c>Bron</c>: what it rests on; both as everyone reads them of the instrument.
/// </summary>
public sealed record ScanAfgerondBericht(
    string Zaaknummer,
    string KvkNummer,
    string Scan,
    string Instrument,
    LocalDate Van,
    LocalDate Tot,
    int Gevraagd,
    string Beeld,
    string Rapporthash,
    Instant Op,
    string? Vragenlijst = null,
    string? Bron = null
);
