using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Tijdvakken.Regelversies;

/// <summary>The proposal is not signed: a colleague says why, or who proposed it takes it back.</summary>
public static class Terugzenden
{
    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/regelversies/{id}/voorstellen/{voorstel}/terugzending",
                async (
                    string id,
                    int voorstel,
                    Verzoek verzoek,
                    Stroom<Regelbeheer> stroom,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    Regelboek.Kent(id)
                        ? await stroom.SchrijfOfBegin(
                            Regelbeheer.Stroom(id),
                            beheer =>
                                Beslis(
                                    beheer ?? new(),
                                    voorstel,
                                    verzoek,
                                    () => stroom.Bewaar(Regelbeheer.Stroom(id), new Reden(verzoek.Reden)),
                                    persoon.Onderwerp,
                                    moment.Nu
                                ),
                            ct
                        )
                        : RegelversiesTonen.Onbekend(id)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing Beslis(Regelbeheer beheer, int nummer, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        var voorstel = beheer.Voorstellen.FirstOrDefault(v => v.Inhoud.Voorstel == nummer);
        return Voorstel.NietTerugTeZenden(nummer, voorstel, verzoek.Reden) is { } weigering
            ? weigering
            : new RegelwijzigingTeruggezonden(nummer, voorstel!.Inhoud.Voorstelhash, wie, bewaar(), nu);
    }
}
