using System.Text.Json.Serialization;
using NodaTime;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>One change that was asked, and what became of it.</summary>
/// <param name="Teruggezonden">Why the last proposal went back; null when none did, or another came.</param>
/// <param name="NaBezwaar">What came in the place of the decision on it, on objection; null when nothing did.</param>
/// <param name="Ingebreke">That we were reminded in writing that a decision is late; null when we were not, or it is void.</param>
/// <param name="Vertraagd">That the recipient was told that it comes later; null when they were not.</param>
public sealed record Wijzigingsverzoek(
    WijzigingGevraagd Gevraagd,
    WijzigingVoorgesteld? Voorstel = null,
    WijzigingTeruggezonden? Teruggezonden = null,
    WijzigingIngetrokken? Ingetrokken = null,
    WijzigingBesloten? Besloten = null,
    WijzigingBesloten? NaBezwaar = null,
    WijzigingIngebreke? Ingebreke = null,
    WijzigingVertraagd? Vertraagd = null
)
{
    /// <summary>The decision that holds; null while there is none.</summary>
    [JsonIgnore]
    public WijzigingBesloten? Geldend => NaBezwaar ?? Besloten;

    /// <summary>The last day to decide, as the recipient was told it last.</summary>
    [JsonIgnore]
    public LocalDate BeslissenUiterlijk => Vertraagd?.VerwachtOp ?? Gevraagd.BeslissenUiterlijk;

    [JsonIgnore]
    public string Wijziging => Gevraagd.Wijziging;

    /// <summary>Whether it is still to be decided on.</summary>
    [JsonIgnore]
    public bool Open => Ingetrokken is null && Besloten is null;
}

/// <summary>Why a change is asked, and by which documents of the case: kept beside the stream, destroyed with the dossier.</summary>
/// <param name="Documenten">Their ids.</param>
public sealed record Wijzigingstekst(string Reden, IReadOnlyList<string> Documenten);
