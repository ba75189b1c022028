using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>The proposal is not confirmed: a colleague says why, or who proposed it takes it back.</summary>
public static class ToegangTerugzenden
{
    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/medewerkers/{id}/voorstellen/{voorstel}/terugzending",
                async (
                    string id,
                    int voorstel,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Medewerker> medewerkers,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    await medewerkers.Schrijf(
                        id,
                        medewerker =>
                            Beslis(
                                medewerker,
                                voorstel,
                                verzoek,
                                () => medewerkers.Bewaar(id, new Medewerkerreden(verzoek.Reden.Trim())),
                                persoon.Onderwerp,
                                moment.Nu
                            ),
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beheerder);

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing Beslis(Medewerker medewerker, int nummer, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        Fout[] fouten = [.. Medewerkerreden.Toets(verzoek.Reden)];
        if (fouten.Length > 0)
        {
            return Weigering.Invoer(fouten);
        }
        var voorstel = medewerker.Voorstel(nummer);
        return Medewerkervoorstel.NietOpen(nummer, voorstel) is { } weigering ? weigering
            : Grenzen.NietZelf(medewerker.Kenmerk, wie) is { } zelf ? zelf
            : new MedewerkervoorstelTeruggezonden(nummer, voorstel!.Inhoud.Voorstelhash, bewaar(), wie, nu);
    }
}
