using System.Text.Json;

namespace SlimRegeling.Zaken;

/// <summary>The names of statuses as they stand in addresses and answers (<c>budget-gereserveerd</c>).</summary>
internal static class Statussen
{
    private static readonly Dictionary<string, Zaakstatus> OpNaam = Enum.GetValues<Zaakstatus>()
        .ToDictionary(s => JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString()));

    public static IEnumerable<string> Alle => OpNaam.Keys;

    public static Zaakstatus? Lees(string naam) => OpNaam.TryGetValue(naam, out var status) ? status : null;
}
