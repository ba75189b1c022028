using System.Text.Json.Nodes;
using SlimRegeling.Web.Aanvraag;

namespace SlimRegeling.Web.Dossier;

/// <summary>A document that the rules of a window ask of an application. Without it one can submit, and is asked to complete.</summary>
/// <param name="Code">As the rules call it, and the kind under which it is sent.</param>
/// <param name="Titel">Dutch, from the rules.</param>
/// <param name="BijIntermediair">Only asked when an intermediary applies.</param>
/// <param name="AlsBestand">Whether it comes as a file; else the form says it.</param>
/// <param name="Velden">The parts of the form that say what it says.</param>
public sealed record Gevraagdstuk(
    string Code,
    string Titel,
    string? Artikel,
    bool BijIntermediair,
    bool AlsBestand,
    IReadOnlyList<string> Velden
)
{
    /// <summary>What is sent without being asked for.</summary>
    public const string Anders = "bijlage";

    /// <summary>
    /// Whether it is asked before anyone asked for it. Not the machtiging of who acts for another (2:1 Awb): whoever does that here has one that is on
    /// record, given in the portal or registered with eHerkenning. An assessor can still ask for it.
    /// </summary>
    public bool VanTevoren => AlsBestand && !BijIntermediair;

    /// <param name="schema">The form as the API serves it.</param>
    public static IReadOnlyList<Gevraagdstuk> Lees(JsonNode schema) =>
        [
            .. (schema["x-documenten"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(d => new Gevraagdstuk(
                    (string)d["code"]!,
                    (string)d["title"]!,
                    (string?)d["x-artikel"],
                    (string?)d["wanneer"] == "bij-intermediair",
                    (string?)d["wijze"] == "bestand",
                    [.. (d["velden"] as JsonArray ?? []).Select(v => (string)v!)]
                )),
        ];

    /// <summary>How the task of sending documents stands.</summary>
    public static Taakstand Stand(IEnumerable<Gevraagdstuk> gevraagd, IReadOnlyList<Dossierstuk> stukken)
    {
        var goed = stukken.Where(s => !s.IsGeweigerd).Select(s => s.Soort).ToHashSet();
        return stukken.Any(s => s.IsGeweigerd && !goed.Contains(s.Soort)) ? Taakstand.Fout
            : gevraagd.All(g => goed.Contains(g.Code)) ? Taakstand.Klaar
            : stukken.Count > 0 ? Taakstand.Bezig
            : Taakstand.NietBegonnen;
    }
}
