using System.Text.Json.Serialization;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>A decision on objection revoked a withdrawal: wholly, or so that it leaves <c>Blijft</c>, in euro, with the parts of the parties.</summary>
public sealed record Herroepen(string Intrekking, decimal? Blijft, IReadOnlyDictionary<string, decimal>? Partijen);

/// <summary>What was proposed and decided to withdraw in one case. One proposal lies there at a time.</summary>
public sealed record Intrekkingstand
{
    /// <summary>How many were ever proposed.</summary>
    public int Voorstellen { get; init; }

    public IntrekkingVoorgesteld? Voorstel { get; init; }

    /// <summary>Null while the recipient was not told, or is not heard.</summary>
    public ZienswijzetermijnGestart? Termijn { get; init; }

    /// <summary>That the recipient was reminded of the end of that term, the last time; it names the proposal. Null when they never were.</summary>
    public ZienswijzeHerinnerd? Herinnerd { get; init; }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<ZienswijzeOntvangen> Zienswijzen { get; init; } = [];

    /// <summary>Null while it cannot be signed.</summary>
    public IntrekkingVoorgelegd? Voorgelegd { get; init; }

    /// <summary>Why the last proposal went back; null when none did, or another came.</summary>
    public IntrekkingTeruggezonden? Teruggezonden { get; init; }

    /// <summary>In the order in which they were taken; each leaves no more than the one before.</summary>
    public IReadOnlyList<IntrekkingBesloten> Besluiten { get; init; } = [];

    /// <summary>The award as it was before the first of those that stand; null when none ever was taken.</summary>
    public Verleend? Voor { get; init; }

    /// <summary>What decisions on objection revoked of them, in the order in which they were taken.</summary>
    public IReadOnlyList<Herroepen> Herroepingen { get; init; } = [];

    /// <summary>Those that were not revoked altogether; the last one says what is left.</summary>
    [JsonIgnore]
    public IReadOnlyList<IntrekkingBesloten> Staande =>
        [.. Besluiten.Where(b => !Herroepingen.Any(h => h.Intrekking == b.Besluit && h.Blijft is null))];

    /// <summary>Nothing is left.</summary>
    [JsonIgnore]
    public bool Geheel => Staande is [.., var laatste] && Laat(laatste).Bedrag == 0;

    /// <summary>What a withdrawal leaves, as far as it was revoked: of the award, and of each party of a partnership.</summary>
    public (decimal Bedrag, IReadOnlyDictionary<string, decimal>? Partijen) Laat(IntrekkingBesloten besluit) =>
        Herroepingen.LastOrDefault(h => h.Intrekking == besluit.Besluit) is { Blijft: { } blijft } herroepen
            ? (blijft, herroepen.Partijen)
            : (besluit.Wordt.Bedrag, besluit.Wordt.Partijen);

    public Intrekkingstand Na(IntrekkingVoorgesteld e) =>
        Zonder() with
        {
            Voorstellen = Voorstellen + 1,
            Voorstel = e,
            Teruggezonden = null,
        };

    public Intrekkingstand Na(ZienswijzetermijnGestart e) => this with { Termijn = e };

    public Intrekkingstand Na(ZienswijzeHerinnerd e) => this with { Herinnerd = e };

    /// <summary>What was laid before another did not know of it.</summary>
    public Intrekkingstand Na(ZienswijzeOntvangen e) => this with { Zienswijzen = [.. Zienswijzen, e], Voorgelegd = null };

    public Intrekkingstand Na(IntrekkingVoorgelegd e) => this with { Voorgelegd = e };

    public Intrekkingstand Na(IntrekkingTeruggezonden e) => Zonder() with { Teruggezonden = e };

    /// <param name="was">The award before it.</param>
    public Intrekkingstand Na(IntrekkingBesloten e, Verleend was) =>
        Zonder() with
        {
            Besluiten = [.. Besluiten, e],
            Voor = Staande.Count == 0 ? was : Voor,
        };

    public Intrekkingstand Na(Herroepen e) => this with { Herroepingen = [.. Herroepingen, e] };

    private Intrekkingstand Zonder() => this with { Voorstel = null, Termijn = null, Zienswijzen = [], Voorgelegd = null };
}
