using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Npgsql;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// Counts all applications of a window for who keeps watch. In a very large one that takes long, and pages that watch ask it every few seconds:
/// there they get what was counted last while it is counted again, by one of them.
/// </summary>
internal sealed class Druktetellingen(Contextregister contexten, TimeProvider klok, ILogger<Druktetellingen> log)
{
    private const long Groot = 10_000;
    private static readonly TimeSpan Nieuw = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Houdbaar = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Laatste> _laatste = new(StringComparer.Ordinal);

    public sealed record Telling(long Ingediend, long Vervallen, decimal Gevraagd, long OpenConcepten);

    /// <param name="Begonnen">When it was counted (<see cref="TimeProvider.GetTimestamp"/>).</param>
    private sealed record Laatste(Telling Telling, long Begonnen, bool WordtGeteld = false);

    public async Task<Telling> Lees(string tijdvak, CancellationToken ct)
    {
        if (!_laatste.TryGetValue(tijdvak, out var laatste) || klok.GetElapsedTime(laatste.Begonnen) > Houdbaar)
        {
            return await Tel(tijdvak, ct);
        }
        if (
            !laatste.WordtGeteld
            && klok.GetElapsedTime(laatste.Begonnen) > Nieuw
            && _laatste.TryUpdate(tijdvak, laatste with { WordtGeteld = true }, laatste)
        )
        {
            _ = TelOpnieuw(tijdvak);
        }
        return laatste.Telling;
    }

    private async Task TelOpnieuw(string tijdvak)
    {
        try
        {
            await Tel(tijdvak, CancellationToken.None);
        }
        catch (NpgsqlException e)
        {
            _laatste.TryRemove(tijdvak, out _);
            log.LogWarning(e, "The applications of {Tijdvak} were not counted again; who asks next waits for it", tijdvak);
        }
    }

    private async Task<Telling> Tel(string tijdvak, CancellationToken ct)
    {
        var begonnen = klok.GetTimestamp();
        await using var opdracht = contexten
            .Van(typeof(AanvragenContext))
            .Bron.CreateCommand(
                """
                select count(*) filter (where ingediend), count(*) filter (where ingediend and vervallen),
                  coalesce(sum(gevraagd) filter (where ingediend and not vervallen and not eruit), 0), count(*) filter (where not ingediend)
                from (
                  select c.data ->> 'ontvangen' is not null as ingediend,
                    coalesce(a.data #>> '{aangevuld,gevraagd}', c.data #>> '{ontvangen,gevraagd}')::numeric as gevraagd,
                    v.zaaknummer is not null as vervallen,
                    a.data ->> 'uitsluiting' is not null or coalesce(a.data #>> '{besluiten,-1,soort}', '') = 'afwijzing' as eruit
                  from aanvragen.mt_doc_concept c left join aanvragen.mt_doc_aanvraag a on a.id = c.id
                    left join (select zaaknummer from aanvragen.gezegd where tijdvak = $1 and soort = 'vervallen') v on v.zaaknummer = c.id
                  where c.data ->> 'tijdvak' = $1
                ) concept
                """
            );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        var telling = new Telling(rij.GetInt64(0), rij.GetInt64(1), rij.GetDecimal(2), rij.GetInt64(3));
        if (telling.Ingediend > Groot)
        {
            _laatste[tijdvak] = new(telling, begonnen);
        }
        return telling;
    }
}
