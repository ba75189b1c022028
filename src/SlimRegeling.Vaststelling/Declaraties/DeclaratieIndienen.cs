using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Regelstand;
using SlimRegeling.Vaststelling.Declaraties.Vergelijken;

namespace SlimRegeling.Vaststelling.Declaraties;

/// <summary>The recipient asks for the settlement, on the draft as it stands (4:44 Awb).</summary>
public static class DeclaratieIndienen
{
    private const string Artikel = "4:44 Awb";

    /// <param name="AllesGedaan">Whether nothing more will be done: then it can be asked before the last day of the period.</param>
    /// <param name="Concept">The version of the draft that was seen, as its ETag says; absent when it is sent as it stands.</param>
    public sealed record Verzoek(bool AllesGedaan = false, int? Concept = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/verantwoordingen/{zaaknummer}/declaratie", Voer)
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming()
            .OokMetMachtiging(Machtigingsomvang.Verantwoorden);

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Verzoek verzoek,
        Stroom<Verantwoording> verantwoordingen,
        Werkeenheid<VaststellingContext> eenheid,
        Kostenregelregister register,
        Regelbron<VaststellingContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        var regels = await regelbron.Nu(ct);
        // What is sent is what is deleted: nobody changes the draft in between.
        await DeclaratieOpslaan.Vergrendel(eenheid.Sessie, zaaknummer, ct);
        var concept = await eenheid.Sessie.LoadAsync<Declaratieconcept>(zaaknummer, ct);
        var uitkomst = await verantwoordingen.Schrijf(
            zaaknummer,
            verantwoording =>
                Dicht(verantwoording) is null && Gewijzigd(concept, verzoek.Concept) is { } gewijzigd
                    ? gewijzigd
                    : Beslis(
                        verantwoording,
                        concept?.Declaratie,
                        verzoek.AllesGedaan,
                        inhoud => verantwoordingen.Bewaar(zaaknummer, inhoud),
                        regels,
                        moment.Nu
                    ),
            ct
        );
        if (uitkomst.Weigering is null)
        {
            register.Schrijf(zaaknummer, concept!.KvkNummer, concept.Declaratie.Regels);
            eenheid.Sessie.Delete<Declaratieconcept>(zaaknummer.ToString());
        }
        return uitkomst;
    }

    /// <summary>
    /// After the last day of the period, or before when nothing more will be done. What comes after the last day to ask is taken too: it is shown. Once,
    /// unless a completion is asked or the subsidy is settled anew. What was proposed for want of it goes.
    /// </summary>
    /// <param name="declaratie">Null when nothing was written.</param>
    /// <param name="bewaar">Keeps the lines beside the stream; called only when the declaration is taken.</param>
    /// <param name="zonderGegevens">Of one from before each line had to have its wage, or who it was of and its document.</param>
    public static Beslissing Beslis(
        Verantwoording verantwoording,
        Declaratie? declaratie,
        bool allesGedaan,
        Func<object, Verwijzing> bewaar,
        Regelstanden regels,
        Instant nu,
        bool zonderGegevens = false
    )
    {
        if (Dicht(verantwoording) is { } weigering)
        {
            return weigering;
        }
        var opening = verantwoording.Opening!;
        if (!allesGedaan && Moment.Dag(nu) <= opening.PeriodeTot)
        {
            return Weigering.Van(
                "periode-loopt-nog",
                $"De initiatiefperiode loopt tot en met {LocalDatePattern.Iso.Format(opening.PeriodeTot)}. Vraag de vaststelling daarna, of zeg dat u alles hebt gedaan.",
                Artikel
            );
        }
        if (declaratie is null)
        {
            return Weigering.Van("geen-concept", "U hebt nog geen declaratie geschreven. Sla haar eerst op.", Artikel);
        }
        var versie = regels.Versie(opening.Regelversie, nu);
        if (Declaratiecontrole.Volledig(verantwoording, declaratie, versie, zonderGegevens) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        var gevraagd = Grondslag.Gevraagd(declaratie, versie);
        return new DeclaratieIngediend(
            bewaar(declaratie),
            declaratie.Regels.Count,
            gevraagd.Values.Sum(),
            gevraagd,
            allesGedaan,
            nu,
            versie.Id,
            versie.Hash,
            zonderGegevens ? null : true
        );
    }

    /// <summary>Refuses to send another version of the draft than the one that was seen: what was changed elsewhere stays, to be looked at.</summary>
    /// <param name="gezien">Null when the caller sends it as it stands.</param>
    public static Weigering? Gewijzigd(Declaratieconcept? concept, int? gezien) =>
        gezien is null || gezien == (concept?.Version ?? 0)
            ? null
            : Weigering.Van(
                "concept-gewijzigd",
                "Uw declaratie is gewijzigd nadat u haar zag, bijvoorbeeld in een ander venster. Er is niets ingediend en alles is bewaard. Kijk haar na en dien haar opnieuw in.",
                Artikel
            );

    /// <summary>Why no declaration can be written or sent now; null when one can.</summary>
    internal static Weigering? Dicht(Verantwoording verantwoording) =>
        Stand.OpVerzoek(verantwoording)
        ?? verantwoording switch
        {
            { Voorstel.ZonderVerzoek: null } => Weigering.Van(
                "al-beoordeeld",
                "Uw declaratie is al beoordeeld. Wacht op het besluit; daartegen kunt u bezwaar maken."
            ),
            { Declaratie: not null, AanvullingLoopt: false, Heropening: null } => Weigering.Van(
                "al-ingediend",
                "U hebt uw declaratie al ingediend. Wij vragen het u als er iets ontbreekt.",
                Artikel
            ),
            _ => null,
        };
}
