using System.Text;
using NodaTime;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Zaken.Werk;

namespace SlimRegeling.Zaken;

/// <summary>Writes what a message changes in the transaction of that message.</summary>
public sealed class Bijschrijven(Werkeenheid<ZakenContext> eenheid, Aanroep aanroep) : Bijhouden(eenheid, aanroep)
{
    private readonly Werkeenheid<ZakenContext> _eenheid = eenheid;

    protected override void Schrijf(Gehoord gehoord)
    {
        SchrijfStap(gehoord);
        var isWerk = gehoord.Status is not null || gehoord.Kolommen.Count > 0 || gehoord.Stap.IsWerk;
        if (isWerk)
        {
            // First of all: a round that is busy with the case is waited for before anything of it is changed.
            _eenheid.Sessie.QueueSqlCommand(
                $"insert into zaken.termijnwerk (zaaknummer) values (?) {Werktabellen.Opnieuw}",
                gehoord.Zaaknummer
            );
        }
        List<(string Naam, object Waarde)> alle = [("zaaknummer", gehoord.Zaaknummer), .. gehoord.Kolommen];
        if (gehoord.Status is { } nieuw)
        {
            alle.AddRange([("status", (int)nieuw), ("status_op", gehoord.Stap.Moment)]);
        }
        object[] laatste =
            gehoord.Kolommen.Count == 0
                ? []
                : [gehoord.Stap.Soorten.ToArray(), gehoord.Stap.Versie ?? 0, gehoord.Stap.Moment, gehoord.Bericht];
        _eenheid.Sessie.QueueSqlCommand(
            Sql(alle.ConvertAll(k => k.Naam), [.. gehoord.Kolommen.Select(k => k.Naam)]),
            [.. alle.Select(k => k.Waarde), .. laatste]
        );
        if (isWerk)
        {
            _eenheid.Sessie.QueueSqlCommand(Werktabellen.Bijwerken, gehoord.Zaaknummer);
        }
    }

    public override Task TermijnOpnieuwVan(string tijdvak, string aanvragertype, Instant sluit)
    {
        _eenheid.Sessie.QueueSqlCommand(
            $"""
            insert into zaken.termijnwerk (zaaknummer)
            select z.zaaknummer from zaken.zaak z where z.tijdvak = ? and not exists (
              select from zaken.tijdvak t where t.id = z.tijdvak and t.aanvragertype = ? and t.sluit = ?)
            {Werktabellen.Opnieuw}
            """,
            tijdvak,
            aanvragertype,
            sluit
        );
        return Task.CompletedTask;
    }

    public override Task ZoekOpnieuw(string zaaknummer)
    {
        _eenheid.Sessie.QueueSqlCommand($"insert into zaken.zoekwerk as w (zaaknummer) values (?) {Zoektabellen.Opnieuw}", zaaknummer);
        return Task.CompletedTask;
    }

    public override Task ZoekOpnieuwVan(string kvkNummer)
    {
        _eenheid.Sessie.QueueSqlCommand(
            $"insert into zaken.zoekwerk as w (zaaknummer) select zaaknummer from zaken.zaak where kvk_nummer = ? {Zoektabellen.Opnieuw}",
            kvkNummer
        );
        return Task.CompletedTask;
    }

    private void SchrijfStap(Gehoord gehoord) =>
        _eenheid.Sessie.QueueSqlCommand(
            """
            insert into zaken.stap (bericht, zaaknummer, moment, stap, wie, namens, bedrag, besluit, betaalopdracht, uitleg, eerdere, versie, dag)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (bericht) do nothing
            """,
            gehoord.Bericht,
            gehoord.Zaaknummer,
            gehoord.Stap.Moment,
            gehoord.Stap.Stap,
            gehoord.Wie,
            OfNiets(gehoord.Namens),
            OfNiets(gehoord.Stap.Bedrag),
            OfNiets(gehoord.Stap.Besluit),
            OfNiets(gehoord.Stap.Betaalopdracht),
            OfNiets(gehoord.Stap.Uitleg),
            OfNiets(gehoord.Stap.Eerdere),
            OfNiets(gehoord.Stap.Versie),
            OfNiets(gehoord.Stap.Dag)
        );

    private static object OfNiets(object? waarde) => waarde ?? DBNull.Value;

    // The status moves to a later moment only, and within one moment to a later phase of a case's life; from the last it never moves. The other columns
    // are those of the latest message of their kind, by its version where it tells one: what was said again may come before what was said first.
    private static string Sql(IReadOnlyList<string> namen, IReadOnlyList<string> kolommen)
    {
        var later = $"{Volgorde("excluded")} > {Volgorde("z")}";
        var sql = new StringBuilder("insert into zaken.zaak as z (").AppendJoin(", ", namen).Append(") values (");
        sql.AppendJoin(", ", namen.Select(_ => "?")).Append(") on conflict (zaaknummer) do ");
        List<string> wijzigingen =
        [
            .. namen
                .Where(n => n.StartsWith("status", StringComparison.Ordinal))
                .Select(n => $"{n} = case when {later} then excluded.{n} else z.{n} end"),
        ];
        if (kolommen.Count > 0)
        {
            wijzigingen.Add(
                $"""
                ({string.Join(", ", kolommen)}) = (
                  select {string.Join(", ", kolommen.Select(k => $"case when l.laatste then excluded.{k} else z.{k} end"))} from (
                    select not exists (select from zaken.stap s where s.zaaknummer = z.zaaknummer and s.stap = any(?)
                      and (coalesce(s.versie, 0), s.moment, s.bericht) > (?, ?, ?)) as laatste
                  ) l)
                """
            );
        }
        return wijzigingen.Count == 0
            ? sql.Append("nothing").ToString()
            : sql.Append("update set ").AppendJoin(", ", wijzigingen).ToString();

        static string Volgorde(string rij) =>
            $"({Statussen.Laatste(rij, "status_op", "zaken.stap")}, {rij}.status_op, {Statussen.Plaats($"{rij}.status")})";
    }
}
