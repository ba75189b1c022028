using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;

namespace SlimRegeling.Betalingen.Boekhouding;

/// <summary>
/// The books of a year as a file, for other programs and for who audits them. It would not balance without the lines of a case that is closed to who asks:
/// then all of it is for a colleague. The view log notes the year.
/// </summary>
public static class Uitvoeren
{
    private const string Fiscaalnummer = "SlimRegeling:Betalingen:Fiscaalnummer";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/grootboek/uitvoer/{jaar}", Geef)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("grootboekuitvoer")
            .WithDescription(
                "vorm: csv (alle regels) of xaf (XML Auditfile Financieel 3.2). De indeling staat in docs/grootboekuitvoer.md."
            )
            .Produces<Stream>(200, Journaalcsv.Mediatype, Auditfile.Mediatype);

    private static async Task<Uitkomst> Geef(
        int jaar,
        string vorm,
        [AsParameters] Grootboekpeil peil,
        Persoon persoon,
        IBelangen belangen,
        Opdrachtgever opdrachtgever,
        IConfiguration configuratie,
        Contextregister contexten,
        CancellationToken ct
    )
    {
        var gevraagd = peil.Jaar(jaar);
        var bekend = peil.Bekend();
        if (vorm is not ("csv" or "xaf"))
        {
            peil.Fouten.Add(new("vorm", "Kies csv of xaf."));
        }
        if (peil.Onleesbaar is { } onleesbaar)
        {
            return onleesbaar;
        }
        var opslag = contexten.Van(typeof(BetalingenContext));
        if (await Gesloten(opslag, gevraagd, await belangen.Gesloten(persoon.Onderwerp, ct), ct) is { } zaaknummer)
        {
            return Belang.Gesloten(zaaknummer);
        }
        var journaal = new Journaallezer(opslag.Bron, gevraagd, bekend);
        var naam = string.Create(CultureInfo.InvariantCulture, $"grootboek-{gevraagd}.{vorm}");
        if (vorm == "csv")
        {
            return Uitkomst.Ok(new Bestand(Journaalcsv.Schrijf(journaal, CancellationToken.None), null, Journaalcsv.Mediatype, naam));
        }
        var administratie = new Administratie(opdrachtgever.Naam, configuratie[Fiscaalnummer] ?? "");
        var delen = Auditfile.Schrijf(journaal, administratie, peil.Vandaag, CancellationToken.None);
        return Uitkomst.Ok(new Bestand(delen, null, Auditfile.Mediatype, naam));
    }

    /// <summary>A case that is closed to who asks and has lines in the year; null when there is none.</summary>
    private static async Task<string?> Gesloten(Contextopslag opslag, int jaar, IReadOnlySet<string> gesloten, CancellationToken ct)
    {
        if (gesloten.Count == 0)
        {
            return null;
        }
        var vraag = new Grootboekvraag().Vanaf(Journaallezer.Begin(jaar)).TotEnMet(Journaallezer.Eind(jaar));
        vraag.En($"zaaknummer = any({vraag.Waarde(gesloten.ToArray())})");
        await using var opdracht = vraag.Opdracht(
            opslag.Bron,
            $"select zaaknummer from betalingen.grootboek where {vraag.Voorwaarden} limit 1"
        );
        return await opdracht.ExecuteScalarAsync(ct) as string;
    }
}
