using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Herbouw;
using SlimRegeling.Platform.Narekenen;

namespace SlimRegeling.Platform.Contexten;

/// <summary>Which messages follow from an event of a stream: pure, one per context.</summary>
public delegate IEnumerable<object> Uitgaand(string stroom, object gebeurtenis);

/// <summary>A described context. One instance per process, also for contexts that run elsewhere (their queue must exist).</summary>
public sealed class Context
{
    public required string Naam { get; init; }

    public required Type Soort { get; init; }

    internal List<Action<StoreOptions>> Opslag { get; } = [];

    internal List<string> Tabellen { get; } = [];

    internal List<Uitbreiding> Uitbreidingen { get; } = [];

    internal Dictionary<Type, string> Zegt { get; } = [];

    /// <summary>Message type to the type that handles it.</summary>
    internal Dictionary<Type, Type> Hoort { get; } = [];

    /// <summary>Names of the messages that this context says to itself; see <see cref="Contextbouwer.ZegtZichzelf"/>.</summary>
    internal HashSet<string> Alleen { get; } = [];

    internal List<Action<IServiceCollection>> Diensten { get; } = [];

    internal List<Action<IEndpointRouteBuilder>> Eindpunten { get; } = [];

    internal List<Taken.Taakregel> Taken { get; } = [];

    /// <summary>What goes on by itself here, round after round.</summary>
    internal List<Taken.Ronderegel> Rondes { get; } = [];

    internal Uitgaand Uitgaand { get; set; } = static (_, _) => [];

    internal HashSet<Type> Stromen { get; } = [];

    /// <summary>How the decisions here are computed again; null for a context that takes none.</summary>
    public INarekening? Narekening { get; internal set; }

    /// <summary>What comes beside its services when its tables are made again; null for a context that has events of its own to tell of.</summary>
    internal Action<IServiceCollection>? Herbouw { get; set; }

    /// <summary>Tables beside the streams that are compared with the events when snapshots are made again.</summary>
    internal List<IHerleiding> Herleidingen { get; } = [];

    /// <summary>What must hold in the tables of this context, for the reconciliation.</summary>
    internal List<Controle> Controles { get; } = [];

    internal Dictionary<string, Type> Gebeurtenissen { get; } = [];

    public IReadOnlyCollection<Type> GezegdeBerichten => Zegt.Keys;

    public IReadOnlyCollection<Type> GehoordeBerichten => Hoort.Keys;

    /// <summary>Event types by the name under which they are stored.</summary>
    public IReadOnlyDictionary<string, Type> Gebeurtenisnamen => Gebeurtenissen;

    public IReadOnlyDictionary<Type, string> Berichtnamen => Zegt;

    /// <summary>The messages of an event, as the context says them.</summary>
    public IEnumerable<object> Berichten(string stroom, object gebeurtenis) => Uitgaand(stroom, gebeurtenis);

    public static Context Van<TContext>()
        where TContext : IContext
    {
        var context = new Context { Naam = TContext.Naam, Soort = typeof(TContext) };
        TContext.Beschrijf(new Contextbouwer(context));
        return context;
    }
}
