using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>What must hold of payments and the ledger, for the reconciliation.</summary>
internal static class Betaalcontroles
{
    // What was signed, as the orders that follow from it: the first advance and settlement, those of decisions on objection, what was ordered less before and
    // is due after all, and interest. Where an advance and a settlement crossed, the two together come to what was settled.
    private const string Besloten = """
        select v.id as zaaknummer, b.soort, b.besluit ->> 'besluit' as besluit,
          coalesce(
            case when b.soort <> 'nabetaling' then v.data -> 'bijgesteld' ->> (b.besluit ->> 'besluit') end, b.besluit ->> b.bedrag
          )::numeric as bedrag
        from {schema}.mt_doc_verplichting v cross join lateral (
          select 'voorschot' as soort, v.data -> 'voorschot' as besluit, 'bedrag' as bedrag
          union all select 'voorschot', jsonb_array_elements(v.data -> 'latereVoorschotten'), 'bedrag'
          union all select 'vaststelling', v.data -> 'vaststelling', 'nogTeBetalen'
          union all select 'vaststelling', jsonb_array_elements(v.data -> 'latereVaststellingen'), 'nogTeBetalen'
          union all select 'nabetaling', n || jsonb_build_object('terug', -(n ->> 'bedrag')::numeric), 'terug'
            from jsonb_array_elements(v.data -> 'verrekeningen') n where (n ->> 'bedrag')::numeric < 0
        ) b
        where v.data -> 'verlening' ->> 'besluit' is not null
        union all select data ->> 'zaaknummer', 'rente', data ->> 'besluit', (data ->> 'bedrag')::numeric
        from {schema}.mt_doc_rentevergoeding where data ->> 'besluit' is not null
        union all select v.data -> 'ontstaan' ->> 'zaaknummer', 'rente', t ->> 'besluit', (t ->> 'bedrag')::numeric
        from {schema}.mt_doc_vordering v cross join lateral jsonb_array_elements(v.data -> 'teruggaven') t
        """;

    private const string Opgedragen = """
        select id, data -> 'opdracht' ->> 'zaaknummer' as zaaknummer, lower(data -> 'opdracht' ->> 'soort') as soort,
          data -> 'opdracht' ->> 'besluit' as besluit,
          (data -> 'opdracht' ->> 'bedrag')::numeric + coalesce((data ->> 'verlaagd')::numeric, 0) as bedrag
        from {schema}.mt_doc_betaalopdracht
        """;

    private const string HeeftBesluit = $"""
        select o.id, coalesce(b.bedrag || ' bij besluit ' || b.besluit, 'geen opdracht: er is geen besluit'), o.bedrag || ' bij besluit ' || o.besluit
        from ({Opgedragen}) o left join ({Besloten}) b on b.zaaknummer = o.zaaknummer and b.soort = o.soort and b.besluit = o.besluit
        where b.bedrag is distinct from o.bedrag and o.soort <> 'terugbetaling'
        """;

    private const string HeeftOpdracht = $"""
        select b.zaaknummer, 'een opdracht van ' || b.bedrag || ' bij besluit ' || b.besluit, count(o.id) || ' opdrachten'
        from ({Besloten}) b left join ({Opgedragen}) o on o.zaaknummer = b.zaaknummer and o.soort = b.soort and o.besluit = b.besluit
        where b.bedrag > 0 group by b.zaaknummer, b.besluit, b.soort, b.bedrag having count(o.id) <> 1
        """;

    private const string VanTwee = """
        select o.id, 'een besluit dat twee mensen ondertekenden', o.aantal || ' bij besluit ' || coalesce(nullif(o.besluit, ''), 'zonder nummer')
        from (
          select id, data -> 'opdracht' ->> 'besluit' as besluit,
            (select count(distinct wie) from jsonb_array_elements_text(data -> 'opdracht' -> 'ondertekenaars') as n (wie) where trim(wie) <> '') as aantal
          from {schema}.mt_doc_betaalopdracht
        ) o where o.aantal < 2 or coalesce(o.besluit, '') = ''
        """;

    private const string Balans = """
        select min(zaaknummer) || ' boeking ' || boeking, sum(debet) || ' debet en evenveel credit', sum(debet) || ' debet en ' || sum(credit) || ' credit'
        from {schema}.grootboek group by boeking having sum(debet) <> sum(credit)
        """;

    private const string OpTussenrekening = """
        select r.id, r.verwacht || ' op de tussenrekening', coalesce(g.gevonden, 0) || ' op de tussenrekening'
        from (
          select id, case when (data ->> 'opTussenrekening')::boolean then (data ->> 'bedrag')::numeric else 0.00 end as verwacht
          from {schema}.mt_doc_bankregel
        ) r left join (
          select stroom, sum(credit - debet) as gevonden from {schema}.grootboek where rekening = 'tussenrekening' group by stroom
        ) g on g.stroom = r.id
        where r.verwacht <> coalesce(g.gevonden, 0)
        """;

    private const string InBestand = """
        select o.id, coalesce('in bestand ' || (o.data ->> 'bestand'), 'in een bestand'), 'niet in dat bestand'
        from {schema}.mt_doc_betaalopdracht o
        where o.data ->> 'status' in ('InBestand', 'Uitgevoerd') and coalesce(o.data ->> 'verrekend', 'false') <> 'true'
          and o.data ->> 'aanBeslaglegger' is null and not exists (
          select from {schema}.mt_doc_betaalronde r
          where r.id = o.data ->> 'bestand' and r.data -> 'gemaakt' -> 'betaalopdrachten' @> to_jsonb(o.id)
        )
        """;

    // What people reversed says nothing of an order, which stands as it did.
    private const string TeBetalen = """
        select coalesce(g.zaaknummer, o.zaaknummer), coalesce(o.bedrag, 0) || ' aan open opdrachten', coalesce(g.bedrag, 0) || ' te betalen'
        from (
          select zaaknummer, sum(credit - debet) as bedrag from {schema}.grootboek where rekening = 'te-betalen' and keert_om is null group by zaaknummer
        ) g
        full join (
          select data -> 'opdracht' ->> 'zaaknummer' as zaaknummer, sum((data -> 'opdracht' ->> 'bedrag')::numeric) as bedrag
          from {schema}.mt_doc_betaalopdracht where lower(data ->> 'status') <> 'uitgevoerd' group by 1
        ) o on o.zaaknummer = g.zaaknummer
        where coalesce(g.bedrag, 0) <> coalesce(o.bedrag, 0)
        """;

    // A set-off counts as paid, and so does what went to who attached it, of the part of an order that it was about.
    private const string Betaald = """
        select coalesce(g.zaaknummer, o.zaaknummer), coalesce(o.bedrag, 0) || ' uitgevoerd of verrekend', coalesce(g.bedrag, 0) || ' betaald'
        from (
          select zaaknummer, sum(credit - debet) as bedrag from {schema}.grootboek
          where rekening = 'bank' and soort in ('betaling-uitgevoerd', 'betaling-teruggekomen', 'betaling-verrekend', 'beslaglegger-betaald')
          group by zaaknummer
        ) g
        full join (
          select data -> 'opdracht' ->> 'zaaknummer' as zaaknummer,
            sum(case when lower(data ->> 'status') = 'uitgevoerd' then (data -> 'opdracht' ->> 'bedrag')::numeric else 0 end
              + coalesce((data ->> 'deelsVerrekend')::numeric, 0) + coalesce((data ->> 'deelsAanBeslaglegger')::numeric, 0)) as bedrag
          from {schema}.mt_doc_betaalopdracht group by 1
        ) o on o.zaaknummer = g.zaaknummer
        where coalesce(g.bedrag, 0) <> coalesce(o.bedrag, 0)
        """;

    // What is booked up to and including a month that was closed stays what was confirmed.
    private const string Gesloten = """
        with per as (select date_trunc('month', boekdatum)::date as maand, count(*) as regels, sum(debet) as debet from {schema}.grootboek group by 1)
        select to_char(m.maand, 'YYYY-MM'), m.regels || ' regels, ' || m.debet || ' debet', tot.regels || ' regels, ' || tot.debet || ' debet'
        from {schema}.maandsluiting m cross join lateral (
          select coalesce(sum(regels), 0) as regels, coalesce(sum(debet), 0) as debet from per where per.maand <= m.maand
        ) tot
        where tot.regels <> m.regels or tot.debet <> m.debet
        """;

    // Line by line the other side, and nothing else.
    private const string Tegenboeking = """
        select coalesce(t.zaaknummer, o.zaaknummer) || ' boeking ' || t.boeking, 'het omgekeerde van boeking ' || t.keert_om,
          coalesce(min(o.rekening), 'niets') || ' debet ' || sum(t.debet) || ' en credit ' || sum(t.credit)
        from {schema}.grootboek t
        left join {schema}.grootboek o on o.boeking = t.keert_om and o.regel = t.regel
        where t.keert_om is not null and (o.rekening, o.debet, o.credit) is distinct from (t.rekening, t.credit, t.debet)
        group by 1, 2
        """;

    public static Contextbouwer Betalingen(this Contextbouwer context) =>
        context
            .Controle("een betaalopdracht heeft haar ondertekende besluit", HeeftBesluit)
            .Controle("een ondertekend besluit heeft één betaalopdracht", HeeftOpdracht)
            .Controle("wat is opgedragen is door twee mensen ondertekend", VanTwee)
            .Controle("een betaling die op weg is of is uitgevoerd, staat in haar bestand", InBestand)
            .Controle("elke boeking is in balans", Balans)
            .Controle("wat te betalen staat is wat is opgedragen en niet uitgevoerd", TeBetalen)
            .Controle("wat is betaald is wat is uitgevoerd of verrekend", Betaald)
            .Controle("een gesloten maand is zoals zij werd bevestigd", Gesloten)
            .Controle("een tegenboeking keert haar boeking om", Tegenboeking)
            .Controle("wat op de tussenrekening staat, staat op de werklijst", OpTussenrekening)
            .Bankrekening()
            .Vorderen();
}
