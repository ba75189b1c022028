using Marten;
using Npgsql;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>The claims of which something stands open, or a proposal lies ready: found and counted where they are kept, whatever their number.</summary>
internal static class Vorderingwerk
{
    private const string Open =
        "(data -> 'open' ->> 'kosten')::numeric + (data -> 'open' ->> 'rente')::numeric + (data -> 'open' ->> 'hoofdsom')::numeric > 0";

    private const string Werk = $"({Open} or data ->> 'voorstel' is not null)";

    private const string Zaak = "data -> 'ontstaan' ->> 'zaaknummer'";

    /// <param name="gesloten">Cases that are closed to who asks: of these there is nothing in it.</param>
    public static async Task<int> Tel(NpgsqlDataSource bron, IReadOnlySet<string> gesloten, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            $"select count(*)::int from betalingen.mt_doc_vordering where {Werk} and {Zaak} <> all($1)"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. gesloten] });
        return (int)(await opdracht.ExecuteScalarAsync(ct))!;
    }

    /// <param name="gesloten">As of <see cref="Tel"/>.</param>
    public static Task<IReadOnlyList<Vordering>> Eerste(
        IQuerySession sessie,
        IReadOnlySet<string> gesloten,
        int aantal,
        CancellationToken ct
    ) => sessie.QueryAsync<Vordering>($"where {Werk} and {Zaak} <> all(?) order by id limit ?", ct, gesloten.ToArray(), aantal);
}
