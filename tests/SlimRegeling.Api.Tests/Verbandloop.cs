using System.Text.Json;
using System.Text.Json.Nodes;

namespace SlimRegeling.Api.Tests;

/// <summary>A draft of a partnership: the hoofdaanvrager, a firm and a school, of which only number, role and kind are known yet.</summary>
internal sealed record Verband(string Zaak, string Hoofd, string HoofdKvk, string Firma, string FirmaKvk, string School, string SchoolKvk)
{
    public string Uitnodiging => $"/v1/uitnodigingen/{Zaak}";
}

/// <summary>Takes the draft of a partnership along, as its hoofdaanvrager and its parties.</summary>
internal sealed class Verbandloop(Apihuis huis)
{
    public const string Deel = """
        {"deel":{"naam":"De Plank","aandeelKosten":"50000.00","werkzamePersonen":40,"jaaromzet":"6000000.00","balanstotaal":"3000000.00",
         "sbiCodes":["1610"],"verklaringen":{"mkb":true,"deMinimis":{"soort":"geen"}}}}
        """;

    private readonly Zaakloop _zaken = new(huis);

    public Task<string> Tijdvak() => _zaken.Tijdvak(volgorde: "binnenkomst", plafond: "10000000.00", type: "samenwerkingsverband");

    public async Task<Verband> Begonnen()
    {
        var (hoofd, firma, school) = (huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer());
        var tijdvak = await Tijdvak();
        var zaak = (await Zaakloop.Gelukt(huis.Post(hoofd.Wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        var verband = new Verband(zaak, hoofd.Wie, hoofd.KvkNummer, firma.Wie, firma.KvkNummer, school.Wie, school.KvkNummer);
        var formulier = JsonNode
            .Parse(
                Partnerschap.Formulier(
                    Partnerschap.Mkb(hoofd.KvkNummer),
                    Partnerschap.Mkb(firma.KvkNummer),
                    (school.KvkNummer, Partnerschap.School)
                )
            )!
            .AsObject();
        formulier["partijen"]![0]!["aandeelKosten"] = "100000.00";
        foreach (var i in (int[])[1, 2])
        {
            var partij = formulier["partijen"]![i]!.AsObject();
            foreach (var naam in (string[])["aandeelKosten", "werkzamePersonen", "jaaromzet", "balanstotaal", "sbiCodes", "verklaringen"])
            {
                partij.Remove(naam);
            }
        }
        await Zaakloop.Gelukt(huis.Put(hoofd.Wie, $"/v1/aanvragen/{zaak}/concept", formulier.ToJsonString()));
        return verband;
    }

    public async Task<Verband> Getekend()
    {
        var verband = await Begonnen();
        await Nodig(verband, verband.FirmaKvk);
        await Zaakloop.Gelukt(huis.Put(verband.Firma, verband.Uitnodiging, Deel));
        await Zaakloop.Gelukt(Teken(verband.Firma, verband));
        return verband;
    }

    public Task<Gekregen> Nodig(Verband verband, string kvkNummer) =>
        Zaakloop.Gelukt(huis.Post(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen", Nummer(kvkNummer)));

    /// <summary>Signs what can be read now.</summary>
    public async Task<Gekregen> Teken(string wie, Verband verband) =>
        await Bevestig(wie, verband, (await Zaakloop.Gelukt(huis.Haal(wie, verband.Uitnodiging))).Veld("afdruk"));

    public Task<Gekregen> Bevestig(string wie, Verband verband, string afdruk) =>
        huis.Post(wie, $"{verband.Uitnodiging}/bevestiging", $$"""{"akkoord":true,"afdruk":"{{afdruk}}"}""");

    public async Task Schrijf(Verband verband, Action<JsonNode> wijzig)
    {
        var concept = JsonNode.Parse((await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept"))).Tekst)!;
        wijzig(concept);
        await Zaakloop.Gelukt(huis.Put(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/concept", concept.ToJsonString()));
    }

    public async Task<string?> Stand(Verband verband, string kvkNummer) =>
        (await Zaakloop.Gelukt(huis.Haal(verband.Hoofd, $"/v1/aanvragen/{verband.Zaak}/uitnodigingen")))
            .Inhoud.GetProperty("uitnodigingen")
            .EnumerateArray()
            .Single(u => u.GetProperty("kvkNummer").GetString() == kvkNummer)
            .GetProperty("stand")
            .GetString();

    public async Task<IReadOnlyList<JsonElement>> Mijn(string wie) =>
        [.. (await Zaakloop.Gelukt(huis.Haal(wie, "/v1/uitnodigingen"))).Inhoud.GetProperty("uitnodigingen").EnumerateArray()];

    public static string Nummer(string kvkNummer) => $$"""{"kvkNummer":"{{kvkNummer}}"}""";
}
