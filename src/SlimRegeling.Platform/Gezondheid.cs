using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SlimRegeling.Platform;

/// <summary>The answer to who asks how the program is: the whole in one word, then each part that has something to tell.</summary>
internal static class Gezondheid
{
    public static Task Schrijf(HttpContext http, HealthReport verslag)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        var regels = verslag
            .Entries.Where(e => e.Value.Description is not null)
            // A bus that is well says so each time.
            .Where(e => e.Value.Status != HealthStatus.Healthy || !e.Value.Tags.Contains("masstransit"))
            .Select(e => $"{e.Key}: {e.Value.Status}: {e.Value.Description}");
        return http.Response.WriteAsync(string.Join('\n', regels.Prepend(verslag.Status.ToString())), http.RequestAborted);
    }
}
