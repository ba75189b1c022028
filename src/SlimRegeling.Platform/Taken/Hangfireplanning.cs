using Hangfire;
using Hangfire.PostgreSql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Taken;

/// <summary>Hangfire on the same database, for what must happen on time; each process runs the jobs of its own contexts.</summary>
internal static class Hangfireplanning
{
    public const string Dashboard = "/beheer/taken";

    // A lock of Hangfire is a row that outlives a killed process. Its planning holds one for milliseconds; the usual ten minutes would keep
    // all jobs, and the next start, waiting that long.
    private static readonly TimeSpan Slottijd = TimeSpan.FromSeconds(10);

    /// <param name="verbinding">A connection string: with a NodaTime-enabled data source jobs stay Enqueued without a word.</param>
    /// <param name="ongestart">Its tables are not looked at.</param>
    public static void VoegTakenToe(this IServiceCollection diensten, string verbinding, IReadOnlyList<Contextopslag> hier, bool ongestart)
    {
        diensten.AddHangfire(cfg =>
            cfg.UseRecommendedSerializerSettings()
                .UsePostgreSqlStorage(
                    o => o.UseNpgsqlConnection(verbinding),
                    new PostgreSqlStorageOptions
                    {
                        SchemaName = "hangfire",
                        DistributedLockTimeout = Slottijd,
                        PrepareSchemaIfNecessary = !ongestart,
                    }
                )
        );
        diensten.AddHangfireServer(o =>
        {
            o.Queues = [.. hier.Select(c => c.Context.Naam)];
            o.WorkerCount = 2;
        });
        diensten.AddScoped<Taakuitvoering>();
        diensten.AddScoped<Opruimen>();
        diensten.AddHostedService<Inplannen>();
    }

    public static void MapTaken(this IEndpointRouteBuilder app) =>
        app.MapHangfireDashboard(
                Dashboard,
                new DashboardOptions
                {
                    Authorization = [],
                    DisplayStorageConnectionString = false,
                    AppPath = "/",
                }
            )
            .Voor(Rol.Beheerder)
            .AlsPagina();

    private sealed class Inplannen(
        IRecurringJobManager planner,
        Contextregister contexten,
        IHostApplicationLifetime leven,
        ILogger<Inplannen> log
    ) : BackgroundService
    {
        private static readonly TimeSpan Pauze = TimeSpan.FromSeconds(2);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await leven.Gestart(stoppingToken);
            while (!Gelukt())
            {
                await Task.Delay(Pauze, stoppingToken);
            }
        }

        // What is due by the clock can be late; the program does not end for it when the database is away.
        private bool Gelukt()
        {
            try
            {
                PlanIn();
                return true;
            }
            catch (Exception e)
            {
                log.LogWarning(e, "The jobs are not planned yet; next attempt in {Pauze}", Pauze);
                return false;
            }
        }

        private void PlanIn()
        {
            var opties = new RecurringJobOptions { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam") };
            foreach (var context in contexten.Hier.Select(o => o.Context))
            {
                planner.AddOrUpdate<Opruimen>(
                    $"{context.Naam}-opruimen",
                    context.Naam,
                    o => o.Voer(context.Naam, CancellationToken.None),
                    "30 3 * * *",
                    opties
                );
                foreach (var taak in context.Taken)
                {
                    var (naam, soort) = (taak.Naam, taak.Soort.AssemblyQualifiedName!);
                    planner.AddOrUpdate<Taakuitvoering>(naam, context.Naam, t => t.Voer(soort, CancellationToken.None), taak.Cron, opties);
                }
            }
        }
    }
}

/// <summary>The way from Hangfire to a job of a context; what it wrote is committed when it has ended well.</summary>
public sealed class Taakuitvoering(IServiceProvider diensten, Werkeenheden eenheden)
{
    public async Task Voer(string soort, CancellationToken ct)
    {
        await ((ITaak)diensten.GetRequiredService(Type.GetType(soort, throwOnError: true)!)).Voer(ct);
        if (eenheden.Open is { } eenheid)
        {
            await eenheid.Commit(ct);
        }
    }
}
