namespace SlimRegeling.Platform.Stromen;

/// <summary>An event: something that was decided and can never be undone, only followed. Carries no personal data.</summary>
public abstract record Gebeurtenis;

/// <summary>The name under which an event is stored, independent of its C# type, so that types may be renamed.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NaamAttribute(string naam) : Attribute
{
    public string Naam { get; } = naam;
}

/// <summary>
/// A field of an event that earlier ones do not have. Where it is absent a decision is not compared on it when it is computed again.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LaterToegevoegdAttribute : Attribute;

/// <summary>What a pure decision gives: the events that follow, nothing at all, or a refusal that names its rule.</summary>
public sealed class Beslissing
{
    public static readonly Beslissing Geen = new([], null);

    private Beslissing(IReadOnlyList<Gebeurtenis> gebeurtenissen, Weigering? weigering)
    {
        Gebeurtenissen = gebeurtenissen;
        Weigering = weigering;
    }

    public IReadOnlyList<Gebeurtenis> Gebeurtenissen { get; }

    public Weigering? Weigering { get; }

    public static Beslissing Van(params IReadOnlyList<Gebeurtenis> gebeurtenissen) => new(gebeurtenissen, null);

    public static implicit operator Beslissing(Gebeurtenis gebeurtenis) => new([gebeurtenis], null);

    public static implicit operator Beslissing(Weigering weigering) => new([], weigering);
}
