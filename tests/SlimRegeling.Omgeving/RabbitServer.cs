using RabbitMQ.Client;

namespace SlimRegeling.Omgeving;

/// <summary>
/// A real RabbitMQ for one test assembly. It can be stopped and go on again on the same data at the same address.
/// Which way it runs: the caller, else SLIMREGELING_TEST_RABBITMQ (auto, testcontainers, proces), else <see cref="Wijze.Auto"/>.
/// </summary>
public abstract class RabbitServer : IAsyncDisposable
{
    public const string Variabele = "SLIMREGELING_TEST_RABBITMQ";
    protected const string Gebruiker = "slimregeling";
    protected const string Wachtwoord = "alleen-voor-tests";

    /// <summary>How it really runs, never <see cref="Wijze.Auto"/>.</summary>
    public abstract Wijze Wijze { get; }

    /// <summary>amqp://user:password@127.0.0.1:port; stays the same over <see cref="Stop"/> and <see cref="Hervat"/>.</summary>
    public Uri Verbinding => new($"amqp://{Gebruiker}:{Wachtwoord}@127.0.0.1:{AmqpPoort}");

    protected abstract int AmqpPoort { get; }

    /// <exception cref="DotNet.Testcontainers.Builders.DockerUnavailableException">A container was asked for and no engine answers.</exception>
    public static Task<RabbitServer> Start(Wijze wijze = Wijze.Auto, CancellationToken ct = default) =>
        Keuze.Start<RabbitServer>(
            Keuze.Van(wijze, Variabele, Wijze.Proces),
            "RabbitMQ",
            async () => await RabbitContainer.Start(ct),
            async () => await RabbitProces.Start(ct)
        );

    /// <summary>Stops the broker in an orderly way; its data stay.</summary>
    public abstract Task Stop(CancellationToken ct = default);

    /// <summary>Starts the stopped broker on its data; returns when it takes connections.</summary>
    public abstract Task Hervat(CancellationToken ct = default);

    public abstract ValueTask DisposeAsync();

    protected async Task<bool> NeemtVerbindingAan(CancellationToken ct)
    {
        await using var verbinding = await new ConnectionFactory { Uri = Verbinding }.CreateConnectionAsync(ct);
        return verbinding.IsOpen;
    }
}
