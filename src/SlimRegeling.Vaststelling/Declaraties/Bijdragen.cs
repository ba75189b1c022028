using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regels;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>What others contributed to the costs that are declared: its form, and what of it is deducted.</summary>
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

    /// <summary>Of each from whom, and an amount in whole cents.</summary>
    public static IEnumerable<Fout> Volledig(Declaratie declaratie, Regelversie versie)
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
        }
    }

    /// <summary>What is deducted of what is settled on this day; null when the rules deduct nothing, or nobody contributed.</summary>
    public static decimal? Aftrek(Declaratie declaratie, Regelversie versie, LocalDate dag) =>
        Bijdragekeuze.TrektAf(versie, dag) && declaratie.Bijdragen is { Count: > 0 } bijdragen ? bijdragen.Sum(b => b.Bedrag) : null;
}
