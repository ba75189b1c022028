using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken.Mededelingen;

/// <summary>What everyone is told now.</summary>
public static class MededelingTonen
{
    /// <param name="Mededeling">Absent when there is nothing to tell.</param>
    public sealed record Beeld(Inhoud? Mededeling);

    public sealed record Inhoud(string Tekst, Mededelingsoort Soort, Instant? Tot, Instant Op);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/mededeling",
                async (Stroom<Mededeling> mededelingen, Moment moment, CancellationToken ct) =>
                    Uitkomst.Ok(
                        new Beeld(
                            (await mededelingen.Lees(Mededeling.Stroom, ct))?.Op(moment.Nu) is { } m
                                ? new Inhoud(m.Tekst, m.Soort, m.Tot, m.Op)
                                : null
                        )
                    )
            )
            .Openbaar()
            .Geeft<Beeld>();
}
