using System.Text.RegularExpressions;
using Npgsql;

namespace SlimRegeling.Zaken;

/// <summary>Words that someone looks for, each with the words of our texts that will do for it; a case is found that has one of each.</summary>
/// <param name="GezochtOp">What was looked for in the place of words that occur nowhere, or not together; empty when it is as it was asked.</param>
internal sealed partial record Tekstvraag(IReadOnlyList<IReadOnlyList<string>> Woorden, IReadOnlyList<string> GezochtOp)
{
    private const int MeesteWoorden = 8;
    private const int LangsteWoord = 40;

    private static readonly string Vormen = $"""
        select w.woord, array(select v.woord from zaken.zoekwoord v where v.stam = {Zoektabellen.Stam("w.woord")} order by v.woord limit 25)
        from unnest($1::text[]) with ordinality w (woord, plek) order by w.plek
        """;

    private const string Verwanten = """
        select w.woord, array(
          select v.woord from zaken.zoekwoord v where v.woord % w.woord or v.woord like w.woord || '%'
          order by similarity(v.woord, w.woord) desc, v.woord limit 5
        )
        from unnest($1::text[]) with ordinality w (woord, plek) order by w.plek
        """;

    /// <summary>As the database reads it: all of them.</summary>
    public string Alle => string.Join(" & ", Woorden.Select(groep => $"({string.Join(" | ", groep)})"));

    /// <summary>Any of them, for what to mark.</summary>
    public string EenVan => string.Join(" | ", Woorden.SelectMany(groep => groep));

    /// <summary>The words of a question: letters and digits, so that nothing in it says something to the database.</summary>
    public static string[] Lees(string tekst) =>
        [
            .. Woord()
                .Matches(Zoekteksten.Schoon(tekst).ToLowerInvariant())
                .Select(m => m.Value)
                .Where(w => w.Length is > 2 and <= LangsteWoord)
                .Distinct()
                .Take(MeesteWoorden),
        ];

    /// <summary>With the other forms of each word that occur.</summary>
    public static async Task<Tekstvraag> Van(string[] woorden, NpgsqlConnection verbinding, CancellationToken ct) =>
        new(
            [
                .. (await Zoek(Vormen, woorden, verbinding, ct)).Select(w =>
                    (IReadOnlyList<string>)[w.Woord, .. w.Gevonden.Except([w.Woord])]
                ),
            ],
            []
        );

    /// <summary>
    /// With what looks like it in the place of each word that occurs nowhere; when all of them do, and not together, of each. Null when nothing
    /// looks like them.
    /// </summary>
    public async Task<Tekstvraag?> Verbeterd(NpgsqlConnection verbinding, CancellationToken ct)
    {
        string[] gevraagd = [.. Woorden.Select(groep => groep[0])];
        var verwant = await Zoek(Verwanten, gevraagd, verbinding, ct);
        // Of numbers it is not known which occur.
        var onbekend = verwant
            .Where((w, i) => Woorden[i].Count == 1 && !w.Gevonden.Contains(w.Woord) && w.Woord.All(char.IsLetter))
            .Select(w => w.Woord)
            .ToList();
        var teVervangen = onbekend.Count > 0 ? onbekend : [.. gevraagd];
        List<IReadOnlyList<string>> groepen = [];
        foreach (var ((woord, gevonden), groep) in verwant.Zip(Woorden))
        {
            groepen.Add(teVervangen.Contains(woord) ? [.. groep.Where(_ => onbekend.Count == 0).Concat(gevonden).Distinct()] : groep);
        }
        string[] erbij = [.. groepen.SelectMany(g => g).Except(Woorden.SelectMany(g => g))];
        return erbij.Length == 0 || groepen.Exists(g => g.Count == 0) ? null : new(groepen, erbij);
    }

    private static async Task<List<(string Woord, string[] Gevonden)>> Zoek(
        string sql,
        string[] woorden,
        NpgsqlConnection verbinding,
        CancellationToken ct
    )
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = woorden });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var gevonden = new List<(string, string[])>();
        while (await rij.ReadAsync(ct))
        {
            gevonden.Add((rij.GetString(0), rij.GetFieldValue<string[]>(1)));
        }
        return gevonden;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Woord();
}
