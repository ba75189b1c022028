using System.Text.Json;
using Npgsql;

namespace SlimRegeling.Api.Tests.Levens;

/// <summary>
/// What holds at rest, in what each context keeps: never more promised than reserved, never more settled than awarded, what is ordered and not claimed
/// back, repaid or written off is what is due, and all of them say the same.
/// </summary>
internal sealed class Levensproef(Beller beller, NpgsqlDataSource toezicht)
{
    // Of subsidy: interest that we owe, and what goes back of a receipt, are none. What people reversed says nothing of a case, which stands as it did.
    private const string VanZaak = """
        select json_build_object(
          'verleend', (select data -> 'verleend' ->> 'bedrag' from verlening.mt_doc_verlening where id = $1),
          'vastgesteldVerlening', (select data -> 'vaststelling' ->> 'vastgesteld' from verlening.mt_doc_verlening where id = $1),
          'opengesteld', (select data -> 'opening' ->> 'verleend' from vaststelling.mt_doc_verantwoording where id = $1),
          'vastgesteld', (select data -> 'vaststelling' ->> 'bedrag' from vaststelling.mt_doc_verantwoording where id = $1),
          'gereserveerd', (select data ->> 'bedrag' from tijdvakken.mt_doc_reservering where id = $1),
          'verleendZaken', (select verleend::text from zaken.zaak where zaaknummer = $1),
          'vastgesteldZaken', (select least(vastgesteld, verleend)::text from zaken.zaak where zaaknummer = $1 and vastgesteld is not null),
          'opgedragen', (select coalesce(sum((data -> 'opdracht' ->> 'bedrag')::numeric + coalesce((data ->> 'deelsVerrekend')::numeric, 0)
              + coalesce((data ->> 'deelsAanBeslaglegger')::numeric, 0)), 0)::text
            from betalingen.mt_doc_betaalopdracht
            where data -> 'opdracht' ->> 'zaaknummer' = $1 and lower(data -> 'opdracht' ->> 'soort') not in ('rente', 'terugbetaling')),
          'verplichtingen', (select coalesce(sum(credit - debet), 0)::text from betalingen.grootboek
            where zaaknummer = $1 and rekening = 'verplichtingen' and keert_om is null),
          'kosten', (select coalesce(sum(debet - credit), 0)::text from betalingen.grootboek
            where zaaknummer = $1 and rekening = 'kosten' and keert_om is null),
          'terugbetaald', (select coalesce(sum((o -> 'toegerekend' ->> 'hoofdsom')::numeric), 0)::text from betalingen.mt_doc_vordering v
            cross join lateral jsonb_array_elements((v.data -> 'betalingen') || (v.data -> 'verrekeningen')) o
            where v.data -> 'ontstaan' ->> 'zaaknummer' = $1),
          'gevorderd', (select coalesce(sum((data -> 'open' ->> 'hoofdsom')::numeric + (data -> 'afgeboekt' ->> 'hoofdsom')::numeric), 0)::text
            from betalingen.mt_doc_vordering where data -> 'ontstaan' ->> 'zaaknummer' = $1),
          'teVorderen', (select coalesce(sum(debet - credit), 0)::text from betalingen.grootboek
            where zaaknummer = $1 and rekening = 'te-vorderen' and keert_om is null),
          'verschil', (select coalesce(sum(debet - credit), 0)::text from betalingen.grootboek where zaaknummer = $1)
        )::text
        """;

    private const string VanTijdvak = """
        select json_build_object('plafond', plafond::text, 'gereserveerd', gereserveerd::text)::text
        from tijdvakken.plafondstand where tijdvak = $1
        """;

    public async Task Klopt(string tijdvak, IEnumerable<Leven> levens)
    {
        var beloofd = 0m;
        foreach (var leven in levens)
        {
            beloofd += await Klopt(leven);
        }
        var geld = await Lees(VanTijdvak, tijdvak);
        Assert.True(
            beloofd <= geld.Bedrag("gereserveerd") && geld.Bedrag("gereserveerd") <= geld.Bedrag("plafond"),
            $"{tijdvak}: {beloofd} promised; {geld}."
        );
        var apart = await beller.Haal("bert", "/v1/beheer/berichten/apart");
        Assert.True(apart.Inhoud.GetProperty("aantal").GetInt64() == 0, $"A message was refused: {apart.Tekst}");
    }

    /// <returns>What is promised, in euro.</returns>
    private async Task<decimal> Klopt(Leven leven)
    {
        var geld = await Lees(VanZaak, leven.Zaak);
        var (verleend, vastgesteld) = (geld.Bedrag("verleend"), geld.Bedrag("vastgesteld"));
        // Of the sum itself: what is charged beside it, for paying late, is no part of what was settled.
        var betaalbaar = geld.Bedrag("opgedragen") - geld.Bedrag("terugbetaald") - geld.Bedrag("gevorderd");
        Zelfde("gereserveerd");
        Zelfde("opengesteld");
        Zelfde("verleendZaken");
        Assert.True(vastgesteld <= verleend, $"{leven.Zaak} is settled above its award: {geld}.");
        Assert.True(betaalbaar <= verleend, $"{leven.Zaak} is paid above its award: {geld}.");
        Assert.True(geld.Bedrag("teVorderen") >= 0 && geld.Bedrag("verschil") == 0, $"{leven.Zaak} is booked wrongly: {geld}.");
        Assert.True(
            vastgesteld == geld.Bedrag("vastgesteldVerlening") && vastgesteld == geld.Bedrag("vastgesteldZaken"),
            $"{leven.Zaak} is settled otherwise elsewhere: {geld}."
        );
        if (geld.Lid("vastgesteld") is null)
        {
            Assert.True(
                geld.Bedrag("verplichtingen") == verleend && geld.Bedrag("kosten") == 0,
                $"{leven.Zaak} is not booked as it was awarded: {geld}."
            );
        }
        // What is to be settled anew can have an award, and an advance, that no settlement reckoned with yet.
        else if (await leven.Verantwoordingsfase() == "vastgesteld")
        {
            Assert.True(
                betaalbaar == vastgesteld && geld.Bedrag("kosten") == vastgesteld && geld.Bedrag("verplichtingen") == 0,
                $"{leven.Zaak} is not paid what was settled: {geld}."
            );
        }
        return verleend;

        void Zelfde(string waar) =>
            Assert.True(
                geld.Lid("verleend") is null || geld.Bedrag(waar) == verleend,
                $"{leven.Zaak} is {geld.Bedrag(waar)} by {waar} and {verleend} by its award: {geld}."
            );
    }

    private async Task<JsonElement?> Lees(string sql, string sleutel)
    {
        await using var opdracht = toezicht.CreateCommand(sql);
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = sleutel });
        var tekst = (string)(await opdracht.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        return JsonSerializer.Deserialize<JsonElement>(tekst);
    }
}
