using NodaTime;
using Npgsql;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>A round without its payments.</summary>
/// <param name="Totaal">In euro.</param>
/// <param name="Gemaakt">When its file was there; null until it is approved.</param>
internal sealed record Rondekop(
    string Id,
    Rondestatus Status,
    LocalDate Uitvoerdatum,
    int Aantal,
    decimal Totaal,
    string Hash,
    IReadOnlyList<string> Makers,
    IReadOnlyList<string> Akkoorden,
    Instant? Gemaakt
);

/// <summary>The rounds, page by page and the newest first: a round can have a hundred thousand payments, and a list names none of them.</summary>
internal static class Rondelijst
{
    private const string Weg = "coalesce((data ->> 'ingetrokken')::boolean, false)";
    private const string Terug = "coalesce((data ->> 'teruggenomen')::boolean, false)";
    private const string HeeftBestand = "(data -> 'gemaakt' ->> 'hash' is not null)";

    // In the number of a round the day has ten places, and behind it stands which one of that day it is.
    private const string Volgorde = "left(id, 15) desc, length(id) desc, id desc";

    /// <param name="stand">Only these; null for all.</param>
    /// <param name="na">The last one of the page before; null for the first page.</param>
    /// <returns>At most <paramref name="aantal"/>, and after which of them the next page begins; null when there is none.</returns>
    public static async Task<(IReadOnlyList<Rondekop> Koppen, string? Volgende)> Lees(
        NpgsqlDataSource bron,
        Rondestatus? stand,
        string? na,
        int aantal,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(
            $"""
            select id,
              case when {Weg} then 2 when {Terug} then 3 when {HeeftBestand} then 1 else 0 end,
              coalesce(data -> 'gemaakt' ->> 'uitvoerdatum', data ->> 'uitvoerdatum')::date,
              case when coalesce(jsonb_array_length(data -> 'regels'), 0) > 0 then jsonb_array_length(data -> 'regels')
                else coalesce(jsonb_array_length(data -> 'gemaakt' -> 'betaalopdrachten'), 0) end,
              coalesce(data -> 'gemaakt' ->> 'totaal', data ->> 'totaal')::numeric,
              coalesce(data -> 'gemaakt' ->> 'hash', data ->> 'hash'),
              array(select jsonb_array_elements_text(data -> 'makers')),
              array(select a ->> 'door' from jsonb_array_elements(data -> 'akkoorden') a),
              (data -> 'gemaakt' ->> 'op')::timestamptz
            from betalingen.mt_doc_betaalronde
            where {Voorwaarde(stand)} and ($1 = '' or (left(id, 15), length(id), id) < (left($1, 15), length($1), $1))
            order by {Volgorde} limit $2
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = na ?? "" });
        opdracht.Parameters.Add(new NpgsqlParameter<int> { TypedValue = aantal + 1 });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var koppen = new List<Rondekop>();
        while (await rij.ReadAsync(ct))
        {
            koppen.Add(
                new Rondekop(
                    rij.GetString(0),
                    Status(rij.GetInt32(1)),
                    rij.GetFieldValue<LocalDate>(2),
                    rij.GetInt32(3),
                    rij.GetDecimal(4),
                    rij.GetString(5),
                    rij.GetFieldValue<string[]>(6),
                    rij.GetFieldValue<string[]>(7),
                    await rij.IsDBNullAsync(8, ct) ? null : rij.GetFieldValue<Instant>(8)
                )
            );
        }
        return koppen.Count > aantal ? ([.. koppen.Take(aantal)], koppen[aantal - 1].Id) : (koppen, null);
    }

    /// <param name="stand">Only these; null for all.</param>
    public static async Task<int> Tel(NpgsqlDataSource bron, Rondestatus? stand, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            $"select count(*)::int from betalingen.mt_doc_betaalronde where {Voorwaarde(stand)}"
        );
        return (int)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    private static string Voorwaarde(Rondestatus? stand) =>
        stand switch
        {
            Rondestatus.Ingetrokken => Weg,
            Rondestatus.Teruggenomen => $"not {Weg} and {Terug}",
            Rondestatus.Bestand => $"not {Weg} and not {Terug} and {HeeftBestand}",
            Rondestatus.Voorgesteld => $"not {Weg} and not {HeeftBestand}",
            _ => "true",
        };

    private static Rondestatus Status(int getal) =>
        getal switch
        {
            3 => Rondestatus.Teruggenomen,
            2 => Rondestatus.Ingetrokken,
            1 => Rondestatus.Bestand,
            _ => Rondestatus.Voorgesteld,
        };
}
