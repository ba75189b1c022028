using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using NpgsqlTypes;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>Keeps the numbers of ended sessions in the database of the site, until their cookies would have ended.</summary>
/// <param name="verbinding">Connection string; asked for at a start and at signing out only.</param>
internal sealed class Sessieopslag(string verbinding)
{
    private const string Slot = "select pg_advisory_xact_lock(hashtext('schema site'));";

    /// <summary>Makes the table, forgets what is over and gives what is not.</summary>
    public async Task<IReadOnlyList<(string Nummer, DateTimeOffset Tot)>> Lees(CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(verbinding);
        await using (
            var tabel = bron.CreateCommand(
                $"""
                {Slot}
                create schema if not exists site;
                create table if not exists site.geeindigde_sessie (nummer text primary key, tot timestamptz not null);
                delete from site.geeindigde_sessie where tot < now();
                """
            )
        )
        {
            await tabel.ExecuteNonQueryAsync(ct);
        }
        await using var vraag = bron.CreateCommand("select nummer, tot from site.geeindigde_sessie");
        await using var rijen = await vraag.ExecuteReaderAsync(ct);
        var gelezen = new List<(string, DateTimeOffset)>();
        while (await rijen.ReadAsync(ct))
        {
            gelezen.Add((rijen.GetString(0), rijen.GetFieldValue<DateTimeOffset>(1)));
        }
        return gelezen;
    }

    public async Task Bewaar(string nummer, DateTimeOffset tot, CancellationToken ct)
    {
        await using var bron = NpgsqlDataSource.Create(verbinding);
        await using var opdracht = bron.CreateCommand(
            "insert into site.geeindigde_sessie (nummer, tot) values ($1, $2) on conflict (nummer) do nothing"
        );
        opdracht.Parameters.Add(new() { Value = nummer });
        opdracht.Parameters.Add(new() { Value = tot.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await opdracht.ExecuteNonQueryAsync(ct);
    }
}

public static class Sessiebewaring
{
    /// <summary>Ended sessions stay ended over a restart. Say it beside <see cref="PaginaAanmelding.AddPaginaAanmelding"/>.</summary>
    public static IServiceCollection AddSessiebewaring(this IServiceCollection diensten, string verbinding) =>
        diensten.AddSingleton(new Sessieopslag(verbinding)).AddHostedService<Inlezer>();

    /// <summary>Before the first request.</summary>
    private sealed class Inlezer(Sessies sessies, Sessieopslag opslag) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            foreach (var (nummer, tot) in await opslag.Lees(cancellationToken))
            {
                sessies.Onthoud(nummer, tot);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
