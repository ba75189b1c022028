using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>What must hold of payments and the ledger, for the reconciliation.</summary>
internal static class Betaalcontroles
{
    // What was signed, as the orders that follow from it: the first advance and settlement, those of decisions on objection, and what was ordered less before
    // and is due after all. Where an advance and a settlement crossed, the two together come to what was settled.
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
        where b.bedrag is distinct from o.bedrag
        """;

    private const string HeeftOpdracht = $"""
        select b.zaaknummer, 'een opdracht van ' || b.bedrag || ' bij besluit ' || b.besluit, count(o.id) || ' opdrachten'
        from ({Besloten}) b left join ({Opgedragen}) o on o.zaaknummer = b.zaaknummer and o.soort = b.soort and o.besluit = b.besluit
        where b.bedrag > 0 group by b.zaaknummer, b.besluit, b.soort, b.bedrag having count(o.id) <> 1
        """;

    private const string Balans = """
        select min(zaaknummer) || ' boeking ' || boeking, sum(debet) || ' debet en evenveel credit', sum(debet) || ' debet en ' || sum(credit) || ' credit'
        from {schema}.grootboek group by boeking having sum(debet) <> sum(credit)
        """;

    public static Contextbouwer Betalingen(this Contextbouwer context) =>
        context
            .Controle("een betaalopdracht heeft haar ondertekende besluit", HeeftBesluit)
            .Controle("een ondertekend besluit heeft één betaalopdracht", HeeftOpdracht)
            .Controle("elke boeking is in balans", Balans);
}
