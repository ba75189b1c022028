using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>What must hold of what was claimed back, beside the ledger.</summary>
internal static class Vorderingscontroles
{
    // Per case: what was decided (advances and costs in the ledger) is what was paid, less what came back of it, with what is still ordered, less what is still
    // claimed and what was written off; of the sum itself, without interest (ours neither) and costs. A set-off counts as paid and as repaid. What people reversed says
    // nothing of a claim, which stands as it did.
    private const string Geld = """
        with besloten as (
          select zaaknummer, sum(debet - credit) as bedrag from {schema}.grootboek
          where rekening in ('voorschotten', 'kosten') and keert_om is null group by zaaknummer
        ), orders as (
          select data -> 'opdracht' ->> 'zaaknummer' as zaaknummer,
            sum(case when lower(data ->> 'status') = 'vervallen' then 0 else (data -> 'opdracht' ->> 'bedrag')::numeric end
              + coalesce((data ->> 'deelsVerrekend')::numeric, 0) + coalesce((data ->> 'deelsAanBeslaglegger')::numeric, 0)) as bedrag
          from {schema}.mt_doc_betaalopdracht where lower(data -> 'opdracht' ->> 'soort') not in ('rente', 'terugbetaling') group by 1
        ), terug as (
          select v.data -> 'ontstaan' ->> 'zaaknummer' as zaaknummer, sum((o -> 'toegerekend' ->> 'hoofdsom')::numeric) as bedrag
          from {schema}.mt_doc_vordering v
            cross join lateral jsonb_array_elements((v.data -> 'betalingen') || (v.data -> 'verrekeningen')) o
          group by 1
        ), gevorderd as (
          select data -> 'ontstaan' ->> 'zaaknummer' as zaaknummer,
            sum((data -> 'open' ->> 'hoofdsom')::numeric + (data -> 'afgeboekt' ->> 'hoofdsom')::numeric) as bedrag
          from {schema}.mt_doc_vordering group by 1
        ), zaken as (
          select zaaknummer from besloten union select zaaknummer from orders
        ), stand as (
          select z.zaaknummer, coalesce(b.bedrag, 0) as besloten,
            coalesce(o.bedrag, 0) - coalesce(t.bedrag, 0) - coalesce(g.bedrag, 0) as geld
          from zaken z left join besloten b using (zaaknummer) left join orders o using (zaaknummer)
            left join terug t using (zaaknummer) left join gevorderd g using (zaaknummer)
        )
        select zaaknummer, besloten || ' besloten', geld || ' betaald en opgedragen, zonder wat is terugbetaald, gevorderd en afgeboekt'
        from stand where besloten <> geld
        """;

    private const string TeVorderen = """
        with geboekt as (
          select zaaknummer, sum(debet - credit) as bedrag from {schema}.grootboek
          where rekening = 'te-vorderen' and keert_om is null group by zaaknummer
        ), open as (
          select data -> 'ontstaan' ->> 'zaaknummer' as zaaknummer,
            sum((data -> 'open' ->> 'kosten')::numeric + (data -> 'open' ->> 'rente')::numeric + (data -> 'open' ->> 'hoofdsom')::numeric) as bedrag
          from {schema}.mt_doc_vordering group by 1
        )
        select zaaknummer, coalesce(o.bedrag, 0) || ' open', coalesce(g.bedrag, 0) || ' in het grootboek'
        from geboekt g full join open o using (zaaknummer) where coalesce(o.bedrag, 0) <> coalesce(g.bedrag, 0)
        """;

    private const string Terugbetaald = """
        with geboekt as (
          select zaaknummer, sum(debet - credit) as bedrag from {schema}.grootboek
          where rekening = 'bank' and soort in ('vordering-betaald', 'vordering-met-betaling-verrekend') group by zaaknummer
        ), ontvangen as (
          select v.data -> 'ontstaan' ->> 'zaaknummer' as zaaknummer,
            sum((o -> 'toegerekend' ->> 'kosten')::numeric + (o -> 'toegerekend' ->> 'rente')::numeric + (o -> 'toegerekend' ->> 'hoofdsom')::numeric) as bedrag
          from {schema}.mt_doc_vordering v
            cross join lateral jsonb_array_elements((v.data -> 'betalingen') || (v.data -> 'verrekeningen')) o
          group by 1
        )
        select zaaknummer, coalesce(o.bedrag, 0) || ' op vorderingen', coalesce(g.bedrag, 0) || ' ontvangen in het grootboek'
        from geboekt g full join ontvangen o using (zaaknummer) where coalesce(o.bedrag, 0) <> coalesce(g.bedrag, 0)
        """;

    private const string Bijkomend = """
        with geboekt as (
          select zaaknummer, sum(case rekening when 'rente' then credit - debet else 0 end) as rente,
            sum(case rekening when 'oninbaar' then debet - credit else 0 end) as oninbaar
          from {schema}.grootboek where rekening in ('rente', 'oninbaar') and keert_om is null and soort <> 'betaling-opgedragen' group by zaaknummer
        ), vorderingen as (
          select data -> 'ontstaan' ->> 'zaaknummer' as zaaknummer, (data -> 'afgeboekt' ->> 'hoofdsom')::numeric as oninbaar,
            coalesce((data -> 'aangemaand' ->> 'vergoeding')::numeric, 0) + coalesce((data -> 'betekend' ->> 'kosten')::numeric, 0)
              - coalesce((data ->> 'vervallenKosten')::numeric, 0)
              + coalesce((select sum((r ->> 'bedrag')::numeric) from jsonb_array_elements(data -> 'renten') r), 0)
              - (data -> 'afgeboekt' ->> 'kosten')::numeric - (data -> 'afgeboekt' ->> 'rente')::numeric as rente
          from {schema}.mt_doc_vordering
        ), berekend as (
          select zaaknummer, sum(rente) as rente, sum(oninbaar) as oninbaar from vorderingen group by zaaknummer
        )
        select zaaknummer, coalesce(b.rente, 0) || ' kosten en rente, ' || coalesce(b.oninbaar, 0) || ' afgeboekt',
          coalesce(g.rente, 0) || ' kosten en rente, ' || coalesce(g.oninbaar, 0) || ' afgeboekt'
        from geboekt g full join berekend b using (zaaknummer)
        where coalesce(b.rente, 0) <> coalesce(g.rente, 0) or coalesce(b.oninbaar, 0) <> coalesce(g.oninbaar, 0)
        """;

    public static Contextbouwer Vorderen(this Contextbouwer context) =>
        context
            .Controle("wat besloten is, is betaald, opgedragen, terugbetaald, gevorderd of afgeboekt", Geld)
            .Controle("wat van vorderingen open staat, staat in het grootboek", TeVorderen)
            .Controle("wat op vorderingen is ontvangen, staat in het grootboek", Terugbetaald)
            .Controle("kosten, rente en wat is afgeboekt, staan in het grootboek", Bijkomend);
}
