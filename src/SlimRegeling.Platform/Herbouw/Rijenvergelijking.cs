using Npgsql;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>A table beside the rows that should stand in it.</summary>
/// <param name="Model">Its table, with its schema.</param>
/// <param name="Verschillen">How many rows are missing, say something else, or should not be there.</param>
/// <param name="Eerste">The first hundred of these, in the order of their names.</param>
public sealed record Vergeleken(string Model, long Verschillen, IReadOnlyList<Rijpaar> Eerste);

/// <param name="Rij">As people know it.</param>
/// <param name="Verwacht">The row as it should be, as JSON; null when it should not be there.</param>
/// <param name="Gevonden">As it stands there; null when it does not.</param>
public sealed record Rijpaar(string Rij, string? Verwacht, string? Gevonden);

/// <summary>Lays the rows of a table beside those that should be there, and changes nothing.</summary>
/// <param name="model">The table, with its schema.</param>
/// <param name="sleutel">Columns that name a row.</param>
public sealed class Rijenvergelijking(NpgsqlConnection verbinding, string model, params string[] sleutel)
{
    public const int Genoemd = 100;

    /// <summary>Columns that people know a row by; the key unless said otherwise.</summary>
    public string[]? Naam { get; init; }

    /// <summary>A column that is no content.</summary>
    public string? Zonder { get; init; }

    /// <param name="verwacht">A query that gives the rows that should be there.</param>
    /// <param name="gevonden">One that gives those that are, with the same columns.</param>
    public async Task<Vergeleken> Voer(string verwacht, string gevonden, CancellationToken ct)
    {
        var (n, o) = (Inhoud("n"), Inhoud("o"));
        await using var opdracht = new NpgsqlCommand(
            $"""
            select concat_ws(' ', {string.Join(", ", (Naam ?? sleutel).Select(k => $"coalesce(n.{k}::text, o.{k}::text)"))}) as rij,
              case when n.{sleutel[0]} is not null then ({n})::text end, case when o.{sleutel[0]} is not null then ({o})::text end,
              count(*) over ()
            from ({verwacht}) n full join ({gevonden}) o on {string.Join(" and ", sleutel.Select(k => $"n.{k} = o.{k}"))}
            where n.{sleutel[0]} is null or o.{sleutel[0]} is null or {n} <> {o}
            order by rij limit {Genoemd}
            """,
            verbinding
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var (aantal, eerste) = (0L, new List<Rijpaar>());
        while (await rij.ReadAsync(ct))
        {
            eerste.Add(
                new(
                    rij.GetString(0),
                    await rij.IsDBNullAsync(1, ct) ? null : rij.GetString(1),
                    await rij.IsDBNullAsync(2, ct) ? null : rij.GetString(2)
                )
            );
            aantal = rij.GetInt64(3);
        }
        return new(model, aantal, eerste);
    }

    private string Inhoud(string kant) => Zonder is null ? $"to_jsonb({kant})" : $"to_jsonb({kant}) - '{Zonder}'";
}
