using static SlimRegeling.Platform.Berichtenverkeer.Verwerkingsrij;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// Messages that failed and are tried again beside the lanes, each key in the order in which its messages came: what is wrong with one case keeps no other
/// waiting.
/// </summary>
internal sealed class Opzij
{
    private readonly Lock _slot = new();
    private readonly Dictionary<string, (Queue<Werk> Rij, Task Bezig)> _sleutels = [];
    private readonly TaskCompletionSource _kapot = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Wachtend
    {
        get
        {
            lock (_slot)
            {
                return _sleutels.Values.Sum(s => s.Rij.Count);
            }
        }
    }

    /// <summary>Fails when a message can be neither handled nor set apart.</summary>
    public Task Kapot => _kapot.Task;

    /// <summary>Puts a message behind those of its key; false when none of its key is here.</summary>
    public bool Achteraan(Werk werk)
    {
        lock (_slot)
        {
            if (!_sleutels.TryGetValue(werk.Bericht.Sleutel, out var sleutel))
            {
                return false;
            }
            sleutel.Rij.Enqueue(werk);
            return true;
        }
    }

    /// <param name="werk">Failed once; none of its key is here.</param>
    public void Zet(Werk werk, Verwerking verwerking, CancellationToken ct)
    {
        lock (_slot)
        {
            var rij = new Queue<Werk>([werk]);
            _sleutels.Add(werk.Bericht.Sleutel, (rij, Task.Run(() => Handel(rij, verwerking, ct), CancellationToken.None)));
        }
    }

    /// <summary>When the program stops: what was not handled is delivered again at the next start.</summary>
    public Task Einde()
    {
        lock (_slot)
        {
            return Task.WhenAll(_sleutels.Values.Select(s => s.Bezig));
        }
    }

    private async Task Handel(Queue<Werk> rij, Verwerking verwerking, CancellationToken ct)
    {
        try
        {
            var poging = 2;
            for (var werk = Volgende(rij, null); werk is not null; werk = Volgende(rij, werk))
            {
                await verwerking.Opnieuw(werk, poging, ct);
                poging = 1;
                werk.Klaar.TrySetResult();
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The program stops.
        }
        catch (Exception e)
        {
            _kapot.TrySetException(e);
        }
    }

    /// <summary>The next of this key, after this one; the key is gone when there is none.</summary>
    private Werk? Volgende(Queue<Werk> rij, Werk? na)
    {
        lock (_slot)
        {
            if (na is not null)
            {
                rij.Dequeue();
            }
            if (rij.TryPeek(out var volgende))
            {
                return volgende;
            }
            _sleutels.Remove(na!.Bericht.Sleutel);
            return null;
        }
    }
}
