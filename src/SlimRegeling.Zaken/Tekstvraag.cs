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

    // Words that stand only where who asks finds nothing say what stands there: what looks most like it is looked at, word by word.
    private static string Verwanten(ZakenZoeken.Bereik bereik) =>
        $"""
            select w.woord, array(
              select v.woord from (
                select v.woord, similarity(v.woord, w.woord) as lijkt from zaken.zoekwoord v
                where v.woord % w.woord or v.woord like w.woord || '%'
                order by lijkt desc, v.woord limit 50
              ) v
              where exists (
                select from zaken.zoekzaak z
                where z.{Kolom(bereik)} @@ plainto_tsquery('dutch', v.woord) and z.zaaknummer <> all($2)
              )
              order by v.lijkt desc, v.woord limit 5
            )
            from unnest($1::text[]) with ordinality w (woord, plek) order by w.plek
            """;

    /// <summary>The words of a case by which this finds it.</summary>
    public static string Kolom(ZakenZoeken.Bereik bereik) => bereik == ZakenZoeken.Bereik.Alles ? "woorden" : "namen";

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
                .. (await Zoek(Vormen, verbinding, ct, woorden)).Select(w =>
                    (IReadOnlyList<string>)[w.Woord, .. w.Gevonden.Except([w.Woord])]
                ),
            ],
            []
        );

    /// <summary>
    /// With what looks like it in the place of each word that occurs nowhere; when all of them do, and not together, of each. Null when nothing
    /// looks like them among what who asks can find a case by.
    /// </summary>
    /// <param name="gesloten">The cases that are closed to who asks.</param>
    public async Task<Tekstvraag?> Verbeterd(
        ZakenZoeken.Bereik bereik,
        string[] gesloten,
        NpgsqlConnection verbinding,
        CancellationToken ct
    )
    {
        string[] gevraagd = [.. Woorden.Select(groep => groep[0])];
        var verwant = await Zoek(Verwanten(bereik), verbinding, ct, gevraagd, gesloten);
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
        NpgsqlConnection verbinding,
        CancellationToken ct,
        params string[][] lijsten
    )
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        foreach (var lijst in lijsten)
        {
            opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = lijst });
        }
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
