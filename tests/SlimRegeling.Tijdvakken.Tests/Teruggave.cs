using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Tijdvakken.Tests;

/// <summary>Verlening as this context knows it: it gives back what is asked, having awarded nothing of it, as soon as it hears.</summary>
/// <param name="bron">Where the outbox is read.</param>
internal sealed class Teruggave(NpgsqlDataSource bron, Func<object, Task> hoor) : IDisposable
{
    private readonly SemaphoreSlim _een = new(1);
    private readonly HashSet<Guid> _gegeven = [];
    private readonly ConcurrentDictionary<string, bool> _doof = [];

    public void Hoort(string tijdvak, bool hoort) => _doof[tijdvak] = !hoort;

    /// <summary>Whether something was given back; when another is at it, after that.</summary>
    public async Task<bool> Geef()
    {
        await _een.WaitAsync();
        try
        {
            var nieuw = (await Gevraagd()).Where(g => !_doof.GetValueOrDefault(g.Antwoord.Tijdvak) && _gegeven.Add(g.Id)).ToList();
            foreach (var (_, antwoord) in nieuw)
            {
                await hoor(antwoord);
            }
            return nieuw.Count > 0;
        }
        finally
        {
            _een.Release();
        }
    }

    public void Dispose() => _een.Dispose();

    private async Task<List<(Guid Id, BudgetTeruggegevenBericht Antwoord)>> Gevraagd()
    {
        await using var opdracht = bron.CreateCommand(
            "select id, inhoud from tijdvakken.outbox where inhoud like '%\"terug\":%' order by id"
        );
        await using var rij = await opdracht.ExecuteReaderAsync();
        var gevraagd = new List<(Guid, BudgetTeruggegevenBericht)>();
        while (await rij.ReadAsync())
        {
            using var bericht = JsonDocument.Parse(rij.GetString(1));
            string Veld(string naam) => bericht.RootElement.GetProperty(naam).GetString()!;
            var terug = decimal.Parse(Veld("terug"), CultureInfo.InvariantCulture);
            gevraagd.Add((rij.GetGuid(0), new(Veld("zaaknummer"), Veld("tijdvak"), terug, Gegeven.Daarna)));
        }
        return gevraagd;
    }
}
