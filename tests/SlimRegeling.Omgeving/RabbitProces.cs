using System.Globalization;
using System.Net.Sockets;

namespace SlimRegeling.Omgeving;

/// <summary>Debian's RabbitMQ and its epmd as child processes, on own ports of 127.0.0.1, with all their files in one temporary folder.</summary>
internal sealed class RabbitProces : RabbitServer
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(60);

    private readonly string map = Directory.CreateTempSubdirectory("slimregeling-rabbitmq-").FullName;
    private readonly int poort = Poort.Vrij();
    private readonly int epmdPoort = Poort.Vrij();
    private readonly Dictionary<string, string?> omgeving;
    private Hostproces? epmd;
    private Hostproces? broker;

    private RabbitProces()
    {
        string Tekst(int getal) => getal.ToString(CultureInfo.InvariantCulture);
        File.WriteAllText(
            Path.Combine(map, "rabbitmq.conf"),
            $"default_user = {Gebruiker}\ndefault_pass = {Wachtwoord}\nlog.console = true\nlog.file = false\n"
        );
        File.WriteAllText(Path.Combine(map, "enabled_plugins"), "[].\n");
        omgeving = new Dictionary<string, string?>
        {
            ["HOME"] = map,
            ["RABBITMQ_NODENAME"] = $"test{poort}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = Tekst(poort),
            ["RABBITMQ_DIST_PORT"] = Tekst(Poort.Vrij()),
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(map, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(map, "log"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(map, "rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(map, "enabled_plugins"),
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            // Else each Erlang program starts an epmd that outlives it, whenever it finds none.
            ["ERL_AFLAGS"] = "-start_epmd false",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["ERL_EPMD_PORT"] = Tekst(epmdPoort),
        };
    }

    public override Wijze Wijze => Wijze.Proces;

    protected override int AmqpPoort => poort;

    public static async Task<RabbitProces> Start(CancellationToken ct)
    {
        if (!File.Exists(Server))
        {
            throw new InvalidOperationException(
                "RabbitMQ ontbreekt. Start de tests met tests/run, of installeer het pakket rabbitmq-server."
            );
        }
        var server = new RabbitProces();
        try
        {
            await server.GeefMapAanRabbitmq();
            server.epmd = server.StartProces("/usr/bin/epmd", "-address", "127.0.0.1", "-port", $"{server.epmdPoort}");
            await server.epmd.WachtTot("epmd op zijn poort", server.EpmdLuistert, Geduld, ct);
            await server.Hervat(ct);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        return server;
    }

    public override async Task Stop(CancellationToken ct = default)
    {
        if (broker is null)
        {
            return;
        }
        await broker.Stop(Geduld);
        await broker.DisposeAsync();
        broker = null;
    }

    public override async Task Hervat(CancellationToken ct = default)
    {
        if (broker is not null)
        {
            throw new InvalidOperationException("RabbitMQ loopt al; roep eerst Stop aan.");
        }
        broker = StartProces(Server);
        await broker.WachtTot("verbinding met RabbitMQ", NeemtVerbindingAan, Geduld, ct);
    }

    public override async ValueTask DisposeAsync()
    {
        if (broker is not null)
        {
            await broker.DisposeAsync();
        }
        if (epmd is not null)
        {
            await epmd.DisposeAsync();
        }
        Directory.Delete(map, recursive: true);
    }

    /// <summary>As root the broker runs under Debian's own account for it, else under the account of the tests.</summary>
    private Hostproces StartProces(string programma, params string[] argumenten) =>
        Environment.IsPrivilegedProcess
            ? Hostproces.Start(
                "setpriv",
                ["--reuid=rabbitmq", "--regid=rabbitmq", "--clear-groups", programma, .. argumenten],
                omgeving,
                map
            )
            : Hostproces.Start(programma, argumenten, omgeving, map);

    private async Task GeefMapAanRabbitmq()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }
        await using var chown = Hostproces.Start("chown", ["-R", "rabbitmq:rabbitmq", map]);
        if (await chown.Einde is not 0 and var code)
        {
            throw new InvalidOperationException($"{chown.Opdracht} gaf {code}: {chown.Uitvoer}");
        }
    }

    private async Task<bool> EpmdLuistert(CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", epmdPoort, ct);
        return client.Connected;
    }
}
