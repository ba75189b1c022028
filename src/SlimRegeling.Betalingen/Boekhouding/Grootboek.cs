using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using NodaTime;
using SlimRegeling.Platform.Herbouw;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// The ledger: rows that are written in the transaction of their event and never change. The table itself refuses a change, a booking that
/// does not balance, and a second booking of one event.
/// </summary>
public sealed class Grootboek : IProjection, IHerleiding
{
    internal const string Ddl = """
        create table if not exists {schema}.grootboek (
          id uuid primary key,
          boeking uuid not null,
          regel int not null,
          stroom text not null,
          zaaknummer text not null,
          tijdvak text not null,
          besluit text not null,
          rekening text not null,
          debet numeric(15,2) not null check (debet >= 0),
          credit numeric(15,2) not null check (credit >= 0),
          boekdatum date not null,
          op timestamptz not null,
          constraint een_zijde check ((debet = 0) <> (credit = 0)),
          constraint een_boeking_per_gebeurtenis unique (boeking, regel)
        );
        create index if not exists grootboek_zaaknummer on {schema}.grootboek (zaaknummer);
        create index if not exists grootboek_tijdvak on {schema}.grootboek (tijdvak);
        create or replace function {schema}.grootboek_vast() returns trigger language plpgsql as $$
          begin raise exception 'The ledger is only added to; book a correction.'; end $$;
        create or replace trigger grootboek_vast before update or delete or truncate on {schema}.grootboek
          for each statement execute function {schema}.grootboek_vast();
        create or replace function {schema}.grootboek_sluit() returns trigger language plpgsql as $$
          begin
            if exists (select from nieuw group by boeking having sum(debet) <> sum(credit)) then
              raise exception 'A booking does not balance.';
            end if;
            return null;
          end $$;
        create or replace trigger grootboek_sluit after insert on {schema}.grootboek
          referencing new table as nieuw for each statement execute function {schema}.grootboek_sluit();
        """;

    private const string Kolommen = "id, boeking, regel, stroom, zaaknummer, tijdvak, besluit, rekening, debet, credit, boekdatum, op";

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
        Instant Op
    );

    public string Tabel => "betalingen.grootboek";

    public IReadOnlyList<string> Sleutel => ["boeking", "regel"];

    public string Nummer => "id";

    public IEnumerable<object> Rijen(IEvent gebeurtenis) => Boek(gebeurtenis);

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
                            boeking.Op
                        )
                ),
            ]
            : [];

    // One statement per booking: the trigger weighs what a statement brings.
    private static void Schrijf(IDocumentOperations operations, IReadOnlyList<Rij> boeking)
    {
        var rijen = string.Join(", ", boeking.Select(_ => "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
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
                    ]
            ),
        ];
        operations.QueueSqlCommand($"insert into betalingen.grootboek ({Kolommen}) values {rijen}", waarden);
    }
}
