using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;
using SlimRegeling.Tijdvakken.Regelversies;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>A second scheme manager signs what the first proposed about a window: from that moment on it stands.</summary>
public static class VoorstelOndertekenen
{
    /// <param name="Hash">The hash of the proposal that was read: what is signed is that and nothing else.</param>
    public sealed record Verzoek(string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/tijdvakken/{id}/voorstellen/{voorstel}/ondertekening", Voer).Voor(Rol.Regelbeheerder).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string id,
        int voorstel,
        Verzoek verzoek,
        Stroom<Tijdvakbeheer> stroom,
        Stroom<Tijdvak> tijdvakken,
        Werkeenheid<TijdvakkenContext> eenheid,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        Tijdvakvoorstel? getekend = null;
        var uitkomst = await stroom.SchrijfOfBegin(
            Tijdvakbeheer.Stroom(id),
            beheer =>
            {
                getekend = beheer?.Met(voorstel);
                return Beslis(getekend, voorstel, verzoek.Hash, persoon.Onderwerp, nu);
            },
            ct
        );
        if (uitkomst.Weigering is not null)
        {
            return uitkomst;
        }
        var vaststelling = getekend!.Vaststelling;
        var regels = await RegelversiesTonen.Standen(eenheid, ct);
        uitkomst = await tijdvakken.SchrijfOfBegin(
            id,
            tijdvak => Vaststellen.Bekrachtig(id, tijdvak, vaststelling, persoon.Onderwerp, regels, nu),
            ct
        );
        if (uitkomst.Weigering is null)
        {
            Plafondstand.Begin(eenheid.Sessie, id, vaststelling.Plafond);
        }
        return uitkomst;
    }

    public static Beslissing Beslis(Tijdvakvoorstel? voorstel, int nummer, string hash, string wie, Instant nu) =>
        Voorstel.NietTeTekenen(nummer, voorstel, hash, wie) is { } weigering
            ? weigering
            : new TijdvakvoorstelOndertekend(nummer, voorstel!.Hash, wie, nu);
}
