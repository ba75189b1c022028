using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using NpgsqlTypes;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>The ledger and its balances, of one case, one window or everything.</summary>
public static class GrootboekTonen
{
    private const int MeesteRijen = 1000;

    public sealed record Rij(
        Guid Boeking,
        string Zaaknummer,
        string Tijdvak,
        string Besluit,
        string Rekening,
        decimal Debet,
        decimal Credit,
        LocalDate Boekdatum,
        Instant Op
    );

    /// <param name="Bedrag">Debit minus credit, in euro.</param>
    public sealed record Saldo(string Rekening, decimal Debet, decimal Credit, decimal Bedrag);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/grootboek", Rijen)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("grootboek")
            .Geeft<IReadOnlyList<Rij>>();
        api.MapGet("/grootboek/saldi", Saldi)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("grootboeksaldi")
            .Geeft<IReadOnlyList<Saldo>>();
    }

    private static async Task<Uitkomst> Rijen(string zaaknummer, Contextregister contexten, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            contexten,
            $"""
            select boeking, zaaknummer, tijdvak, besluit, rekening, debet, credit, boekdatum, op from betalingen.grootboek
            where ($1 is null or zaaknummer = $1) order by boeking, regel limit {MeesteRijen}
            """,
            zaaknummer
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var rijen = new List<Rij>();
        while (await rij.ReadAsync(ct))
        {
            rijen.Add(
                new Rij(
                    rij.GetGuid(0),
                    rij.GetString(1),
                    rij.GetString(2),
                    rij.GetString(3),
                    rij.GetString(4),
                    rij.GetDecimal(5),
                    rij.GetDecimal(6),
                    rij.GetFieldValue<LocalDate>(7),
                    rij.GetFieldValue<Instant>(8)
                )
            );
        }
        return Uitkomst.Ok(rijen);
    }

    private static async Task<Uitkomst> Saldi(string? zaaknummer, string? tijdvak, Contextregister contexten, CancellationToken ct)
    {
        await using var opdracht = Opdracht(
            contexten,
            """
            select rekening, sum(debet), sum(credit) from betalingen.grootboek
            where ($1 is null or zaaknummer = $1) and ($2 is null or tijdvak = $2) group by rekening
            """,
            zaaknummer,
            tijdvak
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var saldi = Grootboekrekeningen.Alle.ToDictionary(r => r, r => new Saldo(r, 0, 0, 0));
        while (await rij.ReadAsync(ct))
        {
            var (rekening, debet, credit) = (rij.GetString(0), rij.GetDecimal(1), rij.GetDecimal(2));
            saldi[rekening] = new Saldo(rekening, debet, credit, debet - credit);
        }
        return Uitkomst.Ok(Grootboekrekeningen.Alle.Select(r => saldi[r]).ToList());
    }

    private static NpgsqlCommand Opdracht(Contextregister contexten, string sql, params ReadOnlySpan<string?> waarden)
    {
        var opdracht = contexten.Van(typeof(BetalingenContext)).Bron.CreateCommand(sql);
        foreach (var waarde in waarden)
        {
            opdracht.Parameters.Add(new NpgsqlParameter { Value = waarde ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        }
        return opdracht;
    }
}
