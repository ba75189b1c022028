using System.Text.Json.Serialization;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Api;

/// <summary>What an endpoint answers. The floor turns it into HTTP: it commits first, and only when it is no refusal.</summary>
public sealed record Uitkomst
{
    public Weigering? Weigering { get; private init; }

    public int Status { get; init; } = 200;

    public object? Inhoud { get; init; }

    /// <summary>What is kept and given to a repeated call, when <see cref="Inhoud"/> may be shown only once.</summary>
    public object? Herhaling { get; init; }

    /// <summary>Version of the thing, sent as ETag.</summary>
    public long? Versie { get; init; }

    public string? Locatie { get; init; }

    /// <summary>
    /// The case that this shows or changes, where the address does not name it: for the view log, and closed to who has an interest of their own in
    /// it, also what is refused.
    /// </summary>
    [JsonIgnore]
    public string? Zaak { get; init; }

    /// <summary>
    /// The cases that a list shows, where it is asked of none, or that an act is on: each is a view. A list leaves out what is closed to who looks;
    /// one that does not is refused as a whole.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> Zaken { get; init; } = [];

    internal IReadOnlyList<string> VanZaken => Zaak is null ? Zaken : [Zaak, .. Zaken];

    /// <summary>Why someone looks, a code: for the view log.</summary>
    [JsonIgnore]
    public string? Reden { get; init; }

    public static Uitkomst Ok(object inhoud) => new() { Inhoud = inhoud };

    /// <summary>201 with the address of what was made, relative to <c>/v1</c>.</summary>
    public static Uitkomst Gemaakt(string locatie, object inhoud) =>
        new()
        {
            Status = 201,
            Locatie = $"/v1{locatie}",
            Inhoud = inhoud,
        };

    /// <summary>The same outcome with another body, unless it is a refusal.</summary>
    public Uitkomst Met(Func<object> inhoud) => Weigering is null ? this with { Inhoud = inhoud() } : this;

    public static implicit operator Uitkomst(Weigering weigering) => new() { Weigering = weigering };
}
