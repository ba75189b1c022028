using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <param name="Berichten">That wait.</param>
/// <param name="Afnemers">Processes that take them: each has one consumer.</param>
internal sealed record Wachtrijlengte(long Berichten, long Afnemers);

/// <summary>How many messages wait in the queues of the broker, and for how many. It keeps one connection, made when someone first looks.</summary>
internal sealed class Wachtrijlengten(Uri rabbit) : IAsyncDisposable
{
    /// <summary>Who looks at the page of the day waits no longer for all queues together.</summary>
    private static readonly TimeSpan Langst = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _een = new(1);
    private IConnection? _broker;

    /// <returns>By the name of the queue; absent is what cannot be seen: it is not there, or the broker does not answer in time.</returns>
    public async Task<IReadOnlyDictionary<string, Wachtrijlengte>> Lees(IEnumerable<string> wachtrijen, CancellationToken ct)
    {
        var lengten = new Dictionary<string, Wachtrijlengte>();
        using var tijd = CancellationTokenSource.CreateLinkedTokenSource(ct);
        tijd.CancelAfter(Langst);
        try
        {
            foreach (var wachtrij in wachtrijen)
            {
                if (await Lees(wachtrij, tijd.Token) is { } lengte)
                {
                    lengten[wachtrij] = lengte;
                }
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested && IsOngezien(e))
        {
            // Not seen is shown as not seen; who looks need not fail for it.
        }
        return lengten;
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
        _een.Dispose();
    }

    private static bool IsOngezien(Exception e) =>
        e
            is BrokerUnreachableException
                or OperationInterruptedException
                or IOException
                or OperationCanceledException
                or TimeoutException
                or ObjectDisposedException;

    /// <summary>Asked on a channel of its own, which the broker closes when the queue is not there: then null.</summary>
    private async Task<Wachtrijlengte?> Lees(string wachtrij, CancellationToken ct)
    {
        await using var kanaal = await (await Broker(ct)).CreateChannelAsync(cancellationToken: ct);
        try
        {
            var stand = await kanaal.QueueDeclarePassiveAsync(wachtrij, ct);
            return new(stand.MessageCount, stand.ConsumerCount);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    private async Task<IConnection> Broker(CancellationToken ct)
    {
        await _een.WaitAsync(ct);
        try
        {
            if (_broker is not { IsOpen: true })
            {
                if (_broker is not null)
                {
                    await _broker.DisposeAsync();
                    _broker = null;
                }
                // Given up, it closes for five seconds more; nobody waits for that.
                _broker = await new ConnectionFactory
                {
                    Uri = rabbit,
                    AutomaticRecoveryEnabled = false,
                    RequestedConnectionTimeout = Langst,
                    HandshakeContinuationTimeout = Langst,
                    ContinuationTimeout = Langst,
                    RequestedHeartbeat = TimeSpan.FromSeconds(5),
                }
                    .CreateConnectionAsync(ct)
                    .WaitAsync(ct);
            }
            return _broker;
        }
        finally
        {
            _een.Release();
        }
    }
}
