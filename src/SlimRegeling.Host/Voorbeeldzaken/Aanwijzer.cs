using System.Globalization;
using System.Text.Json.Nodes;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>
/// A JSON Pointer (RFC 6901) with two more kinds of step in an array: <c>naam=waarde</c> is the one item of which that member has that
/// value, <c>#</c> is how many items there are.
/// </summary>
internal static class Aanwijzer
{
    /// <summary>False, and null, when there is nothing there.</summary>
    public static bool Volg(JsonNode? vanaf, string aanwijzer, out JsonNode? gevonden)
    {
        gevonden = vanaf;
        foreach (
            var deel in aanwijzer
                .Split('/')
                .Skip(1)
                .Select(d => d.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
        )
        {
            var (er, volgende) = gevonden switch
            {
                JsonObject velden => (velden.TryGetPropertyValue(deel, out var waarde), waarde),
                JsonArray items => InLijst(items, deel),
                _ => (false, null),
            };
            if (!er)
            {
                gevonden = null;
                return false;
            }
            gevonden = volgende;
        }
        return true;
    }

    private static (bool Er, JsonNode? Gevonden) InLijst(JsonArray items, string deel)
    {
        if (deel == "#")
        {
            return (true, JsonValue.Create(items.Count));
        }
        if (int.TryParse(deel, NumberStyles.None, CultureInfo.InvariantCulture, out var nummer))
        {
            return nummer < items.Count ? (true, items[nummer]) : (false, null);
        }
        if (deel.Split('=', 2) is not [var naam, var waarde])
        {
            return (false, null);
        }
        JsonNode?[] passend = [.. items.Where(item => item is JsonObject velden && velden[naam]?.ToString() == waarde)];
        return passend is [var een] ? (true, een) : (false, null);
    }
}
