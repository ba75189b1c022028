using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>
/// The hoofdaanvrager asks a party of the draft to confirm online. The party sees it when it signs in, gets an e-mail when it gave an address, and
/// the hoofdaanvrager passes the link on. The link gives no right; only who acts for that KVK number sees anything.
/// </summary>
public static class Uitnodigen
{
    public sealed record Verzoek(
        [property: Description("Het KVK-nummer van een partij die in het concept staat.")]
        [property: Voorbeeld("\"22222222\"")]
            string KvkNummer
    );

    /// <param name="Pagina">Where the party looks, below the address of the site.</param>
    public sealed record Antwoord(
        string KvkNummer,
        Uitnodigingsstand Stand,
        [property: Description("Het pad van de pagina voor de partij; wie haar opent, meldt zich aan namens die partij.")]
        [property: Voorbeeld("\"/aanvragen/uitnodigingen/SLIM-71ZCH67ZP3\"")]
            string Pagina
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen/{zaaknummer}/uitnodigingen", Voer)
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Antwoord>(201)
            .WithSummary("Een partij uitnodigen om online te bevestigen");

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Werkeenheid<AanvragenContext> eenheid,
        Aanvraagtijdvakken tijdvakken,
        Aanroep aanroep,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await eenheid.Sessie.LoadAsync<Concept>(zaaknummer, ct) is not { } concept || !eenheid.MagZien(concept))
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var tijdvak =
            await tijdvakken.Zoek(concept.Tijdvak, ct)
            ?? throw new InvalidOperationException($"The window {concept.Tijdvak} of a draft is not known.");
        if (Weiger(concept, tijdvak, verzoek.KvkNummer, moment.Nu) is { } weigering)
        {
            return weigering;
        }
        var partij = concept.Formulier.Partijen!.First(p => p.KvkNummer == verzoek.KvkNummer);
        var bestaand = await eenheid.Sessie.LoadAsync<Uitnodiging>(Uitnodiging.Sleutel(zaaknummer, verzoek.KvkNummer), ct);
        var nu = moment.Nu;
        var na = Na(bestaand, zaaknummer, verzoek.KvkNummer, new(Handeling.Uitgenodigd, aanroep.Wie, nu));
        if (bestaand is null)
        {
            eenheid.Sessie.Insert(na);
        }
        else if (na != bestaand)
        {
            eenheid.Sessie.UpdateRevision(na, bestaand.Version + 1);
        }
        if (na != bestaand)
        {
            eenheid.Wek(Aandacht.Uitgenodigd(na, tijdvak.Sluit, nu));
        }
        return Uitkomst.Gemaakt(
            $"/aanvragen/{zaaknummer}/uitnodigingen",
            new Antwoord(verzoek.KvkNummer, na.Stand(partij, gesloten: false), Pagina(zaaknummer))
        );
    }

    internal static string Pagina(string zaaknummer) => $"/aanvragen/uitnodigingen/{zaaknummer}";

    /// <summary>Asking again changes nothing while the party can answer or has confirmed; after a refusal or withdrawal it can.</summary>
    public static Uitnodiging Na(Uitnodiging? bestaand, string zaaknummer, string kvkNummer, Uitnodiging.Stap stap) =>
        bestaand switch
        {
            null => Uitnodiging.Nieuw(zaaknummer, kvkNummer, stap),
            { Laatst: Handeling.Geweigerd or Handeling.Ingetrokken } => bestaand.Na(stap) with { Handtekening = null },
            _ => bestaand,
        };

    public static Weigering? Weiger(Concept concept, Aanvraagtijdvak tijdvak, string kvkNummer, Instant nu)
    {
        if (concept.Ontvangen is not null)
        {
            return ConceptOpslaan.AlIngediend(concept.Id);
        }
        if (tijdvak.Aanvragertype != Aanvragertype.Samenwerkingsverband)
        {
            return Weigering.Van(
                "geen-samenwerkingsverband",
                "In dit tijdvak vraagt één onderneming aan; er zijn geen partijen om uit te nodigen.",
                "artikel 2.21"
            );
        }
        if (nu >= tijdvak.Sluit)
        {
            return TeLaat.Gesloten(tijdvak, null, concept.Id, nu);
        }
        return (concept.Formulier.Partijen ?? []).FirstOrDefault(p => p.KvkNummer == kvkNummer) switch
        {
            null => Weigering.Invoer(
                new Fout("kvkNummer", "Deze partij staat niet in uw concept. Zet haar eerst bij de partijen en sla dat op.", "artikel 2.21")
            ),
            { Rol: Deelnemergegevens.Hoofdaanvrager } => Weigering.Invoer(
                new Fout("kvkNummer", "De hoofdaanvrager tekent bij het indienen. Nodig de andere partijen uit.", "artikel 2.21")
            ),
            _ => null,
        };
    }
}
