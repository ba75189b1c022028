using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Taken;

/// <summary>Forgets heard messages and first answers after 30 days: no bus delivers, and no client repeats, that late.</summary>
public sealed class Opruimen(Contextregister contexten)
{
    public async Task Voer(string context, CancellationToken ct)
    {
        if (contexten.Met(context) is not { } opslag)
        {
            return;
        }
        foreach (var tabel in (string[])["inbox", "idempotentie"])
        {
            await using var opdracht = opslag.Bron.CreateCommand($"delete from {context}.{tabel} where op < now() - interval '30 days'");
            await opdracht.ExecuteNonQueryAsync(ct);
        }
    }
}
