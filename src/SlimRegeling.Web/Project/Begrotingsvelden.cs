using System.Globalization;
using System.Text.Json.Nodes;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Project;

/// <summary>The items of a budget in the form of a shift: one field of each, which is left empty where nothing shifts.</summary>
internal static class Begrotingsvelden
{
    public const string Begin = "post-";

    public static IEnumerable<Veld> Van(Wijzigingenbeeld beeld, Teksten t) =>
        (beeld.Posten ?? []).Select(p => new Veld(
            Naam(p),
            Veldsoort.Bedrag,
            t["Nieuw bedrag voor {0} in activiteit {1}", t.Vertaald(p.Titel), p.Activiteit]
        )
        {
            Uitleg = t["Nu {0}, zonder opslag. Verandert deze post niet, laat hem dan leeg.", Weergave.Bedrag(p.Bedrag)],
        });

    /// <summary>All items of each activity of which one was filled in: what was left empty stays what it is. Null when none was.</summary>
    /// <param name="json">The form as it was filled in.</param>
    public static JsonArray? Posten(JsonObject json, Wijzigingenbeeld? beeld)
    {
        var posten = (beeld?.Posten ?? []).GroupBy(p => p.Activiteit).Where(g => g.Any(p => json.ContainsKey(Naam(p)))).SelectMany(g => g);
        var gevraagd = new JsonArray([
            .. posten.Select(p => new JsonObject
            {
                ["soort"] = p.Activiteit,
                ["code"] = p.Code,
                ["bedrag"] = (string?)json[Naam(p)] ?? p.Bedrag.ToString("0.00", CultureInfo.InvariantCulture),
            }),
        ]);
        return gevraagd.Count > 0 ? gevraagd : null;
    }

    private static string Naam(Wijzigingspost post) => $"{Begin}{post.Activiteit}-{post.Code}";
}
