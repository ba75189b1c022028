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
    /// <param name="Wachtrijen">What waits for those, and who takes it: the broker knows it also when they do not answer.</param>
    /// <param name="Proces">Of which process this is: what was delivered waits in one of them.</param>
    public sealed record Beeld(
        string Bus,
        IReadOnlyList<Verkeersstand> Contexten,
        IReadOnlyList<string> Elders,
        IReadOnlyList<Brokerstand> Wachtrijen,
        Procesbeeld Proces
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/beheer/berichten", Toon).Voor(Rol.Beheerder, Rol.Regelbeheerder).Geeft<Beeld>();

    private static async Task<Uitkomst> Toon(
        Contextregister contexten,
        IEnumerable<Verwerkingsrij> rijen,
        Verkeer verkeer,
        CancellationToken ct
    )
    {
        var elders = contexten.Alle.Where(c => contexten.Elders.Contains(c.Naam));
        var beeld = await verkeer.Zie([.. rijen], elders, ct);
        return Uitkomst.Ok(new Beeld(verkeer.Bus, beeld.Hier, contexten.Elders, beeld.Elders, Procesbeeld.Dit));
    }
}
