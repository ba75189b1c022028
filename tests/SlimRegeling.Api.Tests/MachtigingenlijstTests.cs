using System.Text.Json;

namespace SlimRegeling.Api.Tests;

/// <summary>The machtigingen that one gave and received, a page at a time.</summary>
public sealed class MachtigingenlijstTests(Apihuis huis)
{
    private readonly Machtigingloop _machtiging = new(huis);

    [Fact]
    public async Task An_adviser_reads_them_by_name_a_page_at_a_time_and_meets_each_once_also_when_one_ends_meanwhile()
    {
        var (adviseur, eigenKvk) = huis.Ondernemer();
        var gevers = Enumerable.Range(0, 5).Select(_ => huis.Ondernemer()).ToList();
        foreach (var (i, (gever, _)) in gevers.Index())
        {
            await _machtiging.Geef(gever, eigenKvk, uwNaam: i == 0 ? "Zagerij 4" : $"bakkerij {i}");
        }
        string[] opNaam = [.. gevers.Skip(1).Append(gevers[0]).Select(g => g.KvkNummer)];
        Assert.Equal(opNaam, Nummers(await Lijst("/v1/machtigingen"), "ontvangen"));

        var eerste = await Lijst("/v1/machtigingen?aantal=2");
        Assert.Equal(opNaam[..2], Nummers(eerste, "ontvangen"));
        await Zaakloop.Gelukt(huis.Post(gevers[2].Wie, $"/v1/machtigingen/{gevers[2].KvkNummer}-{eigenKvk}/beeindiging"));
        var tweede = await Lijst($"/v1/machtigingen?aantal=2&ontvangenNa={Verder(eerste, "ontvangen")}");
        Assert.Equal(opNaam[2..4], Nummers(tweede, "ontvangen"));
        var derde = await Lijst($"/v1/machtigingen?aantal=2&ontvangenNa={Verder(tweede, "ontvangen")}");
        Assert.Equal(opNaam[4..], Nummers(derde, "ontvangen"));
        Assert.Null(Verder(derde, "ontvangen"));

        Assert.Equal([gevers[0].KvkNummer], Nummers(await Lijst("/v1/machtigingen?zoek=ZAGErij"), "ontvangen"));
        Assert.Equal([gevers[3].KvkNummer], Nummers(await Lijst($"/v1/machtigingen?zoek={gevers[3].KvkNummer}"), "ontvangen"));
        Assert.Equal([gevers[4].KvkNummer], Nummers(await Lijst($"/v1/machtigingen?onderneming={gevers[4].KvkNummer}"), "ontvangen"));
        Assert.Empty(Nummers(await Lijst("/v1/machtigingen?zoek=%25"), "ontvangen"));
        (await huis.Haal(adviseur, "/v1/machtigingen?aantal=101")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("aantal");
        (await huis.Haal(adviseur, "/v1/machtigingen?ontvangenNa=x")).IsProbleem(422, "onjuiste-invoer").NoemtVeld("ontvangenNa");

        async Task<JsonElement> Lijst(string pad) => (await Zaakloop.Gelukt(huis.Haal(adviseur, pad))).Inhoud;
    }

    [Fact]
    public async Task What_an_enterprise_gave_it_reads_a_page_at_a_time_with_what_is_over_last()
    {
        var (gever, eigenKvk) = huis.Ondernemer();
        for (var i = 0; i < 4; i++)
        {
            await _machtiging.Geef(gever, huis.Ondernemer().KvkNummer);
        }
        string[] alle = [.. Nummers(await Lijst(""), "gegeven")];
        var eerste = await Lijst("?aantal=2");
        Assert.Equal(alle[..2], Nummers(eerste, "gegeven"));

        // What stood last on the page goes to the end; the next page is the one that it was.
        await Zaakloop.Gelukt(huis.Post(gever, $"/v1/machtigingen/{eigenKvk}-{alle[1]}/beeindiging"));
        var tweede = await Lijst($"?aantal=2&gegevenNa={Verder(eerste, "gegeven")}");
        Assert.Equal(alle[2..], Nummers(tweede, "gegeven"));
        var derde = await Lijst($"?aantal=2&gegevenNa={Verder(tweede, "gegeven")}");
        Assert.Equal([alle[1]], Nummers(derde, "gegeven"));
        Assert.Null(Verder(derde, "gegeven"));
        Assert.Equal([alle[0], alle[2], alle[3], alle[1]], Nummers(await Lijst(""), "gegeven"));
        Assert.Equal([alle[3]], Nummers(await Lijst($"?onderneming={alle[3]}"), "gegeven"));

        async Task<JsonElement> Lijst(string vraag) => (await Zaakloop.Gelukt(huis.Haal(gever, $"/v1/machtigingen{vraag}"))).Inhoud;
    }

    private static IReadOnlyList<string> Nummers(JsonElement lijst, string welke) =>
        [.. lijst.GetProperty(welke).EnumerateArray().Select(m => m.GetProperty("kvkNummer").GetString()!)];

    private static string? Verder(JsonElement lijst, string welke) =>
        lijst.TryGetProperty($"{welke}Volgende", out var plek) ? plek.GetString() : null;
}
