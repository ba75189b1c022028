using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>Who may call an endpoint; as metadata it feeds the check at the door, the table of rights and the tests.</summary>
/// <param name="Rollen">Any of these is enough; empty when the endpoint is public.</param>
/// <param name="EigenZaak">Someone who acts for an enterprise reaches the cases of that enterprise only.</param>
/// <param name="Openbaar">Without signing in.</param>
public sealed record Toegang(IReadOnlyList<Rol> Rollen, bool EigenZaak, bool Openbaar)
{
    /// <summary>
    /// The only enterprise whose things exist for this person at this endpoint; null when there is no such limit. Someone who
    /// represents an enterprise is held to it, also when they have a role of the executor beside it.
    /// </summary>
    public string? AlleenVan(Persoon persoon)
    {
        if (!EigenZaak)
            return null;
        if (persoon.KvkNummer is { } kvkNummer)
            return kvkNummer;
        var alsMedewerker = Rollen.Any(rol => persoon.Heeft(rol) && !Identiteit.Rollen.VanOnderneming.Contains(rol));
        return alsMedewerker ? null : string.Empty;
    }
}

public static class Toegangen
{
    /// <summary>Callers with one of these roles; everyone else gets 401 or 403.</summary>
    public static TBuilder Voor<TBuilder>(this TBuilder eindpunt, params Rol[] rollen)
        where TBuilder : IEndpointConventionBuilder
    {
        if (rollen.Length == 0)
            throw new ArgumentException("Name at least one role, or say Openbaar().", nameof(rollen));
        var beleid = new AuthorizationPolicyBuilder().AddRequirements(new Roleis(rollen)).Build();
        // Policies add up: without this a page of a folder that says it of itself would ask for the roles of both.
        eindpunt.Add(bouwer =>
        {
            foreach (var eerder in bouwer.Metadata.OfType<AuthorizationPolicy>().Where(p => p.Requirements.Any(r => r is Roleis)).ToList())
            {
                bouwer.Metadata.Remove(eerder);
            }
        });
        return eindpunt.Met(toegang => toegang with { Rollen = rollen, Openbaar = false }).RequireAuthorization(beleid);
    }

    /// <summary>Callers who act for an enterprise reach its own cases only: say it beside <see cref="Voor"/>.</summary>
    public static TBuilder EigenZaak<TBuilder>(this TBuilder eindpunt)
        where TBuilder : IEndpointConventionBuilder => eindpunt.Met(toegang => toegang with { EigenZaak = true });

    /// <summary>Everyone, without signing in.</summary>
    public static TBuilder Openbaar<TBuilder>(this TBuilder eindpunt)
        where TBuilder : IEndpointConventionBuilder =>
        eindpunt.Met(toegang => toegang with { Rollen = [], Openbaar = true }).AllowAnonymous();

    private static TBuilder Met<TBuilder>(this TBuilder eindpunt, Func<Toegang, Toegang> wijzig)
        where TBuilder : IEndpointConventionBuilder
    {
        eindpunt.Add(bouwer =>
        {
            var bestaand = bouwer.Metadata.OfType<Toegang>().LastOrDefault();
            if (bestaand is not null)
                bouwer.Metadata.Remove(bestaand);
            bouwer.Metadata.Add(wijzig(bestaand ?? new Toegang([], EigenZaak: false, Openbaar: false)));
        });
        return eindpunt;
    }
}
