using System.Collections.Concurrent;
using System.Reflection;
using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using NodaTime;
using SlimRegeling.Platform.Herbouw;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// The ledger: rows that are written in the transaction of their event and never change. The table itself refuses a change, a booking that
/// does not balance, a second booking of one event, and one in a month that was closed. What falls in a closed month is booked on the first day
/// after it, with its own day beside it (<see cref="Boekmaanden"/>).
/// </summary>
public sealed partial class Grootboek : IProjection, IHerleiding
{
    private const string Namen =
        "id, boeking, regel, stroom, zaaknummer, tijdvak, besluit, rekening, debet, credit, boekdatum, gebeurtenisdag, op, soort, keert_om";

    private static readonly ConcurrentDictionary<Type, string> Soorten = new();

    /// <param name="Boekdatum">The day of the event itself: the table says on which it is booked.</param>
    private sealed record Rij(
        Guid Boeking,
        int Regel,
        string Stroom,
        string Zaaknummer,
        string Tijdvak,
        string Besluit,
        string Rekening,
        decimal Debet,
        decimal Credit,
        LocalDate Boekdatum,
        Instant Op,
        string Soort,
        Guid? KeertOm
    );

    public string Tabel => "betalingen.grootboek";

    public IReadOnlyList<string> Sleutel => ["boeking", "regel"];

    public string Nummer => "id";

    public IEnumerable<object> Rijen(IEvent gebeurtenis) => Boek(gebeurtenis);

    public string Kolommen => "s.data || betalingen.boekdagen((s.data ->> 'boekdatum')::date, (s.data ->> 'op')::timestamptz)";

    /// <summary>The kind of a booking: the name under which its event is stored.</summary>
    internal static string Soort(Type gebeurtenis) => Soorten.GetOrAdd(gebeurtenis, type => type.GetCustomAttribute<NaamAttribute>()!.Naam);

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var rijen in events.Select(Boek).Where(rijen => rijen.Count > 0))
        {
            Schrijf(operations, rijen);
        }
        return Task.CompletedTask;
    }

    private static IReadOnlyList<Rij> Boek(IEvent gebeurtenis) =>
        Boeking.Van(gebeurtenis.StreamKey!, gebeurtenis.Data) is { } boeking
            ?
            [
                .. boeking.Regels.Select(
                    (r, i) =>
                        new Rij(
                            gebeurtenis.Id,
                            i + 1,
                            gebeurtenis.StreamKey!,
                            boeking.Zaaknummer,
                            boeking.Tijdvak,
                            boeking.Besluit,
                            r.Rekening,
                            r.Debet,
                            r.Credit,
                            boeking.Boekdatum,
                            boeking.Op,
                            Soort(gebeurtenis.Data.GetType()),
                            boeking.KeertOm
                        )
                ),
            ]
            : [];

    // One statement per booking: the trigger weighs what a statement brings.
    private static void Schrijf(IDocumentOperations operations, IReadOnlyList<Rij> boeking)
    {
        const string Waarden =
            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, betalingen.boekdag(?, ?), nullif(?, betalingen.boekdag(?, ?)), ?, ?, ?::uuid)";
        var rijen = string.Join(", ", boeking.Select(_ => Waarden));
        object[] waarden =
        [
            .. boeking.SelectMany(r =>
                (object[])
                    [
                        Guid.CreateVersion7(),
                        r.Boeking,
                        r.Regel,
                        r.Stroom,
                        r.Zaaknummer,
                        r.Tijdvak,
                        r.Besluit,
                        r.Rekening,
                        r.Debet,
                        r.Credit,
                        r.Boekdatum,
                        r.Op,
                        r.Boekdatum,
                        r.Boekdatum,
                        r.Op,
                        r.Op,
                        r.Soort,
                        (object?)r.KeertOm?.ToString() ?? DBNull.Value,
                    ]
            ),
        ];
        operations.QueueSqlCommand($"insert into betalingen.grootboek ({Namen}) values {rijen}", waarden);
    }
}
