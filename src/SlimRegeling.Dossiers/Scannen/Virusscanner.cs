using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Configuration;
using Npgsql;
using SlimRegeling.Platform;

namespace SlimRegeling.Dossiers.Scannen;

/// <summary>What a scanner said of a file. Only exactly the answer that it found nothing is clean.</summary>
public abstract record Scanuitslag
{
    private const int LangsteBevinding = 100;

    public sealed record Schoon : Scanuitslag;

    /// <param name="Bevinding">What the scanner calls it.</param>
    public sealed record Besmet(string Bevinding) : Scanuitslag;

    /// <summary>It could not tell, of this file.</summary>
    public sealed record Onduidelijk(string Antwoord) : Scanuitslag;

    public static Scanuitslag Van(string antwoord)
    {
        if (antwoord == "stream: OK")
        {
            return new Schoon();
        }
        var leesbaar = new string([.. antwoord.Select(c => char.IsAscii(c) && !char.IsControl(c) ? c : '?').Take(LangsteBevinding + 20)]);
        return leesbaar.StartsWith("stream: ", StringComparison.Ordinal) && leesbaar.EndsWith(" FOUND", StringComparison.Ordinal)
            ? new Besmet(leesbaar["stream: ".Length..^" FOUND".Length].Trim())
            : new Onduidelijk(leesbaar.Length == 0 ? "(geen antwoord)" : leesbaar);
    }
}

/// <summary>The scanner did not answer now; later it may.</summary>
/// <param name="bijDocument">It could be reached: that it did not answer can be for what it was given.</param>
public sealed class Scanneruitval(string message, Exception? oorzaak = null, bool bijDocument = false) : Exception(message, oorzaak)
{
    public bool BijDocument => bijDocument;
}

/// <summary>The bytes of a document could not be read now; that says nothing of the scanner.</summary>
public sealed class Documentuitval(Exception oorzaak) : Exception($"De bytes zijn niet te lezen: {oorzaak.Message}", oorzaak);

/// <summary>ClamAV by its own protocol, over TCP or a Unix socket: <c>SlimRegeling:Virusscanner</c>.</summary>
public sealed class Virusscanner
{
    public const string Instelling = "SlimRegeling:Virusscanner";

    private const int LangsteAntwoord = 4096;
    private static readonly TimeSpan Verbindtijd = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Scantijd = TimeSpan.FromMinutes(2);

    private readonly Func<Socket>? _maak;
    private readonly System.Net.EndPoint? _adres;

    /// <exception cref="Opstartfout">What is configured is no address.</exception>
    public Virusscanner(IConfiguration configuratie)
    {
        var tekst = configuratie[Instelling];
        if (string.IsNullOrWhiteSpace(tekst))
        {
            return;
        }
        Naam = tekst;
        if (tekst.StartsWith("unix:/", StringComparison.Ordinal))
        {
            _adres = new UnixDomainSocketEndPoint(tekst["unix:".Length..]);
            _maak = () => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        }
        else if (Uri.TryCreate(tekst, UriKind.Absolute, out var uri) && uri is { Scheme: "tcp", Host.Length: > 0, Port: > 0 })
        {
            _adres = new System.Net.DnsEndPoint(uri.Host, uri.Port);
            _maak = () => new Socket(SocketType.Stream, ProtocolType.Tcp);
        }
        else
        {
            throw new Opstartfout($"'{tekst}' is geen adres van een virusscanner. Geef bij {Instelling} tcp://host:poort of unix:/pad.");
        }
    }

    public string? Naam { get; }

    public bool Ingesteld => _maak is not null;

    /// <exception cref="Scanneruitval">It does not answer.</exception>
    public async Task Ping(CancellationToken ct)
    {
        var antwoord = await Vraag("zPING\0", null, Verbindtijd, ct);
        if (antwoord != "PONG")
        {
            throw new Scanneruitval($"De virusscanner antwoordt '{antwoord}' en geen PONG.");
        }
    }

    /// <exception cref="Scanneruitval">It does not answer.</exception>
    /// <exception cref="Documentuitval">The bytes cannot be read.</exception>
    /// <exception cref="InvalidDataException">They are not the bytes of the document.</exception>
    public async Task<Scanuitslag> Scan(IAsyncEnumerable<ReadOnlyMemory<byte>> delen, CancellationToken ct) =>
        Scanuitslag.Van(await Vraag("zINSTREAM\0", delen, Scantijd, ct));

    private async Task<string> Vraag(string opdracht, IAsyncEnumerable<ReadOnlyMemory<byte>>? delen, TimeSpan langst, CancellationToken ct)
    {
        using var grens = CancellationTokenSource.CreateLinkedTokenSource(ct);
        grens.CancelAfter(Verbindtijd);
        var verbonden = false;
        try
        {
            using var lijn = _maak!();
            await lijn.ConnectAsync(_adres!, grens.Token);
            verbonden = true;
            grens.CancelAfter(langst);
            await using var stroom = new NetworkStream(lijn);
            await stroom.WriteAsync(Encoding.ASCII.GetBytes(opdracht), grens.Token);
            if (delen is not null)
            {
                await Stuur(stroom, delen, grens.Token);
            }
            return await Lees(stroom, grens.Token);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new Scanneruitval($"De virusscanner {Naam} antwoordt niet: {e.Message}", e, verbonden && delen is not null);
        }
    }

    private static async Task Stuur(NetworkStream stroom, IAsyncEnumerable<ReadOnlyMemory<byte>> delen, CancellationToken ct)
    {
        var lengte = new byte[4];
        var weg = false;
        // To the end also when the scanner does not listen any more: only then is known that these were the bytes of the document.
        await using var lezer = delen.GetAsyncEnumerator(ct);
        while (await Volgende(lezer))
        {
            var deel = lezer.Current;
            if (deel.Length == 0 || weg)
            {
                continue;
            }
            BinaryPrimitives.WriteInt32BigEndian(lengte, deel.Length);
            weg = !await Probeer(stroom, lengte, ct) || !await Probeer(stroom, deel, ct);
        }
        Array.Clear(lengte);
        await Probeer(stroom, lengte, ct);
    }

    // Told apart from the line to the scanner, which breaks with the same exceptions.
    private static async ValueTask<bool> Volgende(IAsyncEnumerator<ReadOnlyMemory<byte>> delen)
    {
        try
        {
            return await delen.MoveNextAsync();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NpgsqlException)
        {
            throw new Documentuitval(e);
        }
    }

    // A scanner that has enough of it says so and hangs up: its answer still stands to be read.
    private static async Task<bool> Probeer(NetworkStream stroom, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await stroom.WriteAsync(bytes, ct);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<string> Lees(NetworkStream stroom, CancellationToken ct)
    {
        var buffer = new byte[LangsteAntwoord];
        var lengte = 0;
        while (lengte < buffer.Length)
        {
            var gelezen = await stroom.ReadAsync(buffer.AsMemory(lengte), ct);
            lengte += gelezen;
            if (gelezen == 0)
            {
                throw new IOException("het antwoord werd afgebroken");
            }
            var einde = buffer.AsSpan(0, lengte).IndexOf((byte)0);
            if (einde >= 0)
            {
                return Encoding.Latin1.GetString(buffer, 0, einde);
            }
        }
        throw new IOException("het antwoord heeft geen einde");
    }
}
