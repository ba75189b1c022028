using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Taken;

namespace SlimRegeling.Platform.Beheer;

/// <summary>What must happen on time: which jobs there are and how they went, and having one run now.</summary>
internal static class Taken
{
    /// <param name="Taken">Of all contexts, also those of other processes.</param>
    public sealed record Lijst(IReadOnlyList<Taakstand> Taken);

    public sealed record Aangevraagd(string Naam);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/beheer/taken", Toon).Voor(Rol.Beheerder).Geeft<Lijst>();
        api.MapPost("/beheer/taken/{naam}/uitvoering", Voer).Voor(Rol.Beheerder).Geeft<Aangevraagd>();
    }

    private static Uitkomst Toon(Takenlijst lijst) => lijst.Zie() is { } taken ? Uitkomst.Ok(new Lijst(taken)) : Geen;

    private static Uitkomst Voer(string naam, Takenlijst lijst)
    {
        if (lijst.Zie() is not { } taken)
        {
            return Geen;
        }
        if (taken.FirstOrDefault(t => t.Naam == naam) is not { } taak)
        {
            return Weigering.NietGevonden(naam) with { Uitleg = $"Er is geen taak '{naam}'. Haal de lijst met taken opnieuw op." };
        }
        if (!taak.Gepland)
        {
            return Weigering.Van(
                "taak-niet-gepland",
                $"Taak '{naam}' is nog niet ingepland. Controleer of het proces van {taak.Context} draait."
            );
        }
        lijst.Voer(taak);
        return Uitkomst.Ok(new Aangevraagd(naam));
    }

    private static Weigering Geen =>
        new()
        {
            Code = "geen-taken",
            Status = StatusCodes.Status503ServiceUnavailable,
            Uitleg = "Dit proces heeft geen taken op de klok. Vraag het aan een proces dat ze wel heeft.",
        };
}
