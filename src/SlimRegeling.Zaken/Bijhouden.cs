using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Zaken;

/// <summary>What the message that is handled now changes in the read model.</summary>
public abstract class Bijhouden(Werkeenheid<ZakenContext> eenheid, Aanroep aanroep)
{
    /// <param name="Besluit">Number of the decision that the step rests on.</param>
    public sealed record Nieuw(string Stap, Instant Moment)
    {
        public decimal? Bedrag { get; init; }
        public string? Besluit { get; init; }
        public string? Betaalopdracht { get; init; }
        public string? Uitleg { get; init; }

        /// <summary>A last day that it sets, or on which a reminder came or a letter went; <c>Besluit</c> is of what.</summary>
        public LocalDate? Dag { get; init; }

        /// <summary>Of the stream that said it, where messages of this kind are ordered by it.</summary>
        public long? Versie { get; init; }

        /// <summary>The steps that fill the same columns of the header.</summary>
        public IReadOnlyList<string> Soorten { get; init; } = [Stap];

        /// <summary>The case that goes before it; it may be another enterprise's.</summary>
        public string? Eerdere { get; init; }

        /// <summary>It may be another term in the list of work, also when the header stays as it is.</summary>
        public bool IsWerk { get; init; }
    }

    /// <param name="Bericht">Id of the message.</param>
    /// <param name="Wie">Who caused it (pseudonym).</param>
    /// <param name="Kolommen">Columns of the header; of those that this kind of message was ever said about, the latest counts.</param>
    protected sealed record Gehoord(
        Guid Bericht,
        string Zaaknummer,
        Nieuw Stap,
        string Wie,
        string? Namens,
        Zaakstatus? Status,
        IReadOnlyList<(string Naam, object Waarde)> Kolommen
    );

    /// <summary>A step, and with it the status and the columns of the header that this kind of message alone fills.</summary>
    public Task Zaak(string zaaknummer, Nieuw stap, Zaakstatus? status = null, params ReadOnlySpan<(string Naam, object Waarde)> kolommen)
    {
        Schrijf(
            new(
                aanroep.Aanleiding ?? throw new InvalidOperationException("A step is written for a message only."),
                zaaknummer,
                stap,
                aanroep.Veroorzaker ?? Aanroep.Systeem,
                aanroep.Namens,
                status,
                kolommen.ToArray()
            )
        );
        return Task.CompletedTask;
    }

    /// <summary>The same window said again fills what was not kept of it before.</summary>
    public Task Tijdvak(string id, string aanvragertype, Instant sluit, Instant op, long? versie)
    {
        eenheid.Sessie.QueueSqlCommand(
            """
            insert into zaken.tijdvak as t (id, aanvragertype, sluit, op, versie) values (?, ?, ?, ?, ?)
            on conflict (id) do update set aanvragertype = excluded.aanvragertype, sluit = excluded.sluit, op = excluded.op,
              versie = excluded.versie
            where (coalesce(t.versie, 0), t.op) <= (coalesce(excluded.versie, 0), excluded.op)
            """,
            id,
            aanvragertype,
            sluit,
            op,
            (object?)versie ?? DBNull.Value
        );
        return Task.CompletedTask;
    }

    /// <summary>The terms of the cases of a window may be other ones, when this is not what was heard of it before.</summary>
    public abstract Task TermijnOpnieuwVan(string tijdvak, string aanvragertype, Instant sluit);

    /// <summary>What a case is found by may be something else from now on.</summary>
    public abstract Task ZoekOpnieuw(string zaaknummer);

    /// <summary>The same of every case of an enterprise.</summary>
    public abstract Task ZoekOpnieuwVan(string kvkNummer);

    protected abstract void Schrijf(Gehoord gehoord);
}
