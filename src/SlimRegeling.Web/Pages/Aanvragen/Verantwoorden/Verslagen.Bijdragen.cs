using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Invoer;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>What others contributed: a row of each that is told, and one to tell another.</summary>
public sealed partial class VerslagenModel
{
    private const int MeesteBijdragen = 100;

    /// <summary>How many rows are shown.</summary>
    public int Bijdragerijen => Math.Min(MeesteBijdragen, Math.Max(Bijdragen().Count, Getypt()) + 1);

    public static string Bijdragevan(int rij) => $"bijdrage-van-{rij}";

    public static string Bijdragebedrag(int rij) => $"bijdrage-bedrag-{rij}";

    public static string Bijdragepartij(int rij) => $"bijdrage-partij-{rij}";

    /// <summary>Of a partnership each says to whose costs it went.</summary>
    public bool VraagtPartij => Stand.Partijen.Count > 1;

    private static IEnumerable<string> Bijdragevelden() =>
        Enumerable.Range(0, MeesteBijdragen).SelectMany(i => (string[])[Bijdragevan(i), Bijdragebedrag(i), Bijdragepartij(i)]);

    /// <summary>The rows up to the last in which something was typed.</summary>
    private int Getypt() =>
        Enumerable.Range(0, MeesteBijdragen).LastOrDefault(i => Getypt(Bijdragevan(i)) || Getypt(Bijdragebedrag(i)), -1) + 1;

    private bool Getypt(string veld) => Ingevuld(veld) is { Length: > 0 };

    private List<JsonObject> Bijdragen() => [.. (_declaratie["bijdragen"] as JsonArray ?? []).OfType<JsonObject>()];

    /// <summary>What is kept in a field of a row; null of another field.</summary>
    private string? Bijdragetekst(string veld)
    {
        var bijdragen = Bijdragen();
        for (var i = 0; i < bijdragen.Count; i++)
        {
            if (veld == Bijdragevan(i))
            {
                return (string?)bijdragen[i]["van"];
            }
            if (veld == Bijdragebedrag(i))
            {
                return bijdragen[i]["bedrag"]?.ToString().Replace('.', ',');
            }
            if (veld == Bijdragepartij(i))
            {
                return (string?)bijdragen[i]["partij"];
            }
        }
        return null;
    }

    /// <summary>
    /// The rows in which something stands, as the API takes them; null when one cannot be read, which is noted at its field: what was kept is not replaced
    /// then.
    /// </summary>
    private JsonArray? LeesBijdragen()
    {
        var (gelezen, leesbaar) = (new JsonArray(), true);
        for (var i = 0; i < MeesteBijdragen; i++)
        {
            var (van, bedrag) = (Tekst(Bijdragevan(i)).Trim(), Tekst(Bijdragebedrag(i)).Trim());
            if (van.Length == 0 && bedrag.Length == 0)
            {
                continue;
            }
            var partij = VraagtPartij ? Tekst(Bijdragepartij(i)) : "";
            if (van.Length == 0)
            {
                Fouten[Bijdragevan(i)] = ("Schrijf wie aan de kosten bijdroeg.", true);
                leesbaar = false;
            }
            else if (Bedraglezer.Lees(bedrag) is not Gelezen<decimal>.Waarde(var euro))
            {
                Fouten[Bijdragebedrag(i)] = ("Geef het bedrag dat een ander bijdroeg, in euro's en centen.", true);
                leesbaar = false;
            }
            else if (VraagtPartij && Stand.Partijen.All(p => p.KvkNummer != partij))
            {
                Fouten[Bijdragepartij(i)] = (
                    $"Noem de partij van wie de kosten zijn: {string.Join(", ", Stand.Partijen.Select(p => p.KvkNummer))}.",
                    true
                );
                leesbaar = false;
            }
            else
            {
                var bijdrage = new JsonObject { ["van"] = van, ["bedrag"] = euro.ToString("0.00", CultureInfo.InvariantCulture) };
                if (VraagtPartij)
                {
                    bijdrage["partij"] = partij;
                }
                gelezen.Add(bijdrage);
            }
        }
        return leesbaar ? gelezen : null;
    }
}
