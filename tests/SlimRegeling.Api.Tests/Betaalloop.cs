using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NodaTime.Text;
using SlimRegeling.Host.Voorbeeldzaken;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Api.Tests;

/// <summary>How a payment comes on its way: proposed by one, approved by two others.</summary>
internal sealed class Betaalloop(Apihuis huis)
{
    /// <summary>From which is paid in the examples.</summary>
    private const string Rekening = "NL91ABNA0417164300";

    /// <summary>Lets these go from objections that somebody has to look at, proposes them for today and has that approved.</summary>
    /// <returns>The name of the file.</returns>
    public async Task<string> Bestand(params IReadOnlyList<string> opdrachten)
    {
        foreach (var opdracht in opdrachten)
        {
            await LaatGaan(opdracht);
        }
        var ronde = await Zaakloop.Gelukt(StelVoor(opdrachten));
        foreach (var rol in (Rol[])[Rol.FinancieelMedewerker, Rol.FinancieelControleur])
        {
            await Zaakloop.Gelukt(Accordeer(huis.Medewerker(rol), ronde));
        }
        return ronde.Veld("ronde");
    }

    /// <summary>Has this order paid, and the bank tell so; every context knows it afterwards.</summary>
    public async Task Betaal(string opdracht)
    {
        var id = await Bestand(opdracht);
        var bestand = await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalbestanden/{id}"));
        using var afschrift = new ByteArrayContent(
            Voorbeeldbank.Voer(Encoding.UTF8.GetBytes(bestand.Tekst), 1_000_000m, huis.Klok.GetCurrentInstant())
        );
        afschrift.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        var geboekt = await Zaakloop.Gelukt(huis.Zend(Mensen.FinancieelMedewerker, HttpMethod.Post, "/v1/afschriften", afschrift));
        Assert.Equal(1, geboekt.Inhoud.GetProperty("geboekt").GetArrayLength());
        await huis.Stil();
    }

    public Task<Gekregen> StelVoor(IReadOnlyList<string> opdrachten, string wie = Mensen.FinancieelMedewerker)
    {
        var uitvoerdatum = LocalDatePattern.Iso.Format(Moment.Dag(huis.Klok.GetCurrentInstant()));
        return huis.Post(wie, "/v1/betaalrondes", JsonSerializer.Serialize(new { uitvoerdatum, opdrachten }));
    }

    /// <param name="ronde">As it was proposed.</param>
    public Task<Gekregen> Accordeer(string wie, Gekregen ronde) => huis.Post(wie, Pad(ronde), Akkoord(ronde));

    public static string Pad(Gekregen ronde) => $"/v1/betaalrondes/{ronde.Veld("ronde")}/akkoord";

    public static string Akkoord(Gekregen ronde) => $$"""{"hash":"{{ronde.Veld("hash")}}"}""";

    /// <summary>Reads a statement on which this order has another amount than it should.</summary>
    /// <returns>The number of that movement on the work list.</returns>
    public async Task<string> Bankregel(string opdracht)
    {
        var nu = huis.Klok.GetCurrentInstant();
        var mutatie = new Bankmutatie(0.01m, Af: true, opdracht, "Anders dan opgedragen");
        using var afschrift = new ByteArrayContent(
            Voorbeeldbank.Schrijf(Guid.NewGuid().ToString("N"), Rekening, 1_000_000m, Moment.Dag(nu), nu, [mutatie])
        );
        afschrift.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        var gelezen = await Zaakloop.Gelukt(huis.Zend(Mensen.FinancieelMedewerker, HttpMethod.Post, "/v1/afschriften", afschrift));
        return gelezen.Inhoud.GetProperty("deelsGekoppeld")[0].GetProperty("bankregel").GetString()!;
    }

    private async Task LaatGaan(string opdracht)
    {
        var beeld = (await Zaakloop.Gelukt(huis.Haal(Mensen.FinancieelMedewerker, $"/v1/betaalopdrachten/{opdracht}"))).Inhoud;
        if (!beeld.TryGetProperty("aanhoudingen", out var aanhoudingen))
        {
            return;
        }
        foreach (var bezwaar in aanhoudingen.EnumerateArray().Where(a => a.GetProperty("grond").GetString() == "bezwaar"))
        {
            var vrijgave = JsonSerializer.Serialize(new { bezwaar = bezwaar.GetProperty("nummer").GetString(), toelichting = "Gezien." });
            await Zaakloop.Gelukt(
                huis.Post(huis.Medewerker(Rol.FinancieelControleur), $"/v1/betaalopdrachten/{opdracht}/vrijgave", vrijgave)
            );
        }
    }
}
