using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>What must hold of what is promised and paid, beside what may be: the ceiling of a window (2.7) and the budget of a year.</summary>
internal static class Begrotingscontroles
{
    // What people reversed says nothing of an award, which stands as it did. A window of which Betalingen did not hear has no ceiling here.
    private const string BovenPlafond = """
        select p.tijdvak, 'hoogstens ' || p.plafond || ' toegezegd en vastgesteld', g.bedrag || ' toegezegd en vastgesteld'
        from {schema}.tijdvakplafond p join (
          select tijdvak, sum(case rekening when 'verplichtingen' then credit - debet else debet - credit end) as bedrag
          from {schema}.grootboek where rekening in ('verplichtingen', 'kosten') and keert_om is null group by tijdvak
        ) g on g.tijdvak = p.tijdvak
        where g.bedrag > p.plafond
        """;

    private const string BovenBegroting = """
        select 'begrotingsjaar ' || (r ->> 'jaar'), 'hoogstens ' || (r ->> 'begroot') || ' ' || (r ->> 'soort'), (r ->> 'bedrag') || ' ' || (r ->> 'soort')
        from {schema}.mt_doc_begrotingswacht w cross join lateral jsonb_array_elements(w.data -> 'teVeel') r
        """;

    public static Contextbouwer Begroten(this Contextbouwer context) =>
        context
            .Controle("wat in een tijdvak is toegezegd en vastgesteld, past onder zijn plafond", BovenPlafond)
            .Controle("wat in een jaar is toegezegd en betaald, past in zijn begroting", BovenBegroting);
}
