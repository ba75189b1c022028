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
/// <param name="Afnemers">Processes that take its messages; absent when the broker does not answer.</param>
/// <param name="LaatstVerwerkt">When a message last had its effect, by the clock of the database; absent when none had.</param>
public sealed record Verkeersstand(
    string Context,
    long Outbox,
    Instant? OudsteInOutbox,
    long Uitgesteld,
    long? Wachtrij,
    int InVerwerking,
    long VerwerktPerMinuut,
    long Apart,
    long? Afnemers,
    Instant? LaatstVerwerkt
);

/// <summary>The queue of a context that runs in another process, as the broker tells it.</summary>
/// <param name="Wachtrij">Messages for it that the broker holds.</param>
/// <param name="Afnemers">Processes that take them.</param>
public sealed record Brokerstand(string Context, long Wachtrij, long Afnemers);

/// <param name="Elders">Without a broker there are none, and what it does not tell is left out.</param>
internal sealed record Verkeersbeeld(IReadOnlyList<Verkeersstand> Hier, IReadOnlyList<Brokerstand> Elders);

/// <summary>Looks how the messages stand: in the database of each context, and in the queues of a broker when there is one.</summary>
internal sealed class Verkeer(Uri? rabbit) : IAsyncDisposable
{
    private readonly Wachtrijlengten? _lengten = rabbit is null ? null : new(rabbit);

    public string Bus => rabbit is null ? "geheugen" : "rabbitmq";

    public async Task<Verkeersbeeld> Zie(IReadOnlyList<Verwerkingsrij> rijen, IEnumerable<Context> elders, CancellationToken ct)
    {
        Context[] allen = [.. rijen.Select(r => r.Opslag.Context), .. elders];
        var lengten = _lengten is null
            ? new Dictionary<string, Wachtrijlengte>()
            : await _lengten.Lees(allen.Select(Berichtenverkeer.Bus.Wachtrij), ct);
        var hier = new List<Verkeersstand>();
        foreach (var rij in rijen)
        {
            hier.Add(await Stand(rij, lengten.GetValueOrDefault(Berichtenverkeer.Bus.Wachtrij(rij.Opslag.Context)), ct));
        }
        return new(
            hier,
            [
                .. from context in allen.Skip(rijen.Count)
                let lengte = lengten.GetValueOrDefault(Berichtenverkeer.Bus.Wachtrij(context))
                where lengte is not null
                select new Brokerstand(context.Naam, lengte.Berichten, lengte.Afnemers),
            ]
        );
    }

    public ValueTask DisposeAsync() => _lengten?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<Verkeersstand> Stand(Verwerkingsrij rij, Wachtrijlengte? lengte, CancellationToken ct)
    {
        var schema = rij.Opslag.Context.Naam;
        var apart = await Apartgezet.Tel(rij.Opslag, ct);
        await using var opdracht = rij.Opslag.Bron.CreateCommand(
            $"""
            with minuut as (select count(*) as aantal, max(op) as laatst from {schema}.inbox where op > now() - interval '1 minute')
            select count(*), count(*) filter (where pogingen > 0), (select id from {schema}.outbox order by id limit 1),
              (select aantal from minuut),
              coalesce((select laatst from minuut), (select max(op) from (select op from {schema}.inbox order by id desc limit 100) i))
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
            lengte?.Berichten,
            rij.Wachtend,
            gelezen.GetInt64(3),
            apart,
            rabbit is not null ? lengte?.Afnemers
                : rij.Loopt ? 1
                : 0,
            gelezen.IsDBNull(4) ? null : gelezen.GetFieldValue<Instant>(4)
        );
    }

    /// <summary>The ids of messages begin with their moment: 48 bits of milliseconds.</summary>
    private static Instant Gezegd(Guid bericht) => Instant.FromUnixTimeMilliseconds(Convert.ToInt64(bericht.ToString("N")[..12], 16));
}
