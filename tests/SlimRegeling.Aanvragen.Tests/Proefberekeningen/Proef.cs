using System.Text.Json;
using System.Text.Json.Nodes;
using SlimRegeling.Aanvragen.Proefberekeningen;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Aanvragen.Tests.Proefberekeningen;

/// <summary>A request as JSON, taken from the door to the answer.</summary>
internal static class Proef
{
    /// <summary>Every field of an enterprise.</summary>
    public const string Onderneming = """
        {"tijdvak":"2026-04-mkb",
         "aanvrager":{"type":"mkb-onderneming","werkzamePersonen":12.5,"jaaromzet":"1500000.00","balanstotaal":"800000.00",
           "sbiCodes":["4321","43.22"],
           "verbondenOndernemingen":[
             {"soort":"partner","percentage":33.5,"werkzamePersonen":4,"jaaromzet":"200000.00","balanstotaal":"100000.00"},
             {"soort":"verbonden","percentage":100,"werkzamePersonen":1.25,"jaaromzet":"0.00","balanstotaal":"1.00"}],
           "deMinimissteun":[{"bedrag":"5000.00","verleendOp":"2024-09-12"}]},
         "activiteiten":[
           {"soort":"A","externeUren":[{"uren":80,"uurtarief":"125.00","marktconform":false}],"overigeExterneKosten":"899.20"},
           {"soort":"B","trajecten":2},
           {"soort":"C","eigenUren":[{"uren":100.25,"brutojaarloon":"39090.91","eigenaar":true}]},
           {"soort":"D","praktijkleerplaatsen":1}]}
        """;

    /// <summary>Every field of a partnership: 1,500 hours of 135 and 100 hours of 30.</summary>
    public const string Samenwerkingsverband = """
        {"tijdvak":"2026-06-swv",
         "aanvrager":{"type":"samenwerkingsverband","deelnemers":[
           {"kvkNummer":"11111111","rol":"hoofdaanvrager","type":"brancheorganisatie","aandeelKosten":"65500.00"},
           {"kvkNummer":"22222222","rol":"partij","type":"mkb-onderneming","aandeelKosten":"70000.00","werkzamePersonen":30,
            "jaaromzet":"4000000.00","balanstotaal":"2000000.00","sbiCodes":["4321"],"verbondenMet":["44444444"]},
           {"kvkNummer":"33333333","rol":"partij","type":"mkb-onderneming","aandeelKosten":"70000.00","werkzamePersonen":8.5,
            "jaaromzet":"900000.00","balanstotaal":"400000.00"}]},
         "activiteiten":[
           {"soort":"C","externeUren":[{"uren":1500,"uurtarief":"140.00"}],"eigenUren":[{"uren":100,"brutojaarloon":"39090.91"}]}]}
        """;

    /// <param name="regels">The files as they are, when left out.</param>
    public static Uitkomst Beslis(string json, Regelstanden? regels = null)
    {
        using var bericht = JsonDocument.Parse(json);
        var fouten = new Invoerfouten();
        var verzoek = Verzoeklezer.Lees(bericht.RootElement, fouten);
        return Proefberekenen.Beslis(
            verzoek,
            fouten,
            Proefberekenen.Eerder(verzoek.Tijdvak),
            regels ?? Regelstanden.Ongewijzigd,
            Voorbeelden.Later
        );
    }

    public static Proefberekenen.Antwoord Reken(string json, Regelstanden? regels = null)
    {
        var uitkomst = Beslis(json, regels);
        Assert.True(uitkomst.Weigering is null, string.Join("; ", uitkomst.Weigering?.Fouten.Select(f => $"{f.Veld}: {f.Uitleg}") ?? []));
        return Assert.IsType<Proefberekenen.Antwoord>(uitkomst.Inhoud);
    }

    public static Weigering Geweigerd(string json)
    {
        var weigering = Beslis(json).Weigering;
        Assert.NotNull(weigering);
        return weigering;
    }

    /// <summary>The JSON with one value replaced; nothing: taken out.</summary>
    /// <param name="pad">As an answer names it: <c>activiteiten[0].soort</c>.</param>
    public static string Met(string json, string pad, string? waarde)
    {
        var wortel = JsonNode.Parse(json)!;
        var delen = pad.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        var houder = delen.SkipLast(1).Aggregate(wortel, (knoop, deel) => Plaats(deel) is { } i ? knoop[i]! : knoop[deel]!);
        var nieuw = waarde is null ? null : JsonNode.Parse(waarde);
        if (Plaats(delen[^1]) is { } plaats)
        {
            houder[plaats] = nieuw;
        }
        else if (waarde is null)
        {
            houder.AsObject().Remove(delen[^1]);
        }
        else
        {
            houder[delen[^1]] = nieuw;
        }
        return wortel.ToJsonString();
    }

    private static int? Plaats(string deel) =>
        deel[0] == '[' ? int.Parse(deel[1..^1], System.Globalization.CultureInfo.InvariantCulture) : null;
}
