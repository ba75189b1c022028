using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>The hoofdaanvrager takes an invitation back; from then on the party sees nothing of the draft. What it filled in stays in it.</summary>
public static class UitnodigingIntrekken
{
    public sealed record Verzoek([property: Description("Het KVK-nummer van de uitgenodigde partij.")] string KvkNummer);

    public sealed record Antwoord(string KvkNummer, Uitnodigingsstand Stand);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/uitnodigingen/intrekking", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Antwoord>()
            .WithSummary("Een uitnodiging intrekken");

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Werkeenheid<AanvragenContext> eenheid,
        Aanroep aanroep,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct) is not { } concept || !eenheid.MagZien(concept))
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        if (concept.Ontvangen is not null)
        {
            return ConceptOpslaan.AlIngediend(zaaknummer);
        }
        if (await eenheid.Sessie.LoadAsync<Uitnodiging>(Uitnodiging.Sleutel(zaaknummer, verzoek.KvkNummer), ct) is not { } uitnodiging)
        {
            return Weigering.Invoer(new Fout("kvkNummer", "Deze partij is niet uitgenodigd; er is niets om in te trekken."));
        }
        if (uitnodiging.Laatst != Handeling.Ingetrokken)
        {
            eenheid.Sessie.UpdateRevision(
                uitnodiging.Na(new(Handeling.Ingetrokken, aanroep.Wie, moment.Nu)) with
                {
                    Handtekening = null,
                },
                uitnodiging.Version + 1
            );
        }
        return Uitkomst.Ok(new Antwoord(verzoek.KvkNummer, Uitnodigingsstand.Ingetrokken));
    }
}
