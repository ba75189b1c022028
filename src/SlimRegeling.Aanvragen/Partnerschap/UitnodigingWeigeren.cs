using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>A party says that it does not take part, also after it confirmed. The hoofdaanvrager takes it out of the plan, or invites it again.</summary>
public static class UitnodigingWeigeren
{
    public sealed record Verzoek;

    public sealed record Antwoord(string Zaaknummer, Uitnodigingsstand Stand);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/uitnodigingen/{zaaknummer}/weigering", Voer)
            .Voor(Rol.Aanvrager, Rol.Partij)
            .EigenZaak()
            .BindtOnderneming()
            .Geeft<Antwoord>()
            .WithSummary("Zeggen dat uw onderneming niet meedoet");

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Persoon persoon,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Aanroep aanroep,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await Partijblik.Lees(zaaknummer, eenheid, tijdvakken, persoon.KvkNummer ?? "", ct) is not { } blik)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var uitnodiging = blik.Uitnodiging;
        if (uitnodiging.Laatst != Handeling.Geweigerd)
        {
            if (DeelOpslaan.NietMeer(blik, moment.Nu) is { } weigering)
            {
                return weigering;
            }
            eenheid.Sessie.UpdateRevision(
                uitnodiging.Na(new(Handeling.Geweigerd, aanroep.Wie, moment.Nu)) with
                {
                    Handtekening = null,
                },
                uitnodiging.Version + 1
            );
        }
        return Uitkomst.Ok(new Antwoord(zaaknummer, Uitnodigingsstand.Geweigerd));
    }
}
