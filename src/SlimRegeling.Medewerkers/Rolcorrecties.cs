using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using SlimRegeling.Berichten.Relaties;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Medewerkers;

/// <summary>
/// What was decided about employees as the contexts of this process know it, kept in memory for a second: nearly every call of an employee asks,
/// and it seldom changes. The latest version wins, whichever context heard it first. Who asks while it is read waits for that reading. A database
/// that is away counts as it was last read, for <see cref="Uiterlijk"/>; from then on, and when it was never read, nobody's roles are known.
/// </summary>
internal sealed class Rolcorrecties(Contextregister contexten, ILogger<Rolcorrecties> logboek) : IRolcorrectie
{
    private static readonly TimeSpan Houdbaar = TimeSpan.FromSeconds(1);

    // A database that does not answer holds up the work of employees no longer than this.
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(5);

    private readonly Databasestand[] _databases =
    [
        .. contexten
            .Hier.Where(o => o.Context.GehoordeBerichten.Contains(typeof(MedewerkerGewijzigdBericht)))
            .GroupBy(o => o.Bron)
            .Select(groep => new Databasestand(groep.Key, [.. groep.Select(o => o.Context.Naam)])),
    ];

    private readonly Lock _slot = new();
    private Task<Dictionary<string, (long Versie, Rolcorrectie Correctie)>?>? _lezing;
    private long _begonnen;

    /// <summary>How long what was last read of a database that is away still counts.</summary>
    public TimeSpan Uiterlijk { get; init; } = TimeSpan.FromMinutes(1);

    public async ValueTask<Rolcorrectie?> Van(string onderwerp, CancellationToken ct) =>
        await Lezing().WaitAsync(ct) is { } bekend ? bekend.GetValueOrDefault(onderwerp).Correctie : Rolcorrectie.Onbekend;

    /// <summary>The reading that is under way or of which the result still counts; else a new one. It ends for nobody who goes away.</summary>
    private Task<Dictionary<string, (long Versie, Rolcorrectie Correctie)>?> Lezing()
    {
        lock (_slot)
        {
            if (_lezing is null || (_lezing.IsCompleted && Stopwatch.GetElapsedTime(_begonnen) >= Houdbaar))
            {
                _begonnen = Stopwatch.GetTimestamp();
                _lezing = Task.Run(LeesAlle);
            }
            return _lezing;
        }
    }

    /// <returns>The latest of every employee about whom something was decided; null when that cannot be known.</returns>
    private async Task<Dictionary<string, (long Versie, Rolcorrectie Correctie)>?> LeesAlle()
    {
        using var geduld = new CancellationTokenSource(Geduld);
        await Task.WhenAll(_databases.Select(database => Lees(database, geduld.Token)));
        var samen = new Dictionary<string, (long Versie, Rolcorrectie Correctie)>(StringComparer.Ordinal);
        foreach (var database in _databases)
        {
            if (database.Gelezen is not { } gelezen || Stopwatch.GetElapsedTime(database.Op) >= Uiterlijk)
            {
                return null;
            }
            foreach (var (medewerker, gehoord) in gelezen)
            {
                if (samen.GetValueOrDefault(medewerker).Versie <= gehoord.Versie)
                {
                    samen[medewerker] = gehoord;
                }
            }
        }
        return samen;
    }

    private async Task Lees(Databasestand database, CancellationToken ct)
    {
        var op = Stopwatch.GetTimestamp();
        try
        {
            database.Gelezen = await Medewerkertabel.Lees(database.Bron, database.Schemas, ct);
            database.Op = op;
        }
        catch (Exception e) when (Databasestoring.Is(e) || (e is OperationCanceledException && ct.IsCancellationRequested))
        {
            logboek.LogWarning(e, "What {Contexten} heard of employees cannot be read", string.Join(", ", database.Schemas));
        }
    }

    /// <summary>The contexts here that share a database, with what was last read of it and when that began.</summary>
    private sealed class Databasestand(NpgsqlDataSource bron, IReadOnlyList<string> schemas)
    {
        public NpgsqlDataSource Bron => bron;

        public IReadOnlyList<string> Schemas => schemas;

        public IReadOnlyDictionary<string, (long Versie, Rolcorrectie Correctie)>? Gelezen { get; set; }

        public long Op { get; set; }
    }
}
