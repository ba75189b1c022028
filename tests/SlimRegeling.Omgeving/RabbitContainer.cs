using System.Globalization;
using Testcontainers.RabbitMq;

namespace SlimRegeling.Omgeving;

internal sealed class RabbitContainer : RabbitServer
{
    private readonly int poort = Poort.Vrij();
    private readonly RabbitMqContainer container;

    private RabbitContainer()
    {
        var beeld = Beeld.Van("SLIMREGELING_TEST_BEELD_RABBITMQ", "rabbitmq:3");
        container = new RabbitMqBuilder(beeld.Naam)
            .WithImagePullPolicy(beeld.Ophalen)
            .WithUsername(Gebruiker)
            .WithPassword(Wachtwoord)
            .WithLabel(Beeld.Label, Beeld.Run)
            // The host name is part of the node's name, and so of where its data are.
            .WithHostname("rabbitmq")
            // A fixed port: an engine gives a stopped container another one when it starts again.
            .WithCreateParameterModifier(parameters =>
            {
                Beeld.AlleenLoopback(parameters);
                // Podman kills at once without it, and a queue declared just before would be lost.
                parameters.StopTimeout = TimeSpan.FromSeconds(30);
                foreach (var binding in parameters.HostConfig!.PortBindings!["5672/tcp"])
                {
                    binding.HostPort = poort.ToString(CultureInfo.InvariantCulture);
                }
            })
            .Build();
    }

    public override Wijze Wijze => Wijze.Testcontainers;

    protected override int AmqpPoort => poort;

    public static async Task<RabbitContainer> Start(CancellationToken ct)
    {
        var server = new RabbitContainer();
        try
        {
            await server.container.StartAsync(ct);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        return server;
    }

    public override Task Stop(CancellationToken ct = default) => container.StopAsync(ct);

    public override Task Hervat(CancellationToken ct = default) => container.StartAsync(ct);

    public override ValueTask DisposeAsync() => container.DisposeAsync();
}
