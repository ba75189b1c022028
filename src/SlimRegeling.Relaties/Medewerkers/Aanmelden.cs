using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>An employee tells that they signed in, in their own token; the site does so at each sign-in. What is the same as last time is not written.</summary>
public static class Aanmelden
{
    public sealed record Verzoek;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/medewerkers/aanmelding",
                async (Verzoek verzoek, Persoon persoon, Stroom<Medewerker> medewerkers, Moment moment, CancellationToken ct) =>
                    await medewerkers.SchrijfOfBegin(
                        Medewerker.Stroom(persoon.Onderwerp),
                        medewerker => Beslis(medewerker, persoon, moment.Nu),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor([.. Rollen.VanUitvoerder.Order()]);

    public static Beslissing Beslis(Medewerker? medewerker, Persoon persoon, Instant nu)
    {
        IReadOnlyList<Rol> rollen = [.. persoon.VolgensProvider.Where(Rollen.VanUitvoerder.Contains).Order()];
        return medewerker is { AangemeldOp: not null } bekend && bekend.VolgensProvider.SequenceEqual(rollen)
            ? Beslissing.Geen
            : new MedewerkerAangemeld(persoon.Onderwerp, rollen, nu);
    }
}
