using NodaTime;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>How the messages of one context stand.</summary>
/// <param name="Outbox">Messages that it said and that are not delivered yet.</param>
/// <param name="OudsteInOutbox">When the first of those was said.</param>
/// <param name="Uitgesteld">Of those, how many could not be delivered at an earlier attempt.</param>
/// <param name="Wachtrij">Messages for it that the broker holds; absent in memory, and when the broker does not answer.</param>
/// <param name="InVerwerking">Messages for it that were delivered to this process and wait for their turn.</param>
/// <param name="VerwerktPerMinuut">Messages that had their effect in the last minute, by the clock of the database.</param>
/// <param name="Apart">Messages that it could not handle, until they have their effect.</param>
public sealed record Verkeersstand(
    string Context,
    long Outbox,
    Instant? OudsteInOutbox,
    long Uitgesteld,
    long? Wachtrij,
    int InVerwerking,
    long VerwerktPerMinuut,
    long Apart
);

/// <summary>Looks how the messages stand. With a broker it keeps a connection of its own, made when someone first looks.</summary>
internal sealed class Verkeer(Uri? rabbit) : IAsyncDisposable
{
    private readonly SemaphoreSlim _een = new(1);
    private IConnection? _broker;

    public string Bus => rabbit is null ? "geheugen" : "rabbitmq";

    public async Task<Verkeersstand> Stand(Verwerkingsrij rij, CancellationToken ct)
    {
        var schema = rij.Opslag.Context.Naam;
        var wachtrij = await Wachtrij(rij.Opslag.Context, ct);
        var apart = await Apartgezet.Tel(rij.Opslag, ct);
        await using var opdracht = rij.Opslag.Bron.CreateCommand(
            $"""
            select count(*), count(*) filter (where pogingen > 0), (select id from {schema}.outbox order by id limit 1),
              (select count(*) from {schema}.inbox where op > now() - interval '1 minute')
            from {schema}.outbox
            """
        );
        await using var gelezen = await opdracht.ExecuteReaderAsync(ct);
        await gelezen.ReadAsync(ct);
        return new(
            schema,
            gelezen.GetInt64(0),
            gelezen.IsDBNull(2) ? null : Gezegd(gelezen.GetGuid(2)),
            gelezen.GetInt64(1),
            wachtrij,
            rij.Wachtend,
            gelezen.GetInt64(3),
            apart
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
        _een.Dispose();
    }

    /// <summary>The ids of messages begin with their moment: 48 bits of milliseconds.</summary>
    private static Instant Gezegd(Guid bericht) => Instant.FromUnixTimeMilliseconds(Convert.ToInt64(bericht.ToString("N")[..12], 16));

    private async Task<long?> Wachtrij(Context context, CancellationToken ct)
    {
        if (rabbit is null)
        {
            return null;
        }
        try
        {
            await using var kanaal = await (await Broker(ct)).CreateChannelAsync(cancellationToken: ct);
            return (await kanaal.QueueDeclarePassiveAsync(Berichtenverkeer.Bus.Wachtrij(context), ct)).MessageCount;
        }
        catch (Exception e) when (e is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException)
        {
            // Not seen is shown as not seen; who looks need not fail for it.
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
                }
                _broker = await new ConnectionFactory { Uri = rabbit!, AutomaticRecoveryEnabled = false }.CreateConnectionAsync(ct);
            }
            return _broker;
        }
        finally
        {
            _een.Release();
        }
    }
}
