using System.Text.Json;
using Marten;

namespace SlimRegeling.Platform.Stromen;

/// <summary>The content beside many streams, read in one go.</summary>
public sealed class Inhouden
{
    private readonly Dictionary<Guid, Inhoud> _bewaard;

    // Several decisions of a stream look at the same form.
    private readonly Dictionary<Verwijzing, object> _gelezen = [];

    private Inhouden(IEnumerable<Inhoud> bewaard) => _bewaard = bewaard.ToDictionary(i => i.Id);

    /// <summary>Reads what these point to.</summary>
    public static async Task<Inhouden> Lees(IQuerySession sessie, IEnumerable<Verwijzing> verwijzingen, CancellationToken ct)
    {
        Guid[] ids = [.. verwijzingen.Select(v => v.Id).Distinct()];
        return new(ids.Length == 0 ? [] : await sessie.LoadManyAsync<Inhoud>(ct, ids));
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
        if (_gelezen.TryGetValue(verwijzing, out var eerder))
        {
            return (T)eerder;
        }
        if (_bewaard.GetValueOrDefault(verwijzing.Id) is not { } inhoud)
        {
            return null;
        }
        if (Werkeenheid.Hash(inhoud.Zout, inhoud.Json) != verwijzing.Hash)
        {
            throw new InvalidDataException($"de bewaarde inhoud {verwijzing.Id} past niet bij de hash in de gebeurtenis");
        }
        var gelezen = JsonSerializer.Deserialize<T>(inhoud.Json, Json.Opties)!;
        _gelezen.Add(verwijzing, gelezen);
        return gelezen;
    }
}

/// <summary>The content that an event points to is no longer there.</summary>
public sealed class InhoudVernietigd(Guid id) : Exception($"The content {id} was destroyed.");
