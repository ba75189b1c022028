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

    // Where each statement begins with the balance with which another ends, only the first begin and the last end are left over; where one is missing, or a
    // movement is on two, more are, and nothing is compared. What the program took for a movement that it knew, is in neither sum above.
    private static string Eindsaldo =>
        $$"""
            select 'bank', saldi.beweging || ' van het eerste tot het laatste saldo',
              s.grootboek || ' in het grootboek en ' || s.werklijst || ' op de werklijst'
            from ({{Sommen("{schema}")}}) s, (
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
            ) saldi
            where saldi.beweging <> s.grootboek + s.werklijst and exists (select from {schema}.mt_doc_afschrift)
            """;

    public static Contextbouwer Bankrekening(this Contextbouwer context) =>
        context
            .Controle("wat op afschriften bewoog, staat in het grootboek of op de werklijst", Aansluiting)
            .Controle("het laatste saldo volgt uit het eerste, het grootboek en de werklijst", Eindsaldo)
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
}
