using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform;

namespace SlimRegeling.Duurproef;

/// <summary>
/// One way to run: the host processes with their database and broker, on data in a folder. Database, broker and hosts can each be hit.
/// </summary>
internal sealed class Opstelling : IAsyncDisposable
{
    private static readonly string[][] EenProces =
    [
        [],
    ];

    // Talkers and hearers apart, so that nearly every message passes between processes.
    private static readonly string[][] DrieProcessen =
    [
        ["tijdvakken", "relaties", "leercultuurscans", "betalingen"],
        ["aanvragen", "vaststelling", "dossiers"],
        ["verlening", "zaken"],
    ];

    private readonly string _gegevensmap;
    private readonly IngebouwdePostgres? _postgres;

    private Opstelling(string gegevensmap, IngebouwdePostgres? postgres, RabbitServer? rabbit, Hostgroep hosts)
    {
        _gegevensmap = gegevensmap;
        _postgres = postgres;
        Rabbit = rabbit;
        Hosts = hosts;
    }

    public Hostgroep Hosts { get; }

    public RabbitServer? Rabbit { get; }

    /// <summary>Npgsql's connection string to the data of all contexts; it answers while hosts and database are up.</summary>
    public string Verbinding => _postgres?.Verbinding ?? VerbindingVanHost();

    public static async Task<Opstelling> Start(int wijze, string map, int zaad)
    {
        var gegevensmap = Path.Combine(map, "gegevens");
        Directory.CreateDirectory(gegevensmap);
        var postgres = wijze == 1 ? null : await IngebouwdePostgres.Start(gegevensmap, NullLogger.Instance, CancellationToken.None);
        var rabbit = wijze == 1 ? null : await RabbitServer.Start();
        var omgeving = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging__LogLevel__Default"] = "Warning",
            ["SlimRegeling__Voorbeeldzaken"] = "false",
            ["SlimRegeling__Gegevensmap"] = gegevensmap,
            ["SlimRegeling__Voorbeeldprovider__Sleutelmap"] = Path.Combine(map, "sleutels"),
            ["SlimRegeling__Aanmelding__DienstGeheim"] = $"geheim-{zaad}",
            ["SlimRegeling__Ontvangst__Speling"] = TimeSpan.Zero.ToString("c", CultureInfo.InvariantCulture),
            ["ConnectionStrings__SlimRegeling"] = postgres?.Verbinding,
            ["SlimRegeling__RabbitMq"] = rabbit?.Verbinding.ToString(),
        };
        var hosts = await Hostgroep.Start(wijze == 3 ? DrieProcessen : EenProces, map, omgeving);
        return new Opstelling(gegevensmap, postgres, rabbit, hosts);
    }

    /// <summary>SIGKILL to the database server; whoever started it starts it again. False when it was not running.</summary>
    public bool DoodPostgres()
    {
        var bestand = PidBestand();
        return bestand is not null && int.TryParse(bestand[0], CultureInfo.InvariantCulture, out var pid) && Signaal.Kill9(pid, "postgres");
    }

    public async ValueTask DisposeAsync()
    {
        await Hosts.DisposeAsync();
        if (Rabbit is not null)
        {
            await Rabbit.DisposeAsync();
        }
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
    }

    private string VerbindingVanHost() =>
        PidBestand() is { Length: >= 5 } bestand
            ? $"Host={bestand[4]};Username=slimregeling;Database=slimregeling"
            : throw new InvalidOperationException("The host's PostgreSQL is not running.");

    // PostgreSQL's own file: line 1 is the process id, line 5 the folder of the socket.
    private string[]? PidBestand()
    {
        try
        {
            var cluster = Directory.EnumerateDirectories(_gegevensmap, "postgres-*").FirstOrDefault();
            return cluster is null ? null : File.ReadAllLines(Path.Combine(cluster, "postmaster.pid"));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
