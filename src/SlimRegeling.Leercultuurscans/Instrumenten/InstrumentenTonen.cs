using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Instrumenten;

/// <summary>Everyone can read with which questions scans are made, what they rest on and how they are laid beside each other.</summary>
public static class InstrumentenTonen
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/instrumenten", (Instrumentboek boek) => Task.FromResult(Uitkomst.Ok(boek.Alle)))
            .Openbaar()
            .Geeft<IReadOnlyList<Instrument>>();
        api.MapGet("/instrumenten/{instrument}", Een).Openbaar().Geeft<Instrument>();
        api.MapGet("/dimensies", () => Task.FromResult(Uitkomst.Ok(Dimensies.Alle))).Openbaar().Geeft<IReadOnlyList<Dimensie>>();
    }

    private static Task<Uitkomst> Een(string instrument, Instrumentboek boek) =>
        Task.FromResult(boek.Zoek(instrument) is { } gevonden ? Uitkomst.Ok(gevonden) : Weigering.NietGevonden(instrument));
}
