using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>An assessor takes the case; it locks others out of assessing it.</summary>
public static class Toewijzen
{
    public sealed record Verzoek;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/toewijzing", Voer).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();

    private static Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        return aanvragen.Schrijf(zaaknummer, aanvraag => Beslis(aanvraag, persoon.Onderwerp, nu), ct);
    }

    public static Beslissing Beslis(Aanvraag aanvraag, string wie, Instant nu)
    {
        if (aanvraag.Beoordelaar == wie)
        {
            return Beslissing.Geen;
        }
        if (aanvraag.Beoordelaar is not null)
        {
            return Weigering.Van("al-toegewezen", "Een andere beoordelaar heeft deze aanvraag al genomen. Kies een andere aanvraag.");
        }
        return aanvraag.Fase is Fase.Ingediend or Fase.AanvullingGevraagd or Fase.Aangevuld or Fase.Volledig
            ? new AanvraagToegewezen(wie, nu)
            : Weigering.Van("niet-te-beoordelen", "Deze aanvraag is niet (meer) te beoordelen.", "artikel 2.12");
    }
}
