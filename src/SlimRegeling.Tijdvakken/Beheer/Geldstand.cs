using Marten;
using NodaTime;
using Npgsql;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>What stands against the ceiling of a window.</summary>
/// <param name="Gereserveerd">Euro, what was awarded too.</param>
/// <param name="Wacht">Someone waits for money, or for a place in the order.</param>
/// <param name="GehoordTot">Up to this moment nothing can come that changes the order.</param>
/// <param name="Onvolledig">Someone who applied has no place until the application is complete.</param>
/// <param name="UitReserve">Euro, of what is reserved: from what the window holds back for objections.</param>
public sealed record Geldstand(decimal Gereserveerd, bool Wacht, Instant GehoordTot, bool Onvolledig = false, decimal UitReserve = 0)
{
    internal static async Task<Geldstand> Lees(IDocumentSession sessie, string tijdvak, CancellationToken ct)
    {
        var gehoord = await Inschrijving.Stand(sessie, tijdvak, ct);
        await using var opdracht = new NpgsqlCommand(
            """
            select coalesce((select gereserveerd from tijdvakken.plafondstand where tijdvak = $1), 0), exists (
              select from tijdvakken.inschrijving where tijdvak = $1 and (staat = 'wacht' or (staat is null and plaats_op is not null))), exists (
              select from tijdvakken.inschrijving
              where tijdvak = $1 and staat is null and plaats_op is null and vervallen_op is null and afgewezen_op is null),
              coalesce((select uit_reserve from tijdvakken.plafondstand where tijdvak = $1), 0)
            """
        );
        opdracht.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tijdvak });
        await using var rij = await sessie.ExecuteReaderAsync(opdracht, ct);
        await rij.ReadAsync(ct);
        return new(rij.GetDecimal(0), rij.GetBoolean(1), gehoord.Grens, rij.GetBoolean(2), rij.GetDecimal(3));
    }
}
