using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties.Register;

/// <summary>What a line of a file does in the central register.</summary>
public enum Opgavesoort
{
    Nieuw,

    /// <summary>The amount, or the day, is another than in the file before.</summary>
    Wijziging,

    /// <summary>Nothing of it stands any more.</summary>
    Intrekking,
}

/// <summary>
/// A grant of aid as a file told it to the central register, by <c>Soort</c>; <c>Bedrag</c> in euro, zero of a withdrawal. <c>Uiterlijk</c> is the last day
/// on which it is there in time. <c>Besluit</c>: the decision that granted it, when it added to the award; absent for the award itself.
/// </summary>
public sealed record Opgaveregel(
    string KvkNummer,
    string Zaaknummer,
    Opgavesoort Soort,
    decimal Bedrag,
    LocalDate VerleendOp,
    string Verordening,
    string Nace,
    LocalDate Uiterlijk,
    string? Besluit = null
)
{
    [JsonIgnore]
    public Steunsleutel Sleutel => new(KvkNummer, Zaaknummer, Besluit);
}

/// <summary>
/// A file for the central register was made. <c>Hash</c> is the SHA-256 of its bytes in lower-case hexadecimal, <c>Inhoud</c> points to the names in it,
/// <c>Uiterlijk</c> is the first last day of its lines. <c>Door</c> is a pseudonym, here and below.
/// </summary>
[Naam("steunopgave-gemaakt")]
public sealed record SteunopgaveGemaakt(
    IReadOnlyList<Opgaveregel> Regels,
    LocalDate Uiterlijk,
    string Hash,
    Verwijzing Inhoud,
    string Door,
    Instant Op
) : Gebeurtenis;

/// <summary>Another than who made it saw the file with this hash delivered, on this day.</summary>
[Naam("steunopgave-bevestigd")]
public sealed record SteunopgaveBevestigd(LocalDate GeleverdOp, string Hash, string Door, Instant Op) : Gebeurtenis;

/// <summary>The file was not delivered and will not be: what is in it goes out in the next. The reason is kept beside the stream.</summary>
[Naam("steunopgave-vervallen")]
public sealed record SteunopgaveVervallen(Verwijzing Reden, string Door, Instant Op) : Gebeurtenis;

public enum Opgavestand
{
    /// <summary>Waits until a second person says that it was delivered.</summary>
    Gemaakt,
    Bevestigd,
    Vervallen,
}

/// <summary>One file for the central register, and whether it got there.</summary>
public sealed record Steunopgave
{
    public string Id { get; init; } = "";

    public SteunopgaveGemaakt Gemaakt { get; init; } = null!;

    public SteunopgaveBevestigd? Bevestigd { get; init; }

    public SteunopgaveVervallen? Vervallen { get; init; }

    [JsonIgnore]
    public Opgavestand Stand =>
        Bevestigd is not null ? Opgavestand.Bevestigd
        : Vervallen is not null ? Opgavestand.Vervallen
        : Opgavestand.Gemaakt;

    /// <summary>How many days after its last day a line of it was delivered; null while nobody said that it was.</summary>
    public int? DagenTeLaat(Opgaveregel regel) =>
        Bevestigd is { } bevestigd ? Math.Max(0, Period.DaysBetween(regel.Uiterlijk, bevestigd.GeleverdOp)) : null;

    /// <summary>The cases that it names.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Zaken => [.. Gemaakt.Regels.Select(r => r.Zaaknummer).Distinct(StringComparer.Ordinal)];

    /// <summary>The number of the file that comes after so many; in the order of the alphabet they stand in the order in which they were made.</summary>
    public static string Kenmerk(int eerdere) => string.Create(CultureInfo.InvariantCulture, $"steunopgave-{eerdere + 1:000000}");

    public Steunopgave Apply(SteunopgaveGemaakt e) => this with { Gemaakt = e };

    public Steunopgave Apply(SteunopgaveBevestigd e) => this with { Bevestigd = e };

    public Steunopgave Apply(SteunopgaveVervallen e) => this with { Vervallen = e };
}
