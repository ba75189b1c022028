using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What others contributed to the costs that are declared: its form, and whose costs it goes off.</summary>
internal static class Bijdragen
{
    private const int Meeste = 100;
    private const int LangsteNaam = 200;

    /// <summary>What would be too much to keep.</summary>
    public static IEnumerable<Fout> Vorm(Declaratie declaratie)
    {
        if (declaratie.Bijdragen?.Count > Meeste)
        {
            return [new("bijdragen", $"Noem ten hoogste {Meeste} bijdragen van anderen.")];
        }
        return (declaratie.Bijdragen ?? [])
            .Select((bijdrage, i) => (bijdrage, i))
            .Where(b => b.bijdrage.Van.Length > LangsteNaam)
            .Select(b => new Fout($"bijdragen[{b.i}].van", $"Gebruik ten hoogste {LangsteNaam} tekens."));
    }

    /// <summary>Of each from whom, an amount in whole cents, and of a partnership the party to whose costs it went.</summary>
    /// <param name="deelnames">Empty when the recipient is alone.</param>
    public static IEnumerable<Fout> Volledig(Declaratie declaratie, IReadOnlyDictionary<string, Deelname> deelnames, Regelversie versie)
    {
        var artikel = versie.Parameters[Parameters.BijdragenDerden.Code].Artikel;
        var bijdragen = declaratie.Bijdragen ?? [];
        for (var i = 0; i < bijdragen.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(bijdragen[i].Van))
            {
                yield return new($"bijdragen[{i}].van", "Schrijf wie aan de kosten bijdroeg.", artikel);
            }
            if (bijdragen[i].Bedrag <= 0m || decimal.Round(bijdragen[i].Bedrag, 2) != bijdragen[i].Bedrag)
            {
                yield return new($"bijdragen[{i}].bedrag", "Geef het bedrag dat een ander bijdroeg, in euro's en centen.", artikel);
            }
            if (Partijfout(bijdragen[i].Partij, deelnames) is { } uitleg)
            {
                yield return new($"bijdragen[{i}].partij", uitleg, artikel);
            }
        }
    }

    /// <summary>What was contributed to the costs of each party, in euro by KVK number; null when the recipient is alone, or nobody contributed.</summary>
    /// <param name="deelnames">Empty when the recipient is alone.</param>
    public static IReadOnlyDictionary<string, decimal>? PerPartij(Declaratie declaratie, IReadOnlyDictionary<string, Deelname> deelnames) =>
        deelnames.Count > 0 && declaratie.Bijdragen is { Count: > 0 } bijdragen
            ? bijdragen
                .GroupBy(b => b.Partij ?? deelnames.Keys.First())
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(b => b.Bedrag), StringComparer.Ordinal)
            : null;

    /// <summary>All of it together; null when nobody contributed.</summary>
    public static decimal? Samen(Declaratie declaratie) =>
        declaratie.Bijdragen is { Count: > 0 } bijdragen ? bijdragen.Sum(b => b.Bedrag) : null;

    // One party needs not be named.
    private static string? Partijfout(string? partij, IReadOnlyDictionary<string, Deelname> deelnames) =>
        (deelnames.Count, partij) switch
        {
            (0 or 1, null) => null,
            (0, _) => "U kreeg de subsidie alleen. Laat dit weg.",
            (_, { } kvkNummer) when deelnames.ContainsKey(kvkNummer) => null,
            _ => Kies(deelnames),
        };

    private static string Kies(IReadOnlyDictionary<string, Deelname> deelnames) =>
        $"Noem de partij van wie de kosten zijn: {string.Join(", ", deelnames.Keys.Order(StringComparer.Ordinal))}.";
}
