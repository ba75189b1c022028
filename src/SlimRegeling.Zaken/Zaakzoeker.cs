using NodaTime;
using Npgsql;
using static SlimRegeling.Zaken.Vraagdeel;

namespace SlimRegeling.Zaken;

/// <summary>
/// Puts a question about cases to the database: only what is asked, so that it finds by which index there are few.
/// </summary>
/// <param name="gesloten">The cases that are closed to who asks: they are not found.</param>
internal sealed class Zaakzoeker(ZakenZoeken.Vraag vraag, string[] gesloten, string? alleenVan)
{
    private const string Elk = "SLIM-";

    // Words are found by their index however many cases have them: the database does not know that reading them case by case takes seconds.
    private const string Opwoorden = "set local enable_seqscan = off; set local pg_trgm.similarity_threshold = 0.4";

    private static readonly string MetStatus = $"""
        (select w.*, z.status as bewaard, case when z.status = {(int)Zaakstatus.Vastgesteld} and least(z.vastgesteld, z.verleend) = (
            select coalesce({Zaak.Betaald}, 0) from zaken.stap s where s.zaaknummer = z.zaaknummer and s.stap in {Zaak.Betalingen}
          ) then {(int)Zaakstatus.Afgerond} else z.status end as status
        from zaken.zoekzaak w join zaken.zaak z using (zaaknummer))
        """;

    public async Task<ZakenZoeken.Lijst> Zoek(NpgsqlDataSource bron, CancellationToken ct)
    {
        await using var verbinding = await bron.OpenConnectionAsync(ct);
        if (vraag.Woorden.Length == 0)
        {
            var genummerd = await Lees(verbinding, vraag, null, ct);
            return vraag.Bereik == ZakenZoeken.Bereik.Niets
                ? genummerd
                : genummerd with
                {
                    Zaken = await Vindplaatsen.MetNamen(genummerd.Zaken, verbinding, ct),
                };
        }
        await using var transactie = await verbinding.BeginTransactionAsync(ct);
        await using (var instellen = new NpgsqlCommand(Opwoorden, verbinding))
        {
            await instellen.ExecuteNonQueryAsync(ct);
        }
        var gezocht = await Tekstvraag.Van(vraag.Woorden, verbinding, ct);
        var lijst = await Lees(verbinding, vraag, gezocht, ct);
        if (
            lijst.Zaken.Count == 0
            && await IsNergens(verbinding, gezocht, ct)
            && await gezocht.Verbeterd(vraag.Bereik, gesloten, verbinding, ct) is { } verbeterd
        )
        {
            gezocht = verbeterd;
            lijst = await Lees(verbinding, vraag, verbeterd, ct);
        }
        return lijst with
        {
            Zaken = await Vindplaatsen.Bij(lijst.Zaken, gezocht, vraag.Bereik, verbinding, ct),
            GezochtOp = gezocht.GezochtOp.Count > 0 && lijst.Zaken.Count > 0 ? gezocht.GezochtOp : null,
        };
    }

    // After the last page there is nothing either.
    private async Task<bool> IsNergens(NpgsqlConnection verbinding, Tekstvraag gezocht, CancellationToken ct) =>
        vraag.Na is null || (await Lees(verbinding, vraag with { Na = null, Aantal = 1 }, gezocht, ct)).Zaken.Count == 0;

    private async Task<ZakenZoeken.Lijst> Lees(
        NpgsqlConnection verbinding,
        ZakenZoeken.Vraag wat,
        Tekstvraag? gezocht,
        CancellationToken ct
    )
    {
        await using var opdracht = new NpgsqlCommand { Connection = verbinding };
        opdracht.CommandText = gezocht is null
            ? Selectie(wat, opdracht.Parameters)
            : $"""
                select k.* from ({Zaak.Selectie}) k join ({Gevonden(wat, gezocht, opdracht.Parameters)}) g on g.zaaknummer = k.zaaknummer
                order by k.ingediend_op desc, k.zaaknummer desc
                """;
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var zaken = new List<ZakenZoeken.ZaakInLijst>();
        while (await rij.ReadAsync(ct))
        {
            zaken.Add(
                new(
                    rij.GetString(rij.GetOrdinal("zaaknummer")),
                    (Zaakstatus)rij.GetInt32(rij.GetOrdinal("status")),
                    rij.GetString(rij.GetOrdinal("kvk_nummer")),
                    rij.GetString(rij.GetOrdinal("tijdvak")),
                    rij.GetFieldValue<Instant>(rij.GetOrdinal("ingediend_op")),
                    rij.GetDecimal(rij.GetOrdinal("gevraagd")),
                    rij.GetDecimal(rij.GetOrdinal("betaald")),
                    rij.Bedrag("verleend"),
                    rij.Bedrag("vastgesteld")
                )
            );
        }
        return zaken.Count > wat.Aantal ? new(zaken[..wat.Aantal], zaken[wat.Aantal - 1].Zaaknummer) : new(zaken);
    }

    private string Selectie(ZakenZoeken.Vraag wat, NpgsqlParameterCollection parameters) =>
        $"""
            select * from ({Zaak.Selectie}) k {Waar(Voorwaarden(wat, parameters))}
            order by k.ingediend_op desc, k.zaaknummer desc limit {Parameter(parameters, wat.Aantal + 1)}
            """;

    private string Gevonden(ZakenZoeken.Vraag wat, Tekstvraag gezocht, NpgsqlParameterCollection parameters)
    {
        var woorden = $"k.{Tekstvraag.Kolom(wat.Bereik)} @@ to_tsquery('dutch', {Parameter(parameters, gezocht.Alle)})";
        return $"""
            select k.zaaknummer from {(wat.Status is null ? "zaken.zoekzaak" : MetStatus)} k {Waar(
                [woorden, .. Voorwaarden(wat, parameters)]
            )}
            order by k.ingediend_op desc, k.zaaknummer desc limit {Parameter(parameters, wat.Aantal + 1)}
            """;
    }

    private List<string> Voorwaarden(ZakenZoeken.Vraag wat, NpgsqlParameterCollection parameters)
    {
        var voorwaarden = new List<string>();
        if (wat.Zaaknummer is { } begin && begin != Elk)
        {
            // No character of a number comes after a tilde.
            voorwaarden.Add($"k.zaaknummer collate \"C\" >= {Parameter(parameters, begin)}");
            voorwaarden.Add($"k.zaaknummer collate \"C\" < {Parameter(parameters, $"{begin}~")}");
        }
        if (wat.Genoemd.Count > 0)
        {
            voorwaarden.Add($"k.zaaknummer = any({Parameter(parameters, wat.Genoemd.ToArray())})");
        }
        if (wat.KvkNummer is { } kvk)
        {
            voorwaarden.Add(
                wat.Bereik == ZakenZoeken.Bereik.Niets
                    ? $"k.kvk_nummer = {Parameter(parameters, kvk)}"
                    : $"k.zaaknummer = any(array({Betrokken(Parameter(parameters, kvk))}))"
            );
        }
        if (wat.Tijdvak is { } tijdvak)
        {
            voorwaarden.Add($"k.tijdvak = {Parameter(parameters, tijdvak)}");
        }
        if (wat.Status is { } status)
        {
            // These two are kept as one: only of them is it worked out which it is.
            var isVastgesteld = status is Zaakstatus.Vastgesteld or Zaakstatus.Afgerond;
            voorwaarden.Add($"k.bewaard = {Parameter(parameters, (int)(isVastgesteld ? Zaakstatus.Vastgesteld : status))}");
            if (isVastgesteld)
            {
                voorwaarden.Add($"k.status = {Parameter(parameters, (int)status)}");
            }
        }
        if (alleenVan is not null)
        {
            voorwaarden.Add($"k.kvk_nummer = {Parameter(parameters, alleenVan)}");
        }
        if (gesloten.Length > 0)
        {
            voorwaarden.Add($"k.zaaknummer <> all({Parameter(parameters, gesloten)})");
        }
        if (wat.Na is { } na)
        {
            // After a case of another there is nothing.
            var eigen = alleenVan is null ? "" : $" and v.kvk_nummer = {Parameter(parameters, alleenVan)}";
            voorwaarden.Add(
                $"(k.ingediend_op, k.zaaknummer) < (select v.ingediend_op, v.zaaknummer from zaken.zaak v where v.zaaknummer = {Parameter(parameters, na)}{eigen})"
            );
        }
        return voorwaarden;
    }

    /// <summary>The cases of an enterprise, and those in which it is a party: who reads names reads those of parties.</summary>
    private static string Betrokken(string kvk) =>
        $"""
            select zaaknummer from zaken.zaak where kvk_nummer = {kvk}
            union select zaaknummer from zaken.zoektekst where soort = 'partij' and kenmerk = {kvk}
            """;
}
