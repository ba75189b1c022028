using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Berichtenverkeer;

namespace SlimRegeling.Platform.Tests.Vloer;

/// <summary>What waits in the queues of a real broker is seen, and what cannot be seen is said so.</summary>
public sealed class WachtrijlengtenTests : IAsyncLifetime
{
    private readonly Proefhuis _huis = new();
    private RabbitServer _rabbit = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _rabbit = await RabbitServer.Start(ct: Ct);
        await _huis.InitializeAsync();
        // From here on this host talks to nobody but the broker, and what it says is heard elsewhere.
        await _huis.Herstart(_rabbit.Verbinding, "sparen");
    }

    public async ValueTask DisposeAsync()
    {
        await _huis.DisposeAsync();
        await _rabbit.DisposeAsync();
    }

    [Fact]
    public async Task What_nobody_takes_waits_in_the_queue_of_each_that_hears_it_and_is_gone_when_it_is_taken()
    {
        await using var ander = _huis.Bouw(null, _rabbit.Verbinding, "bank", "teller");
        var verkeer = ander.Services.GetRequiredService<Verkeer>();
        var rijen = ander.Services.GetServices<Verwerkingsrij>().ToList();
        for (var i = 0; i < 3; i++)
        {
            var zaak = Zaaknummer.Trek();
            Assert.Equal(200, (await _huis.Post("anna", $"/v1/spaarpotten/{zaak}", """{"bedrag":"5.00","toelichting":"x"}""")).Status);
        }

        await Tot(async () => (await Lengten(verkeer, rijen)).SequenceEqual([("bank", 3L), ("teller", 3L)]));
        var hier = (await _huis.Haal("ben", "/v1/beheer/berichten")).Inhoud;
        Assert.Equal("rabbitmq", hier.GetProperty("bus").GetString());
        Assert.Equal(["bank", "teller", "beller"], hier.GetProperty("elders").EnumerateArray().Select(e => e.GetString()));
        var sparen = Assert.Single(hier.GetProperty("contexten").EnumerateArray());
        Assert.Equal((0, 0), (sparen.GetProperty("wachtrij").GetInt64(), sparen.GetProperty("outbox").GetInt64()));
        Assert.Equal(1, sparen.GetProperty("afnemers").GetInt64());
        // The broker tells of those that run nowhere that nobody takes what waits for them.
        Assert.Equal(
            [("bank", 3L, 0L), ("teller", 3L, 0L)],
            hier.GetProperty("wachtrijen")
                .EnumerateArray()
                .Select(w =>
                    (w.GetProperty("context").GetString()!, w.GetProperty("wachtrij").GetInt64(), w.GetProperty("afnemers").GetInt64())
                )
                .Where(w => w.Item1 != "beller")
        );

        await ander.StartAsync(Ct);
        await Tot(async () => (await Lengten(verkeer, rijen)).SequenceEqual([("bank", 0L), ("teller", 0L)]));
        await using var tweede = _huis.Bouw(null, _rabbit.Verbinding, "bank");
        await tweede.StartAsync(Ct);
        await Tot(async () => (await verkeer.Zie(rijen, [], Ct)).Hier.Select(s => s.Afnemers).SequenceEqual([2L, 1L]));
        Assert.All((await verkeer.Zie(rijen, [], Ct)).Hier, s => Assert.NotNull(s.LaatstVerwerkt));
        await tweede.StopAsync(Ct);
        await ander.StopAsync(Ct);
    }

    [Fact]
    public async Task While_the_broker_is_away_nothing_is_seen_and_afterwards_it_is_again()
    {
        await _rabbit.Stop(Ct);
        var klok = Stopwatch.StartNew();
        var weg = await _huis.Haal("ben", "/v1/beheer/berichten");
        Assert.Equal(200, weg.Status);
        Assert.False(Assert.Single(weg.Inhoud.GetProperty("contexten").EnumerateArray()).TryGetProperty("wachtrij", out _));
        Assert.Empty(weg.Inhoud.GetProperty("wachtrijen").EnumerateArray());
        Assert.InRange(klok.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));

        await _rabbit.Hervat(Ct);
        await Tot(async () =>
            Assert
                .Single((await _huis.Haal("ben", "/v1/beheer/berichten")).Inhoud.GetProperty("contexten").EnumerateArray())
                .TryGetProperty("wachtrij", out _)
        );
    }

    [Fact]
    public async Task A_queue_that_is_not_there_hides_no_other()
    {
        await using var lengten = new Wachtrijlengten(_rabbit.Verbinding);

        var gezien = await lengten.Lees(["slim-bestaat-niet", "slim-bank"], Ct);

        Assert.Equal("slim-bank", Assert.Single(gezien).Key);
    }

    [Fact]
    public async Task Of_a_broker_that_says_nothing_nobody_waits_long()
    {
        using var stom = new TcpListener(IPAddress.Loopback, 0);
        stom.Start();
        await using var lengten = new Wachtrijlengten(new Uri($"amqp://gast:gast@127.0.0.1:{((IPEndPoint)stom.LocalEndpoint).Port}"));
        var klok = Stopwatch.StartNew();

        Assert.Empty(await lengten.Lees(["slim-bank", "slim-teller"], Ct));

        Assert.InRange(klok.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static async Task<IReadOnlyList<(string, long)>> Lengten(Verkeer verkeer, IReadOnlyList<Verwerkingsrij> rijen) =>
        [.. (await verkeer.Zie(rijen, [], Ct)).Hier.Select(s => (s.Context, s.Wachtrij ?? -1))];

    private static async Task Tot(Func<Task<bool>> waar)
    {
        for (var poging = 0; poging < 150; poging++)
        {
            if (await waar())
            {
                return;
            }
            await Task.Delay(100, Ct);
        }
        Assert.Fail("It never became so.");
    }
}
