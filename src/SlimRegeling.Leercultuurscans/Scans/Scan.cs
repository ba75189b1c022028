using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Scans;

// No event says that someone answered: an ordered log would tell who said what.

/// <summary>
/// A scan was opened for <c>Gevraagd</c> people. <c>Zaaknummer</c> is absent of one that belongs to no case yet; <c>Kernvragen</c> is the version that goes
/// along, absent in a scan of the kernvragen alone; <c>Instrumenthash</c> is the SHA-256 of the file with the questions; <c>Opzet</c> points to what the firm
/// set up.
/// </summary>
[Naam("scan-gestart")]
public sealed record ScanGestart(
    string? Zaaknummer,
    string KvkNummer,
    string Instrument,
    int Gevraagd,
    Instant Op,
    string? Kernvragen = null,
    string? Instrumenthash = null,
    string? Grootte = null,
    string? Sector = null,
    string? Campagne = null,
    Verwijzing? Opzet = null
) : Gebeurtenis;

/// <summary>Codes were made for people who lost theirs. No more people can answer by it than were asked.</summary>
[Naam("codes-bijgemaakt")]
public sealed record CodesBijgemaakt(int Aantal, Instant Op) : Gebeurtenis;

/// <summary>Management signed its statement; the last one before the closing counts.</summary>
[Naam("leiding-verklaard")]
public sealed record LeidingVerklaard(Verwijzing Verklaring, Instant Op) : Gebeurtenis;

/// <summary>
/// The firm said anew what its works council knows or thinks of the scan; what it said at the start stands in its <c>Opzet</c>. <c>RaadOp</c> is the day on
/// which the council was told or consented.
/// </summary>
[Naam("raad-vermeld")]
public sealed record RaadVermeld(string Ondernemingsraad, Instant Op, LocalDate? RaadOp = null) : Gebeurtenis;

/// <summary>Final: later answers are refused.</summary>
[Naam("scan-gesloten")]
public sealed record ScanGesloten(Instant Op) : Gebeurtenis;

/// <summary>It ended without a report; every answer was destroyed.</summary>
[Naam("scan-afgebroken")]
public sealed record ScanAfgebroken(Instant Op) : Gebeurtenis;

/// <summary>The one report of the scan. <c>Beeld</c> is the response in words; <c>Bewijs</c> is absent of what was fixed before it was told.</summary>
[Naam("rapport-vastgesteld")]
public sealed record RapportVastgesteld(
    string? Zaaknummer,
    string KvkNummer,
    string Instrument,
    LocalDate Van,
    LocalDate Tot,
    int Gevraagd,
    string Beeld,
    Verwijzing Rapport,
    Instant Op,
    Scanbewijs? Bewijs = null
) : Gebeurtenis;

/// <summary>A scan whose report is fixed became evidence in a case. It carries what it said then, so that it is said the same again.</summary>
[Naam("scan-gekoppeld")]
public sealed record ScanGekoppeld(
    string Zaaknummer,
    string KvkNummer,
    string Instrument,
    LocalDate Van,
    LocalDate Tot,
    int Gevraagd,
    string Beeld,
    string Rapporthash,
    Scanbewijs Bewijs,
    Instant Op
) : Gebeurtenis;

/// <summary>The development plan that was begun from the report is ready; it is the result of activity A.</summary>
[Naam("ontwikkelplan-vastgesteld")]
public sealed record OntwikkelplanVastgesteld(Verwijzing Plan, Instant Op) : Gebeurtenis;

/// <summary>
/// What is said of a scan as evidence, beside its period and hash: that it was done, with what, and how many took part. Never a score.
/// </summary>
/// <param name="Vragenlijst">The instrument as people call it, with its version.</param>
/// <param name="Bron">What it is.</param>
/// <param name="Onderbouwing">The literature and research behind it.</param>
/// <param name="Validatie">How far these questions were researched: <c>niet-gevalideerd</c>, <c>in-onderzoek</c> or <c>gevalideerd</c>.</param>
/// <param name="Beantwoord">How many people answered enough to count.</param>
/// <param name="Leiding">Whether management signed its part.</param>
/// <param name="Dimensies">Codes of the common dimensions that the questions tell of, with a space between; absent, as what follows, of before it was
/// told.</param>
/// <param name="OnderzoekBedrijven">Firms in the research of these questions; <c>OnderzoekPersonen</c> and <c>OnderzoekJaar</c>: people, and when. Absent
/// where the instrument does not say.</param>
public sealed record Scanbewijs(
    string Vragenlijst,
    int Instrumentversie,
    string Bron,
    string Onderbouwing,
    string Validatie,
    string Instrumenthash,
    int Beantwoord,
    bool Leiding,
    string? Dimensies = null,
    int? OnderzoekBedrijven = null,
    int? OnderzoekPersonen = null,
    int? OnderzoekJaar = null
);

/// <summary>A learning-culture scan of one enterprise. Its id is a random name.</summary>
public sealed record Scan : IVanOnderneming
{
    public string Id { get; init; } = "";
    public string KvkNummer { get; init; } = "";

    /// <summary>The case that it is of, or became evidence in; null when there is none.</summary>
    public string? Zaaknummer { get; init; }

    public ScanGestart? Gestart { get; init; }

    /// <summary>Codes beside those of the start.</summary>
    public int Bijgemaakt { get; init; }

    public Verwijzing? Leiding { get; init; }

    /// <summary>What was said of the works council after the start; null when nothing was.</summary>
    public RaadVermeld? Raad { get; init; }

    public bool Gesloten { get; init; }
    public bool Afgebroken { get; init; }
    public Verwijzing? Rapport { get; init; }
    public RapportVastgesteld? Vastgesteld { get; init; }

    /// <summary>The campaign that it joined.</summary>
    public string? Campagne { get; init; }

    /// <summary>Every case that it is evidence in.</summary>
    public IReadOnlyList<string> Gekoppeld { get; init; } = [];

    public Verwijzing? Plan { get; init; }

    /// <summary>With what its content is destroyed: the case, or of a scan without one the scan itself.</summary>
    [JsonIgnore]
    public string Eigenaar => Gestart?.Zaaknummer ?? Id;

    public Scan Apply(ScanGestart e) =>
        this with
        {
            KvkNummer = e.KvkNummer,
            Zaaknummer = e.Zaaknummer,
            Campagne = e.Campagne,
            Gestart = e,
        };

    public Scan Apply(CodesBijgemaakt e) => this with { Bijgemaakt = Bijgemaakt + e.Aantal };

    public Scan Apply(LeidingVerklaard e) => this with { Leiding = e.Verklaring };

    public Scan Apply(RaadVermeld e) => this with { Raad = e };

    public Scan Apply(ScanGesloten _) => this with { Gesloten = true };

    public Scan Apply(ScanAfgebroken _) => this with { Gesloten = true, Afgebroken = true };

    public Scan Apply(RapportVastgesteld e) =>
        this with
        {
            Rapport = e.Rapport,
            Vastgesteld = e,
            Gekoppeld = e.Zaaknummer is { } zaaknummer ? [zaaknummer] : [],
        };

    public Scan Apply(ScanGekoppeld e) => this with { Zaaknummer = Zaaknummer ?? e.Zaaknummer, Gekoppeld = [.. Gekoppeld, e.Zaaknummer] };

    public Scan Apply(OntwikkelplanVastgesteld e) => this with { Plan = e.Plan };
}
