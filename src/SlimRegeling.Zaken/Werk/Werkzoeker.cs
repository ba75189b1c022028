using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using static SlimRegeling.Zaken.Vraagdeel;

namespace SlimRegeling.Zaken.Werk;

/// <summary>Reads one page of the list of work.</summary>
internal sealed class Werkzoeker(Werkzoeker.Vraag vraag, Regelstanden regels, Instant nu)
{
    /// <param name="Ik">Pseudonym of who asks.</param>
    /// <param name="Gesloten">The cases that are closed to them.</param>
    /// <param name="Na">Null for the first page.</param>
    internal sealed record Vraag(Werkfilter Filter, string Ik, string[] Gesloten, WerkTonen.Plek? Na, int Aantal);

    public async Task<WerkTonen.Lijst> Zoek(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand();
        opdracht.CommandText = Selectie(opdracht.Parameters);
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var (zaken, laatste) = (new List<WerkTonen.Regel>(), (WerkTonen.Plek?)null);
        while (await rij.ReadAsync(ct))
        {
            if (zaken.Count == vraag.Aantal)
            {
                return new(zaken, laatste?.ToString());
            }
            zaken.Add(Regel(rij));
            laatste = new(rij.GetFieldValue<LocalDate>(rij.GetOrdinal("uiterlijk")), zaken[^1].Zaaknummer);
        }
        return new(zaken);
    }

    private string Selectie(NpgsqlParameterCollection parameters)
    {
        List<string> voorwaarden =
        [
            .. vraag.Filter.Voorwaarden(vraag.Ik, Moment.Dag(nu), parameters),
            $"w.zaaknummer <> all({Parameter(parameters, vraag.Gesloten)})",
        ];
        if (vraag.Na is { } na)
        {
            voorwaarden.Add(
                $"(w.uiterlijk, w.zaaknummer) > ({Parameter(parameters, na.Uiterlijk)}, {Parameter(parameters, na.Zaaknummer)})"
            );
        }
        return $"""
            select w.*, z.kvk_nummer, z.regelversie, z.ingediend_op, coalesce(z.gevraagd_aangevuld, z.gevraagd) as gevraagd, z.ingebreke_op,
              z.besluit_verwacht, z.vaststelling_verwacht, z.vaststelling_ingebreke_op,
              {Zoektabellen.Naam("z.zaaknummer")} as naam
            from (
              select * from zaken.werk w {Waar(voorwaarden)} order by w.uiterlijk, w.zaaknummer limit {Parameter(
                parameters,
                vraag.Aantal + 1
            )}
            ) w join zaken.zaak z on z.zaaknummer = w.zaaknummer
            order by w.uiterlijk, w.zaaknummer
            """;
    }

    private WerkTonen.Regel Regel(NpgsqlDataReader rij)
    {
        var versie = regels.Versie(rij.GetString(rij.GetOrdinal("regelversie")), nu);
        var status = (Zaakstatus)rij.GetInt32(rij.GetOrdinal("status"));
        return new(
            rij.GetString(rij.GetOrdinal("zaaknummer")),
            status,
            Werkfasen.Van(status, rij.GetBoolean(rij.GetOrdinal("wacht"))),
            rij.GetString(rij.GetOrdinal("kvk_nummer")),
            rij.GetString(rij.GetOrdinal("tijdvak")),
            rij.GetFieldValue<Instant>(rij.GetOrdinal("ingediend_op")),
            rij.GetDecimal(rij.GetOrdinal("gevraagd")),
            OfNiets(rij, "aanvragertype"),
            OfNiets(rij, "behandelaar"),
            OfNiets(rij, "termijn") is { } code ? Termijn(versie.Termijn(code), rij) : null,
            Ingebreke(rij, status, versie),
            OfNiets(rij, "bezwaar"),
            rij.Tekst("naam"),
            OfNiets(rij, "wijziging"),
            rij.GetBoolean(rij.GetOrdinal("verslag")) ? true : null,
            Werkfasen.NietBesloten.Contains((int)status) ? rij.OfNiets<LocalDate>("besluit_verwacht")
                : Werkfasen.NietVastgesteld.Contains((int)status) ? rij.OfNiets<LocalDate>("vaststelling_verwacht")
                : null,
            rij.GetBoolean(rij.GetOrdinal("melding")) ? true : null
        );
    }

    /// <summary>Of the application until it is decided on; after that of the settlement until that is there, of a change, and of an objection.</summary>
    private Ingebrekestand? Ingebreke(NpgsqlDataReader rij, Zaakstatus status, Regelversie versie)
    {
        var vandaag = Moment.Dag(nu);
        if (
            rij.GetBoolean(rij.GetOrdinal("ingebreke"))
            && Werkfasen.NietBesloten.Contains((int)status)
            && rij.OfNiets<LocalDate>("ingebreke_op") is { } op
        )
        {
            return Ingebrekestand.Van(versie, op, null, vandaag);
        }
        if (
            rij.GetBoolean(rij.GetOrdinal("vaststelling_ingebreke"))
            && Werkfasen.NietVastgesteld.Contains((int)status)
            && rij.OfNiets<LocalDate>("vaststelling_ingebreke_op") is { } dag
        )
        {
            return Ingebrekestand.Van(versie, dag, null, vandaag) with { Vaststelling = true };
        }
        if (OfNiets(rij, "wijziging_ingebreke") is { } wijziging)
        {
            return Ingebrekestand.Van(versie, rij.GetFieldValue<LocalDate>(rij.GetOrdinal("wijziging_ingebreke_op")), null, vandaag) with
            {
                Wijziging = wijziging,
            };
        }
        return OfNiets(rij, "bezwaar_ingebreke") is { } bezwaar
            ? Ingebrekestand.Van(versie, rij.GetFieldValue<LocalDate>(rij.GetOrdinal("bezwaar_ingebreke_op")), null, vandaag) with
            {
                Bezwaar = bezwaar,
            }
            : null;
    }

    private WerkTonen.Termijnbeeld Termijn(Termijn termijn, NpgsqlDataReader rij)
    {
        var uiterlijk = rij.GetFieldValue<LocalDate>(rij.GetOrdinal("uiterlijk"));
        return new(termijn.Titel, termijn.Artikel, uiterlijk, Period.DaysBetween(Moment.Dag(nu), uiterlijk));
    }

    private static string? OfNiets(NpgsqlDataReader rij, string kolom) =>
        rij.GetString(rij.GetOrdinal(kolom)) is { Length: > 0 } tekst ? tekst : null;
}
