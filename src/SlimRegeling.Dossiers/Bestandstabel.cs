using System.Security.Cryptography;
using Npgsql;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Dossiers;

/// <summary>
/// The bytes of documents and letters: they identify people, so they stand beside the streams, which carry their SHA-256. They are destroyed
/// with the dossier.
/// </summary>
public sealed class Bestandstabel(Contextregister contexten, Werkeenheid<DossiersContext> eenheid)
{
    internal const string Ddl = """
        create table if not exists {schema}.bestand (
          id text primary key,
          zaaknummer text not null,
          inhoud bytea not null
        );
        create index if not exists bestand_zaaknummer on {schema}.bestand (zaaknummer)
        """;

    public static string Hash(byte[] inhoud) => Convert.ToHexStringLower(SHA256.HashData(inhoud));

    /// <summary>Where the words of a letter are, beside its PDF.</summary>
    public static string Pagina(string brief) => $"{brief}.pagina";

    /// <summary>Written in the transaction of the event that names it; whoever puts another in its place says so with an event too.</summary>
    public void Zet(string id, string zaaknummer, byte[] inhoud) =>
        eenheid.Sessie.QueueSqlCommand(
            """
            insert into dossiers.bestand (id, zaaknummer, inhoud) values (?, ?, ?)
            on conflict (id) do update set inhoud = excluded.inhoud
            """,
            id,
            zaaknummer,
            inhoud
        );

    /// <summary>The bytes, or null when they were destroyed.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those of the event.</exception>
    public async Task<byte[]?> Lees(string id, string hash, CancellationToken ct)
    {
        await using var opdracht = contexten
            .Van(typeof(DossiersContext))
            .Bron.CreateCommand("select inhoud from dossiers.bestand where id = $1");
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = id });
        if (await opdracht.ExecuteScalarAsync(ct) is not byte[] inhoud)
        {
            return null;
        }
        return Hash(inhoud) == hash ? inhoud : throw new InvalidDataException($"The content of {id} does not fit the hash in its event.");
    }

    /// <summary>The bytes of those that are there; whether they are those of their events is for who asks.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> LeesAlle(IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await using var opdracht = contexten
            .Van(typeof(DossiersContext))
            .Bron.CreateCommand("select id, inhoud from dossiers.bestand where id = any($1)");
        opdracht.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. ids] });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var gevonden = new Dictionary<string, byte[]>();
        while (await rij.ReadAsync(ct))
        {
            gevonden.Add(rij.GetString(0), rij.GetFieldValue<byte[]>(1));
        }
        return gevonden;
    }
}
