using System.Text.Json.Nodes;
using SlimRegeling.Web.Api.Aanvragen;
using SlimRegeling.Web.Formulieren;

namespace SlimRegeling.Web.Aanvraag;

/// <summary>What the API says of a draft as it was saved.</summary>
/// <param name="Fouten">What stands in the way of submitting.</param>
/// <param name="Aandacht">What does not, but on which it would be refused.</param>
/// <param name="Opmerkingen">What is good to know, and refuses nothing.</param>
/// <param name="Verklaringen">Whether a declaration is missing yet; it can be completed later too.</param>
/// <param name="NietBevestigd">Parties that were to confirm online and did not; it stops nothing.</param>
public sealed record Controle(
    IReadOnlyList<Veldfout> Fouten,
    IReadOnlyList<Veldfout> Aandacht,
    IReadOnlyList<Veldfout> Opmerkingen,
    bool Verklaringen,
    Opbrengst Opbrengst,
    IReadOnlyList<Veldfout> NietBevestigd
)
{
    /// <summary>Euro as the API writes it; null while it cannot be computed.</summary>
    public string? Subsidie => Opbrengst.Subsidie;

    public static Controle Van(JsonAntwoord antwoord) =>
        antwoord.Gelukt
            ? new(
                Lees(antwoord, "fouten"),
                Lees(antwoord, "aandachtspunten"),
                Lees(antwoord, "opmerkingen"),
                antwoord.Inhoud?["ontbreekt"] is JsonArray { Count: > 0 },
                Opbrengst.Van(antwoord.Inhoud),
                Lees(antwoord, "nietBevestigd")
            )
            : new([], [], [], false, Opbrengst.Van(null), []);

    private static List<Veldfout> Lees(JsonAntwoord antwoord, string wat) =>
        antwoord.Inhoud?[wat] is { } fouten ? [.. JsonAntwoord.Lees(fouten).Select(f => new Veldfout(f.Veld, f.Uitleg, f.Artikel))] : [];
}

/// <summary>What the plan yields as it was saved. Euro as the API writes it, null while it cannot be computed.</summary>
/// <param name="Kosten">Those that count.</param>
/// <param name="Begrensd">A maximum lowered the subsidy.</param>
/// <param name="Regels">How it was computed, with the articles.</param>
public sealed record Opbrengst(string? Kosten, string? Subsidie, bool Begrensd, IReadOnlyList<Rekenregel> Regels)
{
    public bool IsLeeg => Kosten is null && Subsidie is null;

    /// <summary>Words beside the amounts; null when they say enough.</summary>
    public string? Toelichting =>
        Subsidie is null ? "De subsidie ziet u zodra ook is ingevuld hoe groot u bent en, met meer partijen, wat elke partij draagt."
        : Subsidie == "0.00" ? "Zo krijgt u geen subsidie. Kijk bij 'Let op' wat u kunt doen."
        : Begrensd ? "Het bedrag is verlaagd tot een maximum."
        : null;

    internal static Opbrengst Van(JsonNode? controle)
    {
        var (kosten, berekening) = (controle?["kosten"], controle?["berekening"]);
        return new(
            (string?)kosten?["subsidiabeleKosten"],
            (string?)berekening?["subsidiebedrag"],
            (bool?)berekening?["maximumToegepast"] == true,
            [
                .. ((berekening ?? kosten)?["regels"] as JsonArray ?? []).Select(r => new Rekenregel(
                    (string)r!["omschrijving"]!,
                    (string)r["artikel"]!,
                    (string)r["bedrag"]!
                )),
            ]
        );
    }
}

public sealed record Rekenregel(string Omschrijving, string Artikel, string Bedrag);
