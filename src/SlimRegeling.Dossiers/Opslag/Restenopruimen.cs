using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Dossiers.Opslag;

/// <summary>Takes away files that no document names, a day after they came: what a process left that was killed between file and event.</summary>
public sealed class Restenopruimen(Bestandsplaatsen plaatsen, Contextregister contexten) : ITaak
{
    public Task Voer(CancellationToken ct) => plaatsen.Nieuw.RuimOp(Kent, ct);

    private async Task<IReadOnlySet<string>> Kent(IReadOnlyList<string> adressen, CancellationToken ct)
    {
        await using var opdracht = contexten
            .Van(typeof(DossiersContext))
            .Bron.CreateCommand(
                "select data ->> 'plaats' from dossiers.mt_doc_document where data ->> 'plaats' = any($1) and not coalesce((data ->> 'vernietigd')::boolean, false)"
            );
        opdracht.Parameters.Add(
            new Npgsql.NpgsqlParameter<string[]> { TypedValue = [.. adressen.Select(a => $"{plaatsen.Nieuw.Naam}:{a}")] }
        );
        var bekend = new HashSet<string>();
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        while (await rij.ReadAsync(ct))
        {
            bekend.Add(rij.GetString(0).Split(':', 2)[1]);
        }
        return bekend;
    }
}
