using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Npgsql;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>A budget year month by month, of one window or of all: what moved on each account and what stood at the end, for a chart.</summary>
public static class Jaarverloop
{
    /// <param name="Op">What became known after this moment is not in it.</param>
    /// <param name="Maanden">All twelve.</param>
    public sealed record Beeld(int Jaar, string? Tijdvak, Instant Op, IReadOnlyList<Maand> Maanden);

    /// <param name="Nummer">1 to 12.</param>
    /// <param name="Gesloten">Nothing is booked in it any more.</param>
    public sealed record Maand(int Nummer, bool Gesloten, IReadOnlyList<Stand> Rekeningen);

    /// <param name="Mutatie">Debit minus credit in the month, in euro.</param>
    /// <param name="Saldo">Debit minus credit at its end, of all years together.</param>
    public sealed record Stand(string Rekening, decimal Mutatie, decimal Saldo);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/grootboek/jaarverloop", Toon).Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur).Geeft<Beeld>();

    private static async Task<Uitkomst> Toon(
        int? jaar,
        string? tijdvak,
        [AsParameters] Grootboekpeil peil,
        Contextregister contexten,
        CancellationToken ct
    )
    {
        var gevraagd = peil.Jaar(jaar);
        var bekend = peil.Bekend();
        if (peil.Onleesbaar is { } onleesbaar)
        {
            return onleesbaar;
        }
        var bron = contexten.Van(typeof(BetalingenContext)).Bron;
        var open = await MaandSluiten.GeslotenTot(bron, ct);
        var mutaties = await Lees(bron, gevraagd, tijdvak, bekend, ct);
        return Uitkomst.Ok(new Beeld(gevraagd, tijdvak, bekend, Maanden(gevraagd, mutaties, open)));
    }

    /// <param name="mutaties">By account and month; month 0 is what stood there before the year.</param>
    /// <param name="open">The first day that is open; null when no month was closed.</param>
    public static IReadOnlyList<Maand> Maanden(
        int jaar,
        IReadOnlyDictionary<(string Rekening, int Maand), decimal> mutaties,
        LocalDate? open
    )
    {
        var rekeningen = Grootboekrekeningen.Alle.Union(mutaties.Keys.Select(k => k.Rekening)).ToList();
        var saldi = rekeningen.ToDictionary(r => r, r => mutaties.GetValueOrDefault((r, 0)));
        var maanden = new List<Maand>();
        for (var maand = 1; maand <= 12; maand++)
        {
            var standen = new List<Stand>();
            foreach (var rekening in rekeningen)
            {
                var mutatie = mutaties.GetValueOrDefault((rekening, maand));
                saldi[rekening] += mutatie;
                standen.Add(new(rekening, mutatie, saldi[rekening]));
            }
            maanden.Add(new(maand, new LocalDate(jaar, maand, 1) < open, standen));
        }
        return maanden;
    }

    private static async Task<IReadOnlyDictionary<(string Rekening, int Maand), decimal>> Lees(
        NpgsqlDataSource bron,
        int jaar,
        string? tijdvak,
        Instant bekend,
        CancellationToken ct
    )
    {
        var vraag = new Grootboekvraag().TotEnMet(new LocalDate(jaar, 12, 31)).BekendOp(bekend).Gelijk("tijdvak", tijdvak);
        var begin = vraag.Waarde(new LocalDate(jaar, 1, 1));
        await using var opdracht = vraag.Opdracht(
            bron,
            $"""
            select rekening, case when boekdatum < {begin} then 0 else extract(month from boekdatum)::int end as maand, sum(debet - credit)
            from betalingen.grootboek where {vraag.Voorwaarden} group by 1, 2
            """
        );
        await using var rij = await opdracht.ExecuteReaderAsync(ct);
        var mutaties = new Dictionary<(string, int), decimal>();
        while (await rij.ReadAsync(ct))
        {
            mutaties[(rij.GetString(0), rij.GetInt32(1))] = rij.GetDecimal(2);
        }
        return mutaties;
    }
}
