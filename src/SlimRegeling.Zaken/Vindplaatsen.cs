using Npgsql;

namespace SlimRegeling.Zaken;

/// <summary>
/// The name of a case that was found, and where in it what was looked for stands: at most two places, names before the plan and the plan before
/// letters.
/// </summary>
internal static class Vindplaatsen
{
    // These two stand in no text (Zoekteksten.Schoon), so what they mark cannot be mistaken.
    private const char Begin = '\u0002';
    private const char Einde = '\u0003';

    private static readonly string Instellingen = $"StartSel={Begin}, StopSel={Einde}, MaxFragments=1, MaxWords=20, MinWords=8";

    /// <summary>Gives each of these cases its name.</summary>
    public static async Task<IReadOnlyList<ZakenZoeken.ZaakInLijst>> MetNamen(
        IReadOnlyList<ZakenZoeken.ZaakInLijst> zaken,
        NpgsqlConnection verbinding,
        CancellationToken ct
    )
    {
        if (zaken.Count == 0)
        {
            return zaken;
        }
        string[] nummers = [.. zaken.Select(z => z.Zaaknummer)];
        var namen = (await Lees(verbinding, Namen, [nummers], ct)).ToLookup(n => n.Zaaknummer, n => n.Tekst);
        return [.. zaken.Select(z => z with { Naam = namen[z.Zaaknummer].FirstOrDefault() })];
    }

    /// <summary>Gives each of these cases its name, and where in it the words were found.</summary>
    public static async Task<IReadOnlyList<ZakenZoeken.ZaakInLijst>> Bij(
        IReadOnlyList<ZakenZoeken.ZaakInLijst> zaken,
        Tekstvraag gezocht,
        ZakenZoeken.Bereik bereik,
        NpgsqlConnection verbinding,
        CancellationToken ct
    )
    {
        if (zaken.Count == 0)
        {
            return zaken;
        }
        string[] nummers = [.. zaken.Select(z => z.Zaaknummer)];
        var plaatsen = (await Lees(verbinding, Plaatsen(bereik), [nummers, gezocht.EenVan, Instellingen], ct)).ToLookup(
            p => p.Zaaknummer,
            p => new ZakenZoeken.Vindplaats(p.Soort, p.Kenmerk, Delen(p.Tekst))
        );
        return [.. (await MetNamen(zaken, verbinding, ct)).Select(z => z with { Gevonden = [.. plaatsen[z.Zaaknummer]] })];
    }

    private const string Namen = """
        select zaaknummer, soort, kenmerk, tekst from zaken.zoektekst
        where zaaknummer = any($1) and soort in ('onderneming', 'naam') order by zaaknummer, plek
        """;

    private static string Plaatsen(ZakenZoeken.Bereik bereik) =>
        $"""
            select t.zaaknummer, t.soort, t.kenmerk, t.tekst from unnest($1::text[]) z (zaaknummer) cross join lateral (
              select t.zaaknummer, t.soort, t.kenmerk, t.plek, ts_headline('dutch', t.tekst, to_tsquery('dutch', $2), $3) as tekst
              from zaken.zoektekst t
              where t.zaaknummer = z.zaaknummer {(bereik == ZakenZoeken.Bereik.Alles ? "" : $"and t.soort in {Zoektabellen.Namen}")}
                and to_tsvector('dutch', {Zoektabellen.Woorden("t.tekst")}) @@ to_tsquery('dutch', $2)
              order by t.plek limit 2
            ) t order by t.zaaknummer, t.plek
            """;

    /// <summary>A text with what was found in it marked, as parts of which each was looked for or not.</summary>
    internal static IReadOnlyList<ZakenZoeken.Fragmentdeel> Delen(string fragment)
    {
        var delen = new List<ZakenZoeken.Fragmentdeel>();
        foreach (var (stuk, i) in fragment.Split(Begin, Einde).Select((stuk, i) => (stuk, i)))
        {
            if (stuk.Length > 0)
            {
                delen.Add(new(stuk, i % 2 == 1));
            }
        }
        return delen;
    }

    private static async Task<List<Zoektekst>> Lees(NpgsqlConnection verbinding, string sql, object[] waarden, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        foreach (var waarde in waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
        }
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var teksten = new List<Zoektekst>();
        while (await rij.ReadAsync(ct))
        {
            teksten.Add(new(rij.GetString(0), rij.GetString(1), rij.GetString(2), rij.GetString(3)));
        }
        return teksten;
    }
}
