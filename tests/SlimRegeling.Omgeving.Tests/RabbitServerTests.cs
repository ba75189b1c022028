using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Xunit;

namespace SlimRegeling.Omgeving.Tests;

public sealed class RabbitInContainer() : RabbitFixture(Wijze.Testcontainers);

public sealed class RabbitAlsProces() : RabbitFixture(Wijze.Proces);

public sealed class RabbitUitTestcontainersTests(RabbitInContainer fixture)
    : RabbitServerTests(fixture.Server, Wijze.Testcontainers),
        IClassFixture<RabbitInContainer>;

public sealed class RabbitAlsProcesTests(RabbitAlsProces fixture)
    : RabbitServerTests(fixture.Server, Wijze.Proces),
        IClassFixture<RabbitAlsProces>;

/// <summary>What a test may count on, whichever way the broker runs.</summary>
public abstract class RabbitServerTests(RabbitServer server, Wijze wijze)
{
    private static readonly CreateChannelOptions MetBevestiging = new(
        publisherConfirmationsEnabled: true,
        publisherConfirmationTrackingEnabled: true
    );

    [Fact]
    public void Runs_the_way_that_was_asked() => Assert.Equal(wijze, server.Wijze);

    [Fact]
    public void Is_only_reached_on_this_machine() => Luisteraar.AlleenLoopback(server.Verbinding.Port);

    [Fact]
    public async Task Gives_back_what_was_published()
    {
        await Publiceer("gewoon", "verleend");

        Assert.Equal("verleend", await Haal("gewoon"));
        Assert.Null(await Haal("gewoon"));
    }

    [Fact]
    public async Task Keeps_a_durable_message_while_it_is_stopped()
    {
        var adres = server.Verbinding;
        await Publiceer("duurzaam", "vastgesteld");

        await server.Stop(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<BrokerUnreachableException>(() => Haal("duurzaam"));
        await server.Hervat(TestContext.Current.CancellationToken);

        Assert.Equal(adres, server.Verbinding);
        Assert.Equal("vastgesteld", await Haal("duurzaam"));
    }

    private async Task Publiceer(string wachtrij, string tekst)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var verbinding = await new ConnectionFactory { Uri = server.Verbinding }.CreateConnectionAsync(ct);
        await using var kanaal = await verbinding.CreateChannelAsync(MetBevestiging, ct);
        await kanaal.QueueDeclareAsync(
            wachtrij,
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" },
            cancellationToken: ct
        );
        await kanaal.BasicPublishAsync(
            "",
            wachtrij,
            mandatory: true,
            new BasicProperties { Persistent = true },
            Encoding.UTF8.GetBytes(tekst),
            ct
        );
    }

    private async Task<string?> Haal(string wachtrij)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var verbinding = await new ConnectionFactory { Uri = server.Verbinding }.CreateConnectionAsync(ct);
        await using var kanaal = await verbinding.CreateChannelAsync(cancellationToken: ct);
        var bericht = await kanaal.BasicGetAsync(wachtrij, autoAck: true, ct);
        return bericht is null ? null : Encoding.UTF8.GetString(bericht.Body.Span);
    }
}
