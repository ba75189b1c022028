using System.Runtime.CompilerServices;
using Marten;
using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Dossiers.Opslag;

/// <summary>Files in rows of pieces, written in the transaction of the event that names them.</summary>
internal sealed class Databaseplaats(Contextregister contexten) : IBestandsplaats
{
    public const string Soort = "database";

    // Not compressed: what is encrypted does not get smaller.
    internal const string Ddl = """
        create table if not exists {schema}.bestandsdeel (
          adres text not null,
          nummer int not null,
          inhoud bytea not null,
          primary key (adres, nummer)
        );
        alter table {schema}.bestandsdeel alter column inhoud set storage external
        """;

    private NpgsqlDataSource Bron => contexten.Van(typeof(DossiersContext)).Bron;

    public string Naam => Soort;

    public async Task Schrijf(IDocumentSession sessie, string adres, IEnumerable<ReadOnlyMemory<byte>> delen, CancellationToken ct)
    {
        var nummer = 0;
        foreach (var deel in delen)
        {
            await using var opdracht = new NpgsqlCommand("insert into dossiers.bestandsdeel (adres, nummer, inhoud) values ($1, $2, $3)");
            opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = adres });
            opdracht.Parameters.Add(new NpgsqlParameter<int> { TypedValue = nummer++ });
            opdracht.Parameters.Add(new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = deel });
            await sessie.ExecuteAsync(opdracht, ct);
        }
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> Lees(string adres, [EnumeratorCancellation] CancellationToken ct)
    {
        var leeg = true;
        await using var opdracht = Bron.CreateCommand("select inhoud from dossiers.bestandsdeel where adres = $1 order by nummer");
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = adres });
        await using var rij = await opdracht.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, ct);
        while (await rij.ReadAsync(ct))
        {
            leeg = false;
            yield return await rij.GetFieldValueAsync<byte[]>(0, ct);
        }
        if (leeg)
        {
            throw new FileNotFoundException($"The database has no file {adres}.");
        }
    }

    public async Task Verwijder(string adres, CancellationToken ct)
    {
        await using var opdracht = Bron.CreateCommand("delete from dossiers.bestandsdeel where adres = $1");
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = adres });
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    // A transaction that was not committed left nothing.
    public Task RuimOp(Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlySet<string>>> kent, CancellationToken ct) =>
        Task.CompletedTask;
}
