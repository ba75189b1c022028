using Microsoft.Extensions.Hosting;

namespace SlimRegeling.Platform;

public static class Hostleven
{
    /// <summary>Ends when the whole application has started, this host listening among it.</summary>
    public static async Task Gestart(this IHostApplicationLifetime leven, CancellationToken ct)
    {
        var gestart = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = leven.ApplicationStarted.Register(() => gestart.TrySetResult());
        await gestart.Task.WaitAsync(ct);
    }
}
