using System.Runtime.CompilerServices;
using JasperFx.Events;
using Marten;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Platform.Afstemming;

/// <summary>A message that a context has said, made again from its event; it has the id under which it was said.</summary>
/// <param name="Op">When the event was stored, by the clock of the database.</param>
internal sealed record Gezegd(Envelop Bericht, DateTimeOffset Op)
{
    private const int Bladzijde = 500;

    /// <summary>All that a context has said by events stored since a moment, in the order of its events.</summary>
    public static async IAsyncEnumerable<Gezegd> Door(
        Contextopslag opslag,
        Berichtsoorten soorten,
        DateTimeOffset vanaf,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var sessie = opslag.Store.QuerySession();
        for (var laatste = 0L; ; )
        {
            var gebeurtenissen = await sessie
                .Events.QueryAllRawEvents()
                .Where(e => e.Sequence > laatste && e.Timestamp >= vanaf)
                .OrderBy(e => e.Sequence)
                .Take(Bladzijde)
                .ToListAsync(ct);
            foreach (var bericht in gebeurtenissen.SelectMany(e => Van(opslag.Context, e, soorten)))
            {
                yield return bericht;
            }
            if (gebeurtenissen.Count < Bladzijde)
            {
                yield break;
            }
            laatste = gebeurtenissen[^1].Sequence;
        }
    }

    private static IEnumerable<Gezegd> Van(Context context, IEvent e, Berichtsoorten soorten) =>
        e.StreamKey is { } stroom && context.Gebeurtenissen.ContainsValue(e.EventType)
            ? soorten
                .Enveloppen(
                    context,
                    stroom,
                    e.Version,
                    e.Id,
                    e.Data,
                    new Kop(e.GetHeader("wie")?.ToString() ?? Stromen.Aanroep.Systeem, e.GetHeader("namens")?.ToString(), null)
                )
                .Select(bericht => new Gezegd(bericht, e.Timestamp))
            : [];
}
