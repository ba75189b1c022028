using System.Globalization;
using Marten;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Vaststelling.Declaraties.Vergelijken;

/// <summary>
/// The lines of all declarations as far as they are compared with each other, a row for each; nobody can be read from it. It follows from the
/// declarations and is written in their transaction.
/// </summary>
public sealed class Kostenregelregister(Werkeenheid<VaststellingContext> eenheid, Schuilnaam schuilnaam)
{
    internal const string Ddl = """
        create table if not exists {schema}.kostenregel (
          zaaknummer text not null,
          regel text not null,
          persoon text,
          week date,
          uren numeric,
          factuur text,
          betaling text,
          prestatie text,
          primary key (zaaknummer, regel)
        );
        alter table {schema}.kostenregel add column if not exists prestatie text;
        create index if not exists kostenregel_persoon on {schema}.kostenregel (persoon, week) where persoon is not null;
        create index if not exists kostenregel_factuur on {schema}.kostenregel (factuur) where factuur is not null;
        create index if not exists kostenregel_betaling on {schema}.kostenregel (betaling) where betaling is not null;
        create index if not exists kostenregel_prestatie on {schema}.kostenregel (prestatie) where prestatie is not null
        """;

    private const string Kolommen = "a.zaaknummer, a.regel, a.persoon, a.week, a.uren, a.factuur, a.betaling, a.prestatie";

    private static readonly string[] Gelijk =
    [
        "a.persoon = e.persoon and a.week = e.week",
        "a.factuur = e.factuur",
        "a.betaling = e.betaling",
        "a.prestatie = e.prestatie",
    ];

    /// <summary>
    /// These lines come in the place of those that the case had; none of them when there are none, as when its declaration is destroyed.
    /// </summary>
    /// <param name="kvkNummer">Of the recipient.</param>
    public void Schrijf(string zaaknummer, string kvkNummer, IReadOnlyList<Kostenregel> regels)
    {
        Regelafdruk[] afdrukken = [.. regels.Select(regel => Regelafdruk.Van(zaaknummer, kvkNummer, regel, schuilnaam))];
        // One statement: which of two that are queued goes first is not said anywhere.
        eenheid.Sessie.QueueSqlCommand(
            """
            with weg as (delete from vaststelling.kostenregel where zaaknummer = ? and not (regel = any(?)))
            insert into vaststelling.kostenregel (zaaknummer, regel, persoon, week, uren, factuur, betaling, prestatie)
            select ?, u.regel, nullif(u.persoon, ''), nullif(u.week, '')::date, nullif(u.uren, '')::numeric, nullif(u.factuur, ''),
              nullif(u.betaling, ''), nullif(u.prestatie, '')
            from unnest(?, ?, ?, ?, ?, ?, ?) u (regel, persoon, week, uren, factuur, betaling, prestatie)
            on conflict (zaaknummer, regel) do update set persoon = excluded.persoon, week = excluded.week, uren = excluded.uren,
              factuur = excluded.factuur, betaling = excluded.betaling, prestatie = excluded.prestatie
            """,
            zaaknummer,
            Elk(afdrukken, a => a.Regel),
            zaaknummer,
            Elk(afdrukken, a => a.Regel),
            Elk(afdrukken, a => a.Persoon),
            Elk(afdrukken, a => a.Week is { } week ? LocalDatePattern.Iso.Format(week) : null),
            Elk(afdrukken, a => a.Uren?.ToString(CultureInfo.InvariantCulture)),
            Elk(afdrukken, a => a.Factuur),
            Elk(afdrukken, a => a.Betaling),
            Elk(afdrukken, a => a.Prestatie)
        );
    }

    /// <summary>The lines of a case.</summary>
    public Task<IReadOnlyList<Regelafdruk>> Van(string zaaknummer, CancellationToken ct) =>
        Lees($"select {Kolommen} from vaststelling.kostenregel a where a.zaaknummer = $1 order by a.regel", zaaknummer, ct);

    /// <summary>The lines of other cases that have a person in a week, an invoice or something with a fixed amount in common with those of this case.</summary>
    public Task<IReadOnlyList<Regelafdruk>> Verwant(string zaaknummer, CancellationToken ct) =>
        Lees(
            string.Join(
                " union ",
                Gelijk.Select(gelijk =>
                    $"select {Kolommen} from vaststelling.kostenregel e join vaststelling.kostenregel a on {gelijk} where e.zaaknummer = $1 and a.zaaknummer <> $1"
                )
            ),
            zaaknummer,
            ct
        );

    /// <summary>The hours in other cases of the people of this case, by person and year of the week's Thursday.</summary>
    public async Task<IReadOnlyList<Jaaruren>> UrenElders(string zaaknummer, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            """
            select a.persoon, extract(isoyear from a.week)::int, sum(a.uren)
            from (
              select distinct persoon, extract(isoyear from week) jaar from vaststelling.kostenregel where zaaknummer = $1 and persoon is not null
            ) e
            join vaststelling.kostenregel a on a.persoon = e.persoon and extract(isoyear from a.week) = e.jaar
            where a.zaaknummer <> $1
            group by 1, 2
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        await using var rij = await eenheid.Sessie.ExecuteReaderAsync(opdracht, ct);
        var uren = new List<Jaaruren>();
        while (await rij.ReadAsync(ct))
        {
            uren.Add(new(rij.GetString(0), rij.GetInt32(1), rij.GetDecimal(2)));
        }
        return uren;
    }

    private async Task<IReadOnlyList<Regelafdruk>> Lees(string sql, string zaaknummer, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(sql);
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = zaaknummer });
        await using var rij = await eenheid.Sessie.ExecuteReaderAsync(opdracht, ct);
        var regels = new List<Regelafdruk>();
        while (await rij.ReadAsync(ct))
        {
            regels.Add(
                new(
                    rij.GetString(0),
                    rij.GetString(1),
                    await rij.IsDBNullAsync(2, ct) ? null : rij.GetString(2),
                    await rij.IsDBNullAsync(3, ct) ? null : await rij.GetFieldValueAsync<LocalDate>(3, ct),
                    await rij.IsDBNullAsync(4, ct) ? null : rij.GetDecimal(4),
                    await rij.IsDBNullAsync(5, ct) ? null : rij.GetString(5),
                    await rij.IsDBNullAsync(6, ct) ? null : rij.GetString(6),
                    await rij.IsDBNullAsync(7, ct) ? null : rij.GetString(7)
                )
            );
        }
        return regels;
    }

    // Nothing is an empty text here: an array of values that may be absent has no type of its own in every driver.
    private static string[] Elk(Regelafdruk[] afdrukken, Func<Regelafdruk, string?> veld) => [.. afdrukken.Select(a => veld(a) ?? "")];
}
