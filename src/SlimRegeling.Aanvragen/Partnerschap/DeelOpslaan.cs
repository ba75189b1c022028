using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Partnerschap;

/// <summary>
/// A party overwrites its own part of the draft, complete or not, and nothing else of it. A part that was signed is signed no more when it
/// becomes another.
/// </summary>
public static class DeelOpslaan
{
    public sealed record Verzoek(Partijopgave? Deel = null);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/uitnodigingen/{zaaknummer}", Voer)
            .Voor(Rol.Aanvrager, Rol.Partij)
            .EigenZaak()
            .Geeft<Bijgewerkt>()
            .WithSummary("Uw eigen deel opslaan");

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
        var nieuw = Na(blik, verzoek.Deel ?? new());
        if (Weiger(blik, nieuw, aanroep.GezienVersie, moment.Nu) is { } weigering)
        {
            return weigering;
        }
        if (Partijopgave.Van(nieuw.Partijen![blik.Rij]).Afdruk() == Partijopgave.Van(blik.Partij).Afdruk())
        {
            // Nothing changed: the hoofdaanvrager who submits now need not look again.
            return Uitkomst.Ok(new Bijgewerkt(zaaknummer, blik.Concept.Version)) with { Versie = blik.Concept.Version };
        }
        var versie = blik.Concept.Version + 1;
        eenheid.Sessie.UpdateRevision(blik.Concept with { Formulier = nieuw }, versie);
        return Uitkomst.Ok(new Bijgewerkt(zaaknummer, versie)) with { Versie = versie };
    }

    /// <summary>The form with only the part of this party changed.</summary>
    internal static Formulier Na(Partijblik blik, Partijopgave deel) =>
        blik.Formulier with
        {
            Partijen = [.. blik.Formulier.Partijen!.Select((p, i) => i == blik.Rij ? deel.In(p) : p)],
        };

    internal static Weigering? Weiger(Partijblik blik, Formulier nieuw, long? gezien, Instant nu)
    {
        if (NietMeer(blik, nu) is { } nietMeer)
        {
            return nietMeer;
        }
        if (ConceptOpslaan.Verouderd(blik.Concept, gezien) is { } verouderd)
        {
            return verouderd;
        }
        return Partijblik.Eigen(Formuliercontrole.Fouten(nieuw), blik.Rij).ToList() is { Count: > 0 } fouten
            ? Weigering.Invoer(fouten)
            : null;
    }

    /// <summary>Why a party cannot answer any more; null while it can.</summary>
    internal static Weigering? NietMeer(Partijblik blik, Instant nu) =>
        blik switch
        {
            { Concept.Ontvangen: not null } => Weigering.Van(
                "al-ingediend",
                "De hoofdaanvrager heeft deze aanvraag al ingediend. Uw deel wijzigen kan niet meer; vraag de hoofdaanvrager om een aanvulling.",
                "artikel 2.8"
            ),
            _ when nu >= blik.Tijdvak.Sluit => TeLaat.Gesloten(blik.Tijdvak, null, null, nu),
            { Uitnodiging.Laatst: Handeling.Geweigerd } => Weigering.Van(
                "uitnodiging-geweigerd",
                "U doet niet mee met deze aanvraag. Vraag de hoofdaanvrager om u opnieuw uit te nodigen als u dat toch wilt.",
                "artikel 2.21"
            ),
            _ => null,
        };
}
