using JasperFx.Events;
using Marten;

namespace SlimRegeling.Platform.Stromen;

/// <summary>
/// Calls that come together share a commit: who comes while others are being committed is taken along with the next ones. At rest a call waits
/// for nobody. When a bundle fails, its calls are committed one by one, so that one that meets another spoils nothing.
/// </summary>
internal sealed class Gezamenlijk(IDocumentStore store)
{
    private const int Banen = 2;
    private const int GrootsteBundel = 32;

    private readonly Lock _slot = new();
    private readonly Queue<Werk> _wachtend = new();
    private int _bezig;

    /// <summary>Ends when the unit is committed; what went wrong with it alone comes out here.</summary>
    public async Task Leg(Werkeenheid eenheid)
    {
        var werk = new Werk(eenheid);
        lock (_slot)
        {
            _wachtend.Enqueue(werk);
            if (_bezig < Banen)
            {
                _bezig++;
                _ = Task.Run(Rijd);
            }
        }
        await werk.Klaar.Task;
    }

    private async Task Rijd()
    {
        while (Neem() is { Count: > 0 } bundel)
        {
            // Two that begin the same stream must not become one stream of both.
            var begonnen = new HashSet<string>();
            var alleen = bundel;
            if (bundel.Where(w => w.Begint(begonnen)).ToList() is { Count: > 1 } samen && await Samen(samen))
            {
                alleen = [.. bundel.Except(samen)];
            }
            await Task.WhenAll(alleen.Select(Alleen));
        }
    }

    private List<Werk> Neem()
    {
        lock (_slot)
        {
            var bundel = new List<Werk>();
            while (bundel.Count < GrootsteBundel && _wachtend.TryDequeue(out var werk))
            {
                bundel.Add(werk);
            }
            _bezig -= bundel.Count == 0 ? 1 : 0;
            return bundel;
        }
    }

    private async Task<bool> Samen(List<Werk> bundel)
    {
        try
        {
            await using var samen = store.LightweightSession();
            foreach (var werk in bundel)
            {
                var wijzigingen = werk.Eenheid.Sessie.PendingChanges;
                foreach (var stroom in wijzigingen.Streams())
                {
                    samen.Events.StartStream(stroom.AggregateType!, stroom.Key!, stroom.Events);
                }
                foreach (var wijziging in wijzigingen.Operations())
                {
                    samen.QueueOperation(wijziging);
                }
            }
            Werkeenheid.VoegEigen(samen, [.. bundel.Select(w => w.Eenheid)]);
            await samen.SaveChangesAsync();
        }
        catch (Exception)
        {
            // Whose fault it was shows when each goes alone, also whether the commit had got through before its answer was lost.
            return false;
        }
        bundel.ForEach(w => w.Klaar.SetResult());
        return true;
    }

    private static async Task Alleen(Werk werk)
    {
        try
        {
            await werk.Eenheid.Commit(CancellationToken.None);
            werk.Klaar.SetResult();
        }
        catch (Exception e)
        {
            werk.Klaar.SetException(e);
        }
    }

    private sealed class Werk(Werkeenheid eenheid)
    {
        public Werkeenheid Eenheid => eenheid;

        /// <summary>Whether it only begins streams, none of which is among these; they are added.</summary>
        public bool Begint(HashSet<string> begonnen) =>
            eenheid.Sessie.PendingChanges.Streams().All(s => s.ActionType == StreamActionType.Start && begonnen.Add(s.Key!));

        public TaskCompletionSource Klaar { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
