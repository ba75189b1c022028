using System.Runtime.ExceptionServices;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Medewerkers;

/// <summary>A context that keeps what it knows of interests of employees.</summary>
public sealed record Belanghouder(string Context);

/// <summary>
/// The interests that employees declared in cases, as the contexts of this process know them; the latest word counts, whichever of them has it. It
/// is read each time: who declared one at Aanvragen, in this process, finds the case closed at their next call.
/// </summary>
public sealed class Belangen(Contextregister contexten, IEnumerable<Belanghouder> houders) : IBelangen
{
    private readonly IReadOnlyList<IGrouping<Npgsql.NpgsqlDataSource, string>> _databases =
    [
        .. houders.Select(h => contexten.Met(h.Context)).OfType<Contextopslag>().GroupBy(o => o.Bron, o => o.Context.Naam),
    ];

    /// <summary>By case the pseudonyms of those to whom it is closed.</summary>
    public async Task<ILookup<string, string>> Bij(IReadOnlyCollection<string> zaken, CancellationToken ct) =>
        (zaken.Count == 0 ? [] : await Lees(Belangtabel.Zaak, [.. zaken.Distinct()], ct)).ToLookup(b => b.Zaaknummer, b => b.Medewerker);

    public async ValueTask<IReadOnlySet<string>> Gesloten(string onderwerp, CancellationToken ct) =>
        (await Lees(Belangtabel.Wie, [onderwerp], ct)).Select(b => b.Zaaknummer).ToHashSet(StringComparer.Ordinal);

    /// <summary>Those that hold, by the latest word.</summary>
    private async Task<IReadOnlyList<(string Zaaknummer, string Medewerker)>> Lees(string kolom, string[] waarden, CancellationToken ct)
    {
        var bekend = new List<(string Zaaknummer, string Medewerker, long Versie, bool Geldt)>();
        Exception? weg = null;
        var gelezen = 0;
        foreach (var database in _databases)
        {
            try
            {
                bekend.AddRange(await Belangtabel.Lees(database.Key, database, kolom, waarden, ct));
                gelezen++;
            }
            catch (Exception e) when (Databasestoring.Is(e))
            {
                weg = e;
            }
        }
        // Each context hears of all: while the database of one is away the others know it too.
        if (weg is not null && gelezen == 0)
        {
            ExceptionDispatchInfo.Throw(weg);
        }
        return
        [
            .. bekend
                .GroupBy(b => (b.Zaaknummer, b.Medewerker))
                .Where(groep => groep.MaxBy(b => b.Versie).Geldt)
                .Select(groep => groep.Key),
        ];
    }
}
