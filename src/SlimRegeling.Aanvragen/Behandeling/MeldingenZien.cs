using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Behandeling;

/// <summary>
/// An employee read what the applicant told that changed (5.7 Kaderregeling); until then it is work. It decides nothing: what follows from it is a change,
/// a withdrawal or the settlement.
/// </summary>
public static class MeldingenZien
{
    /// <param name="Aantal">How many the employee read: all that there were then.</param>
    public sealed record Verzoek(int Aantal);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/meldingen/gezien", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

    private static Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Aanvraag> aanvragen,
        Moment moment,
        CancellationToken ct
    ) => aanvragen.Schrijf(zaaknummer, a => Beslis(a, verzoek, persoon.Onderwerp, moment.Nu), ct);

    /// <param name="wie">Pseudonym.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, Verzoek verzoek, string wie, Instant nu) =>
        aanvraag.Meldingen.Count switch
        {
            0 => Weigering.Van("geen-meldingen", "Bij deze zaak is geen wijziging gemeld. Er is niets te lezen."),
            var alle when verzoek.Aantal != alle => Weigering.Van(
                "nieuwe-melding",
                $"Bij deze zaak staan nu {alle} meldingen. Haal ze op, lees wat u nog niet las en probeer het opnieuw.",
                "artikel 5.7 Kaderregeling"
            ),
            var alle when aanvraag.GezieneMeldingen == alle => Beslissing.Geen,
            var alle => new MeldingenGezien(aanvraag.KvkNummer, alle, wie, nu),
        };
}
