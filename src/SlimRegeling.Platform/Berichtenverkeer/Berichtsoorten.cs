using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>The names of all message contracts and who hears them.</summary>
public sealed class Berichtsoorten
{
    private static readonly string[] Onderwerpen = ["Zaaknummer", "Tijdvak", "KvkNummer", "Regelversie", "Medewerker"];
    private static readonly ConcurrentDictionary<Type, PropertyInfo> Sleutels = new();
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Versies = new();

    private readonly Dictionary<string, Type> _types = [];
    private readonly Dictionary<Type, string> _namen = [];
    private readonly Dictionary<string, List<string>> _hoorders = [];

    public Berichtsoorten(IReadOnlyList<Context> contexten)
    {
        foreach (var (type, naam) in contexten.SelectMany(c => c.Zegt))
        {
            _types.Add(naam, type);
            _namen.Add(type, naam);
            _hoorders.Add(naam, []);
        }
        foreach (var context in contexten)
        {
            foreach (var type in context.Hoort.Keys)
            {
                if (_namen.TryGetValue(type, out var naam))
                {
                    _hoorders[naam].Add(context.Naam);
                }
            }
        }
    }

    /// <exception cref="InvalidOperationException">A context hears what no context says, or nobody hears what is said.</exception>
    public static void Controleer(IReadOnlyList<Context> contexten)
    {
        var gezegd = contexten.SelectMany(c => c.Zegt.Keys).ToHashSet();
        var gehoord = contexten.SelectMany(c => c.Hoort.Keys).ToHashSet();
        if (!gezegd.SetEquals(gehoord))
        {
            gezegd.SymmetricExceptWith(gehoord);
            throw new InvalidOperationException(
                $"Said and not heard, or heard and not said: {string.Join(", ", gezegd.Select(t => t.Name))}."
            );
        }
    }

    public string Naam(Type type) =>
        _namen.TryGetValue(type, out var naam)
            ? naam
            : throw new InvalidOperationException($"{type.Name} is not among what the contexts say.");

    /// <summary>Names of the contexts that hear this kind of message.</summary>
    public IReadOnlyList<string> Hoorders(string soort) => _hoorders[soort];

    /// <summary>What a context hears, by name.</summary>
    public IEnumerable<string> GehoordDoor(string context) => _hoorders.Where(h => h.Value.Contains(context)).Select(h => h.Key);

    public object Lees(string soort, string inhoud) =>
        JsonSerializer.Deserialize(inhoud, _types[soort], Json.Opties) ?? throw new JsonException($"Message {soort} is null.");

    /// <summary>The messages of an event as they go on their way, the same ones each time.</summary>
    /// <param name="versie">That of its stream after the event.</param>
    internal IEnumerable<Envelop> Enveloppen(Context context, string stroom, long versie, Guid gebeurtenis, object inhoud, Kop kop) =>
        Gezegd(context, stroom, versie, gebeurtenis, inhoud)
            .Select(g => new Envelop(g.Id, Naam(g.Bericht.GetType()), Sleutel(g.Bericht), Schrijf(g.Bericht), kop));

    /// <summary>The messages of an event with the ids under which they go on their way.</summary>
    internal static IEnumerable<(Guid Id, object Bericht)> Gezegd(
        Context context,
        string stroom,
        long versie,
        Guid gebeurtenis,
        object inhoud
    ) => context.Berichten(stroom, inhoud).Select((bericht, index) => (Outbox.Berichtnummer(gebeurtenis, index), Met(bericht, versie)));

    // Who hears orders by it what one stream said (Zegmoment). A message that nobody orders so has no such member; one that only passes on what
    // another stream said has its version already.
    private static object Met(object bericht, long versie)
    {
        var veld = Versies.GetOrAdd(bericht.GetType(), static type => type.GetProperty("Versie"));
        if (veld is not null && veld.GetValue(bericht) is null)
        {
            veld.SetValue(bericht, versie);
        }
        return bericht;
    }

    /// <summary>What the message is about: its case, else its window, else its enterprise, else its rule version, else its employee.</summary>
    public static string Sleutel(object bericht) =>
        Sleutels
            .GetOrAdd(
                bericht.GetType(),
                static type =>
                    Onderwerpen.Select(type.GetProperty).FirstOrDefault(p => p is not null)
                    ?? throw new InvalidOperationException(
                        $"{type.Name} has no Zaaknummer, Tijdvak, KvkNummer, Regelversie or Medewerker: it is about nothing."
                    )
            )
            .GetValue(bericht) as string
        ?? throw new InvalidOperationException($"{bericht} is about nothing.");

    public static string Schrijf(object bericht) => JsonSerializer.Serialize(bericht, bericht.GetType(), Json.Opties);
}
