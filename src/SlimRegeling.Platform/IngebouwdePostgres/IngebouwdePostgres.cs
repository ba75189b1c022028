using System.ComponentModel;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SlimRegeling.Platform;

/// <summary>
/// A PostgreSQL server of this program's own, on data in a folder. It lives as long as the program does: it stops on
/// <see cref="DisposeAsync"/> and just as well when the program is killed, and is started again when it dies before. What was committed is
/// there again at the next start. One program at a time has the data.
/// </summary>
public sealed class IngebouwdePostgres : IAsyncDisposable
{
    private const string Database = "slimregeling";
    private const string PostgresVanSysteem = "/usr/lib/postgresql";

    // What the system says, and .NET passes on, when another process holds the lock.
    private const int EagainLinux = 11;
    private const int EagainMac = 35;

    private readonly FileStream grendel;
    private readonly CancellationTokenSource stop = new();
    private readonly Task bewaking;

    [UnsupportedOSPlatform("windows")]
    private IngebouwdePostgres(
        FileStream grendel,
        string cluster,
        Server server,
        Func<CancellationToken, Task<Server>> start,
        ILogger logger
    )
    {
        this.grendel = grendel;
        Verbinding = Server.Verbinding(cluster, Database).ConnectionString;
        bewaking = Task.Run(() => Bewaak(server, start, logger));
    }

    /// <summary>Npgsql's connection string to the database, over a socket that only this account (and root) can reach.</summary>
    public string Verbinding { get; }

    /// <summary>
    /// The folder for data when none is configured: under the user's local application data, or for a root whose home the database's
    /// account cannot enter, under <c>/var/lib</c>.
    /// </summary>
    public static string StandaardGegevensmap =>
        !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess && Account.Afgeslotene(LokaleMap) is not null
            ? Account.MapVanRoot
            : LokaleMap;

    internal static string LokaleMap =>
        Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "SlimRegeling"
        );

    /// <summary>Starts the server on the data folder, or comes back to the data in it, and makes the database when absent.</summary>
    /// <exception cref="Opstartfout">What stands in the way, in a sentence for the person who starts the program.</exception>
    public static Task<IngebouwdePostgres> Start(string gegevensmap, ILogger logger, CancellationToken ct) =>
        OperatingSystem.IsWindows()
            ? throw new Opstartfout(
                "De ingebouwde database werkt op Linux en macOS. Gebruik op Windows een eigen PostgreSQL, bijvoorbeeld in een container, en "
                    + "geef de verbinding op in ConnectionStrings:SlimRegeling."
            )
            : Start(gegevensmap, AppContext.BaseDirectory, PostgresVanSysteem, logger, ct);

    /// <param name="vanaf">The folder to look in, and above, for the npm package.</param>
    /// <param name="vanSysteem">Where the system keeps PostgreSQL servers, by major version.</param>
    [UnsupportedOSPlatform("windows")]
    internal static async Task<IngebouwdePostgres> Start(
        string gegevensmap,
        string vanaf,
        string vanSysteem,
        ILogger logger,
        CancellationToken ct
    )
    {
        gegevensmap = Path.GetFullPath(gegevensmap);
        var grendel = Vergrendel(gegevensmap);
        try
        {
            var versie = Cluster.Versie(gegevensmap);
            var account = versie is null ? Account.Kies() : await Account.VanEigenaar(Cluster.Map(gegevensmap, versie.Value), ct);
            await account.LaatDoor(gegevensmap, ct);
            var binaries = await Binaries.Vind(vanaf, vanSysteem, versie, account, ct);
            var cluster = await Cluster.Zorg(gegevensmap, binaries, account, ct);
            Task<Server> StartServer(CancellationToken ct) => Server.Start(cluster, binaries, account, logger, ct);
            var server = await StartServer(ct);
            try
            {
                await ZorgVoorDatabase(cluster, ct);
                return new IngebouwdePostgres(grendel, cluster, server, StartServer, logger);
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
        catch (Exception fout)
        {
            await grendel.DisposeAsync();
            if (fout is not (IOException or UnauthorizedAccessException or Win32Exception or NpgsqlException))
                throw;
            throw new Opstartfout(
                $"De ingebouwde database in {gegevensmap} kan niet starten: {fout.Message} Los dit op, kies een andere map met "
                    + "SlimRegeling:Gegevensmap, of geef een PostgreSQL-verbinding op in ConnectionStrings:SlimRegeling.",
                fout
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await bewaking;
        // Pooled connections are to a server that is gone; the next one on this data has the same address.
        NpgsqlConnection.ClearAllPools();
        await grendel.DisposeAsync();
        stop.Dispose();
    }

    /// <summary>Claims the data folder for this program, until it ends in whatever way.</summary>
    private static FileStream Vergrendel(string gegevensmap)
    {
        try
        {
            Directory.CreateDirectory(gegevensmap);
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            throw NietBeschrijfbaar(gegevensmap, fout);
        }
        try
        {
            return new FileStream(Path.Combine(gegevensmap, "postgres.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fout) when (fout.HResult is EagainLinux or EagainMac)
        {
            throw new Opstartfout(
                $"De gegevens in {gegevensmap} zijn in gebruik door een ander draaiend SlimRegeling-programma. Stop dat eerst, of kies een "
                    + "andere map met SlimRegeling:Gegevensmap.",
                fout
            );
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            throw NietBeschrijfbaar(gegevensmap, fout);
        }
    }

    private static Opstartfout NietBeschrijfbaar(string gegevensmap, Exception fout) =>
        new(
            $"De map {gegevensmap} kan niet worden gebruikt voor de gegevens ({fout.Message}). Kies met SlimRegeling:Gegevensmap een map "
                + "waarin dit account mag schrijven.",
            fout
        );

    [UnsupportedOSPlatform("windows")]
    private static async Task ZorgVoorDatabase(string cluster, CancellationToken ct)
    {
        await using var beheer = Server.Beheer(cluster);
        await using var verbinding = await beheer.OpenConnectionAsync(ct);
        await using var opdracht = new NpgsqlCommand($"select 1 from pg_database where datname = '{Database}'", verbinding);
        if (await opdracht.ExecuteScalarAsync(ct) is not null)
            return;
        opdracht.CommandText = $"create database {Database}";
        await opdracht.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Starts the server again when it dies while the program lives, as often as it takes; stops it when the program stops.</summary>
    [UnsupportedOSPlatform("windows")]
    private async Task Bewaak(Server server, Func<CancellationToken, Task<Server>> start, ILogger logger)
    {
        try
        {
            while (true)
            {
                await using (server)
                    logger.LogError("The embedded PostgreSQL server ended unexpectedly: {Melding}", await server.Einde(stop.Token));
                server = await StartOpnieuw(start, logger);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The program stops, and the server with it.
        }
    }

    [UnsupportedOSPlatform("windows")]
    private async Task<Server> StartOpnieuw(Func<CancellationToken, Task<Server>> start, ILogger logger)
    {
        for (var wacht = TimeSpan.FromMilliseconds(100); ; wacht = TimeSpan.FromSeconds(Math.Min(5, wacht.TotalSeconds * 2)))
        {
            try
            {
                var server = await start(stop.Token);
                logger.LogInformation("The embedded PostgreSQL server is back");
                return server;
            }
            catch (Exception fout) when (fout is not OperationCanceledException)
            {
                logger.LogError(fout, "The embedded PostgreSQL server does not start; next attempt in {Wacht}", wacht);
            }
            await Task.Delay(wacht, stop.Token);
        }
    }
}
