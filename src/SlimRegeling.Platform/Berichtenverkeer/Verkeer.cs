using NodaTime;
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

/// <summary>Looks how the messages stand: in the database of each context, and in the queues of a broker when there is one.</summary>
internal sealed class Verkeer(Uri? rabbit) : IAsyncDisposable
{
    private readonly Wachtrijlengten? _lengten = rabbit is null ? null : new(rabbit);

    public string Bus => rabbit is null ? "geheugen" : "rabbitmq";

    public async Task<IReadOnlyList<Verkeersstand>> Standen(IReadOnlyList<Verwerkingsrij> rijen, CancellationToken ct)
    {
        var lengten = _lengten is null
            ? new Dictionary<string, long>()
            : await _lengten.Lees(rijen.Select(r => Berichtenverkeer.Bus.Wachtrij(r.Opslag.Context)), ct);
        var standen = new List<Verkeersstand>();
        foreach (var rij in rijen)
        {
            long? lengte = lengten.TryGetValue(Berichtenverkeer.Bus.Wachtrij(rij.Opslag.Context), out var gezien) ? gezien : null;
            standen.Add(await Stand(rij, lengte, ct));
        }
        return standen;
    }

    public ValueTask DisposeAsync() => _lengten?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Verkeersstand> Stand(Verwerkingsrij rij, long? wachtrij, CancellationToken ct)
    {
        var schema = rij.Opslag.Context.Naam;
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

    /// <summary>The ids of messages begin with their moment: 48 bits of milliseconds.</summary>
    private static Instant Gezegd(Guid bericht) => Instant.FromUnixTimeMilliseconds(Convert.ToInt64(bericht.ToString("N")[..12], 16));
}
