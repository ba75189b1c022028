using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

/// <summary>
/// Where a case stands: what happened last; of two with one moment the later one in a case's life (<see cref="Statussen"/>). Nothing comes after
/// <see cref="Ingetrokken"/>.
/// </summary>
public enum Zaakstatus
{
    Ingediend,
    Volledig,
    Gerangschikt,
    BudgetGereserveerd,
    Teruggezonden,
    Beoordeeld,
    Verleend,
    InSteekproef,
    BewijsOntvangen,
    Vastgesteld,

    /// <summary>Settled, and the bank has paid exactly what was settled.</summary>
    Afgerond,
    Afgewezen,
    Vervallen,

    // Stored by number, so what was added later stands at the end.
    AanvullingGevraagd,
    Aangevuld,
    BuitenBehandeling,

    /// <summary>Settled, and to be settled anew after an objection.</summary>
    Heropend,

    /// <summary>All of it was withdrawn by the minister.</summary>
    Ingetrokken,
}

/// <summary>
/// The header of a case. Each message fills its own columns; the status is that of the latest moment, so that messages may come in any order, and what was
/// withdrawn altogether stays so. What was paid is the sum of the steps, less what came back, and so is what was advanced beside the award.
/// </summary>
internal static class Zaak
{
    public const string Ddl = """
        create table if not exists {schema}.zaak (
          zaaknummer text primary key,
          kvk_nummer text,
          tijdvak text,
          regelversie text,
          ingediend_op timestamptz,
          rang int,
          gevraagd numeric(15,2),
          gereserveerd numeric(15,2),
          verleend numeric(15,2),
          voorschot numeric(15,2),
          vastgesteld numeric(15,2),
          status int not null default -1,
          status_op timestamptz not null default '-infinity'
        );
        create index if not exists zaak_volgorde on {schema}.zaak (ingediend_op desc, zaaknummer desc);
        create index if not exists zaak_van on {schema}.zaak (kvk_nummer, ingediend_op desc, zaaknummer desc);
        create index if not exists zaak_tijdvak on {schema}.zaak (tijdvak, ingediend_op desc, zaaknummer desc);
        create index if not exists zaak_status on {schema}.zaak (status, ingediend_op desc, zaaknummer desc);
        create index if not exists zaak_begin on {schema}.zaak (zaaknummer collate "C");
        drop index if exists {schema}.zaak_kvk_nummer;
        alter table {schema}.zaak add column if not exists aanvulling_verzonden_op date;
        alter table {schema}.zaak add column if not exists aanvullen_uiterlijk date;
        alter table {schema}.zaak add column if not exists aangevuld_op timestamptz;
        alter table {schema}.zaak add column if not exists gevraagd_aangevuld numeric(15,2);
        alter table {schema}.zaak add column if not exists gereserveerd_op timestamptz;
        alter table {schema}.zaak add column if not exists budget_vrij_op timestamptz;
        alter table {schema}.zaak add column if not exists gereserveerd_versie bigint;
        alter table {schema}.zaak add column if not exists budget_vrij_versie bigint;
        alter table {schema}.zaak add column if not exists periode_tot date;
        alter table {schema}.zaak add column if not exists verantwoording text;
        alter table {schema}.zaak add column if not exists bewijs_uiterlijk date;
        alter table {schema}.zaak add column if not exists bezwaar_besluit text;
        alter table {schema}.zaak add column if not exists bezwaar_tot date;
        alter table {schema}.zaak add column if not exists behandelaar text;
        alter table {schema}.zaak add column if not exists ingebreke_op date;
        alter table {schema}.zaak add column if not exists ingebreke boolean;
        alter table {schema}.zaak add column if not exists bewijs_verzonden_op date;
        alter table {schema}.zaak add column if not exists besluit_verwacht date;
        alter table {schema}.zaak add column if not exists vaststelling_ingebreke_op date;
        alter table {schema}.zaak add column if not exists vaststelling_ingebreke boolean;
        alter table {schema}.zaak add column if not exists vaststelling_verwacht date
        """;

    /// <summary>The assessor of a case that was given back; of one that nobody ever had, null is kept.</summary>
    public const string Niemand = "";

    /// <summary>The steps <c>s</c> in which the bank moved money.</summary>
    public const string Betalingen = $"('{Stapcode.BetalingUitgevoerd}', '{Eigenstap.BetalingTeruggekomen}')";

    /// <summary>Of those steps: what was paid and did not come back.</summary>
    public const string Betaald = $"sum(case when s.stap = '{Eigenstap.BetalingTeruggekomen}' then -s.bedrag else s.bedrag end)";

    /// <summary>Whether what was reserved last was freed since.</summary>
    public const string BudgetVrij = "coalesce(budget_vrij_versie > gereserveerd_versie, budget_vrij_op > gereserveerd_op, false)";

    /// <summary>
    /// That of the award, with what came beside it after a progress report: the sum of the steps, so that it counts once whenever it is heard. Together no
    /// more than what a withdrawal left of the award.
    /// </summary>
    private const string Voorgeschoten = $"""
        case when z.voorschot is not null then least(z.voorschot + coalesce((
            select sum(s.bedrag) from zaken.stap s where s.zaaknummer = z.zaaknummer and s.stap = '{Eigenstap.TweedeVoorschot}'
          ), 0), z.verleend) end
        """;

    /// <summary>All headers of cases that were submitted, with what was paid and the status as it is shown, beside that which is kept.</summary>
    public static readonly string Selectie = $"""
        select * from (
          select z.zaaknummer, z.kvk_nummer, z.tijdvak, z.regelversie, z.ingediend_op, z.rang,
            coalesce(z.gevraagd_aangevuld, z.gevraagd) as gevraagd,
            case when {BudgetVrij} then null else z.gereserveerd end as gereserveerd, z.verleend, {Voorgeschoten} as voorschot,
            least(z.vastgesteld, case when z.vastgesteld is not null then z.verleend end) as vastgesteld,
            z.aanvulling_verzonden_op, z.aanvullen_uiterlijk, z.aangevuld_op, z.periode_tot, z.verantwoording, z.bewijs_uiterlijk,
            z.bewijs_verzonden_op, z.bezwaar_besluit, z.bezwaar_tot, nullif(z.behandelaar, '{Niemand}') as behandelaar,
            case when z.ingebreke then z.ingebreke_op end as ingebreke_op, z.besluit_verwacht, z.vaststelling_verwacht,
            case when z.vaststelling_ingebreke then z.vaststelling_ingebreke_op end as vaststelling_ingebreke_op,
            coalesce(b.betaald, 0.00) as betaald, z.status as bewaard,
            case when z.status = {(int)Zaakstatus.Vastgesteld} and coalesce(b.betaald, 0) = least(z.vastgesteld, z.verleend)
              then {(int)Zaakstatus.Afgerond} else z.status end as status
          from zaken.zaak z
          left join lateral (
            select {Betaald} as betaald from zaken.stap s where s.zaaknummer = z.zaaknummer and s.stap in {Betalingen}
          ) b on true
          where z.ingediend_op is not null
        ) zaak
        """;
}
