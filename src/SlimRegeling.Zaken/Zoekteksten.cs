using System.Text;
using Npgsql;

namespace SlimRegeling.Zaken;

/// <summary>A text of a case, as its owner gives it.</summary>
/// <param name="Soort"><c>onderneming</c>, <c>naam</c>, <c>partij</c>, <c>plan</c>, <c>activiteiten</c> or <c>brief</c>.</param>
/// <param name="Kenmerk">The KVK number of an enterprise or party, the kind of a letter; empty of the rest.</param>
internal sealed record Zoektekst(string Zaaknummer, string Soort, string Kenmerk, string Tekst);

/// <summary>Puts the texts of some cases in the place of what was found by before, and forgets words that occur nowhere any more.</summary>
internal static class Zoekteksten
{
    private const int Langste = 100_000;

    private static readonly string Woordenvan = $$"""
        select distinct woord from zaken.zoektekst t, unnest(tsvector_to_array(to_tsvector('simple', {{Zoektabellen.Woorden(
            "t.tekst"
        )}}))) woord
        where t.zaaknummer = any($1) and woord ~ '^[[:alpha:]]{3,40}$' and to_tsvector('dutch', woord) <> ''
        """;

    private static readonly string Zaken = $"""
        insert into zaken.zoekzaak as w (zaaknummer, kvk_nummer, tijdvak, ingediend_op, woorden, namen)
        select z.zaaknummer, z.kvk_nummer, z.tijdvak, z.ingediend_op, {Vector("true")}, {Vector($"t.soort in {Zoektabellen.Namen}")}
        from zaken.zaak z left join zaken.zoektekst t using (zaaknummer)
        where z.zaaknummer = any($1) and z.ingediend_op is not null
        group by z.zaaknummer
        on conflict (zaaknummer) do update set kvk_nummer = excluded.kvk_nummer, tijdvak = excluded.tijdvak,
          ingediend_op = excluded.ingediend_op, woorden = excluded.woorden, namen = excluded.namen
        where (w.kvk_nummer, w.tijdvak, w.ingediend_op, w.woorden, w.namen)
          is distinct from (excluded.kvk_nummer, excluded.tijdvak, excluded.ingediend_op, excluded.woorden, excluded.namen)
        """;

    /// <param name="verbinding">In the transaction that takes all of it or nothing.</param>
    /// <param name="zaken">Those that these are all the texts of.</param>
    public static async Task Vervang(NpgsqlConnection verbinding, string[] zaken, IEnumerable<Zoektekst> teksten, CancellationToken ct)
    {
        await using var vroeger = new NpgsqlCommand($"select array({Woordenvan})", verbinding);
        vroeger.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = zaken });
        var eerder = (string[])(await vroeger.ExecuteScalarAsync(ct))!;
        var geplaatst = teksten.GroupBy(t => t.Zaaknummer).SelectMany(z => z.Select((tekst, i) => (Tekst: tekst, Plek: i + 1))).ToList();
        await using var bundel = new NpgsqlBatch(verbinding);
        Voeg(bundel, "delete from zaken.zoektekst where zaaknummer = any($1)", [zaken]);
        Voeg(
            bundel,
            """
            insert into zaken.zoektekst (zaaknummer, plek, soort, kenmerk, tekst)
            select * from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[])
            """,
            [
                geplaatst.Select(g => g.Tekst.Zaaknummer).ToArray(),
                geplaatst.Select(g => g.Plek).ToArray(),
                geplaatst.Select(g => g.Tekst.Soort).ToArray(),
                geplaatst.Select(g => g.Tekst.Kenmerk).ToArray(),
                geplaatst.Select(g => Schoon(g.Tekst.Tekst)).ToArray(),
            ]
        );
        Voeg(bundel, Zaken, [zaken]);
        Voeg(bundel, $"insert into zaken.zoekwoord {Woordenvan} on conflict (woord) do nothing", [zaken]);
        Voeg(
            bundel,
            $"""
            delete from zaken.zoekwoord w using (select unnest($2::text[]) as woord except {Woordenvan}) weg
            where w.woord = weg.woord and not exists (select from zaken.zoekzaak z where z.woorden @@ plainto_tsquery('dutch', weg.woord))
            """,
            [zaken, eerder]
        );
        await bundel.ExecuteNonQueryAsync(ct);
    }

    /// <summary>In the characters by which the database tells words apart, without those by which what was found is marked.</summary>
    internal static string Schoon(string tekst)
    {
        var schoon = new StringBuilder(Math.Min(tekst.Length, Langste));
        foreach (var teken in tekst.AsSpan(0, Math.Min(tekst.Length, Langste)))
        {
            schoon.Append(
                teken switch
                {
                    '\n' => '\n',
                    '\u2018' or '\u2019' => '\'',
                    '\u201c' or '\u201d' => '"',
                    '\u2013' or '\u2014' => '-',
                    _ => char.IsControl(teken) || char.IsWhiteSpace(teken) || char.IsSurrogate(teken) ? ' ' : teken,
                }
            );
        }
        return schoon.ToString();
    }

    private static string Vector(string welke)
    {
        var tekst = $"coalesce(string_agg(t.tekst, E'\\n' order by t.plek) filter (where {welke}), '')";
        return $"strip(to_tsvector('simple', z.kvk_nummer) || to_tsvector('dutch', {Zoektabellen.Woorden(tekst)}))";
    }

    private static void Voeg(NpgsqlBatch bundel, string sql, object[] waarden)
    {
        var opdracht = new NpgsqlBatchCommand(sql);
        foreach (var waarde in waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde });
        }
        bundel.BatchCommands.Add(opdracht);
    }
}
