using SlimRegeling.Platform.Contexten;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken.Afstemming;

/// <summary>What must hold between the contexts, looked up in what all of them said, for the reconciliation.</summary>
internal static class Zaakcontroles
{
    private const string Verleend = $$"""
        select zaaknummer, 'ten minste ' || verleend || ' gereserveerd',
          case when {{Zaak.BudgetVrij}} then 'reservering vrijgegeven'
            else coalesce(gereserveerd || ' gereserveerd', 'geen reservering') end
        from {schema}.zaak
        where verleend is not null and (coalesce(gereserveerd, 0) < verleend or {{Zaak.BudgetVrij}})
        """;

    // What came back and went again counts once, for what was due of it by then.
    private const string Uitgevoerd = $$"""
        select b.zaaknummer, 'opdracht ' || b.betaalopdracht || ' van ' || b.bedrag,
          coalesce('opdracht van ' || o.bedrag, 'geen opdracht') || ', ' || b.keer || ' maal betaald'
        from (
          select s.zaaknummer, s.betaalopdracht, {{Zaak.Betaald}} as bedrag,
            sum(case when s.stap = '{{Eigenstap.BetalingTeruggekomen}}' then -1 else 1 end) as keer
          from {schema}.stap s where s.stap in {{Zaak.Betalingen}} group by s.zaaknummer, s.betaalopdracht
        ) b
        left join (
          select zaaknummer, betaalopdracht, min(bedrag) as bedrag from {schema}.stap
          where stap in ('{{Stapcode.BetalingOpgedragen}}', '{{Eigenstap.BetalingVerlaagd}}') group by zaaknummer, betaalopdracht
        ) o on o.zaaknummer = b.zaaknummer and o.betaalopdracht = b.betaalopdracht
        where o.bedrag is null or b.keer not in (0, 1) or b.bedrag <> b.keer * o.bedrag
        """;

    private const string Opgedragen = $$"""
        select o.zaaknummer, 'besluit ' || o.besluit || ' voor ' || o.bedrag, 'geen zo''n besluit'
        from {schema}.stap o
        where o.stap = '{{Stapcode.BetalingOpgedragen}}' and not exists (
          select 1 from {schema}.stap d where d.zaaknummer = o.zaaknummer and d.besluit = o.besluit
            and (d.stap in ('{{Stapcode.VoorschotToegekend}}', '{{Eigenstap.TweedeVoorschot}}') and d.bedrag = o.bedrag
              or d.stap in ('{{Stapcode.SubsidieVastgesteld}}', '{{Eigenstap.IntrekkingHerroepen}}') and d.bedrag >= o.bedrag)
        )
        """;

    // What was paid before a withdrawal is claimed back: it was due when it was paid. What was paid back is not paid, and can be paid again.
    private const string Betaald = $$"""
        select b.zaaknummer, 'ten hoogste ' || b.hoogste || ' betaald', b.betaald || ' betaald' from (
          select z.zaaknummer, {{Zaak.Betaald}} as betaald, greatest(coalesce(z.verleend, 0), (
            select max(v.bedrag) from {schema}.stap v where v.zaaknummer = z.zaaknummer
              and v.stap in ('{{Stapcode.SubsidieVerleend}}', '{{Stapcode.VerleningGewijzigd}}', '{{Eigenstap.Verleninghersteld}}')
              and exists (
                select from {schema}.stap i where i.zaaknummer = z.zaaknummer
                  and i.stap in ('{{Eigenstap.VerleningIngetrokken}}', '{{Eigenstap.VaststellingIngetrokken}}')
              )
          )) as hoogste
          from {schema}.stap s join {schema}.zaak z using (zaaknummer)
          where s.stap in {{Zaak.Betalingen}} group by z.zaaknummer, z.verleend
        ) b where b.betaald - coalesce((
          select sum(t.bedrag) from (
            select max(v.bedrag) as bedrag from {schema}.stap v
            where v.zaaknummer = b.zaaknummer and v.stap = '{{Eigenstap.VorderingVoldaan}}' group by v.besluit
          ) t
        ), 0) > b.hoogste
        """;

    // A letter that waits for an address is named too: until it is sent the decision has no effect (3:41 Awb).
    private const string Brieven = $$"""
        select d.zaaknummer, 'een brief over besluit ' || d.besluit, 'geen brief verzonden'
        from {schema}.stap d
        where d.stap in ('{{Stapcode.SubsidieVerleend}}', '{{Stapcode.AanvraagAfgewezen}}', '{{Stapcode.BuitenBehandeling}}', '{{Stapcode.SubsidieVastgesteld}}',
            '{{Eigenstap.Herstelbesluit}}', '{{Eigenstap.Wijzigingsbesluit}}', '{{Eigenstap.TweedeVoorschot}}',
            '{{Eigenstap.VerleningIngetrokken}}', '{{Eigenstap.VaststellingIngetrokken}}', '{{Eigenstap.Terugvordering}}')
          and d.besluit is not null and d.moment < now() - interval '2 days' and not exists (
            select from {schema}.stap b where b.zaaknummer = d.zaaknummer and b.stap = '{{Stapcode.BriefVerzonden}}' and b.besluit = d.besluit
          )
        """;

    public static Contextbouwer TussenContexten(this Contextbouwer context) =>
        context
            .Controle("een verlening heeft haar reservering", Verleend)
            .Controle("een betaling heeft haar opdracht", Uitgevoerd)
            .Controle("een betaalopdracht heeft haar besluit", Opgedragen)
            .Controle("er is niet meer betaald dan verleend", Betaald)
            .Controle("een besluit heeft zijn brief", Brieven);
}
