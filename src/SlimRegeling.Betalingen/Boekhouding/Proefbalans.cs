using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>The trial balance of a period, by the day of booking, as it was known at any moment.</summary>
public static class Proefbalans
{
    /// <param name="Op">What became known after this moment is not in it.</param>
    /// <param name="Debet">The sum over all accounts; <paramref name="Credit"/> is as much.</param>
    public sealed record Beeld(
        LocalDate Van,
        LocalDate TotEnMet,
        Instant Op,
        IReadOnlyList<Regel> Rekeningen,
        decimal Debet,
        decimal Credit
    );

    /// <param name="Begin">Debit minus credit before the period, in euro.</param>
    /// <param name="Debet">Moved in the period.</param>
    /// <param name="Credit">Moved in the period.</param>
    /// <param name="Eind">Debit minus credit at its end.</param>
    public sealed record Regel(string Rekening, decimal Begin, decimal Debet, decimal Credit, decimal Eind);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/grootboek/proefbalans", Toon)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("proefbalans")
            .Geeft<Beeld>();

    private static async Task<Uitkomst> Toon(
        string? van,
        string? totEnMet,
        [AsParameters] Grootboekpeil peil,
        string? tijdvak,
        string? zaaknummer,
        Contextregister contexten,
        CancellationToken ct
    )
    {
        var eind = peil.Dag("totEnMet", totEnMet) ?? peil.Vandaag;
        var begin = peil.Dag("van", van) ?? new LocalDate(eind.Year, 1, 1);
        var bekend = peil.Bekend();
        if (peil.Fouten.Count == 0 && begin > eind)
        {
            peil.Fouten.Add(new("van", "Kies een dag die niet na 'totEnMet' ligt."));
        }
        if (peil.Onleesbaar is { } onleesbaar)
        {
            return onleesbaar;
        }
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var rekeningen = await Lees(bron, begin, eind, bekend, tijdvak, zaaknummer, ct);
        return Uitkomst.Ok(new Beeld(begin, eind, bekend, rekeningen, rekeningen.Sum(r => r.Debet), rekeningen.Sum(r => r.Credit)));
    }

    /// <summary>Every account, also one on which nothing is booked.</summary>
    public static async Task<IReadOnlyList<Regel>> Lees(
        NpgsqlDataSource bron,
        LocalDate van,
        LocalDate totEnMet,
        Instant bekend,
        string? tijdvak,
        string? zaaknummer,
        CancellationToken ct
    )
    {
        var vraag = new Grootboekvraag().TotEnMet(totEnMet).BekendOp(bekend).Gelijk("tijdvak", tijdvak).Gelijk("zaaknummer", zaaknummer);
        var begin = vraag.Waarde(van);
        await using var opdracht = vraag.Opdracht(
            bron,
            $"""
            select rekening, coalesce(sum(debet - credit) filter (where boekdatum < {begin}), 0),
              coalesce(sum(debet) filter (where boekdatum >= {begin}), 0), coalesce(sum(credit) filter (where boekdatum >= {begin}), 0)
            from betalingen.grootboek where {vraag.Voorwaarden} group by rekening
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var regels = Grootboekrekeningen.Alle.ToDictionary(r => r, r => new Regel(r, 0, 0, 0, 0));
        while (await rij.ReadAsync(ct))
        {
            var (rekening, vooraf, debet, credit) = (rij.GetString(0), rij.GetDecimal(1), rij.GetDecimal(2), rij.GetDecimal(3));
            regels[rekening] = new Regel(rekening, vooraf, debet, credit, vooraf + debet - credit);
        }
        return [.. Grootboekrekeningen.Alle.Union(regels.Keys).Select(r => regels[r])];
    }
}
