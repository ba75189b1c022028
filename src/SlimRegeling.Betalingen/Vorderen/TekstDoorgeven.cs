using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Vorderen;

/// <summary>Gives Dossiers why it was decided so and how to pay, for the letter that tells of it.</summary>
public static class TekstDoorgeven
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/vorderingen/{vordering}/tekst", Voer).Geeft<Inhoudsafschrift>().Voor(Rol.Dienst);

    /// <param name="tekst">As the message names it.</param>
    private static async Task<Uitkomst> Voer(
        string vordering,
        Guid tekst,
        Stroom<Vordering> vorderingen,
        Werkeenheid<BetalingenContext> eenheid,
        CancellationToken ct
    ) =>
        await vorderingen.Lees(vordering, ct) is { } stand
        && stand.Teksten.Contains(tekst)
        && await eenheid.Sessie.LoadAsync<Inhoud>(tekst, ct) is { } inhoud
            ? Uitkomst.Ok(Inhoudsafschrift.Van(inhoud))
            : Weigering.NietGevonden(vordering);
}
