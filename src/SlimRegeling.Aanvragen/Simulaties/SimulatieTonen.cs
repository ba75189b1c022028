using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen.Simulaties;

/// <summary>How far a simulation in the background is, and then its answer.</summary>
public static class SimulatieTonen
{
    /// <param name="Gedaan">Applications that were computed.</param>
    /// <param name="Totaal">Applications in the window.</param>
    /// <param name="BewaardTot">After this moment it cannot be asked for any more.</param>
    /// <param name="Uitleg">What to do when it did not succeed.</param>
    public sealed record Stand(
        [property: Description("Het nummer van de simulatie.")] string Simulatie,
        Voortgang Voortgang,
        [property: Description("Hoeveel aanvragen zijn doorgerekend.")] int Gedaan,
        [property: Description("Hoeveel aanvragen het tijdvak heeft.")] int Totaal,
        [property: Description("Tot en met dit moment kunt u de simulatie ophalen: zeven dagen.")] Instant BewaardTot,
        [property: Description("Wat u kunt doen als het niet is gelukt.")] string? Uitleg = null,
        Uitslag? Uitslag = null
    );

    public enum Voortgang
    {
        Bezig,
        Klaar,
        Mislukt,
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/simulaties/{id}", Voer)
            .Voor(Rol.Regelbeheerder)
            .LegtInzageVast("simulatie")
            .Geeft<Stand>()
            .WithSummary("Toont hoe ver een simulatie is, en daarna het antwoord");

    internal static Stand Wacht(string id, int totaal, Instant nu) => new(id, Voortgang.Bezig, 0, totaal, nu + Simulatierij.Bewaartijd);

    private static async Task<Uitkomst> Voer(
        string id,
        Contextregister contexten,
        IBelangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await Simulatierij.Lees(contexten.Van(typeof(AanvragenContext)).Bron, id, ct) is not { } stand || moment.Nu > stand.BewaardTot)
        {
            return Weigering.NietGevonden(id) with
            {
                Uitleg = $"Simulatie '{id}' is niet gevonden. Een simulatie blijft zeven dagen bewaard; vraag haar opnieuw aan.",
            };
        }
        var uitslag = stand.Uitslag?.Zonder(await belangen.Gesloten(persoon.Onderwerp, ct));
        return Uitkomst.Ok(stand with { Uitslag = uitslag }) with { Zaken = [.. uitslag?.AndereUitkomst.Select(a => a.Zaaknummer) ?? []] };
    }
}
