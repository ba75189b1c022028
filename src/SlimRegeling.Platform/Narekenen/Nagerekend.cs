using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Narekenen;

/// <param name="Wat">The field of the decision, as it is stored.</param>
/// <param name="Regel">The article that the value follows from, or what was broken.</param>
public sealed record Verschil(string Wat, string Vastgelegd, string Berekend, string Regel);

/// <summary>A decision that was computed again, and what came out otherwise.</summary>
/// <param name="Zaak">The stream: a case number, or for aid the KVK number.</param>
/// <param name="Besluit">The stored name of the event.</param>
public sealed record Nagerekend(string Zaak, string Besluit, IReadOnlyList<Verschil> Verschillen)
{
    /// <summary>Its content was destroyed with the dossier: the decision stands, but cannot be computed any more.</summary>
    public bool Vernietigd { get; init; }

    /// <summary>An event beside the one of its kind that the same decision gives now.</summary>
    /// <param name="regel">The article of a field.</param>
    public static Nagerekend Van(string zaak, Gebeurtenis vastgelegd, Func<Beslissing> opnieuw, Func<string, string> regel) =>
        Van(zaak, Narekenaar.Naam(vastgelegd.GetType()), () => Vergelijking.Van(vastgelegd, opnieuw(), regel));

    /// <summary>Content that was destroyed or tampered with, and rules that cannot compute it, are outcomes too, not the end of the run.</summary>
    public static Nagerekend Van(string zaak, string besluit, Func<IEnumerable<Verschil>> vergelijk)
    {
        try
        {
            return new(zaak, besluit, [.. vergelijk()]);
        }
        catch (InhoudVernietigd)
        {
            return new(zaak, besluit, []) { Vernietigd = true };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new(zaak, besluit, [new("besluit", "genomen", $"niet te berekenen: {e.Message}", "-")]);
        }
    }
}
