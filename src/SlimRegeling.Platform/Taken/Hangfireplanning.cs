using Hangfire;
using Hangfire.Logging;
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
    public const string Dashboard = "/beheer/hangfire";

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
        diensten.AddScoped<Verzegelen>();
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

        // Hangfire keeps the log of the host that started last for the whole process. After the end of that host a worker of another one would fail
        // on it between taking a job and doing it, and nobody would do that job for half an hour.
        public override void Dispose()
        {
            LogProvider.SetCurrentLogProvider(null);
            base.Dispose();
        }

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
                foreach (var taak in Taakregel.Van(context))
                {
                    PlanIn(taak, context.Naam, opties);
                }
            }
        }

        private void PlanIn(Taakregel taak, string context, RecurringJobOptions opties)
        {
            var (naam, cron, soort) = (taak.Naam, taak.Cron, taak.Soort.AssemblyQualifiedName!);
            if (taak.Soort == typeof(Opruimen))
            {
                planner.AddOrUpdate<Opruimen>(naam, context, o => o.Voer(context, CancellationToken.None), cron, opties);
            }
            else if (taak.Soort == typeof(Verzegelen))
            {
                planner.AddOrUpdate<Verzegelen>(naam, context, v => v.Voer(context, CancellationToken.None), cron, opties);
            }
            else
            {
                planner.AddOrUpdate<Taakuitvoering>(naam, context, t => t.Voer(soort, CancellationToken.None), cron, opties);
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
