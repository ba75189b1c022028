using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Werkblad;

/// <summary>
/// What assessing an application again, for an objection or to mend a mistake, would come to, as far as it is written; nothing is stored.
/// </summary>
public static class Proefherbeoordelen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/herbeoordeling/proef", Voer)
            .Voor(Rol.Beoordelaar)
            .SlaatNietsOp()
            .LegtInzageVast("proefherbeoordeling")
            .Geeft<Proefbeoordelen.Beeld>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Herbeoordelen.Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Contextregister contexten,
        Regelbron<AanvragenContext> regelbron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: { } ingediend } aanvraag)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (Herbeoordelen.Poort(aanvraag, verzoek.Bezwaar, persoon.Onderwerp) is { } weigering)
        {
            return weigering;
        }
        var dossier = await Herbeoordelen.Lees(aanvraag, eenheid, tijdvakken, contexten, ct);
        var nu = moment.Nu;
        var versie = (await regelbron.Nu(ct)).Versie(ingediend.Regelversie, nu);
        var uitslag = Herbeoordelen.Weeg(aanvraag, verzoek, dossier, versie, nu, compleet: false);
        return uitslag.Beoordeling is { } beoordeling
            ? Uitkomst.Ok(Proefbeoordelen.Toon(beoordeling, uitslag.Toets, [.. uitslag.Nodig.Except(verzoek.Gronden.Select(g => g.Code))]))
            : Weigering.Invoer(uitslag.Fouten);
    }
}
