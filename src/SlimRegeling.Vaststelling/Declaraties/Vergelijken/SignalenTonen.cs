using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Vaststelling.Declaraties.Vergelijken;

/// <summary>Shows an assessor what in a declaration stands twice, here or elsewhere, and which hours cannot be.</summary>
public static class SignalenTonen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/verantwoordingen/{zaaknummer}/signalen", Voer)
            .Geeft<IReadOnlyList<Signaal>>()
            .LegtInzageVast("signalen")
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Stroom<Verantwoording> verantwoordingen,
        Kostenregelregister register,
        Regelbron<VaststellingContext> regelbron,
        IBelangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await verantwoordingen.Lees(zaaknummer, ct) is not { Opening: { } opening })
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var versie = (await regelbron.Nu(ct)).Versie(opening.Regelversie, moment.Nu);
        var signalen = Signalen.Van(
            await register.Van(zaaknummer, ct),
            await register.Verwant(zaaknummer, ct),
            versie,
            await register.UrenElders(zaaknummer, ct)
        );
        var open = Zonder(signalen, await belangen.Gesloten(persoon.Onderwerp, ct));
        return Uitkomst.Ok(open) with { Zaken = [zaaknummer, .. open.SelectMany(s => s.Elders).Select(v => v.Zaaknummer)] };
    }

    /// <summary>What was found stays a signal where the other line is of a case that is closed to who looks; that case is not named.</summary>
    public static IReadOnlyList<Signaal> Zonder(IReadOnlyList<Signaal> signalen, IReadOnlySet<string> gesloten) =>
        [.. signalen.Select(signaal => signaal with { Elders = [.. signaal.Elders.Where(v => !gesloten.Contains(v.Zaaknummer))] })];
}
