using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.Benchmarks;

/// <summary>What the management of firms said that holds them back and moves them: how many firms, to the nearest five.</summary>
/// <param name="Fasen">By <c>weten</c>, <c>willen</c> and <c>kunnen</c>.</param>
public sealed record Leidingtelling(
    int Bedrijven,
    IReadOnlyDictionary<string, int> Fasen,
    IReadOnlyDictionary<string, int> Belemmeringen,
    IReadOnlyDictionary<string, int> Drijfveren
)
{
    /// <summary>Null when it would be of too few firms.</summary>
    public static Leidingtelling? Van(IReadOnlyCollection<Leidingkeuze> keuzes) =>
        keuzes.Count < Drempels.Bedrijven
            ? null
            : new(
                Drempels.OpVijf(keuzes.Count),
                Tel(keuzes.Select(k => k.Fase)),
                Tel(keuzes.SelectMany(k => k.Belemmeringen)),
                Tel(keuzes.SelectMany(k => k.Drijfveren))
            );

    private static Dictionary<string, int> Tel(IEnumerable<string> gekozen) =>
        gekozen
            .GroupBy(g => g)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Drempels.OpVijf(g.Count()), StringComparer.Ordinal);
}

/// <summary>What one firm chose, in its latest report of the last 36 months.</summary>
public sealed record Leidingkeuze(string Fase, IReadOnlyList<string> Belemmeringen, IReadOnlyList<string> Drijfveren);

/// <summary>Beside the figures of a report, in the transaction that fixes it.</summary>
internal static class Leidingkeuzes
{
    internal const string Ddl = """
        create table if not exists {schema}.leidingkeuze (
          scan text primary key,
          kvk_nummer text not null,
          op date not null,
          fase text not null,
          belemmeringen text not null,
          drijfveren text not null
        )
        """;

    public static void Bewaar(IDocumentSession sessie, string scan, string kvkNummer, LocalDate op, Leidingbeeld leiding) =>
        sessie.QueueSqlCommand(
            """
            insert into leercultuurscans.leidingkeuze (scan, kvk_nummer, op, fase, belemmeringen, drijfveren) values (?, ?, ?, ?, ?, ?)
            on conflict (scan) do nothing
            """,
            scan,
            kvkNummer,
            op,
            leiding.Fase,
            string.Join(' ', leiding.Belemmeringen),
            string.Join(' ', leiding.Drijfveren)
        );

    public static async Task<IReadOnlyList<Leidingkeuze>> Lees(NpgsqlDataSource bron, LocalDate vanaf, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            select distinct on (kvk_nummer) fase, belemmeringen, drijfveren from leercultuurscans.leidingkeuze
            where op >= $1 order by kvk_nummer, op desc, scan
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<LocalDate> { TypedValue = vanaf });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var keuzes = new List<Leidingkeuze>();
        while (await rij.ReadAsync(ct))
        {
            keuzes.Add(new(rij.GetString(0), Los(rij.GetString(1)), Los(rij.GetString(2))));
        }
        return keuzes;
    }

    private static string[] Los(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
