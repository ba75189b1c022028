using System.Text.Json.Nodes;
using SlimRegeling.Web.Project;

namespace SlimRegeling.Web.Pages.Aanvragen.Verantwoorden;

/// <summary>Why the costs differ from the award: an explanation of each item, or of an activity of which the award tells no items.</summary>
public sealed partial class VerslagenModel
{
    private const string Afwijkingsveld = "afwijkingen";

    /// <summary>What is explained apart.</summary>
    /// <param name="Post">Null of a whole activity.</param>
    /// <param name="Stand">What of it stands in the budget and in the lines; null of what is in neither any more.</param>
    public sealed record Uitlegvraag(string Activiteit, string? Post, Poststand? Stand = null, bool Gevraagd = false)
    {
        public string Veld => Post is null ? $"afwijking-{Activiteit}" : $"afwijking-{Activiteit}-{Post}";
    }

    /// <summary>Of which a difference must be explained, and of which it was.</summary>
    public IReadOnlyList<Uitlegvraag> Afwijkend => [.. Uitlegvragen().Where(v => v.Gevraagd || Tekst(v.Veld).Length > 0)];

    private List<Uitlegvraag> Uitlegvragen()
    {
        var vragen = Stand
            .Activiteiten.SelectMany(a =>
                (a.Posten ?? [])
                    .Select(p => new Uitlegvraag(a.Soort, p.Code, p, p.Uitleggen))
                    .Prepend(new Uitlegvraag(a.Soort, null, Gevraagd: a.Uitleggen))
            )
            .ToList();
        // What was written of another item stays until it is made empty.
        var geschreven = Afwijkingen().Select(a => new Uitlegvraag((string?)a["activiteit"] ?? "", (string?)a["post"]));
        return [.. vragen.Concat(geschreven).DistinctBy(v => v.Veld)];
    }

    /// <summary>What is kept in the field of an explanation; null of another field.</summary>
    private string? Afwijkingstekst(string veld) =>
        (string?)
            Afwijkingen().FirstOrDefault(a => veld == new Uitlegvraag((string?)a["activiteit"] ?? "", (string?)a["post"]).Veld)?["uitleg"];

    private JsonArray LeesAfwijkingen() =>
        new([
            .. Uitlegvragen()
                .Select(v => (Vraag: v, Uitleg: Tekst(v.Veld).Trim()))
                .Where(v => v.Uitleg.Length > 0)
                .Select(v => new JsonObject
                {
                    ["activiteit"] = v.Vraag.Activiteit,
                    ["post"] = v.Vraag.Post,
                    ["uitleg"] = v.Uitleg,
                }),
        ]);

    private IEnumerable<JsonObject> Afwijkingen() => (_declaratie[Afwijkingsveld] as JsonArray ?? []).OfType<JsonObject>();
}
