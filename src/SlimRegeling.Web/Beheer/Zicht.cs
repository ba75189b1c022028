using Microsoft.Extensions.Logging;

namespace SlimRegeling.Web.Beheer;

/// <summary>A part that does not answer must not take the rest of a page with it: it is shown as not seen.</summary>
internal static class Zicht
{
    private static readonly TimeSpan Langst = TimeSpan.FromSeconds(3);

    /// <returns>Null when there is no answer, or a failure; a refusal (not signed in, not found) goes on to the page.</returns>
    public static async Task<T?> Op<T>(Task<T> vraag, ILogger log, CancellationToken ct)
        where T : class
    {
        try
        {
            return await vraag.WaitAsync(Langst, ct);
        }
        catch (Exception e)
            when (!ct.IsCancellationRequested && (e is TimeoutException or OperationCanceledException || Apifouten.Status(e) >= 500))
        {
            log.LogWarning("A part of a page cannot be seen: {Fout}", e.Message);
            return null;
        }
    }
}
