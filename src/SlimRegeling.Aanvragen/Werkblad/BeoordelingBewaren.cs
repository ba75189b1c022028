using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Werkblad;

/// <summary>
/// Saves an assessment that is not finished: what is missing or wrong in it is told when it is given. Who saves over what another saved meanwhile is
/// told so, and nothing is lost.
/// </summary>
public static class BeoordelingBewaren
{
    private const int Meeste = 500;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut("/aanvragen/{zaaknummer}/beoordeling/concept", Voer).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        Zaaknummer zaaknummer,
        Beoordelen.Verzoek verzoek,
        Stroom<Aanvraag> aanvragen,
        Werkeenheid<AanvragenContext> eenheid,
        Aanroep aanroep,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await aanvragen.Lees(zaaknummer, ct) is not { Ingediend: not null } aanvraag)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var bestaand = await eenheid.Sessie.LoadAsync<Beoordelingsconcept>(zaaknummer, ct);
        if (Weiger(aanvraag, bestaand, verzoek, persoon.Onderwerp, aanroep.GezienVersie) is { } weigering)
        {
            return weigering;
        }
        var concept = new Beoordelingsconcept(zaaknummer, verzoek, persoon.Onderwerp, moment.Nu);
        var versie = (bestaand?.Version ?? 0) + 1;
        if (bestaand is null)
        {
            eenheid.Sessie.Insert(concept);
        }
        else
        {
            eenheid.Sessie.UpdateRevision(concept, versie);
        }
        return Uitkomst.Ok(new Bijgewerkt(zaaknummer, versie)) with { Versie = versie };
    }

    /// <param name="wie">A pseudonym.</param>
    /// <param name="gezien">The version that was seen, zero when there was none; null when the caller overwrites what stands there.</param>
    public static Weigering? Weiger(Aanvraag aanvraag, Beoordelingsconcept? bestaand, Beoordelen.Verzoek verzoek, string wie, long? gezien)
    {
        if (aanvraag.HeeftBelang(wie))
        {
            return Belang.Gesloten(aanvraag.Id);
        }
        if (aanvraag.Fase != Fase.Volledig)
        {
            return aanvraag.Fase == Fase.Beoordeeld
                ? Weigering.Van("al-beoordeeld", "Deze aanvraag is al beoordeeld. Er is niets bewaard.", "artikel 2.12")
                : Beoordelen.NietVolledig;
        }
        if (Beoordelen.VanAnder(aanvraag, wie) is { } vanAnder)
        {
            return vanAnder;
        }
        if (gezien is { } versie && versie != (bestaand?.Version ?? 0))
        {
            return Verouderd(aanvraag.Id, bestaand);
        }
        return verzoek.Gronden.Count > Meeste || verzoek.Regels?.Count > Meeste
            ? Weigering.Invoer(new Fout("gronden", $"Geef ten hoogste {Meeste} oordelen en {Meeste} regels."))
            : null;
    }

    private static Weigering Verouderd(string zaaknummer, Beoordelingsconcept? bestaand) =>
        new()
        {
            Code = "verouderd",
            Status = StatusCodes.Status412PreconditionFailed,
            Uitleg = bestaand is null
                ? $"Het concept van de beoordeling van {zaaknummer} is er niet meer. Haal de laatste stand op en probeer het opnieuw."
                : $"Het concept van de beoordeling van {zaaknummer} is intussen bewaard door {bestaand.Door} (versie {bestaand.Version}). Haal het op, kijk wat er veranderd is en probeer het opnieuw.",
        };
}
