using Marten;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>The ceiling of each window (2.7) as Betalingen heard of it, to lay its obligations beside.</summary>
internal static class Tijdvakplafonds
{
    internal const string Ddl = """
        create table if not exists {schema}.tijdvakplafond (
          tijdvak text primary key,
          plafond numeric(15,2) not null,
          opent timestamptz not null,
          op timestamptz not null,
          versie bigint
        )
        """;

    /// <summary>The latest word of the window stands, in whatever order its messages come.</summary>
    internal static void Bewaar(IDocumentSession sessie, TijdvakGewijzigdBericht bericht) =>
        sessie.QueueSqlCommand(
            """
            insert into betalingen.tijdvakplafond as t (tijdvak, plafond, opent, op, versie) values (?, ?, ?, ?, ?)
            on conflict (tijdvak) do update set plafond = excluded.plafond, opent = excluded.opent, op = excluded.op, versie = excluded.versie
            where coalesce(t.versie < excluded.versie, t.op < excluded.op)
            """,
            bericht.Tijdvak,
            bericht.Plafond,
            bericht.Opent,
            bericht.Op,
            (object?)bericht.Versie ?? DBNull.Value
        );
}

public sealed class BijTijdvakGewijzigd(Werkeenheid<BetalingenContext> eenheid) : IVerwerker<TijdvakGewijzigdBericht>
{
    public Task Verwerk(TijdvakGewijzigdBericht bericht, CancellationToken ct)
    {
        Tijdvakplafonds.Bewaar(eenheid.Sessie, bericht);
        return Task.CompletedTask;
    }
}
