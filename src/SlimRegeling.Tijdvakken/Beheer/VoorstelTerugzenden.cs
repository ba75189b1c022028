using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>The proposal about a window is not signed: a colleague says why, or who proposed it takes it back.</summary>
public static class VoorstelTerugzenden
{
    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/tijdvakken/{id}/voorstellen/{voorstel}/terugzending",
                (
                    string id,
                    int voorstel,
                    Verzoek verzoek,
                    Stroom<Tijdvakbeheer> stroom,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    stroom.SchrijfOfBegin(
                        Tijdvakbeheer.Stroom(id),
                        beheer =>
                            Beslis(
                                beheer ?? new(),
                                voorstel,
                                verzoek,
                                () => stroom.Bewaar(Tijdvakbeheer.Stroom(id), new Reden(verzoek.Reden)),
                                persoon.Onderwerp,
                                moment.Nu
                            ),
                        ct
                    )
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing Beslis(Tijdvakbeheer beheer, int nummer, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        var voorstel = beheer.Met(nummer);
        return Voorstel.NietTerugTeZenden(nummer, voorstel, verzoek.Reden) is { } weigering
            ? weigering
            : new TijdvakvoorstelTeruggezonden(nummer, voorstel!.Hash, wie, bewaar(), nu);
    }
}
