using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Tijdvakken;

/// <summary>What must hold of the money of the windows, for the reconciliation.</summary>
internal static class Budgetcontroles
{
    private const string Totaal = """
        select coalesce(p.tijdvak, r.tijdvak),
          coalesce(r.geteld, 0.00) || ' gereserveerd, waarvan ' || coalesce(r.terug, 0.00) || ' teruggevraagd',
          coalesce(p.gereserveerd || ' gereserveerd, waarvan ' || p.teruggevraagd || ' teruggevraagd', 'geen totaal')
        from {schema}.plafondstand p full join (
          select tijdvak, sum(bedrag + terug + apart) as geteld, sum(terug) as terug from (
            select data ->> 'tijdvak' as tijdvak, (data ->> 'bedrag')::numeric as bedrag, coalesce((data ->> 'teruggevraagd')::numeric, 0) as terug,
              (select coalesce(sum((b ->> 'bedrag')::numeric), 0) from jsonb_array_elements(data -> 'bezwaarbudgetten') b) as apart
            from {schema}.mt_doc_reservering
          ) elk group by tijdvak
        ) r on r.tijdvak = p.tijdvak
        where p.tijdvak is null or p.gereserveerd <> coalesce(r.geteld, 0) or p.teruggevraagd <> coalesce(r.terug, 0)
        """;

    private const string Plafond = """
        select coalesce(t.id, p.tijdvak), coalesce('plafond ' || (t.data ->> 'plafond'), 'geen tijdvak'),
          coalesce('plafond ' || p.plafond, 'geen plafond')
        from {schema}.mt_doc_tijdvak t full join {schema}.plafondstand p on p.tijdvak = t.id
        where t.id is null or p.tijdvak is null or p.plafond <> (t.data ->> 'plafond')::numeric
        """;

    public static Contextbouwer Budgetten(this Contextbouwer context) =>
        context
            .Controle("het totaal van een tijdvak is de som van zijn reserveringen", Totaal)
            .Controle("het plafond van een tijdvak is dat van zijn besluit", Plafond);
}
