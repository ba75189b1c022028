using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Aanvragen.Behandeling;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>
/// An assessor takes the case; it locks others out of assessing it and of saying whether it is complete. Who has it can be changed by who says who had it until now: nobody takes a case
/// from another unseen.
/// </summary>
public static class Toewijzen
{
    public sealed record Verzoek;

    /// <param name="Van">Who had the case as far as the caller saw; absent for nobody.</param>
    /// <param name="Aan">Who gets it; absent for the caller.</param>
    public sealed record Overdracht(string? Van = null, string? Aan = null);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/aanvragen/{zaaknummer}/toewijzing", Voer).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();
        api.MapPost("/aanvragen/{zaaknummer}/overdracht", Draag).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();
    }

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

    private static async Task<Uitkomst> Draag(
        Zaaknummer zaaknummer,
        Overdracht overdracht,
        Stroom<Aanvraag> aanvragen,
        Beoordelaars beoordelaars,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: not null })
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var aan = overdracht.Aan ?? persoon.Onderwerp;
        if (aan != persoon.Onderwerp && await beoordelaars.Weiger(aan, ct) is { } weigering)
        {
            return weigering;
        }
        var nu = moment.Nu;
        return await aanvragen.Schrijf(zaaknummer, aanvraag => Beslis(aanvraag, overdracht.Van, aan, nu), ct);
    }

    /// <summary>Why this person cannot act in what a colleague has; null when it is theirs, or nobody's.</summary>
    /// <param name="wie">A pseudonym.</param>
    internal static Weigering? HeeftAnder(Aanvraag aanvraag, string wie) =>
        aanvraag.Beoordelaar is { } heeft && heeft != wie
            ? Weigering.NietDoorU(
                "van-andere-beoordelaar",
                $"Beoordelaar {heeft} behandelt deze aanvraag. Overleg met deze collega, of neem haar eerst over."
            )
            : null;

    public static Beslissing Beslis(Aanvraag aanvraag, string wie, Instant nu) => Beslis(aanvraag, null, wie, nu);

    /// <param name="van">Who had it as far as the caller saw; null for nobody. Pseudonyms.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, string? van, string aan, Instant nu)
    {
        if (aanvraag.Beoordelaar == aan)
        {
            return Beslissing.Geen;
        }
        if (aanvraag.HeeftBelang(aan))
        {
            return Weigering.Van(
                "belang-van-beoordelaar",
                $"Beoordelaar {aan} heeft bij deze aanvraag een eigen belang gemeld. Kies een andere beoordelaar.",
                "artikel 2:4 Awb"
            );
        }
        if (aanvraag.Beoordelaar is { } heeft && heeft != van)
        {
            return van is null
                ? Weigering.Van(
                    "al-toegewezen",
                    $"Beoordelaar {heeft} heeft deze aanvraag al genomen. Kies een andere aanvraag, of neem haar over."
                )
                : Weigering.Van("intussen-overgedragen", $"Deze aanvraag is intussen van beoordelaar {heeft}. Kijk opnieuw en beslis dan.");
        }
        return aanvraag.Fase is Fase.Ingediend or Fase.AanvullingGevraagd or Fase.Aangevuld or Fase.Volledig
            ? new AanvraagToegewezen(aan, nu)
            : Weigering.Van("niet-te-beoordelen", "Deze aanvraag is niet (meer) te beoordelen.", "artikel 2.12");
    }
}
