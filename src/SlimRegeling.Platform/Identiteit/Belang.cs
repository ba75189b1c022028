using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// Knows to whom a case is closed because they declared an interest of their own in it (2:4 Awb); without it no case is closed to anyone.
/// </summary>
public interface IBelangen
{
    /// <summary>The cases that are closed to this employee; they are few.</summary>
    ValueTask<IReadOnlySet<string>> Gesloten(string onderwerp, CancellationToken ct);
}

/// <summary>Marks an endpoint of a case, or that shows cases, that is open also to an employee who declared an interest in one.</summary>
/// <param name="Waarom">For who reads the code.</param>
public sealed record OpenBijBelang(string Waarom);

/// <summary>
/// What an interest of one's own does at the door: a case is closed to who declared it, whatever they ask, with all that has a number that begins with
/// that of the case.
/// </summary>
public static class Belang
{
    private const string Zaakveld = "zaaknummer";

    /// <inheritdoc cref="OpenBijBelang"/>
    public static TBuilder BlijftOpenBijBelang<TBuilder>(this TBuilder eindpunt, string waarom)
        where TBuilder : IEndpointConventionBuilder => eindpunt.WithMetadata(new OpenBijBelang(waarom));

    public static Weigering Gesloten(string zaaknummer) =>
        Weigering.NietDoorU(
            "eigen-belang",
            $"U hebt gemeld dat u een eigen belang hebt bij zaak {zaaknummer}. De zaak is daarom voor u gesloten. Laat haar over aan een collega.",
            "artikel 2:4 Awb"
        );

    /// <summary>The cases that the address of this request names, by their own number or by that of something of theirs.</summary>
    internal static IReadOnlyList<string> Genoemd(HttpContext http) =>
        Zaaknummer.VanElk(http.Request.RouteValues.Values.OfType<string>().Concat(http.Request.Query[Zaakveld]));

    /// <summary>
    /// Why this person may not come to one of these cases; null when they may, and when they are no employee: those have no interest to declare.
    /// </summary>
    internal static async ValueTask<Weigering?> Weeg(HttpContext http, Persoon? persoon, IReadOnlyList<string> zaken) =>
        zaken.Count > 0
        && persoon is { IsMedewerker: true }
        && http.GetEndpoint()?.Metadata.GetMetadata<OpenBijBelang>() is null
        && http.RequestServices.GetService<IBelangen>() is { } belangen
        && await belangen.Gesloten(persoon.Onderwerp, http.RequestAborted) is { Count: > 0 } gesloten
        && zaken.FirstOrDefault(gesloten.Contains) is { } zaak
            ? Gesloten(zaak)
            : null;
}
