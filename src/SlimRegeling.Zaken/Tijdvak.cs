namespace SlimRegeling.Zaken;

/// <summary>For whom the window of a case is and when it closes: the term to decide follows from both.</summary>
internal static class Tijdvak
{
    public const string Ddl = """
        create table if not exists {schema}.tijdvak (
          id text primary key,
          sluit timestamptz not null,
          op timestamptz not null
        );
        alter table {schema}.tijdvak add column if not exists aanvragertype text;
        alter table {schema}.tijdvak add column if not exists versie bigint
        """;
}
