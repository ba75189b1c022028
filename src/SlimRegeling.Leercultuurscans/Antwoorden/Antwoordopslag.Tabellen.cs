namespace SlimRegeling.Leercultuurscans.Antwoorden;

internal sealed partial class Antwoordopslag
{
    // A table is changed only when it must be: that waits for everyone who answers at another process, who takes the tables in another order, so that one of
    // both would be broken off. An index "if not exists" takes its table also when it is there: each change is asked for first.
    // Not compressed: what is encrypted gets no smaller, and what by a mistake were not, would hide from the test that looks for it in the files.
    // A scan that was closed before answers were destroyed has no codes any more: its answers go here.
    internal const string Ddl = """
        drop table if exists {schema}.antwoordbuffer;
        create table if not exists {schema}.uitnodiging (
          scan text not null,
          hash text not null,
          gebruikt boolean not null default false,
          eigen boolean not null default false,
          primary key (scan, hash)
        );
        create table if not exists {schema}.antwoordwacht (
          id uuid primary key,
          scan text not null,
          inhoud bytea not null
        );
        create table if not exists {schema}.antwoordconcept (
          plaats bytea primary key,
          scan text not null,
          inhoud bytea not null
        );
        create table if not exists {schema}.antwoord (
          id uuid primary key,
          scan text not null,
          antwoorden text
        );
        do $$ begin
          if to_regclass('{schema}.antwoordwacht_scan') is null then
            create index antwoordwacht_scan on {schema}.antwoordwacht (scan);
          end if;
          if to_regclass('{schema}.antwoordconcept_scan') is null then
            create index antwoordconcept_scan on {schema}.antwoordconcept (scan);
          end if;
          if to_regclass('{schema}.antwoord_scan') is null then
            create index antwoord_scan on {schema}.antwoord (scan);
          end if;
          if exists (select from pg_attribute where attrelid = '{schema}.antwoord'::regclass and attname = 'antwoorden' and attnotnull) then
            alter table {schema}.antwoord alter column antwoorden drop not null;
          end if;
          if not exists (select from pg_attribute where attrelid = '{schema}.antwoord'::regclass and attname = 'inhoud') then
            alter table {schema}.antwoord add column inhoud bytea;
          end if;
          if not exists (select from pg_attribute where attrelid = '{schema}.uitnodiging'::regclass and attname = 'eigen') then
            alter table {schema}.uitnodiging add column eigen boolean not null default false;
          end if;
          if exists (
            select from pg_attribute where attname = 'inhoud' and attstorage <> 'e' and attrelid in
              ('{schema}.antwoordwacht'::regclass, '{schema}.antwoordconcept'::regclass, '{schema}.antwoord'::regclass)
          ) then
            alter table {schema}.antwoordwacht alter column inhoud set storage external;
            alter table {schema}.antwoordconcept alter column inhoud set storage external;
            alter table {schema}.antwoord alter column inhoud set storage external;
          end if;
        end $$;
        delete from {schema}.antwoord a where not exists (select from {schema}.uitnodiging u where u.scan = a.scan)
        """;
}
