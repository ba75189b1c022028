using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using Vorm = SlimRegeling.Platform.Stromen.Json;

namespace SlimRegeling.Leercultuurscans;

/// <summary>A version of a questionnaire, as data. An answer is a whole number from <c>Laagste</c> to <c>Hoogste</c>, or none.</summary>
public sealed record Instrument(
    string Id,
    string Naam,
    string Bron,
    int Laagste,
    int Hoogste,
    IReadOnlyList<string> Antwoorden,
    IReadOnlyList<Dimensie> Dimensies
);

public sealed record Dimensie(string Code, string Naam, IReadOnlyList<Vraag> Vragen);

public sealed record Vraag(string Nl, string En);

/// <summary>The instruments of the house: one file each.</summary>
public static class Instrumenten
{
    public const string Kernvragen = "kernvragen-1";

    public static IReadOnlyDictionary<string, Instrument> Alle { get; } =
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Select(Lees).ToDictionary(i => i.Id);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/instrumenten", () => Task.FromResult(Uitkomst.Ok(Alle.Values.OrderBy(i => i.Id, StringComparer.Ordinal).ToList())))
            .Openbaar()
            .Geeft<IReadOnlyList<Instrument>>();

    private static Instrument Lees(string naam)
    {
        using var stroom = Assembly.GetExecutingAssembly().GetManifestResourceStream(naam)!;
        return JsonSerializer.Deserialize<Instrument>(stroom, Vorm.Opties) ?? throw new InvalidDataException($"{naam} is empty.");
    }
}
