namespace SlimRegeling.Platform.Taken;

/// <summary>Work by the clock. Hangfire runs it; a second run changes nothing.</summary>
public interface ITaak
{
    Task Voer(CancellationToken ct);
}

internal sealed record Taakregel(string Naam, Type Soort, string Cron);
