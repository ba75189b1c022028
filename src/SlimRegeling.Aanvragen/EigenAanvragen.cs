using System.ComponentModel;
using Marten;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// The drafts and applications of one's own enterprise: by window, or only those that were submitted, the latest first. An adviser's enterprise can
/// have very many: who shows some asks for those, a page at a time.
/// </summary>
internal static class EigenAanvragen
{
    private const int Hoogste = 100;

    private sealed record Gevonden(string Zaaknummer, string Tijdvak, Instant? OntvangenOp, decimal? Gevraagd);

    public static async Task<Uitkomst> Voer(
        [Description("Alleen deze aanvraag.")] string? zaaknummer,
        [Description("Alleen die in dit tijdvak.")] string? tijdvak,
        [Description("true: alleen wat is ingediend, het laatste eerst. false: alleen concepten.")] bool? ingediend,
        [Description("Wat hierna komt: het zaaknummer van de laatste van de vorige bladzijde.")] string? na,
        [Description("Hoeveel ten hoogste, 1 tot en met 100. Zonder: alle.")] int? aantal,
        Werkeenheid<AanvragenContext> eenheid,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (aantal is < 1 or > Hoogste)
        {
            return Weigering.Invoer(new Fout("aantal", $"Vraag 1 tot en met {Hoogste} aanvragen per bladzijde."));
        }
        var gevonden = await Zoek(
            eenheid.Sessie,
            [persoon.KvkNummer ?? "", Hoofdletters(zaaknummer), OfNiets(tijdvak), ingediend, Hoofdletters(na), aantal],
            ingediend == true,
            ct
        );
        var zaken = gevonden.Where(g => g.OntvangenOp is not null).Select(g => g.Zaaknummer);
        var aanvragen = (await eenheid.Sessie.LoadManyAsync<Aanvraag>(ct, zaken)).ToDictionary(a => a.Id);
        return Uitkomst.Ok(
            gevonden
                .Select(g => new Tonen.Regel(
                    g.Zaaknummer,
                    g.Tijdvak,
                    aanvragen.TryGetValue(g.Zaaknummer, out var aanvraag) ? aanvraag.Status : Status.Concept,
                    g.OntvangenOp,
                    g.Gevraagd
                ))
                .ToList()
        );
    }

    /// <summary>Without their forms.</summary>
    private static async Task<List<Gevonden>> Zoek(
        IDocumentSession sessie,
        IEnumerable<object?> waarden,
        bool laatsteEerst,
        CancellationToken ct
    )
    {
        var (volgorde, verder) = laatsteEerst ? ("ontvangen_op desc, id desc", "<") : ("tijdvak collate \"C\", id collate \"C\"", ">");
        var plaats = laatsteEerst ? "ontvangen_op, id" : "tijdvak collate \"C\", id collate \"C\"";
        await using var opdracht = new NpgsqlCommand(
            $$"""
            with eigen as (
              select id, data ->> 'tijdvak' as tijdvak, (data #>> '{ontvangen,ontvangenOp}')::timestamptz as ontvangen_op,
                (data #>> '{ontvangen,gevraagd}')::numeric as gevraagd
              from aanvragen.mt_doc_concept where kvk_nummer = $1
            )
            select id, tijdvak, ontvangen_op, gevraagd from eigen
            where ($2::text is null or id = $2) and ($3::text is null or tijdvak = $3)
              and ($4::boolean is null or (ontvangen_op is not null) = $4)
              and ($5::text is null or ({{plaats}}) {{verder}} (select {{plaats}} from eigen where id = $5))
            order by {{volgorde}} limit $6::int
            """
        );
        foreach (var waarde in waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde ?? DBNull.Value });
        }
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        var gevonden = new List<Gevonden>();
        while (await rij.ReadAsync(ct))
        {
            gevonden.Add(
                new(
                    rij.GetString(0),
                    rij.GetString(1),
                    await rij.IsDBNullAsync(2, ct) ? null : await rij.GetFieldValueAsync<Instant>(2, ct),
                    await rij.IsDBNullAsync(3, ct) ? null : rij.GetDecimal(3)
                )
            );
        }
        return gevonden;
    }

    private static string? Hoofdletters(string? nummer) => OfNiets(nummer)?.ToUpperInvariant();

    private static string? OfNiets(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();
}
