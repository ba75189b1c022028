using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Register;

/// <summary>A file that was not delivered, or that the register did not take, is dropped: what is in it goes out in the next.</summary>
public static class OpgaveVervallen
{
    private const int Langst = 1000;

    public sealed record Verzoek(string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/steunregister/opgaven/{opgave}/vervallenverklaring", Voer)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string opgave,
        Verzoek verzoek,
        Stroom<Steunopgave> opgaven,
        Belangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await opgaven.Lees(opgave, ct) is not { } bekend)
        {
            return Weigering.NietGevonden(opgave);
        }
        if (bekend.Zaken.FirstOrDefault((await belangen.Gesloten(persoon.Onderwerp, ct)).Contains) is { } gesloten)
        {
            return Belang.Gesloten(gesloten);
        }
        var reden = verzoek.Reden.Trim();
        if (reden.Length is 0 or > Langst)
        {
            return Weigering.Invoer(
                new Fout(
                    "reden",
                    $"Schrijf in ten hoogste {Langst} tekens waarom het bestand niet is geleverd of niet is aangenomen.",
                    OpgaveMaken.Artikel
                )
            );
        }
        var bewaard = opgaven.Bewaar(opgave, reden);
        var uitkomst = await opgaven.Schrijf(opgave, stand => Beslis(stand, bewaard, persoon.Onderwerp, moment.Nu), ct);
        return uitkomst with { Zaken = bekend.Zaken };
    }

    public static Beslissing Beslis(Steunopgave opgave, Verwijzing reden, string wie, Instant nu) =>
        opgave.Stand switch
        {
            Opgavestand.Gemaakt => new SteunopgaveVervallen(reden, wie, nu),
            Opgavestand.Vervallen => Beslissing.Geen,
            _ => Weigering.Van(
                "al-bevestigd",
                $"Bestand {opgave.Id} is bevestigd en staat in het register. Wat er niet meer van klopt, gaat met het volgende bestand mee als wijziging of intrekking.",
                OpgaveMaken.Artikel
            ),
        };
}
