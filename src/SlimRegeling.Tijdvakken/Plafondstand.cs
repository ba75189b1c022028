using Marten;
using Npgsql;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// The total of a window as one row. It is raised in the transaction of the reservation, and the table itself refuses a total above the
/// ceiling: no order of events or crash can pass it. What is asked back of Verlening (<c>teruggevraagd</c>) is part of it until it came back. Of the
/// ceiling <c>bezwaarreserve</c> is held back for objections, and the table refuses that anything else (all but <c>uit_reserve</c>) touches that.
/// </summary>
internal static class Plafondstand
{
    public const string Ddl = """
        create table if not exists {schema}.plafondstand (
          tijdvak text primary key,
          plafond numeric(15,2) not null,
          gereserveerd numeric(15,2) not null default 0,
          wachtlijst_gesloten boolean not null default false,
          constraint binnen_plafond check (gereserveerd between 0 and plafond)
        );
        alter table {schema}.plafondstand add column if not exists teruggevraagd numeric(15,2) not null default 0;
        alter table {schema}.plafondstand add column if not exists uit_reserve numeric(15,2) not null default 0;
        alter table {schema}.plafondstand add column if not exists bezwaarreserve numeric(15,2) not null default 0
          constraint binnen_reserve check (uit_reserve between 0 and bezwaarreserve)
          constraint buiten_reserve check (gereserveerd - uit_reserve <= plafond - bezwaarreserve)
        """;

    /// <param name="bezwaarreserve">What of the ceiling is held back for objections, in euro.</param>
    public static void Begin(IDocumentSession sessie, string tijdvak, decimal plafond, decimal bezwaarreserve = 0) =>
        sessie.QueueSqlCommand(
            "insert into tijdvakken.plafondstand (tijdvak, plafond, bezwaarreserve) values (?, ?, ?)",
            tijdvak,
            plafond,
            bezwaarreserve
        );

    /// <param name="verschil">Euro; negative frees.</param>
    /// <param name="teruggevraagd">Euro, of what is reserved; negative when it came back or will not come.</param>
    /// <param name="uitReserve">Euro, of what is reserved: from what is held back for objections.</param>
    public static void Wijzig(IDocumentSession sessie, string tijdvak, decimal verschil, decimal teruggevraagd, decimal uitReserve = 0) =>
        sessie.QueueSqlCommand(
            """
            update tijdvakken.plafondstand
            set gereserveerd = gereserveerd + ?, teruggevraagd = teruggevraagd + ?, uit_reserve = uit_reserve + ? where tijdvak = ?
            """,
            verschil,
            teruggevraagd,
            uitReserve,
            tijdvak
        );

    /// <summary>Another ceiling, or another part of it for objections; the table refuses less than what is reserved.</summary>
    public static void Zet(IDocumentSession sessie, string tijdvak, decimal plafond, decimal bezwaarreserve) =>
        sessie.QueueSqlCommand(
            "update tijdvakken.plafondstand set plafond = ?, bezwaarreserve = ? where tijdvak = ?",
            plafond,
            bezwaarreserve,
            tijdvak
        );

    public static void SluitWachtlijst(IDocumentSession sessie, string tijdvak) =>
        sessie.QueueSqlCommand("update tijdvakken.plafondstand set wachtlijst_gesloten = true where tijdvak = ?", tijdvak);

    /// <summary>
    /// What is left under the ceiling but what is held back for objections, what may come back to it, and what is left of what is held back; in euro,
    /// nothing for a window that has none here.
    /// </summary>
    public static async Task<(decimal Vrij, decimal Onderweg, decimal Reserve)> Vrij(
        IDocumentSession sessie,
        string tijdvak,
        CancellationToken ct
    )
    {
        await using var opdracht = new NpgsqlCommand(
            """
            select plafond - gereserveerd - (bezwaarreserve - uit_reserve), teruggevraagd, bezwaarreserve - uit_reserve
            from tijdvakken.plafondstand where tijdvak = $1
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        return await rij.ReadAsync(ct) ? (rij.GetDecimal(0), rij.GetDecimal(1), rij.GetDecimal(2)) : (0, 0, 0);
    }
}
