using System.Text.Json.Serialization;

namespace SlimRegeling.Verlening.Intrekkingen;

/// <summary>What was proposed and decided to withdraw in one case. One proposal lies there at a time.</summary>
public sealed record Intrekkingstand
{
    /// <summary>How many were ever proposed.</summary>
    public int Voorstellen { get; init; }

    public IntrekkingVoorgesteld? Voorstel { get; init; }

    /// <summary>Null while the recipient was not told, or is not heard.</summary>
    public ZienswijzetermijnGestart? Termijn { get; init; }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<ZienswijzeOntvangen> Zienswijzen { get; init; } = [];

    /// <summary>Null while it cannot be signed.</summary>
    public IntrekkingVoorgelegd? Voorgelegd { get; init; }

    /// <summary>Why the last proposal went back; null when none did, or another came.</summary>
    public IntrekkingTeruggezonden? Teruggezonden { get; init; }

    /// <summary>In the order in which they were taken; each leaves no more than the one before.</summary>
    public IReadOnlyList<IntrekkingBesloten> Besluiten { get; init; } = [];

    /// <summary>Nothing is left.</summary>
    [JsonIgnore]
    public bool Geheel => Besluiten is [.., { Wordt.Bedrag: 0 }];

    public Intrekkingstand Na(IntrekkingVoorgesteld e) =>
        Zonder() with
        {
            Voorstellen = Voorstellen + 1,
            Voorstel = e,
            Teruggezonden = null,
        };

    public Intrekkingstand Na(ZienswijzetermijnGestart e) => this with { Termijn = e };

    /// <summary>What was laid before another did not know of it.</summary>
    public Intrekkingstand Na(ZienswijzeOntvangen e) => this with { Zienswijzen = [.. Zienswijzen, e], Voorgelegd = null };

    public Intrekkingstand Na(IntrekkingVoorgelegd e) => this with { Voorgelegd = e };

    public Intrekkingstand Na(IntrekkingTeruggezonden e) => Zonder() with { Teruggezonden = e };

    public Intrekkingstand Na(IntrekkingBesloten e) => Zonder() with { Besluiten = [.. Besluiten, e] };

    private Intrekkingstand Zonder() => this with { Voorstel = null, Termijn = null, Zienswijzen = [], Voorgelegd = null };
}
