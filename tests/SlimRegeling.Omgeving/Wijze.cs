namespace SlimRegeling.Omgeving;

/// <summary>How a test's PostgreSQL or RabbitMQ runs. <see cref="Auto"/>: a container where an engine answers, else on the machine itself.</summary>
public enum Wijze
{
    Auto,
    Testcontainers,

    /// <summary>The embedded PostgreSQL of the host; only for <see cref="PostgresServer"/>.</summary>
    Ingebouwd,

    /// <summary>Debian's RabbitMQ as a plain process; only for <see cref="RabbitServer"/>.</summary>
    Proces,
}

internal static class Keuze
{
    /// <summary>The variable decides only where the caller left it open, so that a test of one way stays a test of that way.</summary>
    /// <exception cref="ArgumentException">The variable holds no way that this server knows.</exception>
    public static Wijze Van(Wijze gevraagd, string variabele, Wijze zonderContainer)
    {
        var wijze = gevraagd;
        if (gevraagd == Wijze.Auto && Environment.GetEnvironmentVariable(variabele) is { Length: > 0 } tekst)
        {
            wijze = Enum.TryParse<Wijze>(tekst, ignoreCase: true, out var gelezen)
                ? gelezen
                : throw new ArgumentException($"{variabele}={tekst} is onbekend. Kies auto, testcontainers of {zonderContainer}.");
        }
        return wijze is Wijze.Auto or Wijze.Testcontainers || wijze == zonderContainer
            ? wijze
            : throw new ArgumentException($"{wijze} bestaat hier niet. Kies Auto, Testcontainers of {zonderContainer}.");
    }

    /// <summary>Only an engine that does not answer leads away from the container: any other failure is a failure of the test.</summary>
    public static async Task<T> Start<T>(Wijze wijze, string wat, Func<Task<T>> container, Func<Task<T>> zonder)
    {
        if (wijze is Wijze.Auto or Wijze.Testcontainers)
        {
            try
            {
                return await container();
            }
            catch (DotNet.Testcontainers.Builders.DockerUnavailableException) when (wijze == Wijze.Auto)
            {
                await Console.Error.WriteLineAsync($"{wat}: er antwoordt geen containerengine, dus zonder container.");
            }
        }
        return await zonder();
    }
}
