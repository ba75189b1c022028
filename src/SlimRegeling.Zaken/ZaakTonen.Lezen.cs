using NodaTime;
using Npgsql;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public static partial class ZaakTonen
{
    private static async Task<Kop?> Zoek(NpgsqlDataSource bron, string zaaknummer, string? alleenVan, bool leestNamen, CancellationToken ct)
    {
        var naam = leestNamen ? Zoektabellen.Naam("k.zaaknummer") : "null::text";
        await using var opdracht = bron.CreateCommand(
            $"""
            select k.*, t.aanvragertype, t.sluit, {naam} as naam from ({Zaak.Selectie}) k left join zaken.tijdvak t on t.id = k.tijdvak
            where k.zaaknummer = $1 and ($2::text is null or k.kvk_nummer = $2)
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter { Value = zaaknummer });
        opdracht.Parameters.Add(new NpgsqlParameter { Value = (object?)alleenVan ?? DBNull.Value });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        return await rij.ReadAsync(ct) ? Beeld(rij) : null;
    }

    private static Kop Beeld(NpgsqlDataReader rij)
    {
        var beeld = new Zaakbeeld(
            rij.GetString(rij.GetOrdinal("zaaknummer")),
            (Zaakstatus)rij.GetInt32(rij.GetOrdinal("status")),
            rij.GetString(rij.GetOrdinal("kvk_nummer")),
            rij.GetString(rij.GetOrdinal("tijdvak")),
            rij.GetString(rij.GetOrdinal("regelversie")),
            rij.GetFieldValue<Instant>(rij.GetOrdinal("ingediend_op")),
            new(
                rij.GetDecimal(rij.GetOrdinal("gevraagd")),
                rij.Bedrag("gereserveerd"),
                rij.Bedrag("verleend"),
                rij.Bedrag("voorschot"),
                rij.GetDecimal(rij.GetOrdinal("betaald")),
                rij.Bedrag("vastgesteld")
            ),
            [],
            rij.OfNiets<int>("rang"),
            Naam: rij.Tekst("naam"),
            BesluitVerwacht: rij.OfNiets<LocalDate>("besluit_verwacht"),
            VaststellingVerwacht: rij.OfNiets<LocalDate>("vaststelling_verwacht")
        );
        return new(
            beeld,
            Beslisdag.Lees(rij),
            Laatstedagen.Gehoord.Lees(rij),
            rij.Tekst("behandelaar"),
            rij.OfNiets<LocalDate>("ingebreke_op"),
            rij.OfNiets<LocalDate>("vaststelling_ingebreke_op")
        );
    }

    // Anyone can name a case number with a scan: one of another enterprise is no step in this case, unless it is a party of the partnership. Which those
    // are is among the names, so only who reads those sees it.
    private static async Task<List<Rij>> Rijen(NpgsqlDataSource bron, Zaakbeeld zaak, bool leestNamen, CancellationToken ct)
    {
        await using var opdracht = bron.CreateCommand(
            $"""
            select moment, bericht, stap, wie, namens, bedrag, uitleg, eerdere, besluit, dag, versie from zaken.stap
            where zaaknummer = $1 and (stap <> '{Stapcode.ScanAfgerond}' or namens = $2 or $3 and exists (
              select from zaken.zoektekst t where t.zaaknummer = $1 and t.soort = 'partij' and t.kenmerk = namens))
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter { Value = zaak.Zaaknummer });
        opdracht.Parameters.Add(new NpgsqlParameter { Value = zaak.KvkNummer });
        opdracht.Parameters.Add(new NpgsqlParameter { Value = leestNamen });
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var rijen = new List<Rij>();
        while (await rij.ReadAsync(ct))
        {
            rijen.Add(
                new(
                    rij.GetFieldValue<Instant>(0),
                    rij.GetGuid(1),
                    rij.GetString(2),
                    rij.GetString(3),
                    rij.Tekst("namens"),
                    rij.Bedrag("bedrag"),
                    rij.Tekst("uitleg"),
                    rij.Tekst("eerdere"),
                    rij.Tekst("besluit"),
                    rij.OfNiets<LocalDate>("dag"),
                    rij.OfNiets<long>("versie")
                )
            );
        }
        return rijen;
    }
}
