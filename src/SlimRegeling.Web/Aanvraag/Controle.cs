using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>What the API says of a draft as it was saved.</summary>
/// <param name="Fouten">What stands in the way of submitting.</param>
/// <param name="Aandacht">What does not, but on which it would be refused.</param>
/// <param name="Verklaringen">Whether a declaration is missing yet; it can be completed later too.</param>
/// <param name="Subsidie">Euro as the API writes it; null while it cannot be computed.</param>
/// <param name="NietBevestigd">Parties that were to confirm online and did not; it stops nothing.</param>
public sealed record Controle(
    IReadOnlyList<Veldfout> Fouten,
    IReadOnlyList<Veldfout> Aandacht,
    bool Verklaringen,
    string? Subsidie,
    IReadOnlyList<Veldfout> NietBevestigd
)
{
    public static Controle Van(JsonAntwoord antwoord) =>
        antwoord.Gelukt
            ? new(
                Lees(antwoord, "fouten"),
                Lees(antwoord, "aandachtspunten"),
                antwoord.Inhoud?["ontbreekt"] is JsonArray { Count: > 0 },
                (string?)antwoord.Inhoud?["berekening"]?["subsidiebedrag"],
                Lees(antwoord, "nietBevestigd")
            )
            : new([], [], false, null, []);

    private static List<Veldfout> Lees(JsonAntwoord antwoord, string wat) =>
        antwoord.Inhoud?[wat] is { } fouten ? [.. JsonAntwoord.Lees(fouten).Select(f => new Veldfout(f.Veld, f.Uitleg, f.Artikel))] : [];
}
