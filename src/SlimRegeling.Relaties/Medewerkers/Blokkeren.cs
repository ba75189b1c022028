using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Medewerkers;

/// <summary>A beheerder ends all access of someone, at once; also of who never signed in here, and could use the API with a token.</summary>
public static class Blokkeren
{
    private const int LangsteKenmerk = 255;

    public sealed record Verzoek(
        [property: Description("Het kenmerk van de medewerker, zoals de aanmelddienst het geeft (sub).")] string Kenmerk,
        string Reden
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/medewerkers/blokkades", Voer).Geeft<Bijgewerkt>().Voor(Rol.Beheerder);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Medewerker> medewerkers,
        Werkeenheid<RelatiesContext> eenheid,
        Moment moment,
        CancellationToken ct
    )
    {
        Fout[] fouten = [.. Controleer(verzoek)];
        if (fouten.Length > 0)
        {
            return Weigering.Invoer(fouten);
        }
        if (await Grenzen.NietMeer(medewerkers, persoon, ct) is { } weigering)
        {
            return weigering;
        }
        // As the token has it: another one is another person.
        var kenmerk = verzoek.Kenmerk;
        var id = Medewerker.Stroom(kenmerk);
        var blijft = await Grenzen.BlijftBeheerder(eenheid, kenmerk, persoon, ct);
        return await medewerkers.SchrijfOfBegin(
            id,
            medewerker =>
                Beslis(
                    medewerker,
                    kenmerk,
                    blijft,
                    () => medewerkers.Bewaar(id, new Medewerkerreden(verzoek.Reden.Trim())),
                    persoon.Onderwerp,
                    moment.Nu
                ),
            ct
        );
    }

    public static IEnumerable<Fout> Controleer(Verzoek verzoek)
    {
        if (string.IsNullOrWhiteSpace(verzoek.Kenmerk) || verzoek.Kenmerk.Length > LangsteKenmerk || verzoek.Kenmerk.Any(char.IsControl))
        {
            yield return new Fout(
                "kenmerk",
                $"Geef het kenmerk van de medewerker op één regel, in ten hoogste {LangsteKenmerk} tekens. U vindt het bij de aanmelddienst."
            );
        }
        foreach (var fout in Medewerkerreden.Toets(verzoek.Reden))
        {
            yield return fout;
        }
    }

    /// <param name="blijftBeheerder">A beheerder is left without this person.</param>
    /// <param name="bewaar">Keeps the reason beside the stream; called only when they are blocked.</param>
    public static Beslissing Beslis(
        Medewerker? medewerker,
        string kenmerk,
        bool blijftBeheerder,
        Func<Verwijzing> bewaar,
        string wie,
        Instant nu
    )
    {
        if (Grenzen.NietZelf(kenmerk, wie) is { } zelf)
        {
            return zelf;
        }
        var nuGeldt = medewerker?.Correctie ?? Rolcorrectie.Geen;
        if (nuGeldt.Geblokkeerd)
        {
            return Beslissing.Geen;
        }
        if (!blijftBeheerder)
        {
            return Grenzen.LaatsteBeheerder;
        }
        return new MedewerkerGeblokkeerd(kenmerk, nuGeldt with { Geblokkeerd = true }, bewaar(), wie, nu);
    }
}
