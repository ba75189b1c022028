using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Campagnes;

/// <summary>
/// A partnership, or a trade body, has many firms do a scan with the same questions. <c>Gegevens</c> points to how it is called and what it tells the firms.
/// </summary>
[Naam("campagne-begonnen")]
public sealed record CampagneBegonnen(string KvkNummer, string? Zaaknummer, string Instrument, Verwijzing Gegevens, Instant Op)
    : Gebeurtenis;

/// <summary>No scan can join it any more; those that are open go on.</summary>
[Naam("campagne-gesloten")]
public sealed record CampagneGesloten(Instant Op) : Gebeurtenis;

/// <param name="Naam">As the firms read it.</param>
/// <param name="Uitleg">What it is for, and whom firms can ask.</param>
public sealed record Campagnegegevens(string Naam, string Uitleg);

/// <summary>Its id is a random name: who has it can join.</summary>
public sealed record Campagne : IVanOnderneming
{
    public string Id { get; init; } = "";
    public string KvkNummer { get; init; } = "";
    public string? Zaaknummer { get; init; }
    public string Instrument { get; init; } = "";
    public Verwijzing? Gegevens { get; init; }
    public Instant BegonnenOp { get; init; }
    public bool Gesloten { get; init; }

    public Campagne Apply(CampagneBegonnen e) =>
        this with
        {
            KvkNummer = e.KvkNummer,
            Zaaknummer = e.Zaaknummer,
            Instrument = e.Instrument,
            Gegevens = e.Gegevens,
            BegonnenOp = e.Op,
        };

    public Campagne Apply(CampagneGesloten _) => this with { Gesloten = true };
}
