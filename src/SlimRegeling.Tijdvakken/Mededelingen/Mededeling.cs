using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken.Mededelingen;

/// <summary>From now on everyone reads this on every page, until another one comes, it is taken back, or <c>Tot</c> has come.</summary>
[Naam("mededeling-geplaatst")]
public sealed record MededelingGeplaatst(string Tekst, Mededelingsoort Soort, Instant? Tot, Instant Op) : Gebeurtenis;

[Naam("mededeling-ingetrokken")]
public sealed record MededelingIngetrokken(Instant Op) : Gebeurtenis;

public enum Mededelingsoort
{
    Informatie,
    Waarschuwing,
    Storing,
}

/// <summary>The one announcement to all, now and before; there is one stream of it.</summary>
public sealed record Mededeling
{
    public const string Stroom = "mededeling";

    public string Id { get; init; } = Stroom;

    /// <summary>The last one that was placed and not taken back.</summary>
    public MededelingGeplaatst? Laatste { get; init; }

    /// <summary>What is to be read at a moment; null when there is nothing.</summary>
    public MededelingGeplaatst? Op(Instant moment) =>
        Laatste is { } laatste && (laatste.Tot is not { } tot || moment < tot) ? laatste : null;

    public Mededeling Apply(MededelingGeplaatst e) => this with { Laatste = e };

    public Mededeling Apply(MededelingIngetrokken _) => this with { Laatste = null };
}
