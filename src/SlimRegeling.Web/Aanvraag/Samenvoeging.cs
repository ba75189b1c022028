using System.Text.Json;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>One field that two people, or one person in two places, wrote differently.</summary>
/// <param name="Hun">As it was saved meanwhile.</param>
/// <param name="Mijn">As it was typed here.</param>
public sealed record Verschil(string Pad, string Hun, string Mijn);

/// <summary>
/// Three versions of the same fields: as this page began, as it was typed here, and as it was saved meanwhile. What only one of the two changed
/// is taken; what both changed is asked.
/// </summary>
/// <param name="Waarden">Of what was taken; where it is asked, as it was typed here.</param>
/// <param name="Overgenomen">What only the other changed.</param>
public sealed record Samenvoeging(
    IReadOnlyDictionary<string, string> Waarden,
    IReadOnlyList<Verschil> Verschillen,
    IReadOnlyList<Verschil> Overgenomen
)
{
    /// <summary>The fields of a page as it sends them with itself; none when they cannot be read.</summary>
    public static IReadOnlyDictionary<string, string> Lees(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
        }
        catch (JsonException)
        {
            return new Dictionary<string, string>();
        }
    }

    public static string Schrijf(IReadOnlyDictionary<string, string> waarden) => JsonSerializer.Serialize(waarden);

    /// <param name="eender">Gives two ways to write one value of a field, by its path, as one.</param>
    public static Samenvoeging Van(
        IReadOnlyDictionary<string, string> begin,
        IReadOnlyDictionary<string, string> mijn,
        IReadOnlyDictionary<string, string> hun,
        Func<string, string, string>? eender = null
    )
    {
        var waarden = new Dictionary<string, string>(mijn);
        var verschillen = new List<Verschil>();
        var overgenomen = new List<Verschil>();
        foreach (var pad in begin.Keys.Union(mijn.Keys).Union(hun.Keys))
        {
            var (b, m, h) = (begin.GetValueOrDefault(pad, ""), mijn.GetValueOrDefault(pad, ""), hun.GetValueOrDefault(pad, ""));
            var (eb, em, eh) = eender is null ? (b, m, h) : (eender(pad, b), eender(pad, m), eender(pad, h));
            if (eh == eb || eh == em)
            {
                continue;
            }
            if (em == eb)
            {
                waarden[pad] = h;
                overgenomen.Add(new(pad, h, m));
            }
            else
            {
                verschillen.Add(new(pad, h, m));
            }
        }
        return new(waarden, verschillen, overgenomen);
    }
}
