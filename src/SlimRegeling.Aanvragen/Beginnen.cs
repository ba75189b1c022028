using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Aanvragen;

/// <summary>Where case numbers come from: chance, or in example play a seeded row.</summary>
public delegate Zaaknummer Zaaknummerbron();

/// <summary>Makes an empty draft in a window and draws the case number; from the opening of registration until the window closes.</summary>
public static class Beginnen
{
    public sealed record Verzoek(string Tijdvak);

    public sealed record Antwoord(string Zaaknummer);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/aanvragen", Voer).Voor(Rol.Aanvrager, Rol.Gemachtigde).EigenZaak().Geeft<Antwoord>(201);

    private static async Task<Uitkomst> Voer(
        Verzoek verzoek,
        Aanvraagtijdvakken tijdvakken,
        Werkeenheid<AanvragenContext> eenheid,
        Zaaknummerbron bron,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var nu = moment.Nu;
        if (Weiger(persoon.KvkNummer, verzoek.Tijdvak, await tijdvakken.Zoek(verzoek.Tijdvak, ct), nu) is { } weigering)
        {
            return weigering;
        }
        string zaaknummer = bron();
        eenheid.Sessie.Insert(new Concept(zaaknummer, persoon.KvkNummer!, verzoek.Tijdvak, new Formulier(), null));
        return Uitkomst.Gemaakt($"/aanvragen/{zaaknummer}", new Antwoord(zaaknummer));
    }

    public static Weigering? Weiger(string? kvkNummer, string id, Aanvraagtijdvak? tijdvak, Instant nu)
    {
        if (kvkNummer is null)
        {
            return Weigering.NietDoorU("geen-onderneming", "Meld u aan namens de onderneming waarvoor u aanvraagt.", "artikel 2.8");
        }
        if (tijdvak is null)
        {
            return Weigering.Invoer(new Fout("tijdvak", $"Tijdvak '{id}' bestaat niet. Kies een tijdvak uit de lijst.", "artikel 2.6"));
        }
        if (nu < tijdvak.RegistratieVanaf)
        {
            return Weigering.Van(
                "registratie-nog-niet-open",
                $"U kunt een aanvraag klaarzetten vanaf {Indienen.Tekst(tijdvak.RegistratieVanaf.Value)}. Kom dan terug.",
                "artikel 2.6"
            );
        }
        return nu >= tijdvak.Sluit ? Indienen.Gesloten(tijdvak) : null;
    }
}
