using Marten;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// The total of a window as one row. It is raised in the transaction of the reservation, and the table itself refuses a total above the
/// ceiling: no order of events or crash can pass it.
/// </summary>
internal static class Plafondstand
{
    public const string Ddl = """
        create table if not exists {schema}.plafondstand (
          tijdvak text primary key,
          plafond numeric(15,2) not null,
          gereserveerd numeric(15,2) not null default 0,
          constraint binnen_plafond check (gereserveerd between 0 and plafond)
        )
        """;

    public static void Begin(IDocumentSession sessie, string tijdvak, decimal plafond) =>
        sessie.QueueSqlCommand("insert into tijdvakken.plafondstand (tijdvak, plafond) values (?, ?)", tijdvak, plafond);

    /// <param name="verschil">Euro; negative frees.</param>
    public static void Wijzig(IDocumentSession sessie, string tijdvak, decimal verschil) =>
        sessie.QueueSqlCommand("update tijdvakken.plafondstand set gereserveerd = gereserveerd + ? where tijdvak = ?", verschil, tijdvak);
}
