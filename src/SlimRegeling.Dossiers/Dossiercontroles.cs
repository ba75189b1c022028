using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Dossiers;

/// <summary>What must hold of letters and documents, for the reconciliation.</summary>
internal static class Dossiercontroles
{
    private const string Brieven = """
        select b.id, 'pdf met hash ' || left(b.data -> 'opgesteld' ->> 'hash', 12) || '…',
          coalesce('pdf met hash ' || left(encode(sha256(f.inhoud), 'hex'), 12) || '…', 'geen pdf')
        from {schema}.mt_doc_brief b left join {schema}.bestand f on f.id = b.id
        where b.data -> 'verzonden' ->> 'soort' is not null
          and (f.id is null or encode(sha256(f.inhoud), 'hex') <> b.data -> 'opgesteld' ->> 'hash')
        """;

    // Letters from before their words were kept have a PDF only.
    private const string Paginas = """
        select b.id, 'pagina met hash ' || left(b.data -> 'opgesteld' ->> 'inhoudshash', 12) || '…',
          coalesce('pagina met hash ' || left(encode(sha256(f.inhoud), 'hex'), 12) || '…', 'geen pagina')
        from {schema}.mt_doc_brief b left join {schema}.bestand f on f.id = b.id || '.pagina'
        where b.data -> 'verzonden' ->> 'soort' is not null and b.data -> 'opgesteld' ->> 'inhoudshash' is not null
          and (f.id is null or encode(sha256(f.inhoud), 'hex') <> b.data -> 'opgesteld' ->> 'inhoudshash')
        """;

    // What is encrypted is told by its address, which is its hash; where it stands in a folder it is read when it is opened.
    private const string Documenten = """
        select d.id, 'bestand van document ' || (d.data ->> 'soort') || ' in zaak ' || (d.data ->> 'zaaknummer'), 'geen bestand'
        from {schema}.mt_doc_document d
        where d.data ->> 'plaats' like 'database:%' and lower(d.data ->> 'stand') not in ('geweigerd', 'verwijderd')
          and not exists (select from {schema}.bestandsdeel f where f.adres = substr(d.data ->> 'plaats', length('database:') + 1))
        """;

    public static Contextbouwer Bestanden(this Contextbouwer context) =>
        context
            .Controle("een verzonden brief is er nog, zoals zij werd verzonden", Brieven)
            .Controle("een verzonden brief is er nog als pagina, zoals zij werd verzonden", Paginas)
            .Controle("een ontvangen document is er nog", Documenten);
}
