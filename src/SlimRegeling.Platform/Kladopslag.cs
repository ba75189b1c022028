using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using NpgsqlTypes;

namespace SlimRegeling.Platform;

/// <summary>What a page keeps while someone types in it.</summary>
/// <param name="Blad">The page, as it was opened once, from which it came.</param>
/// <param name="Inhoud">Sealed by who keeps it.</param>
public sealed record Bewaardeklad(string Blad, byte[] Inhoud);

/// <summary>Keeps what was typed and not sent yet in the database of the site, one thing under each key, until a moment.</summary>
public sealed class Kladopslag : IDisposable
{
    // Beside the pools of the contexts on the same server.
    private const int MeesteVerbindingen = 10;

    private const string Tabel = """
        select pg_advisory_xact_lock(hashtext('schema site'));
        create schema if not exists site;
        create table if not exists site.klad (
            sleutel text primary key, blad text not null, stap bigint not null, inhoud bytea not null, tot timestamptz not null
        );
        create index if not exists klad_tot on site.klad (tot);
        """;

    private const string Bewaring = """
        with voorbij as (delete from site.klad where tot < $7 and sleutel <> $1)
        insert into site.klad as k (sleutel, blad, stap, inhoud, tot) values ($1, $2, $3, $4, $5)
        on conflict (sleutel) do update
        set blad = excluded.blad, stap = excluded.stap, inhoud = excluded.inhoud, tot = excluded.tot
        where (k.blad = excluded.blad and k.stap <= excluded.stap) or k.blad = $6 or k.tot < $7
        """;

    private readonly NpgsqlDataSource _bron;

    internal Kladopslag(string verbinding) =>
        _bron = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(verbinding) { MaxPoolSize = MeesteVerbindingen }.ConnectionString
        );

    public void Dispose() => _bron.Dispose();

    /// <summary>Keeps it, unless another page wrote since the one that this page saw, or this page itself wrote something later.</summary>
    /// <param name="stap">Counts what is typed on one page.</param>
    /// <param name="gezien">The page of which this one showed the words; empty for none.</param>
    /// <returns>Whether it is kept.</returns>
    public async Task<bool> Bewaar(
        string sleutel,
        Bewaardeklad klad,
        long stap,
        string gezien,
        DateTimeOffset nu,
        DateTimeOffset tot,
        CancellationToken ct
    )
    {
        await using var opdracht = _bron.CreateCommand(Bewaring);
        opdracht.Parameters.Add(new() { Value = sleutel });
        opdracht.Parameters.Add(new() { Value = klad.Blad });
        opdracht.Parameters.Add(new() { Value = stap });
        opdracht.Parameters.Add(new() { Value = klad.Inhoud });
        opdracht.Parameters.Add(Op(tot));
        opdracht.Parameters.Add(new() { Value = gezien });
        opdracht.Parameters.Add(Op(nu));
        return await opdracht.ExecuteNonQueryAsync(ct) > 0;
    }

    public async Task<Bewaardeklad?> Lees(string sleutel, DateTimeOffset nu, CancellationToken ct)
    {
        await using var vraag = _bron.CreateCommand("select blad, inhoud from site.klad where sleutel = $1 and tot >= $2");
        vraag.Parameters.Add(new() { Value = sleutel });
        vraag.Parameters.Add(Op(nu));
        await using var rijen = await vraag.ExecuteReaderAsync(ct);
        return await rijen.ReadAsync(ct) ? new(rijen.GetString(0), rijen.GetFieldValue<byte[]>(1)) : null;
    }

    public async Task Wis(string sleutel, CancellationToken ct)
    {
        await using var opdracht = _bron.CreateCommand("delete from site.klad where sleutel = $1");
        opdracht.Parameters.Add(new() { Value = sleutel });
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    private async Task Maak(CancellationToken ct)
    {
        await using var tabel = _bron.CreateCommand(Tabel);
        await tabel.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Op(DateTimeOffset moment) =>
        new() { Value = moment.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz };

    /// <summary>Before the first request.</summary>
    internal sealed class Inrichter(Kladopslag opslag) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => opslag.Maak(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

public static class Kladbewaring
{
    /// <param name="verbinding">The database of the site.</param>
    public static IServiceCollection AddKladopslag(this IServiceCollection diensten, string verbinding) =>
        diensten.AddSingleton(_ => new Kladopslag(verbinding)).AddHostedService<Kladopslag.Inrichter>();
}
