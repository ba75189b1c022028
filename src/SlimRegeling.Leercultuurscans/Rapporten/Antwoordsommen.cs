using System.Globalization;
using Marten;
using NodaTime;
using Npgsql;

namespace SlimRegeling.Leercultuurscans.Rapporten;

/// <summary>The sums of scans that are closed, in a table of their own; written in the transaction that destroys the answers.</summary>
public static class Antwoordsommen
{
    internal const string Ddl = """
        create table if not exists {schema}.antwoordsom (
          scan text not null,
          onderdeel text not null,
          mensen int not null,
          sommen bigint[] not null,
          producten bigint[] not null,
          primary key (scan, onderdeel)
        )
        """;

    public static void Bewaar(IDocumentSession sessie, string scan, IReadOnlyList<Antwoordsom> sommen)
    {
        foreach (var som in sommen)
        {
            sessie.QueueSqlCommand(
                """
                insert into leercultuurscans.antwoordsom (scan, onderdeel, mensen, sommen, producten)
                values (?, ?, ?, string_to_array(?, ' ')::bigint[], string_to_array(?, ' ')::bigint[]) on conflict (scan, onderdeel) do nothing
                """,
                scan,
                som.Onderdeel,
                som.Mensen,
                Getallen(som.Sommen),
                Getallen(som.Producten)
            );
        }
    }

    /// <summary>Of each scan with these questions its sums of some parts, with the firm that it is of.</summary>
    public static async Task<IReadOnlyList<(string Bedrijf, Antwoordsom Som)>> Lees(
        NpgsqlDataSource bron,
        string reeks,
        IEnumerable<string> onderdelen,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(
            """
            select c.kvk_nummer, s.onderdeel, s.mensen, s.sommen, s.producten from leercultuurscans.antwoordsom s
            join leercultuurscans.rapportcijfer c on c.scan = s.scan and c.reeks = $1 where s.onderdeel = any($2)
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reeks });
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. onderdelen] });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var sommen = new List<(string, Antwoordsom)>();
        while (await rij.ReadAsync(ct))
        {
            sommen.Add(
                (rij.GetString(0), new(rij.GetString(1), rij.GetInt32(2), rij.GetFieldValue<long[]>(3), rij.GetFieldValue<long[]>(4)))
            );
        }
        return sommen;
    }

    /// <summary>Forgets those of reports that were fixed before a day.</summary>
    public static async Task Vergeet(NpgsqlDataSource bron, LocalDate voor, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            """
            delete from leercultuurscans.antwoordsom s using leercultuurscans.rapportcijfer c where c.scan = s.scan and c.op < $1
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<LocalDate> { TypedValue = voor });
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    private static string Getallen(IReadOnlyList<long> getallen) =>
        string.Join(' ', getallen.Select(g => g.ToString(CultureInfo.InvariantCulture)));
}
