using Marten;
using Npgsql;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// The total of a window as one row. It is raised in the transaction of the reservation, and the table itself refuses a total above the
/// ceiling: no order of events or crash can pass it. What is asked back of Verlening (<c>teruggevraagd</c>) is part of it until it came back.
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
        alter table {schema}.plafondstand add column if not exists teruggevraagd numeric(15,2) not null default 0
        """;

    public static void Begin(IDocumentSession sessie, string tijdvak, decimal plafond) =>
        sessie.QueueSqlCommand("insert into tijdvakken.plafondstand (tijdvak, plafond) values (?, ?)", tijdvak, plafond);

    /// <param name="verschil">Euro; negative frees.</param>
    /// <param name="teruggevraagd">Euro, of what is reserved; negative when it came back or will not come.</param>
    public static void Wijzig(IDocumentSession sessie, string tijdvak, decimal verschil, decimal teruggevraagd) =>
        sessie.QueueSqlCommand(
            "update tijdvakken.plafondstand set gereserveerd = gereserveerd + ?, teruggevraagd = teruggevraagd + ? where tijdvak = ?",
            verschil,
            teruggevraagd,
            tijdvak
        );

    /// <summary>Another ceiling; the table refuses one below what is reserved.</summary>
    public static void Zet(IDocumentSession sessie, string tijdvak, decimal plafond) =>
        sessie.QueueSqlCommand("update tijdvakken.plafondstand set plafond = ? where tijdvak = ?", plafond, tijdvak);

    public static void SluitWachtlijst(IDocumentSession sessie, string tijdvak) =>
        sessie.QueueSqlCommand("update tijdvakken.plafondstand set wachtlijst_gesloten = true where tijdvak = ?", tijdvak);

    /// <summary>What is left under the ceiling and what may come back to it, in euro; nothing for a window that has none here.</summary>
    public static async Task<(decimal Vrij, decimal Onderweg)> Vrij(IDocumentSession sessie, string tijdvak, CancellationToken ct)
    {
        await using var opdracht = new NpgsqlCommand(
            "select plafond - gereserveerd, teruggevraagd from tijdvakken.plafondstand where tijdvak = $1"
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        return await rij.ReadAsync(ct) ? (rij.GetDecimal(0), rij.GetDecimal(1)) : (0, 0);
    }
}
