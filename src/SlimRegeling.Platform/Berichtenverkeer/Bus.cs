using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>MassTransit: in memory by default, RabbitMQ when <c>SlimRegeling:RabbitMq</c> names a broker. One queue per context.</summary>
internal static class Bus
{
    private const string Uitwisseling = "slim-berichten";
    private const int Gelijktijdig = 128;

    public static void VoegBusToe(this IServiceCollection diensten, Uri? rabbit)
    {
        diensten.AddSingleton<Bevestigingen>();
        diensten.Configure<MassTransitHostOptions>(o =>
        {
            o.WaitUntilStarted = true;
            o.StopTimeout = TimeSpan.FromSeconds(10);
        });
        diensten.AddMassTransit(mt =>
        {
            mt.DisableUsageTelemetry();
            if (rabbit is null)
            {
                mt.UsingInMemory(InGeheugen);
            }
            else
            {
                mt.UsingRabbitMq((bus, cfg) => OpRabbit(bus, cfg, rabbit));
            }
        });
        if (rabbit is not null)
        {
            diensten.AddHostedService(sp => new Wachtrijen(rabbit, sp.GetRequiredService<Contextregister>()));
        }
    }

    /// <summary>Publishes so that its end means: safe to forget.</summary>
    public static Func<Envelop, CancellationToken, Task> Publicatie(IServiceProvider sp, bool rabbit)
    {
        var bus = sp.GetRequiredService<IBus>();
        if (rabbit)
        {
            return (bericht, ct) =>
                bus.Publish(
                    bericht,
                    context =>
                    {
                        context.MessageId = bericht.Id;
                        if (context.TryGetPayload<RabbitMqSendContext>(out var naarRabbit))
                        {
                            naarRabbit.Mandatory = true;
                        }
                    },
                    ct
                );
        }
        var bevestigingen = sp.GetRequiredService<Bevestigingen>();
        var soorten = sp.GetRequiredService<Contextregister>().Berichtsoorten;
        return async (bericht, ct) =>
        {
            var allen = bevestigingen.Verwacht(bericht.Id, soorten.Hoorders(bericht.Soort).Count);
            try
            {
                await bus.Publish(bericht, context => context.MessageId = bericht.Id, ct);
                await allen.WaitAsync(ct);
            }
            finally
            {
                bevestigingen.Vergeet(bericht.Id);
            }
        };
    }

    private static void InGeheugen(IBusRegistrationContext bus, IInMemoryBusFactoryConfigurator cfg)
    {
        var bevestigingen = bus.GetRequiredService<Bevestigingen>();
        foreach (var rij in bus.GetServices<Verwerkingsrij>())
        {
            cfg.ReceiveEndpoint(
                Wachtrij(rij.Opslag.Context),
                e =>
                {
                    e.ConcurrentMessageLimit = Gelijktijdig;
                    var gehoord = bus.GetRequiredService<Contextregister>().Berichtsoorten.GehoordDoor(rij.Opslag.Context.Naam).ToHashSet();
                    e.Handler<Envelop>(async context =>
                    {
                        if (gehoord.Contains(context.Message.Soort))
                        {
                            await rij.Verwerk(context.Message, context.CancellationToken);
                            bevestigingen.Gehoord(context.Message.Id);
                        }
                    });
                }
            );
        }
    }

    private static void OpRabbit(IBusRegistrationContext bus, IRabbitMqBusFactoryConfigurator cfg, Uri rabbit)
    {
        cfg.Host(rabbit);
        Uitwisselen(cfg);
        var soorten = bus.GetRequiredService<Contextregister>().Berichtsoorten;
        foreach (var rij in bus.GetServices<Verwerkingsrij>())
        {
            cfg.ReceiveEndpoint(
                Wachtrij(rij.Opslag.Context),
                e =>
                {
                    Wachtrijen.Bind(e, soorten.GehoordDoor(rij.Opslag.Context.Naam));
                    e.PrefetchCount = Gelijktijdig;
                    e.ConcurrentMessageLimit = Gelijktijdig;
                    e.Handler<Envelop>(context => rij.Verwerk(context.Message, context.CancellationToken));
                }
            );
        }
    }

    internal static void Uitwisselen(IRabbitMqBusFactoryConfigurator cfg)
    {
        cfg.Message<Envelop>(m => m.SetEntityName(Uitwisseling));
        cfg.Publish<Envelop>(p => p.ExchangeType = "topic");
        cfg.Send<Envelop>(s => s.UseRoutingKeyFormatter(context => context.Message.Soort));
    }

    internal static string Wachtrij(Context context) => $"slim-{context.Naam}";

    /// <summary>
    /// Makes the queues of all contexts, also of those that run in another process or not yet: without it a message for them would be
    /// confirmed by the broker and routed past them.
    /// </summary>
    private sealed class Wachtrijen(Uri rabbit, Contextregister contexten) : Microsoft.Extensions.Hosting.IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            var bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(cfg =>
            {
                cfg.Host(rabbit);
                cfg.DeployTopologyOnly = true;
                Uitwisselen(cfg);
                foreach (var context in contexten.Alle)
                {
                    cfg.ReceiveEndpoint(
                        Wachtrij(context),
                        e =>
                        {
                            Bind(e, contexten.Berichtsoorten.GehoordDoor(context.Naam));
                            e.Handler<Envelop>(_ => Task.CompletedTask);
                        }
                    );
                }
            });
            await bus.StartAsync(cancellationToken);
            await bus.StopAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public static void Bind(IRabbitMqReceiveEndpointConfigurator e, IEnumerable<string> soorten)
        {
            e.ConfigureConsumeTopology = false;
            e.SetQuorumQueue();
            foreach (var soort in soorten)
            {
                e.Bind(
                    Uitwisseling,
                    b =>
                    {
                        b.ExchangeType = "topic";
                        b.RoutingKey = soort;
                    }
                );
            }
        }
    }
}
