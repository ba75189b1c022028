using Marten;
using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>When the project of each case ends and how it accounts for it, as Betalingen heard of it: from that follows when it is settled.</summary>
internal static class Projectperiodes
{
    internal const string Ddl = """
        create table if not exists {schema}.projectperiode (
          zaaknummer text primary key,
          regelversie text not null,
          verantwoording text not null,
          periode_tot date not null,
          op timestamptz not null,
          versie bigint
        )
        """;

    internal static void Bewaar(IDocumentSession sessie, SubsidieVerleendBericht b) =>
        Bewaar(sessie, b.Zaaknummer, b.Regelversie, b.Verantwoording, b.PeriodeTot, b.Op, b.Versie);

    internal static void Bewaar(IDocumentSession sessie, VerleningAangepastBericht b) =>
        Bewaar(sessie, b.Zaaknummer, b.Regelversie, b.Verantwoording, b.PeriodeTot, b.Op, b.Versie);

    /// <summary>The latest word on the award stands, in whatever order its messages come.</summary>
    private static void Bewaar(
        IDocumentSession sessie,
        string zaaknummer,
        string regelversie,
        string verantwoording,
        LocalDate periodeTot,
        Instant op,
        long? versie
    ) =>
        sessie.QueueSqlCommand(
            """
            insert into betalingen.projectperiode as p (zaaknummer, regelversie, verantwoording, periode_tot, op, versie)
            values (?, ?, ?, ?, ?, ?)
            on conflict (zaaknummer) do update set regelversie = excluded.regelversie, verantwoording = excluded.verantwoording,
              periode_tot = excluded.periode_tot, op = excluded.op, versie = excluded.versie
            where coalesce(p.versie < excluded.versie, p.op < excluded.op)
            """,
            zaaknummer,
            regelversie,
            verantwoording,
            periodeTot,
            op,
            (object?)versie ?? DBNull.Value
        );
}

/// <summary>The award was restated: its project may end later.</summary>
public sealed class BijVerleningAangepast(Werkeenheid<BetalingenContext> eenheid) : IVerwerker<VerleningAangepastBericht>
{
    public Task Verwerk(VerleningAangepastBericht bericht, CancellationToken ct)
    {
        Projectperiodes.Bewaar(eenheid.Sessie, bericht);
        return Task.CompletedTask;
    }
}
