using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Standaardteksten;

/// <summary>Assessors write a text to use again, and its next versions. An earlier version stays.</summary>
public static class TekstSchrijven
{
    /// <param name="Onderwerp">A ground or requirement that an assessor judges, or begroting.</param>
    /// <param name="Artikel">The article that it rests on, for a line of a budget.</param>
    public sealed record Verzoek(string Onderwerp, string Titel, string Tekst, string? Artikel = null)
    {
        internal Tekstinhoud Inhoud => new(Titel.Trim(), Tekst.Trim(), Artikel?.Trim() is { Length: > 0 } artikel ? artikel : null);
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/standaardteksten", Maak).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>(201);
        api.MapPut("/standaardteksten/{id}", Wijzig).Voor(Rol.Beoordelaar).Geeft<Bijgewerkt>();
    }

    private static async Task<Uitkomst> Maak(
        Verzoek verzoek,
        Stroom<Standaardtekst> teksten,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var id = $"tekst-{Guid.CreateVersion7():N}";
        var uitkomst = await teksten.SchrijfOfBegin(
            id,
            tekst => Beslis(tekst, verzoek, persoon.Onderwerp, inhoud => teksten.Bewaar(id, inhoud), moment.Nu),
            ct
        );
        return uitkomst is { Weigering: null, Inhoud: { } inhoud }
            ? Uitkomst.Gemaakt($"/standaardteksten/{id}", inhoud) with
            {
                Versie = uitkomst.Versie,
            }
            : uitkomst;
    }

    private static Task<Uitkomst> Wijzig(
        string id,
        Verzoek verzoek,
        Stroom<Standaardtekst> teksten,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    ) => teksten.Schrijf(id, tekst => Beslis(tekst, verzoek, persoon.Onderwerp, inhoud => teksten.Bewaar(id, inhoud), moment.Nu), ct);

    /// <param name="wie">A pseudonym.</param>
    /// <param name="bewaar">Keeps title and text; called only when they are taken.</param>
    public static Beslissing Beslis(Standaardtekst? tekst, Verzoek verzoek, string wie, Func<Tekstinhoud, Verwijzing> bewaar, Instant nu)
    {
        var inhoud = verzoek.Inhoud;
        if (Tekstcontrole.Fouten(verzoek.Onderwerp, inhoud) is { Count: > 0 } fouten)
        {
            return Weigering.Invoer(fouten);
        }
        return tekst is null || tekst.Onderwerp == verzoek.Onderwerp
            ? new StandaardtekstGeschreven(verzoek.Onderwerp, bewaar(inhoud), wie, nu)
            : Weigering.Invoer(new Fout("onderwerp", "Het onderwerp van een tekst blijft zoals het is. Schrijf een nieuwe tekst."));
    }
}
