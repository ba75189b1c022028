using SlimRegeling.Regels;

namespace SlimRegeling.Verlening.Wijzigen;

/// <summary>What a change does to the parties of an award.</summary>
/// <param name="Groei">What each would receive above what it has now, in euro by KVK number.</param>
/// <param name="Wisselt">Whether a party leaves or joins.</param>
internal sealed record Partijgevolg(IReadOnlyDictionary<string, decimal> Groei, bool Wisselt)
{
    /// <summary>That of a change of anything else.</summary>
    public static readonly Partijgevolg Geen = new(new Dictionary<string, decimal>(), false);

    /// <summary>Whether something is to be confirmed before it is granted.</summary>
    public bool Vraagt => Wisselt || Groei.Count > 0;

    public static Partijgevolg Van(Verlening verlening, Wijzigingsvraag vraag) => Van(verlening.Verleend?.Partijen, vraag.Partijen);

    /// <param name="nu">Euro by KVK number; null where the recipient is alone.</param>
    /// <param name="wordt">Null where nothing is divided anew.</param>
    public static Partijgevolg Van(IReadOnlyDictionary<string, decimal>? nu, IReadOnlyDictionary<string, decimal>? wordt) =>
        nu is null || wordt is null
            ? Geen
            : new(
                wordt
                    .Select(deel => (deel.Key, Meer: deel.Value - nu.GetValueOrDefault(deel.Key)))
                    .Where(deel => deel.Meer > 0m)
                    .ToDictionary(deel => deel.Key, deel => deel.Meer, StringComparer.Ordinal),
                nu.Count != wordt.Count || !nu.Keys.All(wordt.ContainsKey)
            );
}

/// <summary>What an assessor is asked to confirm before a party leaves or joins: that it still is a partnership (2.1).</summary>
/// <param name="Artikel">Ready to follow the word "artikel".</param>
public sealed record Samenstellingseis(string Vraag, string Artikel)
{
    internal static Samenstellingseis Van(Regelversie versie) =>
        new(
            $"Blijven er ten minste {Minste(versie)} mkb-ondernemingen die niet met elkaar zijn verbonden, en voert elke partij een activiteit van het activiteitenplan uit?",
            versie.Parameters[Parameters.MinimumMkbInSamenwerkingsverband.Code].Artikel
        );

    internal static string Minste(Regelversie versie) => Getal.Kort(versie[Parameters.MinimumMkbInSamenwerkingsverband]);
}
