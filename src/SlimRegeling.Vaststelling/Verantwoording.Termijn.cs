using System.Text.Json.Serialization;
using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Vaststelling.Declaraties;

namespace SlimRegeling.Vaststelling;

/// <summary>The part of the accounting that tells whether a settlement that was asked for is late.</summary>
public sealed partial record Verantwoording
{
    /// <summary>That we were reminded in writing; null when we were not, or it is void.</summary>
    public IngebrekestellingOntvangen? Ingebreke { get; init; }

    /// <summary>The last that the recipient was told of a settlement that comes late; null when nothing was.</summary>
    public VertragingMedegedeeld? Vertraging { get; init; }

    /// <summary>The day from which on no settlement is waited for: that of the first, or of the withdrawal of all; null while one is.</summary>
    [JsonIgnore]
    public LocalDate? NietMeerNodig =>
        this switch
        {
            { Vervangen: [var eerste, ..] } => eerste.Besluitdatum,
            { Vaststelling: { } vastgesteld } => vastgesteld.Besluitdatum,
            { Geheel: true, Intrekkingen: [.., var ingetrokken] } => Moment.Dag(ingetrokken.Op),
            _ => null,
        };

    public Verantwoording Apply(IngebrekestellingOntvangen e) => this with { Ingebreke = e };

    public Verantwoording Apply(IngebrekestellingVervallen _) => this with { Ingebreke = null };

    public Verantwoording Apply(VertragingMedegedeeld e) => this with { Vertraging = e };
}
