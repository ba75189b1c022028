using JasperFx.Events;
using Marten;
using Marten.Events.Projections;
using NodaTime;
using SlimRegeling.Platform.Herbouw;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// The months that are closed: rows that follow from their events and never change. To close one takes every other writer of the ledger out for the
/// length of the commit: nothing that was known before is booked in the month after it, and the sums that were confirmed are those that stand there.
/// </summary>
public sealed class Boekmaanden : IProjection, IHerleiding
{
    /// <summary>Before that of the ledger, whose functions read it.</summary>
    internal const string Ddl = """
        create table if not exists {schema}.maandsluiting (
          id uuid primary key,
          maand date not null unique check (extract(day from maand) = 1),
          gesloten_op timestamptz not null,
          regels bigint not null,
          debet numeric(18,2) not null
        );
        create or replace function {schema}.maandsluiting_vast() returns trigger language plpgsql as $$
          begin raise exception 'A month that was closed stays closed.'; end $$;
        create or replace trigger maandsluiting_vast before update or delete or truncate on {schema}.maandsluiting
          for each statement execute function {schema}.maandsluiting_vast();
        create or replace function {schema}.maandsluiting_dicht() returns trigger language plpgsql as $$
          declare
            aantal bigint;
            totaal numeric;
            laatste timestamptz;
          begin
            perform pg_advisory_xact_lock(hashtext('{schema}.maandsluiting'));
            select count(*), coalesce(sum(debet), 0), max(op) into aantal, totaal, laatste
              from {schema}.grootboek where boekdatum < (new.maand + interval '1 month')::date;
            if aantal <> new.regels or totaal <> new.debet or laatste >= new.gesloten_op then
              raise exception 'Something was booked in the month meanwhile.' using errcode = 'serialization_failure';
            end if;
            return new;
          end $$;
        create or replace trigger maandsluiting_dicht before insert on {schema}.maandsluiting
          for each row execute function {schema}.maandsluiting_dicht()
        """;

    private sealed record Rij(LocalDate Maand, Instant GeslotenOp, long Regels, decimal Debet);

    public string Tabel => "betalingen.maandsluiting";

    public IReadOnlyList<string> Sleutel => ["maand"];

    public string Nummer => "id";

    public IEnumerable<object> Rijen(IEvent gebeurtenis) => Dicht(gebeurtenis) is { } rij ? [rij] : [];

    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var rij in events.Select(Dicht).OfType<Rij>())
        {
            // Two who confirm at once meet at the stream, and the later one is told; not here.
            operations.QueueSqlCommand(
                """
                insert into betalingen.maandsluiting (id, maand, gesloten_op, regels, debet) values (?, ?, ?, ?, ?) on conflict (maand) do nothing
                """,
                Guid.CreateVersion7(),
                rij.Maand,
                rij.GeslotenOp,
                rij.Regels,
                rij.Debet
            );
        }
        return Task.CompletedTask;
    }

    private static Rij? Dicht(IEvent gebeurtenis) =>
        gebeurtenis.Data is BoekmaandBevestigd e ? new Rij(e.Maand, e.Op, e.Regels, e.Debet) : null;
}
