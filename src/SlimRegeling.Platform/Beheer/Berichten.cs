using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Platform.Beheer;

/// <summary>How the messages of each context stand.</summary>
internal static class Berichten
{
    /// <param name="Bus">geheugen: the outbox holds all that is not handled; rabbitmq: the broker holds messages too.</param>
    /// <param name="Elders">Contexts that run in another process: ask there.</param>
    public sealed record Beeld(string Bus, IReadOnlyList<Verkeersstand> Contexten, IReadOnlyList<string> Elders);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/beheer/berichten", Toon).Voor(Rol.Beheerder, Rol.Regelbeheerder).Geeft<Beeld>();

    private static async Task<Uitkomst> Toon(
        Contextregister contexten,
        IEnumerable<Verwerkingsrij> rijen,
        Verkeer verkeer,
        CancellationToken ct
    ) => Uitkomst.Ok(new Beeld(verkeer.Bus, await verkeer.Standen([.. rijen], ct), contexten.Elders));
}
