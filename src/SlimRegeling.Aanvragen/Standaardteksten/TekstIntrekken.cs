using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Standaardteksten;

/// <summary>A text is offered no longer. Writing its next version offers it again.</summary>
public static class TekstIntrekken
{
    public sealed record Verzoek;

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost(
                "/standaardteksten/{id}/intrekking",
                (string id, Verzoek verzoek, Stroom<Standaardtekst> teksten, Persoon persoon, Moment moment, CancellationToken ct) =>
                    teksten.Schrijf(id, tekst => Beslis(tekst, persoon.Onderwerp, moment.Nu), ct)
            )
            .Voor(Rol.Beoordelaar)
            .Geeft<Bijgewerkt>();

    /// <param name="wie">A pseudonym.</param>
    public static Beslissing Beslis(Standaardtekst tekst, string wie, Instant nu) =>
        tekst.Ingetrokken ? Beslissing.Geen : new StandaardtekstIngetrokken(wie, nu);
}
