using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>Where Relaties keeps the name and address of the enterprise, as of this version of it; absent in what was heard before it was told.</summary>
[Naam("adres-gewijzigd")]
public sealed record AdresGewijzigd(Verwijzing Gegevens, Instant Op, [property: LaterToegevoegd] long? Versie = null) : Gebeurtenis;

/// <summary>Whether the enterprise wants its letters on paper, by post.</summary>
[Naam("briefwijze-gewijzigd")]
public sealed record BriefwijzeGewijzigd(bool Papier, Instant Op, long? Versie = null) : Gebeurtenis;

/// <summary>A letter cannot be addressed yet.</summary>
[Naam("brief-wacht-op-adres")]
public sealed record BriefWacht(string Brief) : Gebeurtenis;

/// <summary>
/// An enterprise as the receiver of letters, by its KVK number. What asks for a letter and what tells the address both write here, so that
/// whichever comes last sends the letter.
/// </summary>
public sealed record Geadresseerde
{
    public string Id { get; init; } = "";

    public Verwijzing? Gegevens { get; init; }

    public Instant? GegevensOp { get; init; }

    public long? Gegevensversie { get; init; }

    /// <summary>Whether it asks for paper; absent when it never said so.</summary>
    public bool? Papier { get; init; }

    public Instant? PapierOp { get; init; }

    public long? Papierversie { get; init; }

    /// <summary>Letters that wait for the address, in order of their id.</summary>
    public IReadOnlyList<string> Wachtend { get; init; } = [];

    public Geadresseerde Apply(AdresGewijzigd e) =>
        this with
        {
            Gegevens = e.Gegevens,
            GegevensOp = e.Op,
            Gegevensversie = e.Versie,
            Wachtend = [],
        };

    public Geadresseerde Apply(BriefwijzeGewijzigd e) => this with { Papier = e.Papier, PapierOp = e.Op, Papierversie = e.Versie };

    public Geadresseerde Apply(BriefWacht e) => this with { Wachtend = [.. Wachtend.Append(e.Brief).Order(StringComparer.Ordinal)] };
}
