namespace SlimRegeling.Api.Tests;

/// <summary>Gives a machtiging from the portal, and acts by it.</summary>
internal sealed class Machtigingloop(Apihuis huis)
{
    /// <param name="gemachtigde">KVK number of who may act for the enterprise of <c>gever</c>.</param>
    /// <param name="verder">More of the body, with a comma before it.</param>
    public async Task<string> Geef(
        string gever,
        string gemachtigde,
        string verder = "",
        string omvang = "aanvragen",
        string uwNaam = "De gever"
    ) => (await Zaakloop.Gelukt(huis.Post(gever, "/v1/machtigingen", Inhoud(gemachtigde, verder, omvang, uwNaam)))).Veld("id");

    public static string Inhoud(string gemachtigde, string verder = "", string omvang = "aanvragen", string uwNaam = "De gever") =>
        $$"""{"gemachtigde":"{{gemachtigde}}","naam":"Adviesbureau","uwNaam":"{{uwNaam}}","omvang":["{{omvang}}"]{{verder}}}""";

    public Task<Gekregen> Begin(string wie, string tijdvak, string namens) =>
        huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}""", namens: namens);
}
