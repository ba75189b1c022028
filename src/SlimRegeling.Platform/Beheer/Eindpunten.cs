using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Inzagen;

namespace SlimRegeling.Platform.Beheer;

/// <summary>What the floor tells of itself, in an API document of its own. Each process answers for the contexts that run in it.</summary>
public static class Eindpunten
{
    public const string Document = "beheer";

    internal static void MapBeheer(this IEndpointRouteBuilder app)
    {
        var contexten = app.ServiceProvider.GetRequiredService<Contextregister>();
        var api = app.MapGroup("/v1")
            .WithGroupName(Document)
            .WithTags(Document)
            .AddEndpointFilter(new Deur(http => Van(http, contexten), app.ServiceProvider.GetRequiredService<Persoonlezer>()));
        Berichten.Map(api);
        Apart.Map(api);
        Metingen.Map(api);
        InzagenTonen.Map(api);
        ZaakinzagenTonen.Map(api);
        Taken.Map(api);
        Dossierdelen.Map(api);
    }

    /// <summary>Of a message that is nowhere, any context can say so.</summary>
    private static Contextopslag Van(HttpContext http, Contextregister contexten) =>
        Apartnummer.Lees(http.Request.RouteValues["id"] as string) is { } nummer && contexten.Met(nummer.Context) is { } opslag
            ? opslag
            : contexten.Hier[0];
}
