using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>What must hold of the bank account, beside its statements.</summary>
internal static class Bankcontroles
{
    // What stands beside another movement on the suspense account balances it.
    private const string TegenElkaar = """
        select r.id, 'samen met regel ' || (r.data ->> 'gekoppeld') || ' nul', (r.data ->> 'bedrag') || ' en ' || coalesce(a.data ->> 'bedrag', 'niets')
        from {schema}.mt_doc_bankregel r left join {schema}.mt_doc_bankregel a on a.id = r.data ->> 'gekoppeld' and a.data ->> 'gekoppeld' = r.id
        where lower(r.data ->> 'doel') = 'bankregel' and (r.data ->> 'bedrag')::numeric + (a.data ->> 'bedrag')::numeric is distinct from 0
        """;

    // It rests on no decision on the subsidy, but on money that came in and that two people found to be too much.
    private const string Terugbetaling = """
        select o.id, 'een ontvangst van ' || o.bedrag, 'geen ontvangst van zoveel'
        from (
          select id, (data -> 'opdracht' ->> 'bedrag')::numeric + coalesce((data ->> 'verlaagd')::numeric, 0) as bedrag
          from {schema}.mt_doc_betaalopdracht where lower(data -> 'opdracht' ->> 'soort') = 'terugbetaling'
        ) o
        where not exists (
          select from {schema}.mt_doc_bankregel r where r.data ->> 'gekoppeld' = o.id and (r.data ->> 'bedrag')::numeric = o.bedrag
        )
        """;

    private static string Aansluiting =>
        $$"""
            select 'bank', afschriften || ' op afschriften', grootboek || ' in het grootboek en ' || werklijst || ' op de werklijst'
            from ({{Sommen("{schema}")}}) s where afschriften <> grootboek + werklijst
            """;

    // What the program took for a movement that it knew, is in neither sum above.
    private static string Eindsaldo =>
        $$"""
            select 'bank', saldi.beweging || ' van het eerste tot het laatste saldo',
              s.grootboek || ' in het grootboek en ' || s.werklijst || ' op de werklijst'
            from ({{Sommen("{schema}")}}) s, ({{Saldi("{schema}")}}) saldi
            where saldi.beweging <> s.grootboek + s.werklijst and exists (select from {schema}.mt_doc_afschrift)
            """;

    // Told again, what has no row would be found nowhere. A row is found by the account and the bank's reference, of which a part may be booked.
    private const string EigenRij = """
        with rekeningen as (select distinct rekening from {schema}.bankmutatie_afschrift), geboekt as (
          select o.id, g ->> 'mutatie' as mutatie
          from {schema}.mt_doc_betaalopdracht o cross join lateral jsonb_array_elements(o.data -> 'gegevens') g
          union all
          select v.id, b ->> 'mutatie' from {schema}.mt_doc_vordering v cross join lateral jsonb_array_elements(v.data -> 'betalingen') b
        )
        select id, 'een rij van deze boeking', 'geen rij' from {schema}.mt_doc_bankregel
        where exists (select from rekeningen) and id not in (select id from {schema}.bankmutatie)
        union all
        select g.id, 'een rij van boeking ' || g.mutatie, 'geen rij' from geboekt g
        where exists (select from rekeningen) and not exists (
          select from rekeningen r join {schema}.bankmutatie m
            on m.id = left(encode(sha256(convert_to(r.rekening || chr(10) || regexp_replace(g.mutatie, '/rest[0-9]+$', ''), 'UTF8')), 'hex'), 20)
        )
        """;

    private const string Leesbaar = """
        select afschrift, 'zijn boekingen, zoals zij zijn gelezen', 'andere, of onleesbaar' from {schema}.bankmutatie_afschrift where not leesbaar
        """;

    public static Contextbouwer Bankrekening(this Contextbouwer context) =>
        context
            .Controle("wat op afschriften bewoog, staat in het grootboek of op de werklijst", Aansluiting)
            .Controle("het laatste saldo volgt uit het eerste, het grootboek en de werklijst", Eindsaldo)
            .Controle("elke boeking die de bank vertelde, heeft een eigen rij", EigenRij)
            .Controle("de boekingen van een afschrift zijn te lezen", Leesbaar)
            .Controle("een terugbetaling heeft haar ontvangst", Terugbetaling)
            .Controle("wat tegen elkaar wegvalt, is samen nul", TegenElkaar);

    /// <summary>
    /// One row: what moved on the statements, what moved on the account in the ledger, what of the work list is booked nowhere, and how many lines that are. A
    /// set-off and a counter-entry move nothing at the bank.
    /// </summary>
    public static string Sommen(string schema) =>
        $"""
            select
              (select coalesce(sum((data -> 'gelezen' ->> 'nieuw')::numeric), 0) from {schema}.mt_doc_afschrift) as afschriften,
              (
                select coalesce(sum(debet - credit), 0) from {schema}.grootboek where rekening = 'bank' and keert_om is null
                  and coalesce(soort, '') not in ('betaling-verrekend', 'vordering-met-betaling-verrekend')
              ) as grootboek,
              coalesce(sum((data ->> 'bedrag')::numeric), 0) as werklijst,
              count(*) as regels
            from {schema}.mt_doc_bankregel where data ->> 'gekoppeld' is null and coalesce(data ->> 'opTussenrekening', 'false') = 'false'
            """;

    /// <summary>
    /// One row: what moved from the first balance of the bank to its last. Where each statement begins with the balance with which another ends, only the first
    /// begin and the last end are left over; where one is missing, or a movement is on two, more are: there is no row, and nothing is compared.
    /// </summary>
    public static string Saldi(string schema) =>
        $"""
            select coalesce(-sum(saldo * keer), 0) as beweging
            from (
              select saldo, sum(keer) as keer
              from (
                select (data -> 'gelezen' ->> 'beginsaldo')::numeric as saldo, 1 as keer from {schema}.mt_doc_afschrift
                union all
                select (data -> 'gelezen' ->> 'eindsaldo')::numeric, -1 from {schema}.mt_doc_afschrift
              ) alle
              group by saldo having sum(keer) <> 0
            ) los
            having count(*) <= 2 and coalesce(max(abs(keer)), 1) = 1
            """;
}
