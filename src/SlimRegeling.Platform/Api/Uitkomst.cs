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

    /// <summary>The case that this shows, where the address does not name it: for the view log.</summary>
    [JsonIgnore]
    public string? Zaak { get; init; }

    /// <summary>The cases that a list shows, where it is asked of none: each is a view.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Zaken { get; init; } = [];

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
