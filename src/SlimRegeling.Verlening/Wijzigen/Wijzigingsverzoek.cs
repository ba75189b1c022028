using System.Text.Json.Serialization;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>One change that was asked, and what became of it.</summary>
/// <param name="Teruggezonden">Why the last proposal went back; null when none did, or another came.</param>
/// <param name="NaBezwaar">What came in the place of the decision on it, on objection; null when nothing did.</param>
public sealed record Wijzigingsverzoek(
    WijzigingGevraagd Gevraagd,
    WijzigingVoorgesteld? Voorstel = null,
    WijzigingTeruggezonden? Teruggezonden = null,
    WijzigingIngetrokken? Ingetrokken = null,
    WijzigingBesloten? Besloten = null,
    WijzigingBesloten? NaBezwaar = null
)
{
    /// <summary>The decision that holds; null while there is none.</summary>
    [JsonIgnore]
    public WijzigingBesloten? Geldend => NaBezwaar ?? Besloten;

    [JsonIgnore]
    public string Wijziging => Gevraagd.Wijziging;

    /// <summary>Whether it is still to be decided on.</summary>
    [JsonIgnore]
    public bool Open => Ingetrokken is null && Besloten is null;
}

/// <summary>Why a change is asked, and by which documents of the case: kept beside the stream, destroyed with the dossier.</summary>
/// <param name="Documenten">Their ids.</param>
public sealed record Wijzigingstekst(string Reden, IReadOnlyList<string> Documenten);
