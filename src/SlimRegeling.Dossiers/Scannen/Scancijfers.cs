using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Dossiers.Scannen;

/// <summary>How the examination of documents stands, for who keeps the program running.</summary>
public static class Scancijfers
{
    /// <param name="Scanner">Its address; absent when none is configured.</param>
    /// <param name="Stand">bereikbaar, niet-bereikbaar or niet-ingesteld, as this process found it.</param>
    /// <param name="Fout">Why it did not answer the last time; absent when it did.</param>
    /// <param name="InOnderzoek">Documents that nobody can read yet.</param>
    /// <param name="OudsteOp">When the first of those was received.</param>
    /// <param name="Onduidelijk">Of those, how many the scanner could not tell of, since this process began.</param>
    /// <param name="Geweigerd">All that were ever refused.</param>
    /// <param name="TeVernietigen">Of those and of what was taken out of a draft, how many still have their bytes.</param>
    public sealed record Beeld(
        string? Scanner,
        string Stand,
        string? Fout,
        int InOnderzoek,
        Instant? OudsteOp,
        int Onduidelijk,
        int Geweigerd,
        int TeVernietigen
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/beheer/documenten", Toon).Geeft<Beeld>().Voor(Rol.Beheerder, Rol.Regelbeheerder);

    private static async Task<Uitkomst> Toon(Contextregister contexten, Virusscanner scanner, Scanstand stand, CancellationToken ct)
    {
        await using var opdracht = contexten
            .Van(typeof(DossiersContext))
            .Bron.CreateCommand(
                $"""
                select count(*) filter (where data ->> 'stand' = '{nameof(Documentstand.InOnderzoek)}')::int,
                  (min(data ->> 'ontvangenOp') filter (where data ->> 'stand' = '{nameof(Documentstand.InOnderzoek)}'))::timestamptz,
                  count(*) filter (where data ->> 'stand' = '{nameof(Documentstand.Geweigerd)}')::int,
                  count(*) filter (where data ->> 'stand' <> '{nameof(
                    Documentstand.InOnderzoek
                )}' and not coalesce((data ->> 'vernietigd')::boolean, false))::int
                from dossiers.mt_doc_document where data ->> 'stand' in ('{nameof(Documentstand.InOnderzoek)}', '{nameof(
                    Documentstand.Geweigerd
                )}', '{nameof(Documentstand.Verwijderd)}')
                """
            );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        return Uitkomst.Ok(
            new Beeld(
                scanner.Naam,
                !scanner.Ingesteld ? "niet-ingesteld"
                    : stand.Uitval is null ? "bereikbaar"
                    : "niet-bereikbaar",
                stand.Uitval,
                rij.GetInt32(0),
                await rij.IsDBNullAsync(1, ct) ? null : await rij.GetFieldValueAsync<Instant>(1, ct),
                stand.Onduidelijk,
                rij.GetInt32(2),
                rij.GetInt32(3)
            )
        );
    }
}
