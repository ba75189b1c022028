using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Host.Voorbeeldzaken;

/// <summary>Messages that a context heard and set apart because it could do nothing with them: in example play each is a difference.</summary>
internal static class Gestrand
{
    public static async Task Meld(Contextregister contexten, Verslag verslag, CancellationToken ct)
    {
        foreach (var opslag in contexten.Hier)
        {
            await using var opdracht = opslag.Bron.CreateCommand(
                $"select soort, sleutel, split_part(fout, E'\n', 1) from {opslag.Context.Naam}.geparkeerd order by op"
            );
            await using NpgsqlDataReader rij = await opdracht.ExecuteReaderAsync(ct);
            while (await rij.ReadAsync(ct))
            {
                verslag.Verschil(
                    new Plaats("alle zaken", $"bericht {rij.GetString(0)}", rij.GetString(1)),
                    $"wat {opslag.Context.Naam} ermee doet",
                    "verwerkt",
                    rij.GetString(2)
                );
            }
        }
    }
}
