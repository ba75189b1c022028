using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen.Aanvulling;

/// <summary>
/// What the assessor wrote to the applicant with a request to complete: what is the matter with what came, kept beside the stream.
/// </summary>
/// <param name="Teksten">By the code of a document that is asked; none is empty.</param>
public sealed record Aanvullingstoelichting(IReadOnlyDictionary<string, string> Teksten)
{
    private const int Langst = 1_000;
    private const string Veld = "toelichting";

    /// <summary>What was written, in the order of the codes; null when nothing was.</summary>
    public static Aanvullingstoelichting? Van(Volledigheid.Verzoek verzoek) =>
        Geschreven(verzoek) is { Count: > 0 } geschreven
            ? new(new SortedDictionary<string, string>(geschreven.ToDictionary(), StringComparer.Ordinal))
            : null;

    /// <summary>What stands at a document that is not asked, or is too long.</summary>
    public static IEnumerable<Fout> Fouten(Volledigheid.Verzoek verzoek) =>
        Geschreven(verzoek)
            .Select(t =>
                verzoek.Ontbreekt?.Contains(t.Key) != true
                    ? new Fout(
                        $"{Veld}.{t.Key}",
                        "U schreef hier iets, maar vraagt niet om dit document. Vink het aan, of haal de tekst weg."
                    )
                : t.Value.Length > Langst ? new Fout($"{Veld}.{t.Key}", $"Schrijf ten hoogste {Langst} tekens.")
                : null
            )
            .OfType<Fout>();

    /// <summary>Nobody reads it when no letter asks for something.</summary>
    public static IEnumerable<Fout> Nergens(Volledigheid.Verzoek verzoek, string uitleg) =>
        Geschreven(verzoek).Select(t => new Fout($"{Veld}.{t.Key}", uitleg));

    private static IReadOnlyList<KeyValuePair<string, string>> Geschreven(Volledigheid.Verzoek verzoek) =>
        [
            .. (verzoek.Toelichting ?? new Dictionary<string, string>())
                .Select(t => KeyValuePair.Create(t.Key, t.Value.ReplaceLineEndings("\n").Trim()))
                .Where(t => t.Value.Length > 0)
                .OrderBy(t => t.Key, StringComparer.Ordinal),
        ];
}
