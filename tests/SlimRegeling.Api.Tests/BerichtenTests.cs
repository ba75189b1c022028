using System.Text.Json;
using NodaTime;

namespace SlimRegeling.Api.Tests;

/// <summary>The message box: the letters of all cases of an enterprise, for whoever acts for it, and what each of them opened.</summary>
public sealed class BerichtenTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);
    private readonly Machtigingloop _machtiging = new(huis);

    [Fact]
    public async Task Page_after_page_gives_each_letter_once_also_when_one_comes_meanwhile()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var (een, twee, drie) = (await Gevraagd(wie), await Gevraagd(wie), await Gevraagd(wie));

        var eerste = await Lijst(wie, "?aantal=1");
        Assert.Equal([drie], Zaken(eerste));
        var vier = await Gevraagd(wie);
        var tweede = await Lijst(wie, $"?aantal=1&na={eerste.GetProperty("volgende").GetString()}");
        var derde = await Lijst(wie, $"?aantal=1&na={tweede.GetProperty("volgende").GetString()}");

        Assert.Equal([twee, een], Zaken(tweede).Concat(Zaken(derde)));
        Assert.False(derde.TryGetProperty("volgende", out _));
        Assert.Equal([vier, drie, twee, een], Zaken(await Lijst(wie)));
        (await huis.Haal(wie, "/v1/berichten?aantal=101")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("aantal");
        (await huis.Haal(wie, "/v1/berichten?na=x")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("na");
    }

    [Fact]
    public async Task What_one_opened_is_new_to_another_and_a_machtiging_to_account_is_enough()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var (adviseur, eigenKvk) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var zaken = (string[])[await Gevraagd(wie), await Gevraagd(wie)];
        await _machtiging.Geef(wie, eigenKvk, omvang: "verantwoorden");
        var viaEherkenning = huis.Gemachtigde(kvkNummer);

        await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/brieven/{zaken[0]}-aanvulling/pagina"));
        Assert.Equal((1, 2, 2), await Ongelezen());
        Assert.Equal([false, true], Gelezen(await Lijst(wie)));
        Assert.Equal([false, false], Gelezen(await Lijst(adviseur, namens: kvkNummer)));
        await Zaakloop.Gelukt(huis.Haal(adviseur, $"/v1/brieven/{zaken[1]}-aanvulling", kvkNummer));
        await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/brieven/{zaken[1]}-aanvulling"));
        Assert.Equal((1, 1, 2), await Ongelezen());
        Assert.Equal([true, false], Gelezen(await Lijst(adviseur, namens: kvkNummer)));

        Assert.Equal(2, await huis.Tel($"select count(*) from dossiers.brieflezing where zaaknummer in ('{zaken[0]}', '{zaken[1]}')"));
        Assert.Equal(
            0,
            await huis.Tel(
                $"select count(*) from dossiers.brieflezing where wie not in ('{wie}', '{adviseur}') and brief like '{zaken[1]}%'"
            )
        );
        // For the own enterprise the adviser has none.
        Assert.Empty(Zaken(await Lijst(adviseur)));

        async Task<(int Zelf, int Adviseur, int ViaEherkenning)> Ongelezen() =>
            (await Aantal(wie), await Aantal(adviseur, kvkNummer), await Aantal(viaEherkenning));
    }

    [Fact]
    public async Task The_neighbour_finds_nothing_and_it_is_not_for_employees()
    {
        var (wie, kvkNummer) = huis.Ondernemer();
        var (buur, _) = huis.Ondernemer();
        await _loop.Ingeschreven(wie, kvkNummer);
        var zaak = await Gevraagd(wie);

        Assert.Empty(Zaken(await Lijst(buur)));
        Assert.Empty(Zaken(await Lijst(buur, $"?na={zaak}-aanvulling")));
        Assert.Equal(0, await Aantal(buur));
        (await huis.Haal(buur, $"/v1/brieven/{zaak}-aanvulling")).IsProbleem(404, "niet-gevonden");
        Assert.Equal(0, await huis.Tel($"select count(*) from dossiers.brieflezing where zaaknummer = '{zaak}'"));
        foreach (var pad in (string[])["/v1/berichten", "/v1/berichten/ongelezen"])
        {
            (await huis.Haal(buur, pad, kvkNummer)).IsProbleem(403, "geen-machtiging");
            (await huis.Haal(Mensen.Beoordelaar, pad)).IsProbleem(403, "niet-bevoegd");
            (await huis.Haal(null, pad)).IsProbleem(401, "niet-aangemeld");
        }
    }

    /// <summary>A case of which a completion was asked, by a letter.</summary>
    private async Task<string> Gevraagd(string wie)
    {
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        await Zaakloop.Gelukt(
            huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":false,"ontbreekt":["mkb-verklaring"]}""")
        );
        await huis.Stil();
        // The next letter is a later one.
        huis.Klok.Vooruit(Duration.FromSeconds(1));
        return zaak;
    }

    private async Task<JsonElement> Lijst(string wie, string vraag = "", string? namens = null) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, $"/v1/berichten{vraag}", namens))).Inhoud;

    private async Task<int> Aantal(string wie, string? namens = null) =>
        (await Zaakloop.Gelukt(huis.Haal(wie, "/v1/berichten/ongelezen", namens))).Inhoud.GetProperty("aantal").GetInt32();

    private static IEnumerable<string> Zaken(JsonElement lijst) =>
        lijst.GetProperty("berichten").EnumerateArray().Select(b => b.GetProperty("zaaknummer").GetString()!);

    private static IEnumerable<bool> Gelezen(JsonElement lijst) =>
        lijst.GetProperty("berichten").EnumerateArray().Select(b => b.GetProperty("gelezen").GetBoolean());
}
