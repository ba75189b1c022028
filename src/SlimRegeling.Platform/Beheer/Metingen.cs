using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Metingen;

namespace SlimRegeling.Platform.Beheer;

/// <summary>What this process measured in the last ten minutes.</summary>
internal static class Metingen
{
    /// <param name="Verzoeken">Per endpoint and page, the slowest (p99) first.</param>
    /// <param name="Weigeringen">What was refused, by endpoint and code, the most frequent first.</param>
    /// <param name="Berichten">Per context and kind of message, from delivery to committed effect, the slowest first.</param>
    /// <param name="Proces">Of which process this is.</param>
    public sealed record Beeld(
        int Minuten,
        IReadOnlyList<Meetstand> Verzoeken,
        IReadOnlyList<Meetstand> Berichten,
        IReadOnlyList<Weigeringstand> Weigeringen,
        Procesbeeld Proces
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/beheer/metingen",
                (Meetbord bord) => Uitkomst.Ok(new Beeld(Meting.Minuten, bord.Verzoeken, bord.Berichten, bord.Weigeringen, Procesbeeld.Dit))
            )
            .Voor(Rol.Beheerder, Rol.Regelbeheerder)
            .Geeft<Beeld>();
}
