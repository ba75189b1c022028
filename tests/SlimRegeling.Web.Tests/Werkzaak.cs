using System.Text.Json;
using SlimRegeling.Berichten.Tijdvakken;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Web.Tests;

/// <summary>
/// A case on its way to a decision: of the example person <c>ondernemer</c> until it is ready to be decided on, else of an enterprise of its own. The
/// way that a test does not go, the API goes.
/// </summary>
internal static class Werkzaak
{
    public const string Beoordelaar = "Bas Beoordelaar";
    public const string Medeondertekenaar = "Mila Medeondertekenaar";

    /// <summary>What the application asks, in euro.</summary>
    public const decimal Gevraagd = 6_900.00m;

    /// <param name="formulier">Null for the one that is filled in everywhere.</param>
    public static async Task<string> Ingediend(
        Portaalhuis huis,
        string tijdvak,
        Func<string, Task>? vooraf = null,
        string wie = "ondernemer",
        string? formulier = null
    )
    {
        await huis.Tijdvak(tijdvak);
        var zaak = await huis.Concept(tijdvak, formulier ?? Portaalhuis.Ondertekend, wie);
        if (vooraf is not null)
        {
            await vooraf(zaak);
        }
        await huis.Gelukt(wie, HttpMethod.Post, $"/v1/aanvragen/{zaak}/indiening", new { });
        await huis.Stil();
        return zaak;
    }

    /// <summary>Budget is set apart for it, as after the order of its window was made.</summary>
    public static Task Reserveer(Portaalhuis huis, string tijdvak, string zaak) =>
        huis.Zeg("tijdvakken", "budget-gereserveerd", zaak, new BudgetGereserveerdBericht(zaak, tijdvak, Gevraagd, huis.Nu));

    /// <summary>Completed after it was asked for its budget: to be looked at once more.</summary>
    public static async Task<string> Aangevuld(Portaalhuis huis, string tijdvak)
    {
        var zaak = await Ingediend(huis, tijdvak);
        await huis.Gelukt(
            "beoordelaar",
            HttpMethod.Post,
            $"/v1/aanvragen/{zaak}/volledigheid",
            new { volledig = false, ontbreekt = (string[])["begroting"] }
        );
        await huis.Gelukt("ondernemer", HttpMethod.Post, $"/v1/aanvragen/{zaak}/aanvulling", new { toelichting = "Zij stond er al." });
        await huis.Stil();
        return zaak;
    }

    /// <summary>Complete, with budget, in the hands of the example person <c>beoordelaar</c>.</summary>
    /// <param name="wie">Who applies; null for an enterprise of its own.</param>
    /// <param name="formulier">Null for the one that is filled in everywhere; another asks no more than it.</param>
    public static async Task<string> Klaar(Portaalhuis huis, string tijdvak, string? wie = null, string? formulier = null)
    {
        var zaak = await Ingediend(huis, tijdvak, wie: wie ?? await huis.Onderneming(), formulier: formulier);
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/volledigheid", new { volledig = true });
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/toewijzing", new { });
        await Reserveer(huis, tijdvak, zaak);
        return zaak;
    }

    public static async Task<string> Voorgelegd(Portaalhuis huis, string tijdvak)
    {
        var zaak = await Klaar(huis, tijdvak);
        await LegVoor(huis, zaak);
        return zaak;
    }

    public static async Task LegVoor(Portaalhuis huis, string zaak)
    {
        var gronden = (await TeOordelen(huis, zaak)).Select(code => new
        {
            code,
            uitkomst = "voldaan",
            argument = "Het plan laat dit zien.",
        });
        await huis.Gelukt("beoordelaar", HttpMethod.Post, $"/v1/aanvragen/{zaak}/beoordeling", new { gronden });
        await huis.Stil();
    }

    public static async Task<IReadOnlyList<string>> TeOordelen(Portaalhuis huis, string zaak) =>
        [
            .. (await huis.Gelukt("beoordelaar", HttpMethod.Get, $"/v1/aanvragen/{zaak}"))
                .GetProperty("teOordelen")
                .EnumerateArray()
                .Select(c => c.GetString()!),
        ];

    /// <summary>An employee of a test's own, with the name by which colleagues read of them.</summary>
    /// <param name="naam">Also that of the button to sign in.</param>
    public static async Task Collega(Portaalhuis huis, string wie, string naam, params Rol[] rollen)
    {
        huis.Registreer(new(wie, naam, rollen));
        await huis.Gelukt(wie, HttpMethod.Post, "/v1/medewerkers/aanmelding", new { });
        var medewerker = $"/v1/medewerkers/{Relaties.Medewerkers.Medewerker.Stroom(wie)}/naam";
        await huis.Gelukt("beheerder", HttpMethod.Put, medewerker, new { naam });
    }

    public static async Task<JsonElement> Verlening(Portaalhuis huis, string zaak) =>
        await huis.Gelukt("medeondertekenaar", HttpMethod.Get, $"/v1/verleningen/{zaak}");
}
