namespace SlimRegeling.Betalingen.Boekhouding;

public sealed partial class Grootboek
{
    // A column that came later is filled once, as it is added, from the events that the rows are of: after that nothing can change them.
    internal const string Ddl = """
        create table if not exists {schema}.grootboek (
          id uuid primary key,
          boeking uuid not null,
          regel int not null,
          stroom text not null,
          zaaknummer text not null,
          tijdvak text not null,
          besluit text not null,
          rekening text not null,
          debet numeric(15,2) not null check (debet >= 0),
          credit numeric(15,2) not null check (credit >= 0),
          boekdatum date not null,
          op timestamptz not null,
          constraint een_zijde check ((debet = 0) <> (credit = 0)),
          constraint een_boeking_per_gebeurtenis unique (boeking, regel)
        );
        alter table {schema}.grootboek add column if not exists gebeurtenisdag date;
        alter table {schema}.grootboek add column if not exists keert_om uuid;
        do $$
          begin
            if exists (
              select from pg_attribute where attrelid = '{schema}.grootboek'::regclass and attname = 'soort' and not attisdropped
            ) then
              return;
            end if;
            alter table {schema}.grootboek add column soort text;
            if to_regclass('{schema}.mt_events') is not null then
              alter table {schema}.grootboek disable trigger user;
              update {schema}.grootboek g set soort = e.type from {schema}.mt_events e where e.stream_id = g.stroom and e.id = g.boeking;
              alter table {schema}.grootboek enable trigger user;
            end if;
          end $$;
        create index if not exists grootboek_zaaknummer on {schema}.grootboek (zaaknummer);
        create index if not exists grootboek_tijdvak on {schema}.grootboek (tijdvak);
        create index if not exists grootboek_boekdatum on {schema}.grootboek (boekdatum, boeking, regel);
        create unique index if not exists grootboek_keert_om on {schema}.grootboek (keert_om, regel) where keert_om is not null;
        create or replace function {schema}.boekdag(dag date, bekend timestamptz) returns date language sql stable as $$
          select greatest(dag, (select (max(maand) + interval '1 month')::date from {schema}.maandsluiting where gesloten_op <= bekend))
        $$;
        create or replace function {schema}.boekdagen(dag date, bekend timestamptz) returns jsonb language sql stable as $$
          select jsonb_build_object('boekdatum', b.boekdag, 'gebeurtenisdag', nullif(dag, b.boekdag))
          from (select {schema}.boekdag(dag, bekend)) b
        $$;
        create or replace function {schema}.grootboek_vast() returns trigger language plpgsql as $$
          begin raise exception 'The ledger is only added to; book a correction.'; end $$;
        create or replace trigger grootboek_vast before update or delete or truncate on {schema}.grootboek
          for each statement execute function {schema}.grootboek_vast();
        create or replace function {schema}.grootboek_sluit() returns trigger language plpgsql as $$
          begin
            if exists (select from nieuw group by boeking having sum(debet) <> sum(credit)) then
              raise exception 'A booking does not balance.';
            end if;
            -- A month that is being closed waits for this, or this for it: what was decided before it is then decided again.
            perform pg_advisory_xact_lock_shared(hashtext('{schema}.maandsluiting'));
            if exists (
              select from nieuw where boekdatum < (select (max(maand) + interval '1 month')::date from {schema}.maandsluiting)
            ) then
              raise exception 'The month was closed meanwhile.' using errcode = 'serialization_failure';
            end if;
            return null;
          end $$;
        create or replace trigger grootboek_sluit after insert on {schema}.grootboek
          referencing new table as nieuw for each statement execute function {schema}.grootboek_sluit();
        """;
}
