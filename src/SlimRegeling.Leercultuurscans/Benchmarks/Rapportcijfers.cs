using System.Globalization;
using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Leercultuurscans.Rapporten;

namespace SlimRegeling.Leercultuurscans.Benchmarks;

/// <summary>What one fixed report shows of one firm. A benchmark is made of these, never of answers.</summary>
/// <param name="Reeks">The version of the questions that the scores are of.</param>
/// <param name="Op">The day on which the report was fixed.</param>
/// <param name="Scores">By code, as published; a dimension that the report hides is not here.</param>
public sealed record Rapportcijfer(
    string Scan,
    string KvkNummer,
    string Reeks,
    LocalDate Op,
    string? Grootte,
    string? Sector,
    string? Campagne,
    int Antwoorden,
    IReadOnlyDictionary<string, decimal> Scores
);

/// <summary>The figures of every fixed report, in a table of their own; written in the transaction that fixes it.</summary>
public static class Rapportcijfers
{
    internal const string Ddl = """
        create table if not exists {schema}.rapportcijfer (
          scan text not null,
          reeks text not null,
          kvk_nummer text not null,
          op date not null,
          grootte text,
          sector text,
          campagne text,
          antwoorden int not null,
          codes text[] not null,
          scores numeric[] not null,
          primary key (scan, reeks)
        );
        create index if not exists rapportcijfer_reeks on {schema}.rapportcijfer (reeks, op);
        create index if not exists rapportcijfer_campagne on {schema}.rapportcijfer (campagne) where campagne is not null
        """;

    /// <summary>The kernvragen, and of another instrument its own parts beside them; of each what the report shows.</summary>
    public static IReadOnlyList<Rapportcijfer> Van(string scan, string kvkNummer, string? campagne, Rapport rapport) =>
        [
            Cijfer(scan, kvkNummer, campagne, rapport, rapport.Kernvragen ?? rapport.Instrument, rapport.Dimensies),
            .. rapport.Onderdelen is { } onderdelen
                ? (Rapportcijfer[])[Cijfer(scan, kvkNummer, campagne, rapport, rapport.Instrument, onderdelen)]
                : [],
        ];

    public static void Bewaar(IDocumentSession sessie, string scan, string kvkNummer, string? campagne, Rapport rapport)
    {
        foreach (var cijfer in Van(scan, kvkNummer, campagne, rapport))
        {
            sessie.QueueSqlCommand(
                """
                insert into leercultuurscans.rapportcijfer (scan, reeks, kvk_nummer, op, grootte, sector, campagne, antwoorden, codes, scores)
                values (?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ' '), string_to_array(?, ' ')::numeric[]) on conflict (scan, reeks) do nothing
                """,
                scan,
                cijfer.Reeks,
                kvkNummer,
                cijfer.Op,
                (object?)cijfer.Grootte ?? DBNull.Value,
                (object?)cijfer.Sector ?? DBNull.Value,
                (object?)campagne ?? DBNull.Value,
                cijfer.Antwoorden,
                string.Join(' ', cijfer.Scores.Keys),
                string.Join(' ', cijfer.Scores.Values.Select(s => s.ToString(CultureInfo.InvariantCulture)))
            );
        }
    }

    /// <summary>Of every firm the latest report with these questions, fixed in the months before a day.</summary>
    /// <param name="campagne">When given, those of one campaign only.</param>
    public static Task<IReadOnlyList<Rapportcijfer>> Lees(
        NpgsqlDataSource bron,
        string reeks,
        LocalDate vanaf,
        string? campagne,
        CancellationToken ct
    ) => Lees(bron, "distinct on (kvk_nummer)", reeks, vanaf, campagne, ct);

    /// <summary>Of every firm all its reports with these questions, the latest first.</summary>
    public static Task<IReadOnlyList<Rapportcijfer>> LeesElk(NpgsqlDataSource bron, string reeks, CancellationToken ct) =>
        Lees(bron, "", reeks, new LocalDate(2020, 1, 1), null, ct);

    private static async Task<IReadOnlyList<Rapportcijfer>> Lees(
        NpgsqlDataSource bron,
        string welke,
        string reeks,
        LocalDate vanaf,
        string? campagne,
        CancellationToken ct
    )
    {
        await using var opdracht = bron.CreateCommand(
            $"""
            select {welke} scan, kvk_nummer, reeks, op, grootte, sector, campagne, antwoorden, codes, scores
            from leercultuurscans.rapportcijfer where reeks = $1 and op >= $2 {(campagne is null ? "" : "and campagne = $3")}
            order by kvk_nummer, op desc, scan
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reeks });
        opdracht.Parameters.Add(new NpgsqlParameter<LocalDate> { TypedValue = vanaf });
        if (campagne is not null)
        {
            opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = campagne });
        }
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var cijfers = new List<Rapportcijfer>();
        while (await rij.ReadAsync(ct))
        {
            var (codes, scores) = (rij.GetFieldValue<string[]>(8), rij.GetFieldValue<decimal[]>(9));
            cijfers.Add(
                new(
                    rij.GetString(0),
                    rij.GetString(1),
                    rij.GetString(2),
                    rij.GetFieldValue<LocalDate>(3),
                    await rij.IsDBNullAsync(4, ct) ? null : rij.GetString(4),
                    await rij.IsDBNullAsync(5, ct) ? null : rij.GetString(5),
                    await rij.IsDBNullAsync(6, ct) ? null : rij.GetString(6),
                    rij.GetInt32(7),
                    codes.Zip(scores).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal)
                )
            );
        }
        return cijfers;
    }

    private static Rapportcijfer Cijfer(
        string scan,
        string kvkNummer,
        string? campagne,
        Rapport rapport,
        string reeks,
        IReadOnlyList<Dimensiescore> scores
    ) =>
        new(
            scan,
            kvkNummer,
            reeks,
            rapport.Tot ?? throw new InvalidOperationException("A report that is fixed now has its day."),
            rapport.Grootte,
            rapport.Sector,
            campagne,
            rapport.Antwoorden,
            scores.Where(s => s.Score is not null).ToDictionary(s => s.Code, s => s.Score!.Value, StringComparer.Ordinal)
        );
}
