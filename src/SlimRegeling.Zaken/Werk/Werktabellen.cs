namespace SlimRegeling.Zaken.Werk;

/// <summary>
/// The cases that are not finished, or of which an objection runs, by the term that ends first: <c>werk</c> holds what is asked for, so that no filter
/// has to read all headers; <c>bezwaar</c> is the objection to decide on first, empty when none runs, <c>bezwaar_ingebreke</c> the one of which a reminder
/// holds; <c>wijziging</c> the request for a change to decide on first, empty when none waits, <c>verslag</c> whether a progress report does,
/// <c>wacht</c> whether the completion of a declaration is waited for, <c>melding</c> whether a change was
/// told that nobody read.
/// <c>termijnwerk</c> holds the cases of which that term may be another one; <c>weergave</c> what employees keep of their filters.
/// </summary>
internal static class Werktabellen
{
    public const string Ddl = """
        create table if not exists {schema}.werk (
          zaaknummer text primary key,
          uiterlijk date not null,
          termijn text not null,
          status int not null,
          tijdvak text not null,
          aanvragertype text not null,
          behandelaar text not null,
          ingebreke boolean not null
        );
        create index if not exists werk_volgorde on {schema}.werk (uiterlijk, zaaknummer);
        create index if not exists werk_behandelaar on {schema}.werk (behandelaar, uiterlijk, zaaknummer);
        alter table {schema}.werk add column if not exists bezwaar text not null default '';
        alter table {schema}.werk add column if not exists bezwaar_ingebreke text not null default '';
        alter table {schema}.werk add column if not exists bezwaar_ingebreke_op date not null default 'infinity';
        create index if not exists werk_bezwaar on {schema}.werk (uiterlijk, zaaknummer) where bezwaar <> '';
        alter table {schema}.werk add column if not exists wijziging text not null default '';
        alter table {schema}.werk add column if not exists verslag boolean not null default false;
        alter table {schema}.werk add column if not exists vaststelling_ingebreke boolean not null default false;
        alter table {schema}.werk add column if not exists wijziging_ingebreke text not null default '';
        alter table {schema}.werk add column if not exists wijziging_ingebreke_op date not null default 'infinity';
        create index if not exists werk_wijziging on {schema}.werk (uiterlijk, zaaknummer) where wijziging <> '';
        create index if not exists werk_verslag on {schema}.werk (uiterlijk, zaaknummer) where verslag;
        alter table {schema}.werk add column if not exists wacht boolean not null default false;
        create index if not exists werk_wacht on {schema}.werk (uiterlijk, zaaknummer) where wacht;
        alter table {schema}.werk add column if not exists melding boolean not null default false;
        create index if not exists werk_melding on {schema}.werk (uiterlijk, zaaknummer) where melding;
        create table if not exists {schema}.termijnwerk (zaaknummer text primary key);
        create table if not exists {schema}.weergave (
          nummer int generated always as identity primary key,
          medewerker text not null,
          naam text not null,
          filter text not null,
          unique (medewerker, naam)
        )
        """;

    /// <summary>What <c>on conflict</c> does with a case that waits already: it waits for the round that is busy with it, and asks again.</summary>
    public const string Opnieuw = "on conflict (zaaknummer) do update set zaaknummer = excluded.zaaknummer";

    /// <summary>
    /// Who has it, of a header <c>z</c>. Who assessed what was decided has nothing of it any more: an objection is for others (10:3, third paragraph,
    /// Awb), and nobody has one.
    /// </summary>
    public static readonly string Behandelaar = $"""
        case when z.status in ({string.Join(", ", Werkfasen.Open)}) then coalesce(z.behandelaar, '{Zaak.Niemand}') else '{Zaak.Niemand}' end
        """;

    /// <summary>Has what is heard of one case at once where it is looked for; the term, and whether it is work, follow in a round.</summary>
    public static readonly string Bijwerken = $"""
        update zaken.werk w set status = z.status, behandelaar = {Behandelaar}, ingebreke = coalesce(z.ingebreke, false),
          vaststelling_ingebreke = coalesce(z.vaststelling_ingebreke, false)
        from zaken.zaak z where z.zaaknummer = w.zaaknummer and w.zaaknummer = ?
        """;
}
