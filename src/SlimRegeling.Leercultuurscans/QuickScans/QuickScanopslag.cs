using System.Text.Json;
using Npgsql;
using SlimRegeling.Leercultuurscans.Gegevens;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Platform.Contexten;
using Vorm = SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Leercultuurscans.QuickScans;

/// <summary>What one QuickScan counts for: by dimension a score, of those that have one.</summary>
/// <param name="Maand">In which it was filled in: <c>2026-11</c>.</param>
public sealed record Getelde(
    string Rol,
    string Fase,
    string? Grootte,
    string? Sector,
    string Maand,
    IReadOnlyDictionary<string, IReadOnlyList<int?>> Antwoorden
);

/// <summary>
/// QuickScans of who said "ja, tel mee": no address, no cookie, and no time but the month. They have a table of their own and are never mixed with
/// scans: who fills one in chose to, and sees the firm alone.
/// </summary>
internal sealed class QuickScanopslag(Contextregister contexten, Instrumentboek boek)
{
    internal const string Ddl = """
        create table if not exists {schema}.quickscan (
          id uuid primary key,
          rol text not null,
          fase text not null,
          grootte text,
          sector text,
          maand text not null,
          antwoorden text not null,
          instrument text
        );
        do $$ begin
          if not exists (select from pg_attribute where attrelid = '{schema}.quickscan'::regclass and attname = 'instrument') then
            alter table {schema}.quickscan add column instrument text;
          end if;
        end $$;
        create table if not exists {schema}.quickscanformulier (
          kenmerk text primary key,
          tot_en_met int not null
        );
        create index if not exists quickscan_maand on {schema}.quickscan (maand)
        """;

    /// <summary>Of which version a row is, and the first one where that was not kept.</summary>
    private const string Versie = "coalesce(instrument, 'kernvragen-1')";

    private readonly Onthouden<QuickScanresultaten> _onthouden = new();

    private NpgsqlDataSource Bron => contexten.Van(typeof(LeercultuurscansContext)).Bron;

    /// <summary>Counts it; false when this form was counted before.</summary>
    public async Task<bool> Tel(Getelde getelde, string kenmerk, int totEnMet, CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand(
            """
            with formulier as (
              insert into leercultuurscans.quickscanformulier (kenmerk, tot_en_met) values ($1, $2) on conflict (kenmerk) do nothing returning kenmerk
            )
            insert into leercultuurscans.quickscan (id, rol, fase, grootte, sector, maand, antwoorden, instrument)
            select gen_random_uuid(), $3, $4, $5, $6, $7, $8, $9 from formulier
            """
        );
        Zet(opdracht, kenmerk);
        opdracht.Parameters.Add(new NpgsqlParameter<int> { TypedValue = totEnMet });
        foreach (
            var waarde in (string?[])
                [
                    getelde.Rol,
                    getelde.Fase,
                    getelde.Grootte,
                    getelde.Sector,
                    getelde.Maand,
                    JsonSerializer.Serialize(getelde.Antwoorden, Vorm.Opties),
                    boek.Kernvragen.Id,
                ]
        )
        {
            Zet(opdracht, waarde);
        }
        return await opdracht.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>The open figures by the kernvragen of now, of months before this one, made anew when there are others.</summary>
    public async Task<QuickScanresultaten> Resultaten(string voorMaand, CancellationToken ct)
    {
        var maanden = await Maanden(voorMaand, ct);
        var totEnMet = Openresultaten.TotEnMet(maanden) ?? "";
        return await _onthouden.Geef(
            (totEnMet, maanden.Sum(m => m.Aantal)),
            async () => Openresultaten.Maak(boek.Kernvragen, await Lees(totEnMet, CancellationToken.None)),
            ct
        );
    }

    private async Task<List<(string Maand, int Aantal)>> Maanden(string voorMaand, CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand(
            $"select maand, count(*)::int from leercultuurscans.quickscan where maand < $1 and {Versie} = $2 group by maand"
        );
        Zet(opdracht, voorMaand);
        Zet(opdracht, boek.Kernvragen.Id);
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var maanden = new List<(string, int)>();
        while (await rij.ReadAsync(ct))
        {
            maanden.Add((rij.GetString(0), rij.GetInt32(1)));
        }
        return maanden;
    }

    private async Task<List<Getelde>> Lees(string totEnMet, CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand(
            $"select rol, fase, grootte, sector, maand, antwoorden from leercultuurscans.quickscan where maand <= $1 and {Versie} = $2"
        );
        Zet(opdracht, totEnMet);
        Zet(opdracht, boek.Kernvragen.Id);
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var gelezen = new List<Getelde>();
        while (await rij.ReadAsync(ct))
        {
            gelezen.Add(
                new(
                    rij.GetString(0),
                    rij.GetString(1),
                    await rij.IsDBNullAsync(2, ct) ? null : rij.GetString(2),
                    await rij.IsDBNullAsync(3, ct) ? null : rij.GetString(3),
                    rij.GetString(4),
                    JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<int?>>>(rij.GetString(5), Vorm.Opties)!
                )
            );
        }
        return gelezen;
    }

    private static void Zet(NpgsqlCommand opdracht, string? waarde) =>
        opdracht.Parameters.Add(
            new NpgsqlParameter { Value = (object?)waarde ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }
        );
}
