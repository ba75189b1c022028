using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>A second scheme manager signs what the first proposed about a window: from that moment on it stands.</summary>
public static class VoorstelOndertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/tijdvakken/{id}/voorstellen/{voorstel}/ondertekening",
                (
                    string id,
                    int voorstel,
                    Verzoek verzoek,
                    Tijdvakvoorstellen voorstellen,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) => voorstellen.Onderteken(id, voorstel, verzoek.Hash, persoon.Onderwerp, () => moment.Nu, ct)
            )
            .Voor(Rol.Regelbeheerder)
            .Geeft<Bijgewerkt>();

    public static Beslissing Beslis(Tijdvakvoorstel? voorstel, int nummer, string hash, string wie, Instant nu) =>
        Voorstel.NietTeTekenen(nummer, voorstel, hash, wie) is { } weigering
            ? weigering
            : new TijdvakvoorstelOndertekend(nummer, voorstel!.Hash, wie, nu);
}
