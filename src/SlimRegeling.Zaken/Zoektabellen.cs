namespace SlimRegeling.Zaken;

/// <summary>
/// What cases are found by. Messages tell no names and no texts: these are what their owners give, a copy of its own, destroyed with the dossier.
/// <c>zoektekst</c> holds the texts with the place of each; <c>zoekzaak</c> the words of all of them, and of the names alone, as PostgreSQL's Dutch
/// knows them; <c>zoekwoord</c> every word that occurs, for its other forms and for who mistypes one; <c>zoekwerk</c> the cases to ask about again.
/// </summary>
internal static class Zoektabellen
{
    public const string Uitbreiding = "pg_trgm";

    /// <summary>The kinds of text that are names.</summary>
    public const string Namen = "('onderneming', 'naam', 'partij')";

    private static readonly (string Van, string Naar)[] Eind =
    [
        ("z$", "s"),
        ("v$", "f"),
        (@"([bdfgklmnprst])\1$", @"\1"),
        ("([aeiou])s$", @"\1"),
        ("e$", ""),
    ];

    public static readonly string Ddl = $$"""
        create table if not exists {schema}.zoektekst (
          zaaknummer text not null,
          plek int not null,
          soort text not null,
          kenmerk text not null,
          tekst text not null,
          primary key (zaaknummer, plek)
        );
        create index if not exists zoektekst_partij on {schema}.zoektekst (kenmerk) where soort = 'partij';
        create table if not exists {schema}.zoekzaak (
          zaaknummer text primary key,
          kvk_nummer text not null,
          tijdvak text not null,
          ingediend_op timestamptz not null,
          woorden tsvector not null,
          namen tsvector not null
        );
        create index if not exists zoekzaak_woorden on {schema}.zoekzaak using gin (woorden) with (fastupdate = off);
        create index if not exists zoekzaak_namen on {schema}.zoekzaak using gin (namen) with (fastupdate = off);
        create table if not exists {schema}.zoekwoord (
          woord text primary key,
          stam text not null generated always as ({{Stam("woord")}}) stored
        );
        create index if not exists zoekwoord_stam on {schema}.zoekwoord (stam);
        create index if not exists zoekwoord_vorm on {schema}.zoekwoord using gin (woord gin_trgm_ops);
        create table if not exists {schema}.zoekwerk (
          zaaknummer text primary key,
          keer int not null default 1,
          volgende_op timestamptz not null default '-infinity'
        );
        create index if not exists zoekwerk_volgende on {schema}.zoekwerk (volgende_op, zaaknummer)
        """;

    /// <summary>What <c>on conflict</c> does with a case that waits already: who is busy with it now sees that it was asked again.</summary>
    public const string Opnieuw = "on conflict (zaaknummer) do update set keer = w.keer + 1, volgende_op = '-infinity'";

    /// <summary>The name in force of the enterprise of a case, or the one that it wrote; null while neither is known.</summary>
    /// <param name="zaaknummer">Where its number stands in the question.</param>
    public static string Naam(string zaaknummer) =>
        $"""
            (select t.tekst from zaken.zoektekst t where t.zaaknummer = {zaaknummer} and t.soort in ('onderneming', 'naam')
              order by t.plek limit 1)
            """;

    /// <summary>A text as the database takes words from it: names of sites, fractions and initials are words beside each other.</summary>
    public static string Woorden(string tekst) => $"translate({tekst}, './_@', '    ')";

    /// <summary>
    /// What the forms of a Dutch word have in common. The stem that PostgreSQL knows takes away what is behind it, and leaves what that did to
    /// its end: adviez(en) and advies, bedrijv(en) and bedrijf, plann(en) and plan, methode(s) and method(e).
    /// </summary>
    public static string Stam(string woord) =>
        Eind.Aggregate(
            $"coalesce((tsvector_to_array(to_tsvector('dutch'::regconfig, {woord})))[1], {woord})",
            (stam, regel) => $"regexp_replace({stam}, '{regel.Van}', '{regel.Naar}')"
        );
}
