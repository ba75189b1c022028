using System.Collections.Concurrent;
using Marten;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>
/// What the public reads of a window, made of its events once for each version: a list of very many applications is read, sorted and hashed one
/// time and not at every look.
/// </summary>
internal sealed class Geschiedenissen
{
    private readonly ConcurrentDictionary<(string Id, Type Wat), (long Versie, object? Gemaakt)> _gemaakt = new();

    /// <param name="maak">Of all events of the window, in order; none when there is no such window.</param>
    public async Task<T?> Lees<T>(IDocumentSession sessie, string id, Func<IReadOnlyList<object>, T?> maak, CancellationToken ct)
        where T : class
    {
        if (await sessie.Events.FetchStreamStateAsync(id, ct) is not { } stand)
        {
            return maak([]);
        }
        if (_gemaakt.TryGetValue((id, typeof(T)), out var eerder) && eerder.Versie == stand.Version)
        {
            return (T?)eerder.Gemaakt;
        }
        var gemaakt = maak([.. (await sessie.Events.FetchStreamAsync(id, version: stand.Version, token: ct)).Select(e => e.Data)]);
        _gemaakt[(id, typeof(T))] = (stand.Version, gemaakt);
        return gemaakt;
    }
}
