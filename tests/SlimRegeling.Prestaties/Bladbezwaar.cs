using NodaTime;
using SlimRegeling.Omgeving;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Prestaties;

/// <summary>A case on which two people decided, and the objection against that.</summary>
internal static class Bladbezwaar
{
    private const string Tijdvak = "bladen-bezwaar";

    /// <param name="klok">Is put forward past the window.</param>
    public static async Task<(string Zaak, string Bezwaar)> Maak(Proefhuis huis, Verzetbareklok klok, string kvkNummer)
    {
        var nu = klok.GetCurrentInstant();
        var wandklok = nu.InZone(Moment.Amsterdam).LocalDateTime;
        await huis.Publiceer(new(Tijdvak, wandklok.PlusDays(-1), wandklok.PlusDays(5), 1_000_000m, "slim-2026"));
        var token = huis.Token("ondernemer", Rol.Aanvrager, kvkNummer);
        var zaak = await Bladvoorraad.Begin(huis, token, Tijdvak);
        await huis.Schrijf(HttpMethod.Put, $"v1/aanvragen/{zaak}/concept", token, Bladvoorraad.Json(Concepten.Formulier));
        await huis.DienIn(new(zaak, kvkNummer, token));
        await huis.Vraag(HttpMethod.Post, Rol.Beoordelaar, $"aanvragen/{zaak}/volledigheid", new { volledig = true });
        await huis.Stil();

        klok.Zet(nu + Duration.FromDays(6));
        await Bladvoorraad.LegLijstVast(huis, Tijdvak);
        await huis.Stil();
        await Lotingbesluiten.Beoordeel(huis, zaak);
        await huis.Stil();
        await Lotingbesluiten.Onderteken(huis, zaak);
        await huis.Stil();
        var besluiten = await huis.Vraag(HttpMethod.Get, Rol.Beoordelaar, $"verleningen/{zaak}/bezwaren", null);
        var besluit = besluiten!.Value.GetProperty("besluiten")[0].GetProperty("besluit").GetString();
        var ingediend = await huis.Schrijf(
            $"v1/verleningen/{zaak}/bezwaren",
            token,
            $$"""{"besluit":"{{besluit}}","naam":"Proefbedrijf","gronden":"Het is te weinig."}"""
        );
        return (zaak, ingediend.GetProperty("bezwaar").GetString()!);
    }
}
