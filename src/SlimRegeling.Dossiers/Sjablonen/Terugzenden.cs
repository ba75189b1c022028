using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers.Sjablonen;

/// <summary>The proposal is not signed: a colleague says why, or who proposed it takes it back.</summary>
public static class Terugzenden
{
    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/briefsjablonen/{soort}/voorstellen/{voorstel}/terugzending",
                async (
                    string soort,
                    int voorstel,
                    Verzoek verzoek,
                    Stroom<Briefsjabloon> stroom,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    Briefsoorten.Zoek(soort) is null
                        ? Voorstel.OnbekendeSoort(soort)
                        : await stroom.SchrijfOfBegin(
                            Briefsjabloon.Stroom(soort),
                            sjabloon =>
                                Beslis(
                                    sjabloon ?? new(),
                                    voorstel,
                                    verzoek,
                                    () => stroom.Bewaar(Briefsjabloon.Stroom(soort), new Reden(verzoek.Reden)),
                                    persoon.Onderwerp,
                                    moment.Nu
                                ),
                            ct
                        )
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();

    /// <param name="bewaar">Keeps the reason beside the stream; called only when the proposal goes back.</param>
    public static Beslissing Beslis(Briefsjabloon sjabloon, int nummer, Verzoek verzoek, Func<Verwijzing> bewaar, string wie, Instant nu)
    {
        if (string.IsNullOrWhiteSpace(verzoek.Reden))
        {
            return Weigering.Invoer(new Fout("reden", "Schrijf op waarom u het voorstel niet ondertekent."));
        }
        var voorstel = sjabloon.Zoek(nummer);
        return Voorstel.NietOpen(nummer, voorstel) is { } weigering
            ? weigering
            : new BriefsjabloonTeruggezonden(nummer, voorstel!.Inhoud.Voorstelhash, wie, bewaar(), nu);
    }
}
