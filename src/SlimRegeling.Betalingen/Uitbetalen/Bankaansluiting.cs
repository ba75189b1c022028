using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Uitbetalen;

/// <summary>
/// The bank account in the ledger beside the statements: what moved on these is booked, or is on the work list. The nightly reconciliation asks the same.
/// </summary>
public static class Bankaansluiting
{
    /// <param name="Afschriften">What moved on all statements that were read, each movement once, in euro as the account feels it.</param>
    /// <param name="Grootboek">What moved on the account <c>bank</c>, without set-offs and counter-entries, which move nothing at the bank.</param>
    /// <param name="Werklijst">Of movements that are booked nowhere yet.</param>
    /// <param name="OpenRegels">How many these are.</param>
    /// <param name="Verschil">The first less the other two: nothing when all is accounted for.</param>
    /// <param name="Gaten">Statements before which one is missing.</param>
    /// <param name="TotEnMet">The day of the last statement; absent while none was read.</param>
    /// <param name="Eindsaldo">With which that ends.</param>
    /// <param name="SaldiVergeleken">
    /// Whether the reconciliation lays the balances of the bank beside the ledger: not while a statement is missing, or a movement is on two.
    /// </param>
    public sealed record Beeld(
        decimal Afschriften,
        decimal Grootboek,
        decimal Werklijst,
        int OpenRegels,
        decimal Verschil,
        IReadOnlyList<Afschriftgat> Gaten,
        LocalDate? TotEnMet = null,
        decimal? Eindsaldo = null,
        bool SaldiVergeleken = false
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/bankaansluiting", Toon).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Beeld>();

    private static async Task<Uitkomst> Toon(Werkeenheid<BetalingenContext> eenheid, Contextregister contexten, CancellationToken ct)
    {
        var afschriften = await Afschriften(eenheid.Sessie, ct);
        var laatste = afschriften.OrderBy(a => a.Dag).ThenBy(a => a.Gelezen.Op).LastOrDefault();
        await using var opdracht = contexten
            .Van(typeof(BetalingenContext))
            .Bron.CreateCommand(
                $"select s.*, exists ({Bankcontroles.Saldi("betalingen")}) as vergeleken from ({Bankcontroles.Sommen("betalingen")}) s"
            );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        await rij.ReadAsync(ct);
        var (gelezen, geboekt, open) = (rij.GetDecimal(0), rij.GetDecimal(1), rij.GetDecimal(2));
        return Uitkomst.Ok(
            new Beeld(
                gelezen,
                geboekt,
                open,
                (int)rij.GetInt64(3),
                gelezen - geboekt - open,
                Afschriftketen.Gaten(afschriften),
                laatste?.Dag,
                laatste?.Gelezen.Eindsaldo,
                rij.GetBoolean(4)
            )
        );
    }

    /// <summary>Where a statement is missing, as far as was read by now.</summary>
    internal static async Task<IReadOnlyList<Afschriftgat>> Gaten(IQuerySession sessie, CancellationToken ct) =>
        Afschriftketen.Gaten(await Afschriften(sessie, ct));

    internal static Task<IReadOnlyList<Afschrift>> Afschriften(IQuerySession sessie, CancellationToken ct) =>
        sessie.QueryAsync<Afschrift>("order by id", ct);
}
