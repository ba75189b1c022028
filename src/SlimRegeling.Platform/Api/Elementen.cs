using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SlimRegeling.Platform.Api;

/// <summary>
/// Refuses null as an element of a list or a value of a dictionary: the serializer looks at the annotation of a property, not at those of what
/// is in it. Only elements that are nullable values (<c>int?</c>) may be null.
/// </summary>
internal static class Elementen
{
    public static void Eis(JsonTypeInfo soort)
    {
        if (soort.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }
        var verzamelingen = soort.Properties.Where(p => p.Get is not null && NooitLeeg(p.PropertyType)).ToList();
        if (verzamelingen.Count == 0)
        {
            return;
        }
        soort.OnDeserialized = gelezen =>
        {
            foreach (var verzameling in verzamelingen)
            {
                if (Inhoud(verzameling.Get!(gelezen)).Contains(null))
                {
                    throw new JsonException($"Schrijf in '{verzameling.Name}' geen null: laat weg wat er niet is.");
                }
            }
        };
    }

    private static bool NooitLeeg(Type soort) =>
        soort != typeof(string)
        && soort.IsAssignableTo(typeof(IEnumerable))
        && soort.IsGenericType
        && soort.GetGenericArguments()[^1] is { IsValueType: false };

    private static IEnumerable<object?> Inhoud(object? verzameling) =>
        verzameling switch
        {
            IDictionary woordenboek => woordenboek.Values.Cast<object?>(),
            IEnumerable elementen => elementen.Cast<object?>(),
            _ => [],
        };
}
