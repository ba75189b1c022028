namespace SlimRegeling.Zaken;

/// <summary>When the window of a case closes, from which the term to decide runs.</summary>
internal static class Tijdvak
{
    public const string Ddl = """
        create table if not exists {schema}.tijdvak (
          id text primary key,
          sluit timestamptz not null,
          op timestamptz not null
        )
        """;
}
