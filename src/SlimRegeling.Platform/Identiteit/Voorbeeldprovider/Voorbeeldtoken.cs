using System.Security.Claims;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SlimRegeling.Platform.Identiteit.Voorbeeldprovider;

/// <summary>What the example provider says about someone, in the claims that a broker of eHerkenning would use.</summary>
internal sealed class Voorbeeldtoken(IOptions<Aanmeldinstellingen> instellingen)
{
    private const string Loa3 = "urn:etoegang:core:assurance-class:loa3";

    public ClaimsPrincipal Van(Voorbeeldpersoon persoon)
    {
        var namen = instellingen.Value.Claims;
        var identiteit = Identiteit(persoon.Id, persoon.Rollen);
        identiteit.SetClaim(Claims.Name, persoon.Naam);
        if (persoon.KvkNummer is not null)
        {
            identiteit.SetClaim(namen.HandelendPersoon, persoon.Id);
            identiteit.SetClaim(namen.KvkNummer, persoon.KvkNummer);
            identiteit.SetClaim(namen.Vestigingsnummer, persoon.Vestigingsnummer);
            identiteit.SetClaim(namen.Intermediair, persoon.Intermediair);
            identiteit.SetClaim(namen.Betrouwbaarheid, Loa3);
        }
        return Principaal(identiteit, Scopes.OpenId);
    }

    public ClaimsPrincipal VanDienst(string client) => Principaal(Identiteit(client, [Rol.Dienst]));

    private ClaimsIdentity Identiteit(string onderwerp, IEnumerable<Rol> rollen)
    {
        var namen = instellingen.Value.Claims;
        var identiteit = new ClaimsIdentity("voorbeeldprovider", Claims.Name, namen.Rol);
        identiteit.SetClaim(Claims.Subject, onderwerp);
        identiteit.SetClaim(namen.Onderwerp, onderwerp);
        identiteit.SetClaims(namen.Rol, [.. rollen.Select(rol => rol.Claimwaarde())]);
        return identiteit;
    }

    private ClaimsPrincipal Principaal(ClaimsIdentity identiteit, params string[] scopes)
    {
        var principaal = new ClaimsPrincipal(identiteit);
        principaal.SetScopes(scopes);
        principaal.SetResources(instellingen.Value.Doelgroep);
        // The name is for the pages only: no API, log or queue needs it.
        principaal.SetDestinations(claim =>
            claim.Type == Claims.Name ? [Destinations.IdentityToken] : [Destinations.AccessToken, Destinations.IdentityToken]
        );
        return principaal;
    }
}
