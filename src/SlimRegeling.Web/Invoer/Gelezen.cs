namespace SlimRegeling.Web.Invoer;

/// <summary>What became of what someone typed: a value, a question when it can mean more than one thing, or what to do about it.</summary>
public abstract record Gelezen<T>
{
    private Gelezen() { }

    public sealed record Waarde(T Is) : Gelezen<T>;

    /// <summary>It is never guessed: the person chooses.</summary>
    /// <param name="Tekst">Bedoelt u … of …?</param>
    public sealed record Vraag(string Tekst, IReadOnlyList<Lezing> Lezingen) : Gelezen<T>;

    /// <summary>In Dutch, what to do.</summary>
    public sealed record Fout(string Uitleg) : Gelezen<T>;

    /// <summary>One of the things that it can mean, as people write it.</summary>
    public sealed record Lezing(T Is, string Tekst);

    internal static Vraag Vraagt(IReadOnlyList<Lezing> lezingen, string anders = "") =>
        new($"Bedoelt u {string.Join(" of ", lezingen.Select(l => l.Tekst))}?{anders}", lezingen);
}
