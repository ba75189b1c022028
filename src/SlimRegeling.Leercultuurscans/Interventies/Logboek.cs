using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Interventies;

/// <summary>A firm began with something. <c>Voorbeeld</c>: it may be asked to be told of as an example.</summary>
[Naam("interventie-begonnen")]
public sealed record InterventieBegonnen(
    string KvkNummer,
    string Interventie,
    LocalDate Van,
    string? Scan,
    int? Deelnemers,
    bool Voorbeeld,
    Instant Op
) : Gebeurtenis;

/// <summary>It ended. <c>Hielp</c> is <c>ja</c>, <c>deels</c> or <c>nee</c>; <c>Ervaring</c> points to what the firm wrote.</summary>
[Naam("interventie-afgerond")]
public sealed record InterventieAfgerond(LocalDate Tot, string Hielp, Verwijzing? Ervaring, Instant Op) : Gebeurtenis;

/// <summary>A line of the log of a firm: what it did with its report. Its id is a random name.</summary>
public sealed record Logregel : IVanOnderneming
{
    internal static readonly IReadOnlyList<string> Oordelen = ["ja", "deels", "nee"];

    public string Id { get; init; } = "";
    public string KvkNummer { get; init; } = "";
    public InterventieBegonnen? Begonnen { get; init; }
    public InterventieAfgerond? Afgerond { get; init; }

    public Logregel Apply(InterventieBegonnen e) => this with { KvkNummer = e.KvkNummer, Begonnen = e };

    public Logregel Apply(InterventieAfgerond e) => this with { Afgerond = e };
}
