using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>A beheerder writes down by which name they know someone. An earlier name is destroyed: nothing was decided on it.</summary>
public static class Naamgeven
{
    public sealed record Verzoek([property: Description("Leeg: de naam gaat weg.")] string Naam);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPut(
                "/medewerkers/{id}/naam",
                async (
                    string id,
                    Verzoek verzoek,
                    Persoon persoon,
                    Stroom<Medewerker> medewerkers,
                    Werkeenheid<RelatiesContext> eenheid,
                    Moment moment,
                    CancellationToken ct
                ) =>
                    await medewerkers.Schrijf(
                        id,
                        medewerker =>
                        {
                            var beslissing = Beslis(
                                medewerker,
                                verzoek,
                                naam => medewerkers.Bewaar(id, naam),
                                persoon.Onderwerp,
                                moment.Nu
                            );
                            if (beslissing.Gebeurtenissen.Count > 0 && medewerker.Naam is { } eerder)
                            {
                                eenheid.Sessie.Delete<Inhoud>(eerder.Id);
                            }
                            return beslissing;
                        },
                        ct
                    )
            )
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Beheerder);

    /// <param name="bewaar">Keeps the name beside the stream; called only when there is one.</param>
    public static Beslissing Beslis(Medewerker medewerker, Verzoek verzoek, Func<Medewerkernaam, Verwijzing> bewaar, string wie, Instant nu)
    {
        var naam = verzoek.Naam.Trim();
        if (naam.Length == 0)
        {
            return medewerker.Naam is null ? Beslissing.Geen : new MedewerkernaamGegeven(null, wie, nu);
        }
        Fout[] fouten = [.. Regel.Toets("naam", naam, 100, "de naam van de medewerker")];
        return fouten.Length > 0 ? Weigering.Invoer(fouten) : new MedewerkernaamGegeven(bewaar(new(naam)), wie, nu);
    }
}
