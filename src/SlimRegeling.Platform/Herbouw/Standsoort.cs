using System.Reflection;
using JasperFx.Events;
using JasperFx.Events.Aggregation;
using Marten;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>A kind of stream with its state, folded by the store's own words and nothing beside them.</summary>
internal abstract class Standsoort
{
    public static Standsoort Van(Type stand, DocumentStore store) =>
        (Standsoort)Activator.CreateInstance(typeof(Van<>).MakeGenericType(stand), store)!;

    /// <summary>As it is named in the snapshots.</summary>
    public abstract string Naam { get; }

    /// <summary>The table of the snapshots, with its schema.</summary>
    public abstract string Tabel { get; }

    /// <summary>Whether a stream with such an event has this state.</summary>
    public abstract bool Volgt(Type gebeurtenis);

    /// <summary>The state after these events, which are all of a stream.</summary>
    public abstract ValueTask<object?> Vouw(IReadOnlyList<IEvent> stroom, IQuerySession sessie, CancellationToken ct);
}

file sealed class Van<T>(DocumentStore store) : Standsoort
    where T : class
{
    private static readonly HashSet<Type> Gevolgd =
    [
        .. typeof(T)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .Where(m => m.Name is "Create" or "Apply")
            .Select(m => m.GetParameters()[0].ParameterType)
            .Select(t => t.IsGenericType ? t.GenericTypeArguments[0] : t),
    ];

    private static readonly Action<T, string> ZetId = typeof(T).GetProperty("Id")!.SetMethod!.CreateDelegate<Action<T, string>>();

    private readonly IAggregator<T, IQuerySession> _vouwer = store.Options.Projections.AggregatorFor<T>();

    public override string Naam => typeof(T).FullName!;

    public override string Tabel { get; } =
        ((IReadOnlyStoreOptions)store.Options).FindOrResolveDocumentType(typeof(T)).TableName.QualifiedName;

    public override bool Volgt(Type gebeurtenis) => Gevolgd.Contains(gebeurtenis);

    public override async ValueTask<object?> Vouw(IReadOnlyList<IEvent> stroom, IQuerySession sessie, CancellationToken ct)
    {
        var stand = await _vouwer.BuildAsync(stroom, sessie, null, ct);
        if (stand is not null)
        {
            ZetId(stand, stroom[0].StreamKey!);
        }
        return stand;
    }
}
