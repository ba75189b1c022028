using Microsoft.AspNetCore.Builder;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>What an adviser may do for an enterprise by a machtiging that it gave in the portal.</summary>
public enum Machtigingsomvang
{
    /// <summary>Make, submit, complete and withdraw an application.</summary>
    Aanvragen,

    /// <summary>Account for what was done with the subsidy.</summary>
    Verantwoorden,
}

/// <summary>Which machtiging of the portal reaches an endpoint: any of these is enough. Without it none does.</summary>
public sealed record MetMachtiging(IReadOnlyList<Machtigingsomvang> Omvang);

/// <summary>What one does here is for oneself, whoever one chose to act for.</summary>
public sealed record AlsZichzelf;

public static class Machtigingseindpunten
{
    /// <summary>
    /// Also for who acts by a machtiging that the enterprise gave in the portal, when it covers one of these. Say it beside <c>Voor</c> with
    /// <see cref="Rol.Gemachtigde"/>.
    /// </summary>
    public static TBuilder OokMetMachtiging<TBuilder>(this TBuilder eindpunt, params Machtigingsomvang[] omvang)
        where TBuilder : IEndpointConventionBuilder =>
        omvang.Length == 0
            ? throw new ArgumentException("Name at least one, or leave it out.", nameof(omvang))
            : eindpunt.WithMetadata(new MetMachtiging(omvang));

    /// <inheritdoc cref="Identiteit.AlsZichzelf"/>
    public static TBuilder AlsZichzelf<TBuilder>(this TBuilder eindpunt)
        where TBuilder : IEndpointConventionBuilder => eindpunt.WithMetadata(new AlsZichzelf());
}
