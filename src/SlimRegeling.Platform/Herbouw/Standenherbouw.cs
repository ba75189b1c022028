using System.Diagnostics;
using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Herbouw;

/// <summary>Makes the snapshots of all streams of a context again, and compares the tables that follow from its events.</summary>
internal sealed class Standenherbouw(Contextopslag opslag, IReadOnlyList<Hoorder> hoorders)
{
    private readonly Standen _standen = new(opslag, hoorders);

    public async Task<Contextherbouw> Voer(CancellationToken ct)
    {
        var sinds = Stopwatch.StartNew();
        var schema = opslag.Context.Naam;
        await using var verbinding = await opslag.Bron.OpenConnectionAsync(ct);
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        // Whoever would append all the same waits until the snapshots stand.
        await verbinding.Voer($"lock table {schema}.mt_events in share mode; set local work_mem = '64MB'", ct);
        var gebeurtenissen = await Vouw(verbinding, ct);
        var modellen = new List<Herbouwd>();
        foreach (var soort in _standen.Soorten)
        {
            modellen.Add(
                await new Overbrenging(verbinding, soort.Tabel, ["id"], "mt_last_modified").BrengOver(
                    $"""
                    select id, data, now() as mt_last_modified, versie as mt_version, '{soort.Naam}' as mt_dotnet_type
                    from {Standen.Tabel} where soort = '{soort.Naam}'
                    """,
                    ct
                )
            );
        }
        foreach (var herleiding in opslag.Context.Herleidingen)
        {
            modellen.Add(
                await new Overbrenging(verbinding, herleiding.Tabel, [.. herleiding.Sleutel], herleiding.Nummer).Vergelijk(
                    herleiding.Gevolgd(),
                    ct
                )
            );
        }
        await transactie.CommitAsync(ct);
        return new(schema, gebeurtenissen, 0, sinds.Elapsed, modellen);
    }

    private async Task<long> Vouw(NpgsqlConnection naar, CancellationToken ct)
    {
        await using var lezer = await opslag.Bron.OpenConnectionAsync(ct);
        await using var lezing = await lezer.BeginTransactionAsync(ct);
        return await _standen.Vouw(naar, lezer, ct);
    }
}
