using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace SlimRegeling.Platform;

/// <summary>
/// One run of the server on a cluster, with the watchdog that stops it when the host is gone. The caller holds the lock of the data folder.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Server : IAsyncDisposable
{
    // The pipe on stdin is open as long as the host lives, however it ends. The server and the watchdog are in a session of their own, so
    // that Ctrl+C in a terminal reaches the host alone, which then stops the server in order.
    private const string Waakhond = """
        exec 3<&0 >/dev/null
        "$@" 3<&- </dev/null &
        server=$!
        (read -r _ <&3; kill -INT "$server") 2>/dev/null &
        wacht=$!
        wait "$server"
        code=$?
        kill "$wacht" 2>/dev/null
        exit "$code"
        """;

    private const string GeheugenNogInGebruik = "pre-existing shared memory block";
    private static readonly TimeSpan Stoptijd = TimeSpan.FromSeconds(60);

    private readonly Process waakhond;
    private readonly string socketmap;
    private readonly ConcurrentQueue<string> laatsteRegels = new();
    private readonly Task meelezen;

    private Server(Process waakhond, string socketmap, ILogger logger)
    {
        this.socketmap = socketmap;
        this.waakhond = waakhond;
        meelezen = Task.Run(() => Lees(waakhond.StandardError, logger));
    }

    /// <summary>Completes when the server has ended, with what it said last.</summary>
    public async Task<string> Einde(CancellationToken ct)
    {
        await waakhond.WaitForExitAsync(ct);
        await Uitlezen();
        return $"{string.Join(' ', laatsteRegels)} (exit code {waakhond.ExitCode})";
    }

    // Processes of a killed server outlive it for a moment and hold this pipe; what was said before is there at once.
    private async Task Uitlezen() => await Task.WhenAny(meelezen, Task.Delay(TimeSpan.FromMilliseconds(100)));

    /// <summary>A short folder of this cluster alone: the path of a socket may have some hundred bytes.</summary>
    public static string Socketmap(string cluster)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PidBestand.WerkelijkPad(cluster))))[..16];
        var boven = Environment.IsPrivilegedProcess && Directory.Exists("/run") ? "/run" : "/tmp";
        return Path.Combine(boven, $"slimregeling-{hash}");
    }

    /// <summary>The connection to a database of this cluster.</summary>
    public static NpgsqlConnectionStringBuilder Verbinding(string cluster, string database) =>
        new()
        {
            Host = Socketmap(cluster),
            Username = Cluster.Gebruiker,
            Database = database,
        };

    /// <summary>Connections to the database that is always there, for questions without types of its own.</summary>
    public static NpgsqlDataSource Beheer(string cluster)
    {
        var verbinding = Verbinding(cluster, "postgres");
        verbinding.Pooling = false;
        return new NpgsqlDataSourceBuilder(verbinding.ConnectionString).ConfigureTypeLoading(x => x.EnableTypeLoading(false)).Build();
    }

    /// <summary>Starts the server and waits until it answers; ends an orphan of an earlier host first.</summary>
    public static async Task<Server> Start(string cluster, Binaries binaries, Account account, ILogger logger, CancellationToken ct)
    {
        var sinds = Stopwatch.StartNew();
        while (true)
        {
            await RuimVorigeOp(cluster, account, logger, ct);
            await account.MaakMap(Socketmap(cluster), ct);
            var server = new Server(Process.Start(Opdracht(cluster, binaries, account))!, Socketmap(cluster), logger);
            try
            {
                if (await server.Antwoordt(cluster, ct))
                    return server;
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
            await server.DisposeAsync();
            var melding = string.Join(' ', server.laatsteRegels);
            if (!melding.Contains(GeheugenNogInGebruik, StringComparison.Ordinal) || sinds.Elapsed > Stoptijd)
                throw new Opstartfout(
                    $"De database in {cluster} start niet. PostgreSQL meldt: {melding} Los dit op, kies een andere map met "
                        + "SlimRegeling:Gegevensmap, of geef een PostgreSQL-verbinding op in ConnectionStrings:SlimRegeling."
                );
            // The processes of a killed server are still finishing.
            await Task.Delay(100, ct);
        }
    }

    /// <summary>Stops the server (connections are cut off, transactions rolled back) and waits for its end.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            waakhond.StandardInput.Close();
        }
        catch (IOException)
        {
            // The watchdog itself is gone already: its end of the pipe is closed.
        }
        await waakhond.WaitForExitAsync();
        await Uitlezen();
        waakhond.Dispose();
        Directory.Delete(socketmap, recursive: true);
    }

    private static ProcessStartInfo Opdracht(string cluster, Binaries binaries, Account account)
    {
        string[] instellingen =
        [
            "listen_addresses=",
            $"unix_socket_directories={Socketmap(cluster)}",
            "unix_socket_permissions=0700",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=200",
            "TimeZone=UTC",
            "log_timezone=UTC",
            "log_checkpoints=off",
            // An error of a statement is for who sent it; its text can hold what people filled in, and that stays out of the log.
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
        ];
        string[] server = [binaries.Postgres, "-D", cluster, .. instellingen.SelectMany(x => new[] { "-c", x })];
        string[] sh = ["/bin/sh", "-c", Waakhond, "waakhond", .. server];
        // macOS has no setsid.
        return File.Exists("/usr/bin/setsid") ? account.Opdracht("/usr/bin/setsid", sh) : account.Opdracht(sh[0], sh[1..]);
    }

    /// <summary>True as soon as the server accepts connections, false when it ends before; recovery may take as long as it takes.</summary>
    private async Task<bool> Antwoordt(string cluster, CancellationToken ct)
    {
        await using var beheer = Beheer(cluster);
        while (!waakhond.HasExited)
        {
            try
            {
                await using var poging = await beheer.OpenConnectionAsync(ct);
                return true;
            }
            catch (PostgresException fout) when (fout.SqlState == PostgresErrorCodes.CannotConnectNow) { }
            catch (NpgsqlException fout) when (fout.InnerException is SocketException or IOException) { }
            await Task.Delay(20, ct);
        }
        return false;
    }

    /// <summary>
    /// Sees to what an earlier run left: a file without its server, or a server whose host was killed and that is stopping, or should.
    /// A server that someone else started on these data is left alone, and refused.
    /// </summary>
    private static async Task RuimVorigeOp(string cluster, Account account, ILogger logger, CancellationToken ct)
    {
        var sinds = Stopwatch.StartNew();
        for (var gevraagd = false; PidBestand.Lees(cluster) is { } vorige && vorige.Leeft(); await Task.Delay(20, ct))
        {
            if (!vorige.IsServerVan(cluster))
            {
                logger.LogWarning("Stale postmaster.pid removed from {Cluster}: process {Pid} is another program", cluster, vorige.Pid);
                PidBestand.Verwijder(cluster);
                return;
            }
            if (vorige.Socketmap != Socketmap(cluster) || sinds.Elapsed > Stoptijd)
                throw new Opstartfout(
                    $"Op de gegevens in {cluster} draait al een PostgreSQL-server (proces {vorige.Pid}). Stop die eerst, kies een andere map "
                        + "met SlimRegeling:Gegevensmap, of geef de verbinding met die server op in ConnectionStrings:SlimRegeling."
                );
            if (!gevraagd && sinds.Elapsed > TimeSpan.FromSeconds(2))
            {
                logger.LogWarning("Stopping the orphaned PostgreSQL server {Pid} of {Cluster}", vorige.Pid, cluster);
                await account.VoerUit("/bin/sh", ["-c", "kill -INT \"$1\"", "sh", $"{vorige.Pid}"], ct);
                gevraagd = true;
            }
        }
    }

    private async Task Lees(StreamReader meldingen, ILogger logger)
    {
        while (await meldingen.ReadLineAsync() is { } regel)
        {
            logger.LogDebug("PostgreSQL: {Melding}", regel);
            laatsteRegels.Enqueue(regel);
            while (laatsteRegels.Count > 10)
                laatsteRegels.TryDequeue(out _);
        }
    }
}
