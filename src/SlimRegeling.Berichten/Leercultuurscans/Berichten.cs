using NodaTime;

namespace SlimRegeling.Berichten.Leercultuurscans;

/// <summary>
/// A scan was closed and its report fixed, or became evidence in a case later. Evidence only: that it was done, with what instrument, when, how many
/// were asked and answered; never a score. <c>Rapporthash</c> is the SHA-256 of the report. <c>Vragenlijst</c>: the instrument as people call it,
/// with its version; <c>Bron</c>: what it is; <c>Onderbouwing</c>: what it rests on; all as everyone reads them of the instrument. <c>Validatie</c>:
/// how far its questions were researched; <c>Instrumentversie</c> and <c>Instrumenthash</c>: its version and the SHA-256 of the file with them.
/// <c>Beantwoord</c>: how many answered enough to
/// count; <c>Leiding</c>: whether management signed its part; <c>RapportOp</c>: the day on which the report was fixed; <c>Dimensies</c>: codes of the
/// common dimensions that the questions tell of, with a space between; <c>OnderzoekBedrijven</c>, <c>OnderzoekPersonen</c> and <c>OnderzoekJaar</c>: how
/// many were in the research of the questions and when it was, where the instrument says so. What follows <c>Op</c> is absent of what was said before it
/// was told.
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
    string? Bron = null,
    int? Instrumentversie = null,
    string? Onderbouwing = null,
    string? Validatie = null,
    string? Instrumenthash = null,
    int? Beantwoord = null,
    bool? Leiding = null,
    LocalDate? RapportOp = null,
    string? Dimensies = null,
    int? OnderzoekBedrijven = null,
    int? OnderzoekPersonen = null,
    int? OnderzoekJaar = null
);
