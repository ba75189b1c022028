using System.Collections.Concurrent;
using Marten;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>
/// The decisions on each window, made of its events once for each version: a list of very many applications is read, sorted and hashed one time and
/// not at every look of the public.
/// </summary>
internal sealed class Geschiedenissen
{
    private readonly ConcurrentDictionary<string, (long Versie, IReadOnlyList<GeschiedenisTonen.Besluitbeeld> Besluiten)> _gelezen = new(
        StringComparer.Ordinal
    );

    public async Task<IReadOnlyList<GeschiedenisTonen.Besluitbeeld>> Lees(IDocumentSession sessie, string id, CancellationToken ct)
    {
        if (await sessie.Events.FetchStreamStateAsync(id, ct) is not { } stand)
        {
            return [];
        }
        if (_gelezen.TryGetValue(id, out var eerder) && eerder.Versie == stand.Version)
        {
            return eerder.Besluiten;
        }
        var gebeurtenissen = (await sessie.Events.FetchStreamAsync(id, version: stand.Version, token: ct)).Select(e => e.Data).ToList();
        var besluiten = GeschiedenisTonen.Besluiten(gebeurtenissen);
        _gelezen[id] = (stand.Version, besluiten);
        return besluiten;
    }
}
