using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Relaties;

/// <summary>What a decision of Verlening does to an award.</summary>
public enum Steunbesluit
{
    /// <summary>The award itself.</summary>
    Verlening,

    /// <summary>On objection, to mend a mistake or on request: it becomes more, or is divided over others.</summary>
    Wijziging,

    /// <summary>The award is withdrawn or made less.</summary>
    Intrekking,

    /// <summary>The same of the settlement (4:49 Awb), which reaches the award too.</summary>
    IntrekkingVaststelling,

    /// <summary>On objection, of a withdrawal.</summary>
    Herroeping,
}

/// <summary>
/// What a decision of Verlening says that an award is from then on. <c>Partijen</c> and <c>Was</c>: what each that receives something of it receives, and
/// received before, in euro by KVK number, also of a recipient that is alone (<c>KvkNummer</c>). <c>Was</c> is absent of the award itself, and where the
/// parts were not told. <c>VerleendOp</c> is the day of the award. <c>Herroept</c>: the withdrawal that it revokes, wholly when <c>Geheel</c>.
/// <c>Versie</c> is that of the stream of the award; absent in what was said before it was told.
/// </summary>
[Naam("steunverlening-vernomen")]
public sealed record VerleningVernomen(
    string Besluit,
    Steunbesluit Soort,
    string KvkNummer,
    decimal Bedrag,
    IReadOnlyDictionary<string, decimal> Partijen,
    LocalDate VerleendOp,
    LocalDate Besluitdatum,
    string Regelversie,
    Instant Op,
    long? Versie = null,
    IReadOnlyDictionary<string, decimal>? Was = null,
    string? Herroept = null,
    bool Geheel = false
) : Gebeurtenis
{
    /// <summary>The parts of an award in a message: a recipient that is alone has all of it.</summary>
    public static IReadOnlyDictionary<string, decimal> Delen(
        IReadOnlyDictionary<string, decimal>? partijen,
        string kvkNummer,
        decimal bedrag
    ) => partijen is { Count: > 0 } ? partijen : new Dictionary<string, decimal> { [kvkNummer] = bedrag };
}

/// <summary>What a settlement says: of an award of <c>Verleend</c> so much was settled, in euro.</summary>
[Naam("steunvaststelling-vernomen")]
public sealed record VaststellingVernomen(string Besluit, decimal Verleend, decimal Vastgesteld, Instant Op, long? Versie = null)
    : Gebeurtenis;

/// <summary>
/// What was said of one case that its de-minimis aid follows from. It can be heard in any order and more than once; <see cref="Steunverdeling"/> says what
/// of it is aid.
/// </summary>
public sealed record Steunzaak
{
    public string Id { get; init; } = "";

    /// <summary>In the order in which Verlening took them, so the last says what the award is.</summary>
    public IReadOnlyList<VerleningVernomen> Verleningen { get; init; } = [];

    /// <summary>The settlement that was taken last; null while none was.</summary>
    public VaststellingVernomen? Vaststelling { get; init; }

    /// <summary>All that ever received something of it, by KVK number.</summary>
    [JsonIgnore]
    public IEnumerable<string> Ontvangers =>
        Verleningen
            .SelectMany(v => v.Partijen.Keys.Concat(v.Was?.Keys ?? []))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    /// <summary>Whether a withdrawal of the settlement stands.</summary>
    [JsonIgnore]
    public bool VaststellingIngetrokken =>
        Verleningen.Any(i => i.Soort == Steunbesluit.IntrekkingVaststelling && !Verleningen.Any(h => h.Herroept == i.Besluit && h.Geheel));

    // What has no version was said before any that has one.
    public Steunzaak Apply(VerleningVernomen e) =>
        this with
        {
            Verleningen = [.. Verleningen.Append(e).OrderBy(v => v.Versie ?? 0).ThenBy(v => v.Op)],
        };

    public Steunzaak Apply(VaststellingVernomen e) => this with { Vaststelling = e };
}
