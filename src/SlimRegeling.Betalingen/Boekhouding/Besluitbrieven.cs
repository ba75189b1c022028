using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Berichten.Dossiers;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>By which letters each decision was told: the way from a booking to what was sent.</summary>
internal static class Besluitbrieven
{
    internal const string Ddl = """
        create table if not exists {schema}.besluitbrief (
          brief text primary key,
          besluit text not null,
          verzonden_op date not null
        );
        create index if not exists besluitbrief_besluit on {schema}.besluitbrief (besluit)
        """;

    /// <summary>A letter is sent once: what comes again is the same.</summary>
    internal static void Bewaar(IDocumentSession sessie, BriefVerzondenBericht bericht)
    {
        if (bericht.Besluit is { } besluit)
        {
            sessie.QueueSqlCommand(
                "insert into betalingen.besluitbrief (brief, besluit, verzonden_op) values (?, ?, ?) on conflict (brief) do nothing",
                bericht.Brief,
                besluit,
                bericht.VerzondenOp
            );
        }
    }

    /// <summary>
    /// The day on which each of these decisions was told to the recipient; without those that were not. To others than the recipient goes what is called so.
    /// </summary>
    internal static async Task<IReadOnlyDictionary<string, LocalDate>> Bekendgemaakt(
        NpgsqlDataSource bron,
        IEnumerable<string> besluiten,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(
            """
            select besluit, min(verzonden_op) from betalingen.besluitbrief
            where besluit = any($1) and brief !~ '-(derde|afschrift)-' group by besluit
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. besluiten.Distinct()] });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var dagen = new Dictionary<string, LocalDate>(StringComparer.Ordinal);
        while (await rij.ReadAsync(ct))
        {
            dagen.Add(rij.GetString(0), rij.GetFieldValue<LocalDate>(1));
        }
        return dagen;
    }

    /// <summary>Numbers of the letters that told these decisions, in order of sending.</summary>
    internal static async Task<ILookup<string, string>> Bij(NpgsqlDataSource bron, IEnumerable<string> besluiten, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            "select besluit, brief from betalingen.besluitbrief where besluit = any($1) order by verzonden_op, brief"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. besluiten.Distinct()] });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var brieven = new List<(string Besluit, string Brief)>();
        while (await rij.ReadAsync(ct))
        {
            brieven.Add((rij.GetString(0), rij.GetString(1)));
        }
        return brieven.ToLookup(b => b.Besluit, b => b.Brief);
    }
}
