namespace SlimRegeling.Platform.Narekenen;

/// <summary>How a context computes its stored decisions again, from nothing but what is stored: its events and the content beside them.</summary>
public interface INarekening
{
    /// <summary>The event types that are decisions here; every one of them that is stored is computed again.</summary>
    IReadOnlyList<Type> Besluiten { get; }

    /// <summary>One outcome for each decision in these streams, in their order.</summary>
    Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct);
}
