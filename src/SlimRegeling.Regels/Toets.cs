using System.Text.Json.Serialization;

namespace SlimRegeling.Regels;

public enum Toetsuitkomst
{
    Voldaan,
    NietVoldaan,
    NietVanToepassing,

    /// <summary>The input cannot tell; blocks nothing.</summary>
    NietBeoordeeld,
}

/// <summary>The outcome of one requirement or refusal ground. Stored as code, article and values; the explanation is made when someone
/// reads it. For a refusal ground Voldaan means that the ground does not stand in the way.</summary>
/// <param name="Code">A code of <see cref="Eiscode"/> or <see cref="Grondcode"/>.</param>
public sealed record Toets(string Code, string Artikel, Toetsuitkomst Uitkomst, IReadOnlyList<Waarde> Waarden)
{
    [JsonIgnore]
    public string Uitleg => Uitlegteksten.Van(this);
}
