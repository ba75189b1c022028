using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Behandeling;

/// <summary>An assessor gives a case back, so that another can take it; one case, or many as one act.</summary>
public static class Teruggeven
{
    public sealed record Verzoek;

    public sealed record Bulkverzoek(IReadOnlyList<string> Zaaknummers);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/aanvragen/{zaaknummer}/teruggave", Voer).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();
        api.MapPost("/teruggaven", VoerElk).Voor(Rol.Beoordelaar).Geeft<IReadOnlyList<Bulkregel>>();
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

    private static async Task<Uitkomst> VoerElk(
        Bulkverzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (Bulkregel.Fouten("zaaknummers", verzoek.Zaaknummers) is { } weigering)
        {
            return weigering;
        }
        var nu = moment.Nu;
        string[] zaaknummers = [.. verzoek.Zaaknummers.Distinct()];
        var uitkomsten = await aanvragen.SchrijfElk(zaaknummers, aanvraag => Beslis(aanvraag, persoon.Onderwerp, nu), ct);
        return Uitkomst.Ok(Bulkregel.Elk(verzoek.Zaaknummers, zaaknummers.Select((z, i) => Bulkregel.Van(z, uitkomsten[i]))));
    }

    /// <param name="wie">A pseudonym.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, string wie, Instant nu) =>
        aanvraag.Beoordelaar switch
        {
            _ when aanvraag.HeeftBelang(wie) => Belang.Gesloten(aanvraag.Id),
            null => Beslissing.Geen,
            var heeft when heeft != wie => Weigering.NietDoorU(
                "van-andere-beoordelaar",
                $"Beoordelaar {heeft} heeft deze aanvraag. Alleen wie haar heeft, geeft haar terug; u kunt haar wel overnemen."
            ),
            _ when aanvraag.Fase == Fase.Beoordeeld => Weigering.Van(
                "al-beoordeeld",
                "U hebt deze aanvraag al beoordeeld. Komt het voorstel terug, dan kunt u haar teruggeven.",
                "artikel 2.12"
            ),
            _ => new AanvraagTeruggegeven(wie, nu),
        };
}
