using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans;

// No event says that someone answered: an ordered log would tell who said what.

/// <summary>A scan was opened for <c>Gevraagd</c> people.</summary>
[Naam("scan-gestart")]
public sealed record ScanGestart(string Zaaknummer, string KvkNummer, string Instrument, int Gevraagd, Instant Op) : Gebeurtenis;

/// <summary>Final: later answers are refused.</summary>
[Naam("scan-gesloten")]
public sealed record ScanGesloten(Instant Op) : Gebeurtenis;

/// <summary>The one report of the scan. <c>Beeld</c> is the response in words, never a number.</summary>
[Naam("rapport-vastgesteld")]
public sealed record RapportVastgesteld(
    string Zaaknummer,
    string KvkNummer,
    string Instrument,
    LocalDate Van,
    LocalDate Tot,
    int Gevraagd,
    string Beeld,
    Verwijzing Rapport,
    Instant Op
) : Gebeurtenis;

/// <summary>A learning-culture scan of one enterprise for one case. Its id is a random name.</summary>
public sealed record Scan : IVanOnderneming
{
    public string Id { get; init; } = "";
    public string KvkNummer { get; init; } = "";
    public ScanGestart? Gestart { get; init; }
    public bool Gesloten { get; init; }
    public Verwijzing? Rapport { get; init; }

    public Scan Apply(ScanGestart e) => this with { KvkNummer = e.KvkNummer, Gestart = e };

    public Scan Apply(ScanGesloten _) => this with { Gesloten = true };

    public Scan Apply(RapportVastgesteld e) => this with { Rapport = e.Rapport };
}
