using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Verlening.Bezwaren;

/// <summary>
/// Gives Dossiers the reasons of a decision on objection, or of one that is proposed, which its message only points to; and the advice of the committee,
/// which goes with a decision that deviates from it (7:13, seventh paragraph, Awb).
/// </summary>
public static class Doorgeven
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/bezwaren/{bezwaar}/motivering", Motivering).Geeft<Inhoudsafschrift>().Voor(Rol.Dienst);
        api.MapGet("/bezwaren/{bezwaar}/commissieadvies", Advies).Geeft<Bijhouden.Advies>().Voor(Rol.Dienst);
    }

    /// <param name="motivering">As the message names it.</param>
    private static async Task<Uitkomst> Motivering(
        string bezwaar,
        Guid motivering,
        Stroom<Bezwaar> bezwaren,
        Werkeenheid<VerleningContext> eenheid,
        CancellationToken ct
    ) =>
        await bezwaren.Lees(bezwaar, ct) is { } stand
        && (stand.Voorstel?.Motivering.Id == motivering || stand.Beslissingen.Any(b => b.Motivering.Id == motivering))
        && await eenheid.Sessie.LoadAsync<Inhoud>(motivering, ct) is { } inhoud
            ? Uitkomst.Ok(Inhoudsafschrift.Van(inhoud))
            : Weigering.NietGevonden(bezwaar);

    private static async Task<Uitkomst> Advies(
        string bezwaar,
        Stroom<Bezwaar> bezwaren,
        Werkeenheid<VerleningContext> eenheid,
        CancellationToken ct
    ) =>
        await bezwaren.Lees(bezwaar, ct) is { Advies: { } advies } && await eenheid.Lees<Reden>(advies.Inhoud, ct) is { } tekst
            ? Uitkomst.Ok(new Bijhouden.Advies(advies.Strekking, tekst.Tekst))
            : Weigering.NietGevonden(bezwaar);
}
