using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Narekenen;

/// <summary>How a context computes its stored decisions again, from nothing but what is stored: its events and the content beside them.</summary>
public interface INarekening
{
    /// <summary>The event types that are decisions here; every one of them that is stored is computed again.</summary>
    IReadOnlyList<Type> Besluiten { get; }

    /// <summary>The content beside the stream that a decision is computed from; it is read along with the events.</summary>
    IEnumerable<Verwijzing> Inhouden(Gebeurtenis gebeurtenis) => [];

    /// <summary>One outcome for each decision in these streams, in their order.</summary>
    Task<IReadOnlyList<Nagerekend>> Reken(Bundel bundel, CancellationToken ct);
}
