using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace SlimRegeling.Omgeving;

/// <summary>
/// Debian's clamd as a child process on a port of 127.0.0.1 and a socket, with one signature of its own: <see cref="Virus"/>. It can be stopped
/// and taken up again on the same address.
/// </summary>
public sealed class ClamavServer : IAsyncLifetime
{
    /// <summary>What this scanner takes for a virus, wherever it stands in a file.</summary>
    public const string Virus = "SLIMREGELING-PROEFVIRUS";

    private const string Programma = "/usr/sbin/clamd";
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(60);

    private readonly string map = Directory.CreateTempSubdirectory("slimregeling-clamav-").FullName;
    private readonly int poort = Poort.Vrij();
    private Hostproces? proces;

    public string Tcp => string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{poort}");

    public string Unix => $"unix:{Path.Combine(map, "s")}";

    /// <summary>An address on which nobody listens until <see cref="Hervat"/>.</summary>
    public ClamavServer()
    {
        var signaturen = Directory.CreateDirectory(Path.Combine(map, "signaturen")).FullName;
        File.WriteAllText(
            Path.Combine(signaturen, "proef.ndb"),
            $"Slimregeling.Proefvirus:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Virus))}\n"
        );
        File.WriteAllText(
            Path.Combine(map, "clamd.conf"),
            $"""
            DatabaseDirectory {signaturen}
            TCPSocket {poort.ToString(CultureInfo.InvariantCulture)}
            TCPAddr 127.0.0.1
            LocalSocket {Path.Combine(map, "s")}
            TemporaryDirectory {map}
            StreamMaxLength 21M
            Foreground yes

            """
        );
    }

    public async ValueTask InitializeAsync() => await Hervat();

    public async Task Hervat(CancellationToken ct = default)
    {
        if (!File.Exists(Programma))
        {
            throw new InvalidOperationException("ClamAV ontbreekt. Start de tests met tests/run, of installeer het pakket clamav-daemon.");
        }
        proces = Hostproces.Start(Programma, ["--config-file", Path.Combine(map, "clamd.conf")]);
        await proces.WachtTot("PONG van clamd", Antwoordt, Geduld, ct);
    }

    public async Task Stop()
    {
        if (proces is not null)
        {
            await proces.Stop(Geduld);
            await proces.DisposeAsync();
            proces = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(map, recursive: true);
    }

    private async Task<bool> Antwoordt(CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", poort, ct);
        await client.GetStream().WriteAsync("zPING\0"u8.ToArray(), ct);
        var antwoord = new byte[5];
        await client.GetStream().ReadExactlyAsync(antwoord, ct);
        return antwoord.AsSpan().SequenceEqual("PONG\0"u8);
    }
}
