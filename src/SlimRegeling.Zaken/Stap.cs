namespace SlimRegeling.Zaken;

/// <summary>
/// What happened in a case: one row per message, under the message's own id, so that it cannot be there twice. <c>stap</c> is a code of
/// the rule version's steps, from which title and article come when it is shown, or that of a <see cref="Verzoekbrief"/> or an
/// <see cref="Eigenstap"/>. <c>versie</c> is that of the stream that said it, where the message tells it. <c>dag</c> is a last day that the step
/// sets, or on which a reminder came; <c>besluit</c> of an objection its number.
/// </summary>
internal static class Stap
{
    public const string Ddl = """
        create table if not exists {schema}.stap (
          bericht uuid primary key,
          zaaknummer text not null,
          moment timestamptz not null,
          stap text not null,
          wie text not null,
          namens text,
          bedrag numeric(15,2),
          besluit text,
          betaalopdracht text,
          uitleg text,
          eerdere text
        );
        alter table {schema}.stap add column if not exists eerdere text;
        alter table {schema}.stap add column if not exists versie bigint;
        alter table {schema}.stap add column if not exists dag date;
        create index if not exists stap_zaaknummer on {schema}.stap (zaaknummer);
        drop index if exists {schema}.stap_betaald;
        create index if not exists stap_betaling on {schema}.stap (zaaknummer) include (stap, bedrag)
          where stap in ('betaling-uitgevoerd', 'betaling-teruggekomen');
        create index if not exists stap_voorgeschoten on {schema}.stap (zaaknummer) include (bedrag) where stap = 'tweede-voorschot-toegekend'
        """;
}
