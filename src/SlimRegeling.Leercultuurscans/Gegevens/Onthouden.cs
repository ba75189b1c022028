namespace SlimRegeling.Leercultuurscans.Gegevens;

/// <summary>
/// The last outcome of a computation, for as long as what it was made of is the same; who asks meanwhile waits for the one that is made. So that what
/// everyone can ask costs as much as one does.
/// </summary>
internal sealed class Onthouden<T>
{
    private readonly Lock _slot = new();
    private (object Waarvan, Task<T> Uitkomst)? _laatste;

    /// <param name="waarvan">What it is made of, to compare by value.</param>
    public Task<T> Geef(object waarvan, Func<Task<T>> maak, CancellationToken ct)
    {
        lock (_slot)
        {
            if (_laatste is not { } laatste || !laatste.Waarvan.Equals(waarvan) || laatste.Uitkomst.IsFaulted)
            {
                // Not stopped by who asked first: others wait for it too.
                _laatste = laatste = (waarvan, Task.Run(maak, CancellationToken.None));
            }
            return laatste.Uitkomst.WaitAsync(ct);
        }
    }
}
