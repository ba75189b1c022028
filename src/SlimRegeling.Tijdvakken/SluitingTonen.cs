using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken;

/// <summary>
/// When a window closes, for who is about to refuse someone for being late: the message of a change may still be on its way. It waits for a
/// signature that is being set, so an answer that came after the closing is final.
/// </summary>
public static class SluitingTonen
{
    public sealed record Sluiting(string Tijdvak, Instant Sluit);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/tijdvakken/{id}/sluiting", Voer).Voor(Rol.Dienst).Geeft<Sluiting>();

    private static async Task<Uitkomst> Voer(string id, Verdeelbeurt beurt, Stroom<Tijdvak> tijdvakken, CancellationToken ct)
    {
        await beurt.Deel(id, ct);
        return await tijdvakken.Toon(id, t => new Sluiting(t.Id, t.Sluit), ct);
    }
}
