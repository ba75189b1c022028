using System.Text.Json;

namespace SlimRegeling.Api.Tests;

/// <summary>A partnership through the program, from the form to the award, and what its award means for the next application.</summary>
public sealed class TypezakenTests(Apihuis huis)
{
    private readonly Zaakloop _loop = new(huis);

    [Fact]
    public async Task A_partnership_is_granted_by_its_parts_and_only_its_applicant_has_a_project_running()
    {
        var (hoofd, partij, school) = (huis.Ondernemer(), huis.Ondernemer(), huis.Ondernemer());
        var zaak = await DienIn(
            await Samenwerkingen(),
            hoofd.Wie,
            Partnerschap.Mkb(hoofd.KvkNummer),
            Partnerschap.Mkb(partij.KvkNummer),
            (school.KvkNummer, Partnerschap.School),
            (huis.Ondernemer().KvkNummer, Partnerschap.School)
        );
        await _loop.Beoordeeld(zaak);

        var beoordeling = (await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"))).Inhoud.GetProperty("beoordeling");
        Assert.Equal("141000.00", beoordeling.GetProperty("subsidie").GetString());
        Assert.Equal("35250.00", beoordeling.GetProperty("voorschot").GetString());
        Assert.Equal(["35250.00", "35250.00", "35250.00", "35250.00"], Delen(beoordeling));

        await _loop.Verleend(zaak);
        Assert.Equal(4, await huis.Tel($"select count(*) from aanvragen.subsidiedeel where zaaknummer = '{zaak}'"));

        // Article 2.12, under k: to the applicant.
        Assert.Equal("nietVoldaan", await LopendProject(hoofd.Wie));
        Assert.Equal("voldaan", await LopendProject(partij.Wie));
    }

    private async Task<string> LopendProject(string wie)
    {
        var zaak = await _loop.Ingediend(await _loop.Tijdvak(), wie);
        var beeld = await Zaakloop.Gelukt(huis.Haal(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}"));
        return beeld
            .Inhoud.GetProperty("toetsen")
            .EnumerateArray()
            .Single(t => t.GetProperty("code").GetString() == "lopend-project")
            .GetProperty("uitkomst")
            .GetString()!;
    }

    private Task<string> Samenwerkingen() => _loop.Tijdvak(volgorde: "binnenkomst", plafond: "10000000.00", type: "samenwerkingsverband");

    private async Task<string> DienIn(string tijdvak, string wie, params (string, string)[] partijen)
    {
        var zaak = (await Zaakloop.Gelukt(huis.Post(wie, "/v1/aanvragen", $$"""{"tijdvak":"{{tijdvak}}"}"""))).Veld("zaaknummer");
        await Zaakloop.Gelukt(huis.Put(wie, $"/v1/aanvragen/{zaak}/concept", Partnerschap.Formulier(partijen)));
        await Zaakloop.Gelukt(huis.Post(wie, $"/v1/aanvragen/{zaak}/indiening"));
        await huis.Stil();
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/volledigheid", """{"volledig":true}"""));
        await Zaakloop.Gelukt(huis.Post(Mensen.Beoordelaar, $"/v1/aanvragen/{zaak}/toewijzing"));
        huis.Klok.Vooruit(Zaakloop.Openstelling);
        await Zaakloop.Gelukt(huis.Post(Mensen.Regelbeheerder, $"/v1/ontvangsten/{tijdvak}"));
        await huis.Stil();
        return zaak;
    }

    private static IEnumerable<string> Delen(JsonElement beoordeling) =>
        beoordeling.GetProperty("partijen").EnumerateObject().Select(p => p.Value.GetString()!);
}
