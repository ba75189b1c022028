using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>
/// What one does here binds the whole enterprise, to which subsidy is granted: not for who acts for one of its establishments only
/// (<see cref="Persoon.Vestigingsnummer"/>). They read and prepare.
/// </summary>
public sealed record BindtOnderneming
{
    /// <summary>The code of the refusal (403).</summary>
    public const string Weigering = "alleen-voor-vestiging";
}

/// <summary>Acts for the whole enterprise.</summary>
internal sealed record GeheleOnderneming : IAuthorizationRequirement;

public static class Ondernemingseindpunten
{
    /// <inheritdoc cref="Identiteit.BindtOnderneming"/>
    public static TBuilder BindtOnderneming<TBuilder>(this TBuilder eindpunt)
        where TBuilder : IEndpointConventionBuilder
    {
        var beleid = new AuthorizationPolicyBuilder().AddRequirements(new GeheleOnderneming()).Build();
        return eindpunt.WithMetadata(new BindtOnderneming()).RequireAuthorization(beleid);
    }
}
