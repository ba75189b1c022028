using Npgsql;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>
/// Compares a table with what was made beside it and changes only the rows that differ: when all is well nothing is written, and who reads
/// sees the one or the other.
/// </summary>
/// <param name="tabel">With its schema.</param>
/// <param name="sleutel">Columns that name a row.</param>
/// <param name="zonder">A column that is no content.</param>
public sealed class Overbrenging(NpgsqlConnection verbinding, string tabel, string[] sleutel, string? zonder = null)
{
    private const int Genoemd = 100;

    /// <summary>Columns that people know a row by; the key unless said otherwise.</summary>
    public string[]? Naam { get; init; }

    /// <param name="nieuw">A query that gives all columns of the table.</param>
    public async Task<Herbouwd> BrengOver(string nieuw, CancellationToken ct)
    {
        var kolommen = await Kolommen(verbinding, tabel, ct);
        var herbouwd = await Vergelijk(nieuw, $"table {tabel}", kolommen, ct);
        if (herbouwd.TeVeel > 0)
        {
            await verbinding.Voer($"delete from {tabel} t using verschil v where v.soort = 'te veel' and {Gelijk("t", "v")}", ct);
        }
        if (herbouwd.Ontbrak + herbouwd.Anders > 0)
        {
            await verbinding.Voer(
                $"""
                insert into {tabel} ({Rij(kolommen)}) select {Rij(kolommen, "n.")} from ({nieuw}) n join verschil v on {Gelijk("n", "v")}
                on conflict ({Rij(sleutel)}) do update set {string.Join(", ", kolommen.Except(sleutel).Select(k => $"{k} = excluded.{k}"))}
                """,
                ct
            );
        }
        return herbouwd;
    }

    /// <summary>Changes nothing.</summary>
    public async Task<Herbouwd> Vergelijk(string nieuw, CancellationToken ct) =>
        await Vergelijk(nieuw, $"table {tabel}", await Kolommen(verbinding, tabel, ct), ct) with
        {
            AlleenVergeleken = true,
        };

    /// <summary>The table was made again in its place; <paramref name="oud"/> is a query that gives what stood there.</summary>
    public async Task<Herbouwd> VergelijkMet(string oud, CancellationToken ct) =>
        await Vergelijk($"table {tabel}", oud, await Kolommen(verbinding, tabel, ct), ct);

    /// <summary>In their order; what the database fills in by itself is left to it.</summary>
    public static async Task<IReadOnlyList<string>> Kolommen(NpgsqlConnection verbinding, string tabel, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            "select attname::text from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
            verbinding
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tabel });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var kolommen = new List<string>();
        while (await rij.ReadAsync(ct))
        {
            kolommen.Add(rij.GetString(0));
        }
        return kolommen;
    }

    private async Task<Herbouwd> Vergelijk(string nieuw, string oud, IReadOnlyList<string> kolommen, CancellationToken ct)
    {
        string[] inhoud = [.. kolommen.Except(sleutel).Where(k => k != zonder)];
        await verbinding.Voer(
            $"""
            drop table if exists verschil;
            create temp table verschil on commit drop as
            select {string.Join(", ", sleutel.Select(k => $"coalesce(n.{k}, o.{k}) as {k}"))},
              concat_ws(' ', {string.Join(", ", (Naam ?? sleutel).Select(k => $"coalesce(n.{k}, o.{k})"))}) as rij,
              case when o.{sleutel[0]} is null then 'ontbrak' when n.{sleutel[0]} is null then 'te veel' else 'anders' end as soort,
              concat_ws(', ', {string.Join(", ", inhoud.Select(k => $"case when n.{k} is distinct from o.{k} then '{k}' end"))}) as kolommen
            from ({nieuw}) n full join ({oud}) o on {Gelijk("n", "o")}
            where o.{sleutel[0]} is null or n.{sleutel[0]} is null or ({Rij(inhoud, "n.")}) is distinct from ({Rij(inhoud, "o.")})
            """,
            ct
        );
        await using var opdracht = new NpgsqlCommand(
            $"""
            select (select count(*) from ({nieuw}) n), count(*) filter (where soort = 'ontbrak'), count(*) filter (where soort = 'anders'),
              count(*) filter (where soort = 'te veel') from verschil
            """,
            verbinding
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        var herbouwd = new Herbouwd(tabel, rij.GetInt64(0), rij.GetInt64(1), rij.GetInt64(2), rij.GetInt64(3), []);
        await rij.DisposeAsync();
        return herbouwd.Verschillen == 0 ? herbouwd : herbouwd with { Eerste = await Eerste(ct) };
    }

    private async Task<IReadOnlyList<Rijverschil>> Eerste(CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand($"select rij, soort, kolommen from verschil order by rij limit {Genoemd}", verbinding);
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var eerste = new List<Rijverschil>();
        while (await rij.ReadAsync(ct))
        {
            var was = rij.GetString(1) switch
            {
                "ontbrak" => "ontbrak",
                "te veel" => "hoort er niet",
                _ => $"was anders ({rij.GetString(2)})",
            };
            eerste.Add(new(rij.GetString(0), was));
        }
        return eerste;
    }

    private string Gelijk(string een, string twee) => string.Join(" and ", sleutel.Select(k => $"{een}.{k} = {twee}.{k}"));

    private static string Rij(IEnumerable<string> kolommen, string voor = "") => string.Join(", ", kolommen.Select(k => voor + k));
}

internal static class Verbindingswoorden
{
    public static async Task Voer(this NpgsqlConnection verbinding, string sql, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(sql, verbinding);
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}
