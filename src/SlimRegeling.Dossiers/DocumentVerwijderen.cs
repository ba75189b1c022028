using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Dossiers;

/// <summary>
/// An applicant takes a document out of their draft. Its name is gone at once and its bytes are destroyed; that it was there stays. What belongs
/// to a submitted application is evidence and stays.
/// </summary>
public static class DocumentVerwijderen
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapDelete("/documenten/{id}", Voer)
            .WithDescription("Zolang de aanvraag een concept is; daarna 409 (document-bij-zaak).")
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .OokMetMachtiging(Machtigingsomvang.Aanvragen)
            .Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string id,
        Stroom<Document> documenten,
        Zaakwijzer wijzer,
        Werkeenheid<DossiersContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await documenten.Lees(id, ct) is not { } document)
        {
            return Weigering.NietGevonden(id);
        }
        // That it was submitted may be on its way here.
        var ingediend = false;
        if (document is { BijConcept: true, Stand: not Documentstand.Verwijderd })
        {
            var (gegevens, weigering) = await wijzer.Vraag(document.Zaaknummer, ct);
            if (weigering is not null)
            {
                return weigering;
            }
            ingediend = gegevens?.Ingediend is not null;
        }
        return await documenten.Schrijf(
            id,
            d =>
            {
                var beslissing = Beslis(d, ingediend, moment.Nu);
                if (beslissing.Gebeurtenissen.Count > 0 && d.Naam is { } naam)
                {
                    eenheid.Sessie.Delete<Inhoud>(naam.Id);
                }
                return beslissing;
            },
            ct
        );
    }

    /// <param name="ingediend">Whether the draft was submitted, also when that was not heard yet.</param>
    public static Beslissing Beslis(Document document, bool ingediend, Instant nu) =>
        document.Stand == Documentstand.Verwijderd ? Beslissing.Geen
        : document.BijConcept && !ingediend ? new DocumentVerwijderd(nu)
        : Weigering.Van(
            "document-bij-zaak",
            "Dit document hoort bij een aanvraag die al is ingediend. Weghalen kan dan niet meer. Klopt het niet, stuur dan een nieuw document.",
            "artikel 2.8"
        );
}
