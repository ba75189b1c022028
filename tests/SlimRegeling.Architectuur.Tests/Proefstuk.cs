using NodaTime;

namespace SlimRegeling.Architectuur.Tests;

/// <summary>The same instance of a type each time, with every member filled.</summary>
internal static class Proefstuk
{
    public static object Van(Type type)
    {
        var soort = Nullable.GetUnderlyingType(type) ?? type;
        return soort switch
        {
            _ when soort == typeof(string) => "tekst",
            _ when soort == typeof(decimal) => 11040.00m,
            _ when soort == typeof(int) => 3,
            _ when soort == typeof(long) => 3L,
            _ when soort == typeof(bool) => true,
            _ when soort == typeof(Guid) => Guid.Parse("0192f0c0-0000-7000-8000-000000000001"),
            _ when soort == typeof(Instant) => Instant.FromUtc(2026, 4, 7, 7, 0),
            _ when soort == typeof(LocalDate) => new LocalDate(2026, 5, 4),
            _ when soort.IsEnum => Enum.GetValues(soort).GetValue(0)!,
            _ when soort.IsGenericType && soort.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => Woordenboek(
                soort.GenericTypeArguments
            ),
            _ when soort.IsGenericType => Lijst(soort.GenericTypeArguments[0]),
            _ => Samengesteld(soort),
        };
    }

    private static Array Lijst(Type element)
    {
        var lijst = Array.CreateInstance(element, 1);
        lijst.SetValue(Van(element), 0);
        return lijst;
    }

    private static object Woordenboek(Type[] soorten)
    {
        var woordenboek = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(soorten))!;
        woordenboek.Add(Van(soorten[0]), Van(soorten[1]));
        return woordenboek;
    }

    private static object Samengesteld(Type soort)
    {
        var maker = soort.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return maker.Invoke([.. maker.GetParameters().Select(p => Van(p.ParameterType))]);
    }
}
