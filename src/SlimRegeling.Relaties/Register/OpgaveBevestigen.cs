using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Register;

/// <summary>Another than who made a file says that it was delivered to the central register: on which day, and by its hash which file it was.</summary>
public static class OpgaveBevestigen
{
    /// <param name="GeleverdOp">The day on which the register took it.</param>
    /// <param name="Hash">SHA-256 of the file that was delivered, in hexadecimal.</param>
    public sealed record Verzoek(LocalDate GeleverdOp, string Hash);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/steunregister/opgaven/{opgave}/bevestiging", Voer)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .Geeft<Bijgewerkt>();

    private static async Task<Uitkomst> Voer(
        string opgave,
        Verzoek verzoek,
        Werkeenheid<RelatiesContext> eenheid,
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
        var uitkomst = await opgaven.Schrijf(opgave, stand => Beslis(stand, verzoek, persoon.Onderwerp, moment.Nu), ct);
        if (uitkomst.Weigering is null && await eenheid.Sessie.LoadAsync<Steunwacht>(Steunwacht.Naam, ct) is { } wacht)
        {
            eenheid.Sessie.Store(wacht.Zonder(bekend.Gemaakt.Regels));
        }
        return uitkomst with { Zaken = bekend.Zaken };
    }

    public static Beslissing Beslis(Steunopgave opgave, Verzoek verzoek, string wie, Instant nu)
    {
        var gemaakt = opgave.Gemaakt;
        if (gemaakt.Door == wie)
        {
            return Weigering.NietDoorU(
                "eigen-opgave",
                $"U hebt bestand {opgave.Id} zelf gemaakt. Laat een collega bevestigen dat het is geleverd.",
                OpgaveMaken.Artikel
            );
        }
        if (opgave.Stand == Opgavestand.Vervallen)
        {
            return Weigering.Van(
                "opgave-vervallen",
                $"Bestand {opgave.Id} is vervallen: wat erin staat, komt in een later bestand. Bevestig dat.",
                OpgaveMaken.Artikel
            );
        }
        var hash = verzoek.Hash.Trim();
        if (!hash.Equals(gemaakt.Hash, StringComparison.OrdinalIgnoreCase))
        {
            return Weigering.Invoer(
                new Fout(
                    "hash",
                    $"Dit is niet de hash van bestand {opgave.Id}. Haal het bestand opnieuw op en kijk of dat is geleverd.",
                    OpgaveMaken.Artikel
                )
            );
        }
        if (verzoek.GeleverdOp < Moment.Dag(gemaakt.Op) || verzoek.GeleverdOp > Moment.Dag(nu))
        {
            return Weigering.Invoer(
                new Fout(
                    "geleverdOp",
                    "Noem de dag waarop het bestand is geleverd: niet voor het is gemaakt, en niet na vandaag.",
                    OpgaveMaken.Artikel
                )
            );
        }
        return opgave.Bevestigd switch
        {
            null => new SteunopgaveBevestigd(verzoek.GeleverdOp, gemaakt.Hash, wie, nu),
            { } eerder when (eerder.Door, eerder.GeleverdOp) == (wie, verzoek.GeleverdOp) => Beslissing.Geen,
            _ => Weigering.Van("al-bevestigd", $"Bestand {opgave.Id} is al bevestigd. U hoeft niets te doen.", OpgaveMaken.Artikel),
        };
    }
}
