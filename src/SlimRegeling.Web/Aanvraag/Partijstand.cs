using System.Globalization;
using System.Text.Json.Nodes;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>How it stands with the confirmation of a party, for its hoofdaanvrager.</summary>
/// <param name="Stand">As the API names it; null when it was not invited.</param>
public sealed record Partijstand(
    string KvkNummer,
    string? Naam,
    string? Stand,
    DateTimeOffset? OndertekendOp,
    bool HandtekeningVervallen,
    bool PlanGewijzigd
)
{
    public bool KanUitnodigen => Stand is null or "geweigerd" or "ingetrokken";

    public static IReadOnlyList<Partijstand> Lees(JsonNode? antwoord) =>
        [
            .. (antwoord?["uitnodigingen"] as JsonArray ?? []).Select(p => new Partijstand(
                (string)p!["kvkNummer"]!,
                (string?)p["naam"],
                (string?)p["stand"],
                (string?)p["ondertekendOp"] is { } op ? DateTimeOffset.Parse(op, CultureInfo.InvariantCulture) : null,
                (bool?)p["handtekeningVervallen"] == true,
                (bool?)p["planGewijzigd"] == true
            )),
        ];
}
