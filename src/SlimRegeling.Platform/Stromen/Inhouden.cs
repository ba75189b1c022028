using System.Text.Json;
using Marten;

namespace SlimRegeling.Platform.Stromen;

/// <summary>The content beside many streams, read in one go.</summary>
public sealed class Inhouden(IQuerySession sessie)
{
    private readonly Dictionary<Guid, Inhoud> _gelezen = [];

    /// <summary>Reads what these point to, for <see cref="Lees{T}"/>.</summary>
    public async Task Laad(IEnumerable<Verwijzing> verwijzingen, CancellationToken ct)
    {
        foreach (var inhoud in await sessie.LoadManyAsync<Inhoud>(ct, verwijzingen.Select(v => v.Id)))
        {
            _gelezen[inhoud.Id] = inhoud;
        }
    }

    /// <exception cref="InhoudVernietigd">It is no longer there.</exception>
    /// <exception cref="InvalidDataException">It is not what the event points to.</exception>
    public T Lees<T>(Verwijzing verwijzing)
        where T : class => Zoek<T>(verwijzing) ?? throw new InhoudVernietigd(verwijzing.Id);

    /// <summary>Null when it was destroyed.</summary>
    /// <exception cref="InvalidDataException">It is not what the event points to.</exception>
    public T? Zoek<T>(Verwijzing verwijzing)
        where T : class
    {
        if (!_gelezen.TryGetValue(verwijzing.Id, out var inhoud))
        {
            return null;
        }
        return Werkeenheid.Hash(inhoud.Zout, inhoud.Json) == verwijzing.Hash
            ? JsonSerializer.Deserialize<T>(inhoud.Json, Json.Opties)!
            : throw new InvalidDataException($"de bewaarde inhoud {verwijzing.Id} past niet bij de hash in de gebeurtenis");
    }
}

/// <summary>The content that an event points to is no longer there.</summary>
public sealed class InhoudVernietigd(Guid id) : Exception($"The content {id} was destroyed.");
