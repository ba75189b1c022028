using System.Collections.Concurrent;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>
/// In memory the bus holds no durable copy: an outbox row may leave only when every hearer in this process has committed. This counts them.
/// </summary>
internal sealed class Bevestigingen
{
    private readonly ConcurrentDictionary<Guid, Wachtend> _wachtend = new();

    public Task Verwacht(Guid bericht, int hoorders)
    {
        var wachtend = new Wachtend(hoorders);
        _wachtend[bericht] = wachtend;
        return wachtend.Allen.Task;
    }

    public void Gehoord(Guid bericht)
    {
        if (_wachtend.TryGetValue(bericht, out var wachtend) && Interlocked.Decrement(ref wachtend.Nog) == 0)
        {
            wachtend.Allen.TrySetResult();
        }
    }

    public void Vergeet(Guid bericht) => _wachtend.TryRemove(bericht, out _);

    private sealed class Wachtend(int hoorders)
    {
        public int Nog = hoorders;

        public TaskCompletionSource Allen { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
