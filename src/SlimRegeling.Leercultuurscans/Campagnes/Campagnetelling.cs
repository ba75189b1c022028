using Npgsql;
using SlimRegeling.Leercultuurscans.Instrumenten;

namespace SlimRegeling.Leercultuurscans.Campagnes;

/// <summary>How far campaigns are, of all that somebody began in two questions to the database.</summary>
internal static class Campagnetelling
{
    /// <summary>Of each campaign how many scans joined and how many firms have a report by the kernvragen that it shows.</summary>
    public static async Task<IReadOnlyDictionary<string, (int Scans, int Rapporten)>> Van(
        NpgsqlDataSource bron,
        IReadOnlyList<Campagne> campagnes,
        Instrumentboek boek,
        CancellationToken ct
    )
    {
        string[] namen = [.. campagnes.Select(c => c.Id)];
        var scans = await Tel(
            bron,
            """
            select data ->> 'campagne', data -> 'gestart' ->> 'kernvragen', count(*)::int from leercultuurscans.mt_doc_scan
            where data ->> 'campagne' = any($1) group by 1, 2
            """,
            namen,
            ct
        );
        var rapporten = await Tel(
            bron,
            """
            select campagne, reeks, count(distinct kvk_nummer)::int from leercultuurscans.rapportcijfer where campagne = any($1) group by 1, 2
            """,
            namen,
            ct
        );
        return campagnes.ToDictionary(
            c => c.Id,
            c =>
            {
                var eigen = scans[c.Id].ToList();
                var kern = Campagnevoeren.Kern(c.Instrument, eigen.SelectMany(s => Enumerable.Repeat(s.Reeks, s.Aantal)), boek);
                return (eigen.Sum(s => s.Aantal), rapporten[c.Id].Where(r => r.Reeks == kern).Sum(r => r.Aantal));
            },
            StringComparer.Ordinal
        );
    }

    private static async Task<ILookup<string, (string? Reeks, int Aantal)>> Tel(
        NpgsqlDataSource bron,
        string sql,
        string[] namen,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(sql);
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = namen });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var geteld = new List<(string Campagne, string? Reeks, int Aantal)>();
        while (await rij.ReadAsync(ct))
        {
            geteld.Add((rij.GetString(0), await rij.IsDBNullAsync(1, ct) ? null : rij.GetString(1), rij.GetInt32(2)));
        }
        return geteld.ToLookup(g => g.Campagne, g => (g.Reeks, g.Aantal), StringComparer.Ordinal);
    }
}
