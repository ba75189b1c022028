using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Afstemming;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Beheer;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Inzagen;
using SlimRegeling.Platform.Metingen;
using SlimRegeling.Platform.Taken;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Platform;

/// <summary>What the floor needs to know: which contexts there are, which run here, and where their data and messages go.</summary>
public sealed record Vloerinstellingen
{
    public required IReadOnlyList<Context> Alle { get; init; }

    /// <summary>Names of the contexts that run in this process.</summary>
    public required IReadOnlySet<string> Hier { get; init; }

    /// <summary>Connection string by context.</summary>
    public required Func<string, string> Verbinding { get; init; }

    /// <summary>Connection string of the jobs; null: no jobs, for a program that only tells what it would be.</summary>
    public required string? Takenverbinding { get; init; }

    /// <summary>The program is never started and only tells what it would be: nothing connects.</summary>
    public bool Ongestart { get; init; }

    /// <summary>Null: in memory.</summary>
    public Uri? RabbitMq { get; init; }
}

public static class Vloer
{
    /// <summary>
    /// Prepared statements nearly double the throughput of Marten's batches. A connection that goes back to the pool is not reset: that costs
    /// as much as an append, and nothing here leaves state on a session (locks are of a transaction; the one that is not is released).
    /// </summary>
    internal const string Verbindingsopties =
        $";Max Auto Prepare=100;Auto Prepare Min Usages=2;No Reset On Close=true;Application Name={Programmanaam}";

    /// <summary>By which the database knows that the program runs.</summary>
    internal const string Programmanaam = "SlimRegeling";

    /// <summary>Connections on which nothing can be changed.</summary>
    public static NpgsqlDataSource Leesbron(string verbinding) => Bron(verbinding + ";Options=-c default_transaction_read_only=on");

    /// <summary>Connections of a rebuild: a statement takes as long as it takes, and none is worth preparing.</summary>
    public static NpgsqlDataSource Herbouwbron(string verbinding) =>
        Bron(verbinding, $";Command Timeout=0;Max Auto Prepare=0;Application Name={Programmanaam} herbouw {Environment.ProcessId}");

    /// <summary>Connections of a reconciliation, which only looks: a statement takes as long as it takes.</summary>
    internal static NpgsqlDataSource Afstembron(string verbinding) => Bron(verbinding, ";Command Timeout=0;Max Auto Prepare=0");

    public static void AddVloer(this WebApplicationBuilder builder, Vloerinstellingen instellingen)
    {
        if (instellingen.RabbitMq is null && instellingen.Hier.Count < instellingen.Alle.Count)
        {
            throw new Opstartfout(
                "Hier draaien niet alle contexten, en er is geen RabbitMQ ingesteld: berichten voor de andere zouden nergens aankomen. Geef SlimRegeling:RabbitMq een adres (amqp://…), of laat SlimRegeling:Contexten weg."
            );
        }
        Berichtsoorten.Controleer(instellingen.Alle);
        var diensten = builder.Services;
        diensten.TryAddSingleton<IClock>(SystemClock.Instance);
        diensten.AddSingleton<Moment>();
        diensten.AddSingleton<Meetbord>();
        diensten.AddSingleton(Inzageinstellingen.Uit(builder.Configuration));
        diensten.AddSingleton(new Verkeer(instellingen.RabbitMq));

        var bronnen = new Dictionary<string, NpgsqlDataSource>();
        Contextopslag[] hier =
        [
            .. instellingen.Alle.Where(c => instellingen.Hier.Contains(c.Naam)).Select(c => new Contextopslag(c, Gedeeld(c.Naam))),
        ];
        diensten.AddSingleton(_ => new Contextregister(instellingen.Alle, hier));
        foreach (var opslag in hier)
        {
            foreach (var toevoegen in opslag.Context.Diensten)
            {
                toevoegen(diensten);
            }
            diensten.AddSingleton(sp => new Verwerkingsrij(
                opslag,
                sp.GetRequiredService<IServiceScopeFactory>(),
                sp.GetRequiredService<IHostApplicationLifetime>(),
                sp.GetRequiredService<Meetbord>(),
                sp.GetRequiredService<ILogger<Verwerkingsrij>>()
            ));
            diensten.AddSingleton(sp => new Heraanbieding(
                opslag,
                sp.GetServices<Verwerkingsrij>().Single(r => r.Opslag == opslag),
                sp.GetRequiredService<IHostApplicationLifetime>(),
                sp.GetRequiredService<ILogger<Heraanbieding>>()
            ));
        }
        // Order matters: schemas first, then who handles, then the bus, then who publishes.
        diensten.AddHostedService<Schemas>();
        Draai<Verwerkingsrij>(diensten, hier.Length);
        diensten.VoegBusToe(instellingen.RabbitMq);
        foreach (var opslag in hier)
        {
            diensten.AddSingleton(sp => new Relay(
                opslag,
                Bus.Publicatie(sp, instellingen.RabbitMq is not null),
                sp.GetRequiredService<IHostApplicationLifetime>(),
                sp.GetRequiredService<ILogger<Relay>>()
            ));
        }
        Draai<Relay>(diensten, hier.Length);
        Draai<Heraanbieding>(diensten, hier.Length);
        foreach (var ronde in hier.SelectMany(o => o.Context.Rondes))
        {
            diensten.AddSingleton<IHostedService>(sp => new Rondes(
                ronde,
                sp.GetRequiredService<IServiceScopeFactory>(),
                sp.GetRequiredService<Contextvraag>(),
                sp.GetRequiredService<IHostApplicationLifetime>(),
                sp.GetRequiredService<ILogger<Rondes>>()
            ));
        }
        if (instellingen.Takenverbinding is { } taken)
        {
            diensten.VoegTakenToe(taken, hier, instellingen.Ongestart);
        }
        diensten.VoegContextklantenToe(instellingen.Alle.Select(c => c.Naam));
        diensten.VoegApiToe();
        diensten.VoegOpenapiToe(hier.Select(o => o.Context));
        diensten.AddSingleton<Stilte>();
        diensten.AddSingleton<Takenlijst>();
        diensten.AddSingleton(new Afstemmer(instellingen.Alle, instellingen.Verbinding));
        diensten.AddHealthChecks().AddNpgSql(sp => sp.GetRequiredService<Contextregister>().Hier[0].Bron, tags: ["ready"]);

        NpgsqlDataSource Gedeeld(string context)
        {
            var verbinding = instellingen.Verbinding(context);
            if (!bronnen.TryGetValue(verbinding, out var bron))
            {
                bronnen[verbinding] = bron = Bron(verbinding);
                diensten.AddSingleton(bron);
            }
            return bron;
        }
    }

    internal static NpgsqlDataSource Bron(string verbinding, string opties = "")
    {
        var bouwer = new NpgsqlDataSourceBuilder(verbinding + Verbindingsopties + opties);
        bouwer.UseNodaTime();
        return bouwer.Build();
    }

    public static void UseVloer(this WebApplication app)
    {
        app.GebruikKopregels();
        app.UseMiddleware<Binnenkomst>();
        var meetbord = app.Services.GetRequiredService<Meetbord>();
        app.Use(meetbord.Meet);
        app.GebruikApi();
        app.UseAuthentication();
        app.UseMiddleware<Rolpoort>();
        app.UseMiddleware<Machtigingspoort>();
        app.UseAuthorization();
        app.UseMiddleware<Limietbewaking>();
        app.UseMiddleware<Lichaamlezer>();
        app.GebruikOpenapi();
        app.MapContexten(app.Services.GetRequiredService<Contextregister>());
        app.MapBeheer();
        if (app.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(JobStorage)))
        {
            app.MapTaken();
        }
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).Openbaar();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready"), ResponseWriter = Gezondheid.Schrijf }
            )
            .Openbaar();
    }

    private static void Draai<T>(IServiceCollection diensten, int aantal)
        where T : BackgroundService
    {
        for (var i = 0; i < aantal; i++)
        {
            var index = i;
            diensten.AddSingleton<IHostedService>(sp => sp.GetServices<T>().ElementAt(index));
        }
    }

    private sealed class Schemas(Contextregister contexten) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            Task.WhenAll(contexten.Hier.Select(o => Task.Run(() => o.WerkSchemaBij(cancellationToken), cancellationToken)));

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
