using System.Text;
using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Zaken;

/// <summary>What the message that is handled now changes in the read model.</summary>
public sealed class Bijhouden(Werkeenheid<ZakenContext> eenheid, Aanroep aanroep)
{
    /// <param name="Besluit">Number of the decision that the step rests on.</param>
    public sealed record Nieuw(string Stap, Instant Moment)
    {
        public decimal? Bedrag { get; init; }
        public string? Besluit { get; init; }
        public string? Betaalopdracht { get; init; }
        public string? Uitleg { get; init; }

        /// <summary>The case that goes before it; it may be another enterprise's.</summary>
        public string? Eerdere { get; init; }
    }

    /// <summary>A step, and with it the status and the columns of the header that this kind of message alone fills.</summary>
    public Task Zaak(string zaaknummer, Nieuw stap, Zaakstatus? status = null, params ReadOnlySpan<(string Naam, object Waarde)> kolommen)
    {
        Voeg(zaaknummer, stap);
        List<(string Naam, object Waarde)> alle = [("zaaknummer", zaaknummer), .. kolommen];
        if (status is { } nieuw)
        {
            alle.AddRange([("status", (int)nieuw), ("status_op", stap.Moment)]);
        }
        eenheid.Sessie.QueueSqlCommand(Sql(alle.ConvertAll(k => k.Naam)), [.. alle.Select(k => k.Waarde)]);
        return Task.CompletedTask;
    }

    /// <summary>The same window said again fills what was not kept of it before.</summary>
    public Task Tijdvak(string id, string aanvragertype, Instant sluit, Instant op)
    {
        eenheid.Sessie.QueueSqlCommand(
            """
            insert into zaken.tijdvak as t (id, aanvragertype, sluit, op) values (?, ?, ?, ?)
            on conflict (id) do update set aanvragertype = excluded.aanvragertype, sluit = excluded.sluit, op = excluded.op
            where t.op <= excluded.op
            """,
            id,
            aanvragertype,
            sluit,
            op
        );
        return Task.CompletedTask;
    }

    private void Voeg(string zaaknummer, Nieuw stap) =>
        eenheid.Sessie.QueueSqlCommand(
            """
            insert into zaken.stap (bericht, zaaknummer, moment, stap, wie, namens, bedrag, besluit, betaalopdracht, uitleg, eerdere)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (bericht) do nothing
            """,
            aanroep.Aanleiding ?? throw new InvalidOperationException("A step is written for a message only."),
            zaaknummer,
            stap.Moment,
            stap.Stap,
            aanroep.Veroorzaker ?? Aanroep.Systeem,
            OfNiets(aanroep.Namens),
            OfNiets(stap.Bedrag),
            OfNiets(stap.Besluit),
            OfNiets(stap.Betaalopdracht),
            OfNiets(stap.Uitleg),
            OfNiets(stap.Eerdere)
        );

    private static object OfNiets(object? waarde) => waarde ?? DBNull.Value;

    // The status moves to a later moment only, and within one moment to a later phase of a case's life.
    private static string Sql(List<string> namen)
    {
        const string Later = "(excluded.status_op, excluded.status) > (z.status_op, z.status)";
        var sql = new StringBuilder("insert into zaken.zaak as z (").AppendJoin(", ", namen).Append(") values (");
        sql.AppendJoin(", ", namen.Select(_ => "?")).Append(") on conflict (zaaknummer) do ");
        var wijzigingen = namen
            .Skip(1)
            .Select(n =>
                n.StartsWith("status", StringComparison.Ordinal)
                    ? $"{n} = case when {Later} then excluded.{n} else z.{n} end"
                    : $"{n} = excluded.{n}"
            )
            .ToList();
        return wijzigingen.Count == 0
            ? sql.Append("nothing").ToString()
            : sql.Append("update set ").AppendJoin(", ", wijzigingen).ToString();
    }
}
