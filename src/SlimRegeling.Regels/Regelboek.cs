using System.Collections.Frozen;
using System.Reflection;

namespace SlimRegeling.Regels;

/// <summary>Every rule version of the scheme. Call <see cref="Laad"/> at start: a wrong file stops the program with all its errors.</summary>
public static class Regelboek
{
    private static readonly Lazy<FrozenDictionary<string, Regelversie>> Boek = new(LeesAlle);

    /// <summary>All versions, oldest first.</summary>
    /// <exception cref="RegelbestandException">A file does not agree with the schema or with the code that reads it.</exception>
    public static IReadOnlyList<Regelversie> Laad() => [.. Boek.Value.Values.OrderBy(v => v.Vanaf)];

    /// <exception cref="KeyNotFoundException">No such version.</exception>
    public static Regelversie Versie(string id) =>
        Boek.Value.TryGetValue(id, out var versie) ? versie : throw new KeyNotFoundException($"Er is geen regelversie '{id}'.");

    public static bool Kent(string id) => Boek.Value.ContainsKey(id);

    /// <summary>The text of an embedded file of this assembly: "slim-2026.yaml", "regelversie.schema.json", "tijdvakken.csv".</summary>
    public static string Bestand(string naam)
    {
        using var stroom =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(naam)
            ?? throw new KeyNotFoundException($"Er is geen bestand '{naam}' in {nameof(SlimRegeling)}.{nameof(Regels)}.");
        using var lezer = new StreamReader(stroom);
        return lezer.ReadToEnd();
    }

    /// <summary>Oldest first, so that each is compared with the one before.</summary>
    private static FrozenDictionary<string, Regelversie> LeesAlle()
    {
        var algemeen = Regelbestand.LeesAlgemeen(Bestand(Regelbestand.Algemeen));
        var boek = new Dictionary<string, Regelversie>(StringComparer.Ordinal);
        var namen = Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(naam => naam.EndsWith(".yaml", StringComparison.Ordinal) && naam != Regelbestand.Algemeen)
            .OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal);
        foreach (var naam in namen)
        {
            var versie = Regelbestand.Lees(naam, Bestand(naam), algemeen, boek.GetValueOrDefault);
            boek.Add(versie.Id, versie);
        }
        return boek.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
