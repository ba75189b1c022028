using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace SlimRegeling.Omgeving;

/// <summary>A real mail server in this process, that can be told what to answer.</summary>
public sealed class Mailserver : IMailboxFilter, IMessageStore, IAsyncDisposable
{
    private CancellationTokenSource _leven = new();
    private SmtpServer.SmtpServer? _server;
    private int _verbindingen;

    /// <param name="Aan">As the server was told it, and not as it stands in the e-mail.</param>
    public sealed record Gekregen(string Aan, MimeMessage Bericht);

    public int Poort { get; } = SlimRegeling.Omgeving.Poort.Vrij();

    public ConcurrentQueue<Gekregen> Post { get; } = new();

    /// <summary>What is answered to this receiver, instead of yes.</summary>
    public ConcurrentDictionary<string, SmtpResponse> BijOntvanger { get; } = new();

    /// <summary>What is answered when an e-mail for this receiver came in whole; null: the connection ends without an answer.</summary>
    public ConcurrentDictionary<string, SmtpResponse?> BijInhoud { get; } = new();

    /// <summary>Until this is set what came in is kept, and is not answered.</summary>
    public TaskCompletionSource? Zwijgt { get; set; }

    public int Verbindingen => _verbindingen;

    public void Start()
    {
        _leven = new();
        var opties = new SmtpServerOptionsBuilder()
            .ServerName("proef")
            .Endpoint(e => e.Endpoint(new IPEndPoint(IPAddress.Loopback, Poort)))
            .Build();
        var diensten = new ServiceProvider();
        diensten.Add((IMailboxFilter)this);
        diensten.Add((IMessageStore)this);
        _server = new SmtpServer.SmtpServer(opties, diensten);
        _server.SessionCreated += (_, _) => Interlocked.Increment(ref _verbindingen);
        _ = _server.StartAsync(_leven.Token);
    }

    public async Task Stop()
    {
        await _leven.CancelAsync();
        _server!.Shutdown();
        await _server.ShutdownTask;
        _leven.Dispose();
    }

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
        Task.FromResult(true);

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
        BijOntvanger.TryGetValue(Adres(to), out var antwoord) ? throw new SmtpResponseException(antwoord) : Task.FromResult(true);

    public async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        var aan = Adres(transaction.To.Single());
        if (BijInhoud.TryGetValue(aan, out var antwoord))
        {
            if (antwoord is null)
            {
                context.Pipe.Dispose();
            }
            return antwoord ?? SmtpResponse.Ok;
        }
        using var inhoud = new MemoryStream(buffer.ToArray());
        Post.Enqueue(new(aan, await MimeMessage.LoadAsync(inhoud, cancellationToken)));
        if (Zwijgt is { } zwijgt)
        {
            await zwijgt.Task.WaitAsync(cancellationToken);
        }
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync() => await Stop();

    private static string Adres(IMailbox bus) => $"{bus.User}@{bus.Host}";
}
