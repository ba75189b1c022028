using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Tijdvakken;

/// <summary>For scheme managers: what one of them prepared about the draw or the waiting list, and another is to confirm or sign.</summary>
public static class VoorbereidTonen
{
    /// <summary>Without the seed: who types it for the second time takes it from its source, and not from here.</summary>
    /// <param name="Uitspraak">The court's decision by which the draw is done over; absent in a first draw.</param>
    /// <param name="Lijsthash">SHA-256 of the list that is drawn; absent in a window by arrival.</param>
    /// <param name="Door">Pseudonym of who prepared it.</param>
    public sealed record Lotingbeeld(string Id, string Bron, string? Uitspraak, string? Lijsthash, string Door, Instant Op);

    /// <param name="Reden">Why the waiting list can close; absent when it was destroyed.</param>
    /// <param name="Hash">What is signed.</param>
    public sealed record Sluitingbeeld(string Id, string? Reden, string Door, Instant Op, string Hash);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tijdvakken/{id}/loting", Loting).Voor(Rol.Regelbeheerder).Geeft<Lotingbeeld>();
        api.MapGet("/tijdvakken/{id}/wachtlijstsluiting", Sluiting).Voor(Rol.Regelbeheerder).Geeft<Sluitingbeeld>();
    }

    private static async Task<Uitkomst> Loting(string id, Stroom<Tijdvak> tijdvakken, CancellationToken ct) =>
        await tijdvakken.Lees(id, ct) is not { } tijdvak ? Weigering.NietGevonden(id)
        : tijdvak.Voorbereid is { } v ? Uitkomst.Ok(new Lotingbeeld(id, v.Bron, v.Uitspraak, tijdvak.Lijst?.Hash, v.Door, v.Op))
        : Weigering.NietGevonden(id) with
        {
            Uitleg = $"Voor {id} ligt geen loting klaar. Bereid haar eerst voor, met het zaad en zijn bron.",
        };

    private static async Task<Uitkomst> Sluiting(
        string id,
        Stroom<Tijdvak> tijdvakken,
        Werkeenheid<TijdvakkenContext> eenheid,
        CancellationToken ct
    ) =>
        await tijdvakken.Lees(id, ct) is not { } tijdvak ? Weigering.NietGevonden(id)
        : tijdvak is { Sluitvoorstel: { } v, Wachtlijst: null }
            ? Uitkomst.Ok(
                new Sluitingbeeld(
                    id,
                    (await eenheid.Lees<WachtlijstSluiten.Verzoek>(v.Reden, ct))?.Reden,
                    v.Door,
                    v.Op,
                    WachtlijstSluiten.Hash(id, v)
                )
            )
        : Weigering.NietGevonden(id) with { Uitleg = $"Voor {id} ligt geen voorstel om de wachtlijst te sluiten." };
}
