using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SlimRegeling.Platform.Identiteit;

/// <summary>The one mapping from claims to a <see cref="Persoon"/>.</summary>
public sealed class Persoonlezer(IOptions<Aanmeldinstellingen> instellingen)
{
    private readonly Claimnamen _namen = instellingen.Value.Claims;

    /// <summary>The caller of this request, read once; null when nobody signed in.</summary>
    public Persoon? Lees(HttpContext http)
    {
        if (http.Features.Get<Persoon>() is { } bekend)
            return bekend;
        var persoon = Lees(http.User);
        if (persoon is not null)
            http.Features.Set(persoon);
        return persoon;
    }

    /// <summary>Null when nobody signed in or the token names no subject.</summary>
    public Persoon? Lees(ClaimsPrincipal gebruiker)
    {
        if (gebruiker.Identity is not { IsAuthenticated: true })
            return null;
        var onderwerp = Waarde(gebruiker, _namen.HandelendPersoon) ?? Waarde(gebruiker, _namen.Onderwerp);
        if (onderwerp is null)
            return null;

        var kvkNummer = Nummer(gebruiker, _namen.KvkNummer, 8) ?? Nummer(gebruiker, _namen.KvkNummerAlternatief, 8);
        var intermediair = Nummer(gebruiker, _namen.Intermediair, 8);
        return new Persoon(
            onderwerp,
            Rollen(gebruiker, kvkNummer, intermediair),
            kvkNummer,
            // A limit that we cannot read is a limit all the same.
            Nummer(gebruiker, _namen.Vestigingsnummer, 12) ?? Waarde(gebruiker, _namen.Vestigingsnummer),
            intermediair,
            Waarde(gebruiker, _namen.Betrouwbaarheid)
        );
    }

    /// <summary>
    /// A broker of eHerkenning gives no role: who represents an enterprise is its applicant, or its adviser when another enterprise stands
    /// between. Who acts for an enterprise has no role of the executor at that moment: nobody decides on the enterprise they act for (AWB 2:4).
    /// </summary>
    private HashSet<Rol> Rollen(ClaimsPrincipal gebruiker, string? kvkNummer, string? intermediair)
    {
        var rollen = gebruiker.FindAll(_namen.Rol).Select(claim => Identiteit.Rollen.Lees(claim.Value)).OfType<Rol>().ToHashSet();
        if (kvkNummer is not null)
            rollen.IntersectWith(Identiteit.Rollen.VanOnderneming);
        if (rollen.Count == 0 && kvkNummer is not null)
            rollen.Add(intermediair is null ? Rol.Aanvrager : Rol.Gemachtigde);
        return rollen;
    }

    private static string? Waarde(ClaimsPrincipal gebruiker, string naam) =>
        gebruiker.FindFirst(naam)?.Value is { } waarde && !string.IsNullOrWhiteSpace(waarde) ? waarde : null;

    private static string? Nummer(ClaimsPrincipal gebruiker, string naam, int cijfers) =>
        gebruiker.FindAll(naam).Select(claim => claim.Value).FirstOrDefault(w => w.Length == cijfers && w.All(char.IsAsciiDigit));
}
