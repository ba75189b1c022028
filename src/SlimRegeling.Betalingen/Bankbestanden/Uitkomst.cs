using System.Diagnostics.CodeAnalysis;

namespace SlimRegeling.Betalingen.Bankbestanden;

/// <summary>One thing that is wrong: where it stands (field, payment, line) and, in Dutch, what it is and what to do.</summary>
public sealed record Fout(string Plaats, string Uitleg)
{
    public override string ToString() => $"{Plaats}: {Uitleg}";
}

/// <summary>A value, or every reason why there is none; never both, so nothing half right leaves this folder.</summary>
public sealed class Uitkomst<T>
    where T : class
{
    private Uitkomst(T? waarde, IReadOnlyList<Fout> fouten) => (Waarde, Fouten) = (waarde, fouten);

    public T? Waarde { get; }

    public IReadOnlyList<Fout> Fouten { get; }

    [MemberNotNullWhen(true, nameof(Waarde))]
    public bool Gelukt => Waarde is not null;

    internal static Uitkomst<T> Van(T waarde) => new(waarde, []);

    internal static Uitkomst<T> Niet(params IReadOnlyList<Fout> fouten) => new(null, fouten);
}
